import { type Nudge, type NudgeAnswer, nudgeKey } from '#domain/listening.ts';
import type { Content } from '#outbox/outbox.ts';
import { actions, button, messageOf } from '#slack/blocks.ts';
import { clip } from '#slack/limits.ts';
import { channelLink, joined, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { CatalogueEntry } from '#store/store.ts';
import type { Text } from '#text/text.ts';
import { LISTENING } from './listening.actions.ts';

/** Characters of what somebody named that a nudge shows. */
const NAMES_CHARS_MAX = 120;

export type NudgeSetting = { text: Text; engineer?: string; owned?: CatalogueEntry };

function heardLine({ stage, tools, kind }: Nudge, text: Text): Mrkdwn {
  const about = stage === 'bought' || stage === 'renewal' ? stage : 'heard';
  if (tools.length > 0) return text.mrkdwn(`nudge.${about}.tool`, { what: namesOf(tools, text) });
  return kind ? text.mrkdwn(`nudge.${about}.kind`, { what: kind }) : text.mrkdwn(`nudge.${about}.none`);
}

function namesOf(tools: string[], text: Text): string {
  const [last = '', ...before] = tools.toReversed();
  const others = before.toReversed().join(text.plain('nudge.list-comma'));
  return clip(others ? others + text.plain('nudge.list-and') + last : last, NAMES_CHARS_MAX);
}

const whatOf = ({ tools, kind }: Nudge, text: Text): string =>
  tools.length > 0 ? namesOf(tools, text) : (kind ?? text.plain('nudge.something'));

function offerLine({ stage }: Nudge, { text, engineer }: NudgeSetting): Mrkdwn {
  if (stage === 'bought') return text.mrkdwn('nudge.offer.bought');
  return engineer ? text.mrkdwn('nudge.offer.named', { engineer }) : text.mrkdwn('nudge.offer');
}

function ownedLines({ text, owned }: NudgeSetting): Mrkdwn[] {
  if (!owned) return [];
  const { name, businessOwner, itOwner, seats, freeSeats } = owned;
  const owner = businessOwner ?? itOwner;
  return [
    text.mrkdwn('nudge.owned', {
      tool: name,
      owner: owner ? text.mrkdwn('intake.owned.owner', { owner: mention(owner) }) : '',
      seats: seats === undefined ? '' : text.mrkdwn('intake.owned.seats', { free: freeSeats ?? 0, seats }),
    }),
  ];
}

/** The private prompt: what was heard, what IT can do, three answers. */
export function nudgePrompt(nudge: Nudge, setting: NudgeSetting): Content {
  const { text } = setting;
  const between = text.language === 'en' ? ' ' : '';
  const line = joined([heardLine(nudge, text), ...ownedLines(setting), offerLine(nudge, setting)], between);
  const key = nudgeKey(nudge);
  return messageOf(
    line,
    actions(
      button(text.plain('action.nudge.yes'), LISTENING.yes, key, { style: 'primary' }),
      button(text.plain('action.nudge.no'), LISTENING.no, key),
      button(text.plain('action.nudge.never'), LISTENING.never, key),
    ),
  );
}

/** After *Don't ask me again*: here, or anywhere. */
export function whereView(nudge: Nudge, text: Text): Content {
  const key = nudgeKey(nudge);
  const line = text.mrkdwn('nudge.where');
  return messageOf(
    line,
    actions(
      button(text.plain('action.nudge.never-here'), LISTENING.neverHere, key),
      button(text.plain('action.nudge.never-anywhere'), LISTENING.neverAnywhere, key),
      button(text.plain('action.undo'), LISTENING.undo, key),
    ),
  );
}

/** What the prompt becomes once it is answered. */
export function answeredView(nudge: Nudge, answer: NudgeAnswer, text: Text): Content {
  const key = nudgeKey(nudge);
  const line = answeredLine(nudge, answer, text);
  const again = button(text.plain('action.nudge.again'), LISTENING.yes, key, { style: 'primary' });
  return messageOf(
    line,
    actions(...(answer === 'yes' ? [again] : []), button(text.plain('action.undo'), LISTENING.undo, key)),
  );
}

function answeredLine(nudge: Nudge, answer: NudgeAnswer, text: Text): Mrkdwn {
  switch (answer) {
    case 'yes':
      return text.mrkdwn('nudge.answered.yes', { what: whatOf(nudge, text) });
    case 'no':
      return text.mrkdwn('nudge.answered.no', { what: whatOf(nudge, text) });
    case 'never-here':
      return text.mrkdwn('nudge.answered.never-here', { channel: channelLink(nudge.channel) });
    case 'never':
      return text.mrkdwn('nudge.answered.never');
  }
}
