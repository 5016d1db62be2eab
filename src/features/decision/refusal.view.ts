import type { Refusal } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { actions, type Blocks, button, section } from '#slack/blocks.ts';
import { clip } from '#slack/limits.ts';
import { escapeText, type Mrkdwn, mention, trusted } from '#slack/mrkdwn.ts';
import { DECISION } from './decision.actions.ts';
import { at, on, people, type Setting } from './words.ts';

/** Characters of an id that is none: it may be anything that a client sends. */
const ID_CHARS_MAX = 40;

/** The sentence for a refusal: friendly, private, and it names the way forward. */
export function refusalLine(
  refusal: Refusal,
  id: string,
  request: PurchaseRequest | undefined,
  setting: Setting,
): Mrkdwn {
  const { text, org } = setting;
  const requester = mention(request?.requester ?? '');
  const engineer = mention(request?.pairing.engineer ?? '');
  switch (refusal.code) {
    case 'unknown-request':
      return text.mrkdwn('refusal.unknown-request', { id: clip(id, ID_CHARS_MAX) });
    case 'own-request':
    case 'not-decided-yet':
    case 'nothing-asked':
      return text.mrkdwn(`refusal.${refusal.code}`, { engineer });
    case 'not-your-seat':
      return notYourSeat(refusal, setting);
    case 'already-decided': {
      const decision = text.plain(`decision.${refusal.decision}`);
      return text.mrkdwn('refusal.already-decided', {
        decision,
        by: mention(refusal.by),
        when: at(setting, refusal.at),
      });
    }
    case 'has-decided':
    case 'already-expired':
      return text.mrkdwn(`refusal.${refusal.code}`, { when: at(setting, refusal.at) });
    case 'objection-first':
      return text.mrkdwn('refusal.objection-first', { requester: mention(refusal.requester) });
    case 'already-withdrawn':
      return text.mrkdwn('refusal.already-withdrawn', { when: at(setting, refusal.at) });
    case 'words-needed':
    case 'date-passed':
    case 'not-an-engineer':
    case 'has-it-already':
      return trusted(escapeText(fieldError(refusal, setting)));
    case 'already-asked':
      return text.mrkdwn('refusal.already-asked', { requester });
    case 'requester-only':
      return text.mrkdwn('refusal.requester-only', { requester: mention(refusal.requester) });
    case 'pair-only':
      return text.mrkdwn('refusal.pair-only', {
        requester: mention(refusal.requester),
        engineer: mention(refusal.engineer),
      });
    case 'no-engineer':
      return text.mrkdwn('refusal.no-engineer', { leads: people(org.it.leads, text), command: '/buy-tool' });
    case 'nothing-changes':
    case 'nothing-to-talk-through':
      return text.mrkdwn(`refusal.${refusal.code}`);
  }
}

/** A refusal that a field of the form can mend, in plain text beside it. */
export type FieldRefusal = Extract<
  Refusal,
  { code: 'words-needed' | 'date-passed' | 'not-an-engineer' | 'has-it-already' }
>;

export function fieldError(refusal: FieldRefusal, setting: Setting): string {
  const { text } = setting;
  switch (refusal.code) {
    case 'words-needed':
      return text.plain(`refusal.words-needed.${refusal.what}`);
    case 'date-passed':
      return text.plain('refusal.date-passed', { date: on(setting, refusal.date) });
    case 'not-an-engineer':
    case 'has-it-already':
      return text.plain(`refusal.${refusal.code}`);
  }
}

type NotYourSeat = Extract<Refusal, { code: 'not-your-seat' }>;

function notYourSeat({ holders, standIns }: NotYourSeat, { text }: Setting): Mrkdwn {
  const names = people(holders, text);
  return standIns.length > 0
    ? text.mrkdwn('refusal.not-your-seat-stand-in', { holders: names, standIns: people(standIns, text) })
    : text.mrkdwn('refusal.not-your-seat', { holders: names });
}

/** Whoever has no seat may still say that they are for it. */
export function supportOffer(
  refusal: Refusal,
  request: PurchaseRequest,
  engineerName: string,
  setting: Setting,
): Blocks {
  if (refusal.code !== 'not-your-seat') return [];
  const { text } = setting;
  return [
    section(text.mrkdwn('refusal.offer-support', { holders: mention(request.pairing.engineer) })),
    actions(button(text.plain('action.support', { name: engineerName }), DECISION.support, request.id)),
  ];
}
