import { z } from 'zod';
import { keysAt, type OrgShape, orgShape } from './org-shape.ts';
import { didYouMean, shown } from './problem.ts';

export type Path = readonly PropertyKey[];
/** Something wrong at a place in the org file, which is not yet a line. */
export type Finding = { path: Path; found: string; mend: string };

/** All that is wrong at once; `shape` is there when the keys and values are right, though they may not fit together. */
export function checkOrganisation(data: unknown): { shape: OrgShape | undefined; findings: Finding[] } {
  const { data: shape, error } = orgShape.safeParse(data);
  const slips = error?.issues.flatMap((issue) => findingsOf(issue, data)) ?? [];
  const usable = parts.safeParse(data);
  return { shape, findings: [...slips, ...(usable.success ? FITS.flatMap((check) => check(usable.data)) : [])] };
}

type Issue = { code?: string; path: PropertyKey[]; message: string; keys?: string[] };

/** The shape's error text is the mend; what was found is read from the file's own data. */
function findingsOf({ path, message, keys = [], code }: Issue, data: unknown): Finding[] {
  if (code === 'unrecognized_keys') return keys.map((key) => unknownKey(path, key));
  if (path.length === 0) return [{ path, found: `the file is ${shown(data)}`, mend: message }];
  if (code === 'invalid_key') return [{ path, found: `${shown(path.at(-1))} is no currency`, mend: message }];
  const value = path.reduce(valueIn, data);
  const label = String(path.findLast((key) => typeof key === 'string'));
  const verb = typeof path.at(-1) === 'number' ? 'has' : 'is';
  return [
    { path, found: value === undefined ? `${label} is missing` : `${label} ${verb} ${shown(value)}`, mend: message },
  ];
}

const valueIn = (data: unknown, key: PropertyKey): unknown =>
  typeof data === 'object' && data !== null
    ? Object.entries(data).find(([name]) => name === String(key))?.[1]
    : undefined;

function unknownKey(path: Path, key: string): Finding {
  const known = keysAt(path);
  const mend = `${didYouMean(key, known)}Known here: ${known.join(', ')}.`;
  return { path: [...path, key], found: `unknown key ${shown(key)}`, mend };
}

// What no single value can tell: whether the parts of the file fit together.

const text = z.string().optional().catch(undefined);
const time = z.string().regex(/^\d\d:\d\d$/);
const texts = z.array(text).catch([]);
/** Takes whatever is usable and skips the rest, so that a slip in one part hides no finding in another. */
const parts = z.object({
  workspace: z.object({ currency: text }).catch({}),
  working_hours: z
    .object({ start: time.default('09:00').catch('00:00'), end: time.default('18:00').catch('24:00') })
    .catch({ start: '00:00', end: '24:00' }),
  it: z
    .object({ engineers: z.array(z.object({ user: text, units: texts }).catch({ units: [] })).catch([]) })
    .catch({ engineers: [] }),
  business_units: z.array(z.object({ id: text, parent: text }).catch({})).catch([]),
  exchange_rates: z.record(z.string(), z.unknown()).catch({}),
  policy: z
    .array(z.object({ when: z.record(z.string(), z.unknown()).optional() }).catch({ when: { unreadable: true } }))
    .catch([]),
});
type Parts = z.output<typeof parts>;

function hours({ working_hours: { start, end } }: Parts): Finding[] {
  if (start < end) return [];
  const found = `the day ends at ${shown(end)} and starts at ${shown(start)}`;
  return [{ path: ['working_hours', 'end'], found, mend: 'Write an end later than the start, on the same day.' }];
}

/** The places of values that stood in the list before. */
const repeats = (values: readonly (string | undefined)[]): number[] =>
  values.flatMap((value, index) => (value !== undefined && values.indexOf(value) < index ? [index] : []));

const uniqueUnits = ({ business_units: units }: Parts): Finding[] =>
  repeats(units.map(({ id }) => id)).map((index) => ({
    path: ['business_units', index, 'id'],
    found: `a second business unit has the id ${shown(units[index]?.id)}`,
    mend: 'Give each unit an id of its own.',
  }));

