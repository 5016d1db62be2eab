import { expect, it } from 'vitest';
import type { UnitId } from '#domain/ids.ts';
import type { QuarterId } from '#domain/quarters.ts';
import { briefKey, readBriefKey } from '#features/digest/brief-key.ts';
import { readCompany } from '#playground/start-playground.ts';
import { TEAM } from '#test/support/builders.ts';
import { IAN, LENA, MIA } from '#test/support/company.ts';

const KEY = { unit: 'marketing' as UnitId, quarter: '2026Q4' as QuarterId };

it('a button of a brief works for whoever leads its unit or IT, whatever a client sends', async () => {
  const org = await readCompany();
  const read = (user: typeof LENA, key = briefKey(KEY)) => readBriefKey(key, { team: TEAM, user }, org);
  expect([LENA, IAN].map((user) => read(user))).toEqual([KEY, KEY]);
  expect(read(MIA)).toBeUndefined();
  const forged = ['2026Q4:sales', '2026Q9:marketing', 'marketing', '', ':', '2026Q4:'];
  expect(forged.map((key) => read(LENA, key))).toEqual(forged.map(() => undefined));
});
