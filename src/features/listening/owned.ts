import { asTopic, type Nudge } from '#domain/listening.ts';
import type { CatalogueEntry } from '#store/store.ts';
import type { ListeningDeps } from './listening.deps.ts';

/** The first named tool that the company has, found by its whole name or an alias. */
export async function ownedOf(
  { team, tools }: Nudge,
  { store }: Pick<ListeningDeps, 'store'>,
): Promise<CatalogueEntry | undefined> {
  for (const tool of tools) {
    const [best] = await store.searchTools(team, tool, 1);
    if (best && [best.name, ...best.aliases].some((name) => asTopic(name) === asTopic(tool))) return best;
  }
  return undefined;
}
