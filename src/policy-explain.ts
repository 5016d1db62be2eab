import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readAmount } from '#domain/amount.ts';
import type { UnitId, UserId } from '#domain/ids.ts';
import { isCurrency, type Money } from '#domain/money.ts';
import { type Organisation, unitOf } from '#domain/organisation.ts';
import { pair } from '#domain/pairing.ts';
import { applyPolicy } from '#domain/policy/apply-policy.ts';
import { policyVersion } from '#domain/policy/version.ts';
import { promisesFrom, TARGETS } from '#domain/promises.ts';
import type { Intake, Seat } from '#domain/purchase-request.ts';
import { seatsFor } from '#domain/seats.ts';
import { BUYING_STAGES, DATA_KINDS, FUNDINGS } from '#domain/vocabulary.ts';
import { reasonsInWords } from '#features/decision/words.ts';
import { emailsIn, loadOrganisation, resolveOrganisation } from '#org/org-file.ts';
import { describeProblems } from '#org/problem.ts';
import { LANGUAGES, type Text, textFor } from '#text/text.ts';
import { whenIn } from '#text/when.ts';

// `npm run policy:explain -- --cost 30000 --data personal`: which track, who decides, by when, and why.

/** The command line cannot be understood, and an org file that is wrong. Source: sysexits.h. */
const EXIT_CODE_USAGE = 64;
const EXIT_CODE_CONFIG = 78;

/** Told to the person who typed it: what is wrong and how to mend it. */
class NotUnderstood extends Error {
  readonly exitCode: number;
  constructor(sentence: string, exitCode = EXIT_CODE_USAGE) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

const HELP =
  'Options: --cost 30000, --currency TWD, --data personal,internal, --unit marketing, --stage trial, --users 20, --funding unit, --category crm, --org org.yml, --lang zh-TW.';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const OPTIONS = {
  ...{ cost: text, currency: text, data: texts, unit: text, stage: text },
  ...{ users: text, funding: text, category: text, org: text, lang: text },
};

type Asked = ReturnType<typeof readOptions>;

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new NotUnderstood(`${error instanceof Error ? error.message : error}\n${HELP}`);
  }
}

/** One of the words there are; absent stays absent. */
function pick<Word extends string>(name: string, value: string | undefined, words: readonly Word[]): Word | undefined {
  const found = words.find((word) => word === value);
  if (value === undefined || found) return found;
  throw new NotUnderstood(`--${name} ${value} is not known. Write one of: ${words.join(', ')}.`);
}

const ORG_FILES = ['org.yml', 'org.example.yml'];

/** The org file that was named, else the one in this folder, else the example. E-mail addresses stay as they are. */
function readOrganisation(named: string | undefined): { org: Organisation; file: string } {
  const file = named ?? ORG_FILES.find((name) => existsSync(name)) ?? 'org.yml';
  const read = loadOrganisation(file);
  if (!read.ok) throw new NotUnderstood(describeProblems(read.problems), EXIT_CODE_CONFIG);
  const asWritten = new Map(emailsIn(read.orgFile).map((email) => [email, email as UserId]));
  const resolved = resolveOrganisation(read.orgFile, asWritten);
  if (!resolved.ok) throw new NotUnderstood(describeProblems(resolved.problems), EXIT_CODE_CONFIG);
  return { org: resolved.organisation, file };
}

function readCost({ cost, currency }: Asked, org: Organisation): { yearlyCost?: Money } {
  const wanted = (currency ?? org.workspace.currency).toUpperCase();
  if (!isCurrency(wanted)) throw new NotUnderstood(`--currency ${currency} is no currency. Write one such as TWD.`);
  if (cost === undefined) return {};
  const read = readAmount(cost, wanted);
  if (read.kind === 'amount') return { yearlyCost: read.money };
  if (read.kind === 'unknown') return {};
  throw new NotUnderstood(`--cost ${cost} is not one yearly amount. Write a number such as 30000, or leave it out.`);
}

function readUnit({ unit }: Asked, org: Organisation): UnitId {
  const known = org.units.map(({ id }) => id);
  const found = unit === undefined ? known[0] : pick('unit', unit, known);
  return found ?? ('' as UnitId);
}

function readUsers({ users }: Asked): { people?: number } {
  if (users === undefined) return {};
  if (/^[1-9]\d{0,6}$/.test(users)) return { people: Number(users) };
  throw new NotUnderstood(`--users ${users} is not a number of people. Write a whole number such as 20.`);
}

function readIntake(asked: Asked, org: Organisation): Intake {
  const data = (asked.data ?? []).flatMap((kinds) => kinds.split(',')).map((kind) => pick('data', kind, DATA_KINDS));
  return {
    ...{ outcome: '', tool: asked.category ?? '', files: [], restricted: false },
    unit: readUnit(asked, org),
    stage: pick('stage', asked.stage, BUYING_STAGES) ?? 'exploring',
    funding: pick('funding', asked.funding, FUNDINGS) ?? 'unknown',
    data: data.filter((kind) => kind !== undefined),
    ...(asked.category && { category: asked.category }),
    ...readCost(asked, org),
    ...readUsers(asked),
  };
}

/** Somebody who holds no office, so that every seat is as it is for most people. */
const ANYBODY = 'somebody' as UserId;

function seatLine({ role, holders, standIns }: Seat, text: Text): string {
  const [seat, who] = [text.plain(`seat.${role}`), holders.join(', ')];
  return standIns.length > 0
    ? text.plain('explain.seat-stand-ins', { seat, who, standIns: standIns.join(', ') })
    : text.plain('explain.seat', { seat, who });
}

function promiseLines(track: keyof typeof TARGETS, { calendar }: Organisation, text: Text): string[] {
  const { firstResponseHours: hours, decisionDays: days } = TARGETS[track];
  const { firstResponseBy, decisionBy } = promisesFrom(track, calendar, Date.now());
  const date = (at: number) => whenIn(text.language, at, calendar.timeZone);
  return [
    text.plain('explain.response', { hours, by: date(firstResponseBy) }),
    text.plain('explain.decision', { days, by: date(decisionBy) }),
  ];
}

const indented = (lines: string[]): string[] => lines.map((line) => `  ${line}`);

function explain(args: string[]): string {
  const asked = readOptions(args);
  const text = textFor(pick('lang', asked.lang, LANGUAGES) ?? 'en');
  const { org, file } = readOrganisation(asked.org);
  const intake = readIntake(asked, org);
  const { track, reasons } = applyPolicy(intake, org);
  const need = { requester: ANYBODY, unit: intake.unit, tool: intake.tool, away: new Set<UserId>() };
  const pairing = pair(need, org, new Map());
  if (!pairing) throw new NotUnderstood(`${file} names nobody in IT. Add one under it.engineers.`, EXIT_CODE_CONFIG);
  const seats = seatsFor({ track, intake, requester: ANYBODY, pairing }, org);
  const why = reasonsInWords(reasons, { text, org });
  const name = text.plain(`track.${track}`);
  const unit = unitOf(org, intake.unit)?.name ?? '';
  return [
    why ? text.plain('explain.track', { track: name, reasons: why }) : name,
    text.plain('explain.seats', { unit }),
    ...indented(seats.map((seat) => seatLine(seat, text))),
    text.plain('explain.promises'),
    ...indented(promiseLines(track, org, text)),
    text.plain('explain.policy', { version: policyVersion(org), file }),
  ].join('\n');
}

try {
  process.stdout.write(`${explain(process.argv.slice(2))}\n`);
} catch (error) {
  if (!(error instanceof NotUnderstood)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
