import { readAmount } from '#domain/amount.ts';
import type { LocalDate, UnitId } from '#domain/ids.ts';
import { formatMoney, type Money } from '#domain/money.ts';
import { type Organisation, unitOf } from '#domain/organisation.ts';
import type { Intake } from '#domain/purchase-request.ts';
import { BUYING_STAGES, type BuyingStage, DATA_KINDS, type DataKind, FUNDINGS } from '#domain/vocabulary.ts';
import { clip } from '#slack/limits.ts';
import type { Text } from '#text/text.ts';
import { INTAKE, type IntakeField, only, type Typed } from './typed.ts';

/** Characters of the long answers; Slack's own ceiling for an input (slack-facts a2). */
export const ANSWER_CHARS_MAX = 3_000;
const PEOPLE_MAX = 1_000_000;
/** Characters of somebody's words that an error quotes. */
const QUOTED_CHARS_MAX = 40;

const ALWAYS: IntakeField[] = ['outcome', 'tool', 'stage', 'unit'];
const ONCE_BEYOND_EXPLORING: IntakeField[] = [...ALWAYS, 'success', 'cost', 'funding', 'people', 'data'];

/** Starting is quick: while exploring, four answers are enough. */
export const requiredAt = (stage: BuyingStage): IntakeField[] =>
  stage === 'exploring' ? ALWAYS : ONCE_BEYOND_EXPLORING;

export type Reading = { org: Organisation; text: Text; today: LocalDate };

/** Sentences by block id, as Slack wants them beside the fields. */
export type FieldErrors = Record<string, string>;

export type IntakeRead = { ok: true; intake: Intake } | { ok: false; errors: FieldErrors };

type Fail = (field: IntakeField, sentence: string) => undefined;

/** Turns what was typed into an intake, or says beside each field what is missing and how to mend it. */
export function readIntake(typed: Typed, reading: Reading): IntakeRead {
  const errors: FieldErrors = {};
  const fail: Fail = (field, sentence) => {
    errors[INTAKE[field]] ??= sentence;
    return undefined;
  };
  const stage = BUYING_STAGES.find((known) => known === typed.stage) ?? 'exploring';
  failMissing(typed, stage, reading, fail);
  failTooLong(typed, reading, fail);
  const intake: Intake = {
    ...{ outcome: typed.outcome ?? '', stage, funding: FUNDINGS.find((known) => known === typed.funding) ?? 'unknown' },
    ...toolOf(typed),
    ...only({ successMeasure: typed.success, links: typed.links, neededBy: readDate(typed, reading, fail) }),
    ...only({ yearlyCost: readCost(typed, reading, fail), people: readPeople(typed, reading, fail) }),
    unit: readUnit(typed, reading, fail),
    data: readData(typed, reading, fail),
    files: typed.files ?? [],
    restricted: typed.restricted ?? false,
  };
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, intake };
}

const toolOf = ({ tool }: Typed): Pick<Intake, 'tool' | 'catalogueId'> =>
  tool?.kind === 'owned' ? { tool: tool.name, catalogueId: tool.id } : { tool: tool?.words ?? '' };

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

function failMissing(typed: Typed, stage: BuyingStage, { text }: Reading, fail: Fail): void {
  for (const field of requiredAt(stage)) if (isEmpty(typed[field])) fail(field, text.plain('intake.error.required'));
}

function failTooLong(typed: Typed, { text }: Reading, fail: Fail): void {
  for (const field of ['outcome', 'success', 'links'] as const) {
    const count = typed[field]?.length ?? 0;
    if (count > ANSWER_CHARS_MAX) fail(field, text.plain('intake.error.too-long', { count, max: ANSWER_CHARS_MAX }));
  }
}

function readUnit({ unit }: Typed, { org, text }: Reading, fail: Fail): UnitId {
  if (unit && !unitOf(org, unit as UnitId)) fail('unit', text.plain('intake.error.unit'));
  return (unit ?? '') as UnitId;
}

function readCost({ cost, currency }: Typed, { org, text }: Reading, fail: Fail): Money | undefined {
  const read = readAmount(cost ?? '', currency ?? org.workspace.currency);
  switch (read.kind) {
    case 'amount':
      return read.money;
    case 'unknown':
      return undefined;
    case 'ambiguous': {
      const readings = read.readings.map((money) => formatMoney(money, text.language)).join(text.plain('list.or'));
      return fail('cost', text.plain('intake.error.cost-ambiguous', { readings }));
    }
    case 'unreadable':
      return fail('cost', text.plain(`intake.error.cost.${read.why}`, { typed: clip(cost ?? '', QUOTED_CHARS_MAX) }));
  }
}

const WHOLE_NUMBER = /^\d{1,9}$/;

function readPeople({ people }: Typed, { text }: Reading, fail: Fail): number | undefined {
  if (!people) return undefined;
  const digits = people.normalize('NFKC').replaceAll(/[,\s]/g, '');
  const count = WHOLE_NUMBER.test(digits) ? Number(digits) : 0;
  return count >= 1 && count <= PEOPLE_MAX ? count : fail('people', text.plain('intake.error.people'));
}

function readData({ data = [] }: Typed, { text }: Reading, fail: Fail): DataKind[] {
  const kinds = DATA_KINDS.filter((kind) => data.includes(kind));
  if (kinds.includes('none') && kinds.length > 1) fail('data', text.plain('intake.error.data-none'));
  return kinds;
}

function readDate({ neededBy }: Typed, { text, today }: Reading, fail: Fail): LocalDate | undefined {
  if (neededBy && neededBy < today) return fail('neededBy', text.plain('intake.error.date'));
  return neededBy as LocalDate | undefined;
}
