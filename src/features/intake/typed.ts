import { hasWords } from '#domain/guards.ts';
import type { BuyingStage } from '#domain/vocabulary.ts';
import { unescapeText } from '#slack/mrkdwn.ts';
import { stateOf, type ViewBody } from '#slack/payloads.ts';

/** Block ids of the form, in its order. They stay the same when the form is redrawn, so that Slack keeps what was typed. */
export const INTAKE = {
  outcome: 'outcome',
  success: 'success',
  tool: 'tool',
  stage: 'stage',
  unit: 'unit',
  cost: 'cost',
  currency: 'currency',
  funding: 'funding',
  people: 'people',
  data: 'data',
  neededBy: 'needed-by',
  links: 'links',
  files: 'files',
  restricted: 'restricted',
} as const;
export type IntakeField = keyof typeof INTAKE;

/** A tool as picked in the type-ahead: one of the catalogue, or words of the person's own. */
export type PickedTool = { kind: 'owned'; id: string; name: string } | { kind: 'words'; words: string };

/** The form as it stands, unchecked: what was typed and picked, and nothing made of it yet. JSON, kept as a draft. */
export type Typed = {
  outcome?: string;
  success?: string;
  tool?: PickedTool;
  stage?: BuyingStage;
  unit?: string;
  cost?: string;
  currency?: string;
  funding?: string;
  people?: string;
  data?: string[];
  neededBy?: string;
  links?: string;
  files?: { id: string; name: string; permalink: string }[];
  restricted?: boolean;
};

const OWNED = 'tool:';
const WORDS = 'words:';
const VALUE_CHARS_MAX = 75;
/** Characters of a tool's name that fit into an option's value (slack-facts a3). */
export const TOOL_CHARS_MAX = VALUE_CHARS_MAX - WORDS.length;

/** The picked tool travels in the option's value: labels come back with entities in them (slackapi/bolt-python#513). */
export const toolValue = (tool: PickedTool): string => (tool.kind === 'owned' ? OWNED + tool.id : WORDS + tool.words);

/** Undefined when the words are none that can be seen. */
function readTool(value: string, label: string): PickedTool | undefined {
  if (value.startsWith(OWNED)) return { kind: 'owned', id: value.slice(OWNED.length), name: unescapeText(label) };
  const words = visible(value.slice(WORDS.length));
  return words === undefined ? undefined : { kind: 'words', words };
}

const visible = (words: string | undefined): string | undefined => (words && hasWords(words) ? words : undefined);

type Known<Values> = { [Key in keyof Values]?: NonNullable<Values[Key]> };

/** Leaves out what is not known, and texts that are empty. */
export const only = <Values extends object>(values: Values): Known<Values> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Known<Values>;

/** Reads a form's state as Slack sends it; fields that were never touched are left out. */
export function readTyped(view: ViewBody): Typed {
  const words = (block: string) => visible(stateOf(view, block)?.value?.trim());
  const picked = (block: string) => stateOf(view, block)?.selected_option?.value;
  const ticked = (block: string) => stateOf(view, block)?.selected_options?.map(({ value }) => value);
  const tool = stateOf(view, INTAKE.tool)?.selected_option;
  const files = stateOf(view, INTAKE.files)?.files;
  return only({
    outcome: words(INTAKE.outcome),
    success: words(INTAKE.success),
    tool: tool ? readTool(tool.value, tool.text?.text ?? '') : undefined,
    stage: picked(INTAKE.stage) as BuyingStage | undefined,
    unit: picked(INTAKE.unit),
    cost: words(INTAKE.cost),
    currency: picked(INTAKE.currency),
    funding: picked(INTAKE.funding),
    people: words(INTAKE.people),
    data: ticked(INTAKE.data),
    neededBy: stateOf(view, INTAKE.neededBy)?.selected_date ?? undefined,
    links: words(INTAKE.links),
    files: files?.map(({ id, name, permalink }) => ({ id, name: name ?? id, permalink: permalink ?? '' })),
    restricted: ticked(INTAKE.restricted)?.includes('restricted'),
  });
}
