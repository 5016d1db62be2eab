import { type Intake, isBypass, isOpen, type PurchaseRequest } from '#domain/purchase-request.ts';
import {
  actions,
  type Blocks,
  button,
  context,
  header,
  labelled,
  labelledLinks,
  option,
  section,
} from '#slack/blocks.ts';
import { clip, HEADER_CHARS_MAX } from '#slack/limits.ts';
import { joined, link, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { DECISION } from './decision.actions.ts';
import { movedLine, nextLine, seatLines } from './next.view.ts';
import { stepBoxes } from './steps.view.ts';
import { talkButtons } from './talk.view.ts';
import { factsLine, on, type Setting, trackLine, unitName } from './words.ts';

/** The card at the head of a decision thread: always today's state, in the workspace's language. */
export function decisionCard(request: PurchaseRequest, setting: Setting): Blocks {
  const { text } = setting;
  const title = text.plain('card.title', { id: request.id, outcome: request.intake.outcome });
  return [
    header(oneLine(title)),
    section(peopleLine(request, setting)),
    ...(title.length > HEADER_CHARS_MAX ? [labelled(text.plain('card.outcome'), request.intake.outcome)] : []),
    ...details(request, setting),
    section(joined([trackLine(request, setting), ...seatLines(request, setting), nextLine(request, setting)], '\n')),
    ...(isOpen(request) ? stepBoxes(request, text) : []),
    ...(request.moved ? [context(movedLine(request, request.moved, setting))] : []),
    buttons(request, text),
  ];
}

const oneLine = (title: string): string => title.replace(/\s+/g, ' ');

const peopleLine = (request: PurchaseRequest, { text, org }: Setting): Mrkdwn =>
  text.mrkdwn('card.people', {
    requester: mention(request.requester),
    engineer: mention(request.pairing.engineer),
    unit: unitName(org, request),
  });

function details(request: PurchaseRequest, setting: Setting): Blocks {
  const { text } = setting;
  const { successMeasure, links, files, origin, owner, paidUntil, restricted } = request.intake;
  const extras = [
    ...(owner ? [text.mrkdwn('card.owner', { owner: mention(owner) })] : []),
    ...(paidUntil ? [text.mrkdwn('card.paid-until', { date: on(setting, paidUntil) })] : []),
    ...(origin
      ? [text.mrkdwn('card.origin', { message: link(origin.permalink, text.plain('card.origin-label')) })]
      : []),
    ...(restricted ? [text.mrkdwn('card.private')] : []),
  ];
  return [
    labelled(text.plain(isBypass(request) ? 'card.bought' : 'card.looking-for'), factsLine(request, setting)),
    ...(successMeasure ? [labelled(text.plain('card.success'), successMeasure)] : []),
    ...(links ? [labelled(text.plain('card.links'), links)] : []),
    ...(files.length > 0 ? [labelledLinks(text.plain('card.files'), files.map(asLink))] : []),
    ...(extras.length > 0 ? [section(joined(extras, '\n'))] : []),
  ];
}

const asLink = ({ permalink, name }: Intake['files'][number]) => ({ url: permalink, text: name });

const MORE = ['conditions', 'pilot', 'reuse', 'hand-over', 'withdraw'] as const;

/** The same for everyone who reads the card: whoever may not use one gets a private, friendly no. */
function buttons({ id, progress }: PurchaseRequest, text: Text): Blocks[number] {
  switch (progress.state) {
    case 'decided':
    case 'withdrawn':
      return actions(button(text.plain('action.reopen'), DECISION.reopen, id));
    case 'expired':
      return actions(button(text.plain('action.revive'), DECISION.revive, id, { style: 'primary' }));
    case 'objected':
      return actions(...talkButtons(id, text));
    case 'deciding':
    case 'waiting':
      return actions(
        ...(progress.state === 'waiting' ? [button(text.plain('action.answer'), DECISION.answer, id)] : []),
        button(text.plain('action.approve'), DECISION.approve, id, { style: 'primary' }),
        button(text.plain('action.ask'), DECISION.ask, id),
        button(text.plain('action.decline'), DECISION.decline, id),
        {
          type: 'overflow',
          action_id: DECISION.more,
          options: MORE.map((what) => option(text.plain(`action.more.${what}`), `${id}:${what}`)),
        },
      );
  }
}

/** What phones and screen readers show for the card. */
export function cardText(request: PurchaseRequest, setting: Setting): string {
  const { text } = setting;
  const { id, progress, requester, pairing, intake } = request;
  const status =
    progress.state === 'decided'
      ? text.mrkdwn('card.status-decided', { decision: text.plain(`decision.${progress.decision}`) })
      : text.mrkdwn(`card.status-${progress.state}`, {
          engineer: mention(pairing.engineer),
          requester: mention(requester),
        });
  const outcome = clip(intake.outcome, NOTIFIED_CHARS_MAX);
  return text.mrkdwn('card.notification', { id, outcome, status }).mrkdwn;
}

/** Characters of somebody's words that a notification quotes. A phone shows about as much. */
const NOTIFIED_CHARS_MAX = 200;
