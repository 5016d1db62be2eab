import {
  CALLBACK_ID_CHARS_MAX,
  EXTERNAL_ID_CHARS_MAX,
  PRIVATE_METADATA_CHARS_MAX,
  VIEW_BUTTON_CHARS_MAX,
  VIEW_BYTES_MAX,
  VIEW_TITLE_CHARS_MAX,
} from '#slack/limits.ts';
import { refusalsOfBlocks } from './blocks.ts';
import type { Refusal } from './refusal.ts';
import { boolean, byType, fault, isRecord, itemsOf, object, type Rule, string } from './rules.ts';
import { plainText } from './texts.ts';

/** Blocks have rules of their own. */
const blocks: Rule = () => [];

const shared = {
  private_metadata: string({ max: PRIVATE_METADATA_CHARS_MAX }),
  callback_id: string({ max: CALLBACK_ID_CHARS_MAX }),
  external_id: string({ max: EXTERNAL_ID_CHARS_MAX }),
};

const submitsItsInputs: Rule = (view, pointer) => {
  if (!isRecord(view) || view.submit !== undefined) return [];
  const asks = itemsOf(view.blocks).some((block) => isRecord(block) && block.type === 'input');
  return asks ? fault(`${pointer}/submit`, 'submit is missing; Slack requires it beside an input block') : [];
};

const modal = object(
  { title: plainText(VIEW_TITLE_CHARS_MAX), blocks },
  {
    ...shared,
    submit: plainText(VIEW_BUTTON_CHARS_MAX),
    close: plainText(VIEW_BUTTON_CHARS_MAX),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
  submitsItsInputs,
);

const viewRule = byType({ modal, home: object({ blocks }, shared) }, 'a view');

function tooLarge(view: unknown): Refusal[] {
  const bytes = Buffer.byteLength(JSON.stringify(view) ?? '');
  if (bytes <= VIEW_BYTES_MAX) return [];
  return [
    { error: 'view_too_large', pointer: '/view', why: `is ${bytes} bytes; Slack takes at most ${VIEW_BYTES_MAX}` },
  ];
}

/** What Slack would refuse in a view given to views.open, push, update or publish. */
export function refusalsOfView(view: unknown): Refusal[] {
  const own = viewRule(view, '/view').map((each) => ({ error: 'invalid_arguments', ...each }));
  if (!isRecord(view) || view.blocks === undefined) return own;
  const surface = view.type === 'home' ? 'home' : 'modal';
  return [...own, ...refusalsOfBlocks(view.blocks, surface, '/view/blocks'), ...tooLarge(view)];
}