const uniqueEngineers = ({ it }: Parts): Finding[] => findRepeatedEngineers(it.engineers.map(({ user }) => user));

/** Engineers listed before; `users` in the order of the file. */
export const findRepeatedEngineers = (users: readonly (string | undefined)[]): Finding[] =>
  repeats(users.map((user) => user?.toLowerCase())).map((index) => ({
    path: ['it', 'engineers', index, 'user'],
    found: `${shown(users[index])} is already listed as an engineer`,
    mend: 'Keep one entry for each engineer, with all their units.',
  }));

const unknownUnit = ({ business_units: units }: Parts, id: string | undefined, path: Path): Finding[] => {
  const known = units.flatMap((unit) => unit.id ?? []);
  if (id === undefined || known.includes(id) || known.length === 0) return [];
  const mend = `${didYouMean(id, known)}Write the id of a unit under business_units: ${known.join(', ')}.`;
  return [{ path, found: `there is no business unit ${shown(id)}`, mend }];
};

const engineersUnits = (all: Parts): Finding[] =>
  all.it.engineers.flatMap(({ units }, index) =>
    units.flatMap((id, place) => unknownUnit(all, id, ['it', 'engineers', index, 'units', place])),
  );

const parents = (all: Parts): Finding[] =>
  all.business_units.flatMap(({ parent }, index) => unknownUnit(all, parent, ['business_units', index, 'parent']));

const policyUnits = (all: Parts): Finding[] =>
  all.policy.flatMap(({ when }, index) =>
    texts.parse(when?.unit).flatMap((id, place) => unknownUnit(all, id, ['policy', index, 'when', 'unit', place])),
  );

/** One finding for each circle of parents, at the unit of the circle that comes first in the file. */
function cycles({ business_units: units }: Parts): Finding[] {
  const parentOf = new Map(units.map(({ id, parent }) => [id, parent]));
  const told = new Set<string>();
  return units.flatMap(({ id }, index) => {
    const way = id === undefined || told.has(id) ? [] : wayBackTo(id, parentOf);
    for (const step of way) told.add(step);
    if (way.length === 0) return [];
    const found = `the parents of ${shown(id)} lead back to it: ${[...way, id].join(' → ')}`;
    return [{ path: ['business_units', index, 'parent'], found, mend: 'Leave out the parent of the unit at the top.' }];
  });
}

/** The units from this one up to the one whose parent it is; empty when its parents never come back to it. */
function wayBackTo(id: string, parentOf: ReadonlyMap<string | undefined, string | undefined>): string[] {
  const way = [id];
  for (let next = parentOf.get(id); next !== undefined; next = parentOf.get(next)) {
    if (next === id) return way;
    if (way.includes(next)) return [];
    way.push(next);
  }
  return [];
}

function policyOrder({ policy }: Parts): Finding[] {
  if (policy.length === 0) return [];
  const always = policy.findIndex(({ when }) => when === undefined || Object.keys(when).length === 0);
  if (always === -1) {
    const mend = 'End the policy with a rule for everything else, such as - { track: fast }.';
    return [{ path: ['policy', policy.length - 1], found: 'the last rule of the policy has conditions', mend }];
  }
  return policy.slice(always + 1).map((_, after) => ({
    path: ['policy', always + 1 + after],
    found: 'this rule can never match, because a rule before it has no conditions',
    mend: 'Move the rule without conditions to the end of the policy.',
  }));
}

function ownRate({ workspace: { currency = 'USD' }, exchange_rates: rates }: Parts): Finding[] {
  const rate = Object.hasOwn(rates, currency) ? rates[currency] : 1;
  if (rate === 1) return [];
  const found = `${shown(currency)} has the rate ${shown(rate)}, but is the workspace currency itself`;
  return [{ path: ['exchange_rates', currency], found, mend: 'Leave this rate out: it is 1.' }];
}

const FITS = [hours, uniqueUnits, uniqueEngineers, engineersUnits, parents, cycles, policyOrder, policyUnits, ownRate];
