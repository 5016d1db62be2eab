import type { Checkboxes } from '@slack/types';
import { stepsFor } from '#domain/joint-steps.ts';
import { decisionChannelOf } from '#domain/organisation.ts';
import {
  type Intake,
  isOpen,
  type JointStep,
  type PurchaseRequest,
  type ThreadMove,
} from '#domain/purchase-request.ts';
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
import { channelLink, joined, link, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { DECISION } from './decision.actions.ts';
import { at, factsLine, people, type Setting, trackLine, unitName } from './words.ts';

/** The card at the head of a decision thread: always today's state, in the workspace's language. */
export function decisionCard(request: PurchaseRequest, setting: Setting): Blocks {
  const { text } = setting;
  const title = text.plain('card.title', { id: request.id, outcome: request.intake.outcome });
  return [
    header(oneLine(title)),
    section(peopleLine(request, setting)),
    ...(title.length > HEADER_CHARS_MAX ? [labelled(text.plain('card.outcome'), request.intake.outcome)] : []),
    ...details(request, setting),
    section(joined([trackLine(request, setting), nextLine(request, setting)], '\n')),
    ...(isOpen(request) ? steps(request, text) : []),
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
  const { successMeasure, links, files, origin, restricted } = request.intake;
  const extras = [
    ...(origin
      ? [text.mrkdwn('card.origin', { message: link(origin.permalink, text.plain('card.origin-label')) })]
      : []),
    ...(restricted ? [text.mrkdwn('card.private')] : []),
  ];
  return [
    labelled(text.plain('card.looking-for'), factsLine(request, setting)),
    ...(successMeasure ? [labelled(text.plain('card.success'), successMeasure)] : []),
    ...(links ? [labelled(text.plain('card.links'), links)] : []),
    ...(files.length > 0 ? [labelledLinks(text.plain('card.files'), files.map(asLink))] : []),
    ...(extras.length > 0 ? [section(joined(extras, '\n'))] : []),
  ];
}

const asLink = ({ permalink, name }: Intake['files'][number]) => ({ url: permalink, text: name });

/** Why the conversation is not where it would belong, and who can mend it. */
function movedLine(request: PurchaseRequest, moved: ThreadMove, { text, org }: Setting): Mrkdwn {
  const leads = people(org.it.leads, text);
  const channel = decisionChannelOf(org, request.intake.unit);
  switch (moved) {
    case 'deleted':
    case 'handed-over':
      return text.mrkdwn(`moved.${moved}`);
    case 'archived':
      return text.mrkdwn('moved.archived', { leads });
    case 'not-in-channel':
      return text.mrkdwn('moved.not-in-channel', { leads, channel: channel ? channelLink(channel) : '' });
    case 'no-channel':
      return text.mrkdwn('moved.no-channel', { leads, unit: unitName(org, request) });
  }
}

function nextLine(request: PurchaseRequest, setting: Setting): Mrkdwn {
  const { text } = setting;
  const { progress, promises, requester, firstResponse, seats } = request;
  const engineer = mention(request.pairing.engineer);
  const decision = at(setting, promises.decisionBy);
  switch (progress.state) {
    case 'waiting':
      return text.mrkdwn('card.next-waiting', { requester: mention(requester) });
    case 'withdrawn':
      return text.mrkdwn('card.withdrawn', { by: mention(requester), when: at(setting, progress.at) });
    case 'decided': {
      const by = joined(
        seats.flatMap(({ verdict }) => (verdict ? mention(verdict.by) : [])),
        text.plain('list.comma'),
      );
      const word = text.plain(`decision.${progress.decision}`);
      return text.mrkdwn('card.decided', { decision: word, by, when: at(setting, progress.at) });
    }
    case 'deciding':
      return firstResponse
        ? text.mrkdwn('card.next-decide', { engineer, decision })
        : text.mrkdwn('card.next-answer', { engineer, response: at(setting, promises.firstResponseBy), decision });
  }
}

/** Carries which steps were ticked when the box was drawn: a press is compared with what its presser saw. */
const stepsBlockId = (id: string, done: JointStep[]): string =>
  `steps.${done.map((step) => `${id}:${step}`).join('+')}`;

/** Which steps a box with this block id showed as ticked. */
export const stepsShown = (blockId: string): string[] =>
  blockId
    .replace(/^steps\./, '')
    .split('+')
    .filter(Boolean);

function steps(request: PurchaseRequest, text: Text): Blocks {
  const shown = stepsFor(request.track, request.intake.stage);
  const done = request.steps.map(({ step }) => step).filter((step) => shown.includes(step));
  const stepOption = (step: JointStep) =>
    option(text.plain(`step.${step}`), `${request.id}:${step}`, text.plain(`step.${step}.help`));
  const boxes: Checkboxes = {
    type: 'checkboxes',
    action_id: DECISION.tick,
    options: shown.map(stepOption),
    ...(done.length > 0 && { initial_options: shown.filter((step) => done.includes(step)).map(stepOption) }),
  };
  return [section(text.mrkdwn('card.steps')), { ...actions(boxes), block_id: stepsBlockId(request.id, done) }];
}

function buttons({ id, progress }: PurchaseRequest, text: Text): Blocks[number] {
  if (progress.state === 'decided' || progress.state === 'withdrawn') {
    return actions(button(text.plain('action.reopen'), DECISION.reopen, id));
  }
  const more = (['conditions', 'pilot', 'reuse', 'hand-over', 'withdraw'] as const).map((what) =>
    option(text.plain(`action.more.${what}`), `${id}:${what}`),
  );
  return actions(
    ...(progress.state === 'waiting' ? [button(text.plain('action.answer'), DECISION.answer, id)] : []),
    button(text.plain('action.approve'), DECISION.approve, id, { style: 'primary' }),
    button(text.plain('action.ask'), DECISION.ask, id),
    button(text.plain('action.decline'), DECISION.decline, id),
    { type: 'overflow', action_id: DECISION.more, options: more },
  );
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
