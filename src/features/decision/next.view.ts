import { nextStepOf } from '#domain/next-step.ts';
import { decisionChannelOf } from '#domain/organisation.ts';
import type { PurchaseRequest, Seat, ThreadMove } from '#domain/purchase-request.ts';
import { channelLink, joined, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import { at, on, people, type Setting, unitName } from './words.ts';

/** Why the conversation is not where it would belong, and who can mend it. */
export function movedLine(request: PurchaseRequest, moved: ThreadMove, { text, org }: Setting): Mrkdwn {
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

/** The next step, who has it and by when; or what came of it. */
export function nextLine(request: PurchaseRequest, setting: Setting): Mrkdwn {
  const { text } = setting;
  const { progress, requester } = request;
  switch (progress.state) {
    case 'deciding':
      return decidingLine(request, setting);
    case 'waiting':
      return text.mrkdwn('card.next-waiting', { requester: mention(requester) });
    case 'objected':
      return text.mrkdwn('card.next-objected', { requester: mention(requester), until: at(setting, progress.until) });
    case 'withdrawn':
    case 'expired':
      return text.mrkdwn(`card.${progress.state}`, { by: mention(requester), when: at(setting, progress.at) });
    case 'decided': {
      const deciders = new Set(request.seats.flatMap(({ verdict }) => (verdict ? verdict.by : [])));
      const decision = text.plain(`decision.${progress.decision}`);
      return text.mrkdwn('card.decided', { decision, by: people([...deciders], text), when: at(setting, progress.at) });
    }
  }
}

function decidingLine(request: PurchaseRequest, setting: Setting): Mrkdwn {
  const { text } = setting;
  const { promises, pairing } = request;
  const next = nextStepOf(request);
  const engineer = mention(pairing.engineer);
  const decision = at(setting, promises.decisionBy);
  if (next?.what === 'respond') {
    return text.mrkdwn('card.next-answer', { engineer, response: at(setting, promises.firstResponseBy), decision });
  }
  if (next?.what !== 'decide' || next.seat.role === 'it')
    return text.mrkdwn('card.next-decide', { engineer, decision });
  return text.mrkdwn('card.next-seat', {
    who: mention(next.who),
    seat: text.plain(`seat.${next.seat.role}`),
    decision,
  });
}

/** Who has decided and whom we wait for, by name. Empty when IT decides alone. */
export function seatLines({ seats, talk }: PurchaseRequest, setting: Setting): Mrkdwn[] {
  const { text } = setting;
  const line = joined(
    seats.map((seat) => seatPhrase(seat, setting)),
    ' · ',
  );
  return [
    ...(seats.length > 1 ? [text.mrkdwn('card.seats', { seats: line })] : []),
    ...(talk ? [text.mrkdwn('card.talk', { date: on(setting, talk.on) })] : []),
  ];
}

function seatPhrase({ role, holders, verdict }: Seat, { text }: Setting): Mrkdwn {
  const seat = text.plain(`seat.${role}`);
  if (!verdict) return text.mrkdwn('card.seat-waiting', { seat, who: people(holders, text) });
  return text.mrkdwn(verdict.kind === 'approve' ? 'card.seat-yes' : 'card.seat-no', { seat, who: mention(verdict.by) });
}
