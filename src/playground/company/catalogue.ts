import type { UserId } from '#domain/ids.ts';
import type { CatalogueEntry } from '#store/store.ts';

/** Tools that the made-up company has already. */
export const TOOLS: CatalogueEntry[] = [
  {
    ...{ id: 'figma', name: 'Figma', vendor: 'Figma', aliases: ['fig jam'], category: 'design', status: 'approved' },
    ...{ businessOwner: 'U0LENA' as UserId, itOwner: 'U0EVE' as UserId, seats: 40, freeSeats: 6 },
  },
  {
    ...{
      id: 'hubspot',
      name: 'HubSpot',
      vendor: 'HubSpot',
      aliases: ['hub spot'],
      category: 'crm',
      status: 'approved',
    },
    ...{ businessOwner: 'U0OLGA' as UserId, itOwner: 'U0EVAN' as UserId, seats: 25, freeSeats: 0 },
  },
  {
    ...{
      id: 'surveycake',
      name: 'SurveyCake',
      vendor: 'SurveyCake',
      aliases: ['問卷', '問卷工具'],
      category: 'survey',
      status: 'approved',
    },
    ...{ businessOwner: 'U0LENA' as UserId, itOwner: 'U0NOAH' as UserId, seats: 10, freeSeats: 4 },
  },
];
