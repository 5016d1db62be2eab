import { readFileSync } from 'node:fs';
import type { UserId } from '#domain/ids.ts';
import type { BusinessUnit, Organisation } from '#domain/organisation.ts';
import type { PolicyConditions } from '#domain/policy/rules.ts';
import { checkOrganisation, type Finding, findRepeatedEngineers, type Path } from './org-checks.ts';
import type { OrgShape } from './org-shape.ts';
import { readYaml } from './org-yaml.ts';
import { type Problem, problem, shown } from './problem.ts';

/** The org file, checked; its people are still Slack ids or e-mail addresses. `whereIs` names the line of a value. */
export type OrgFile = { shape: OrgShape; whereIs: (path: Path) => string };
export type OrgFileResult = { ok: true; orgFile: OrgFile } | { ok: false; problems: Problem[] };

/** Reads a text file. @throws what `node:fs` throws, with its `code`. */
export type ReadFile = (path: string) => string;
export const readTextFile: ReadFile = (path) => readFileSync(path, 'utf8');

/** Reads and checks the org file at start and for a reload. Never throws. */
export function loadOrganisation(path: string, readFile: ReadFile = readTextFile): OrgFileResult {
  const file = tryToRead(path, readFile);
  if (file.ok) return readOrganisation(file.text, path);
  const missing = problem(
    path,
    'the org file is missing',
    `Copy org.example.yml to ${path} and put your own people in.`,
  );
  const closed = problem(path, `the org file cannot be read (${file.code})`, 'Let this process read the file.');
  return { ok: false, problems: [file.code === 'ENOENT' ? missing : closed] };
}

/** `code` is that of `node:fs`: `ENOENT` when there is no such file. */
export function tryToRead(path: string, readFile: ReadFile): { ok: true; text: string } | { ok: false; code: string } {
  try {
    return { ok: true, text: readFile(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return { ok: false, code };
  }
}

/** Checks the text of an org file, and finds all that is wrong with it at once. Never throws. */
export function readOrganisation(text: string, name = 'org.yml'): OrgFileResult {
  const { data, whereIs, problems } = readYaml(text, name);
  if (data === undefined) return { ok: false, problems };
  const { shape, findings } = checkOrganisation(data);
  const all = [...problems, ...located(findings, whereIs)];
  return shape && all.length === 0 ? { ok: true, orgFile: { shape, whereIs } } : { ok: false, problems: all };
}

/** From the top of the file to its end. */
const located = (findings: Finding[], whereIs: OrgFile['whereIs']): Problem[] =>
  findings
    .map(({ path, found, mend }) => problem(whereIs(path), found, mend))
    .toSorted((one, other) => lineOf(one) - lineOf(other));

const lineOf = ({ where }: Problem): number => Number(where.split(':').at(-1));

type Place = { path: Path; ref: string };

/** Everywhere that the org file names a person. */
function peopleIn({ it, reviewers, business_units: units }: OrgShape): Place[] {
  const each = (refs: string[], ...path: PropertyKey[]): Place[] =>
    refs.map((ref, index) => ({ path: [...path, index], ref }));
  return [
    ...each(it.leads, 'it', 'leads'),
    ...it.engineers.map(({ user }, index) => ({ path: ['it', 'engineers', index, 'user'], ref: user })),
    ...Object.entries(reviewers).flatMap(([role, refs]) => each(refs, 'reviewers', role)),
    ...units.flatMap(({ leads }, index) => each(leads, 'business_units', index, 'leads')),
  ];
}

const isEmail = (ref: string): boolean => ref.includes('@');

/** The e-mail addresses to resolve before `resolveOrganisation`: each once, in lower case. */
export const emailsIn = ({ shape }: OrgFile): string[] => [
  ...new Set(peopleIn(shape).flatMap(({ ref }) => (isEmail(ref) ? ref.toLowerCase() : []))),
];

export type OrganisationResult = { ok: true; organisation: Organisation } | { ok: false; problems: Problem[] };

/** Puts people's ids in place of their addresses. `idByEmail` has the addresses of `emailsIn`, in lower case. */
export function resolveOrganisation(orgFile: OrgFile, idByEmail: ReadonlyMap<string, UserId>): OrganisationResult {
  const { shape, whereIs } = orgFile;
  const idOf = (ref: string): UserId => idByEmail.get(ref.toLowerCase()) ?? (ref as UserId);
  const unknown = peopleIn(shape).filter(({ ref }) => isEmail(ref) && !idByEmail.has(ref.toLowerCase()));
  const findings = [
    ...unknown.map(({ path, ref }) => ({
      path,
      found: `nobody in Slack has the address ${shown(ref)}`,
      mend: ADDRESS_MEND,
    })),
    ...findRepeatedEngineers(shape.it.engineers.map(({ user }) => idOf(user))),
  ];
  if (findings.length === 0) return { ok: true, organisation: organisationOf(shape, idOf) };
  return { ok: false, problems: located(findings, whereIs) };
}

const ADDRESS_MEND =
  'Check the spelling, or write the Slack user id (open the profile, the three dots, Copy member ID).';

function organisationOf(shape: OrgShape, idOf: (ref: string) => UserId): Organisation {
  const { workspace, working_hours: hours, it, reviewers, seats } = shape;
  const idsOf = (refs: string[]): UserId[] => [...new Set(refs.map(idOf))];
  return {
    workspace: {
      language: workspace.language,
      currency: workspace.currency,
      ...(workspace.decision_channel && { decisionChannel: workspace.decision_channel }),
      ...(workspace.it_channel && { itChannel: workspace.it_channel }),
    },
    calendar: {
      timeZone: hours.time_zone,
      days: [...new Set(hours.days)],
      start: hours.start,
      end: hours.end,
      holidays: hours.holidays,
      ...(hours.half_days.length > 0 && { halfDays: hours.half_days }),
    },
    it: {
      leads: idsOf(it.leads),
      engineers: it.engineers.map((engineer) => ({ ...engineer, user: idOf(engineer.user) })),
    },
    reviewers: {
      security: idsOf(reviewers.security),
      finance: idsOf(reviewers.finance),
      legal: idsOf(reviewers.legal),
    },
    units: shape.business_units.map((unit) => unitOf(unit, idsOf(unit.leads))),
    exchangeRates: { ...shape.exchange_rates, [workspace.currency]: 1 },
    policy: shape.policy.map(({ track, when }) => ({ track, when: conditionsOf(when) })),
    seats: { financeAtLeast: seats.finance_at_least, legalAtLeast: seats.legal_at_least },
    digest: shape.digest,
    listening: { offChannels: shape.listening.off_channels },
  };
}

const unitOf = (
  { id, name, channel, region, parent }: OrgShape['business_units'][number],
  leads: UserId[],
): BusinessUnit => ({
  id,
  name: name.trim(),
  leads,
  ...(channel && { channel }),
  ...(region && { region }),
  ...(parent && { parent }),
});

type WrittenConditions = OrgShape['policy'][number]['when'];

function conditionsOf(written: WrittenConditions): PolicyConditions {
  const { yearly_cost_at_least: yearlyCostAtLeast, users_at_least: usersAtLeast, ...lists } = written;
  const { data, stage, region, unit, funding, category } = lists;
  return {
    ...(yearlyCostAtLeast !== undefined && { yearlyCostAtLeast }),
    ...(usersAtLeast !== undefined && { usersAtLeast }),
    ...(data && { data }),
    ...(stage && { stage }),
    ...(region && { region }),
    ...(unit && { unit }),
    ...(funding && { funding }),
    ...(category && { category }),
  };
}
