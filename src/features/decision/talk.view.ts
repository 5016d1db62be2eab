import type { Button } from '@slack/types';
import { unitOf } from '#domain/organisation.ts';
import type { Message } from '#domain/outcome.ts';
import type { PurchaseRequest, Seat } from '#domain/purchase-request.ts';
import type { Content } from '#outbox/outbox.ts';
import { actions, button, labelled, quotation, section } from '#slack/blocks.ts';
import { type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { DECISION } from './decision.actions.ts';
import { said } from './thread.view.ts';
import { at, on, people, type Setting, unitName } from './words.ts';

type Reply<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;

/** The requester's way on from a no. */
export const talkButtons = (id: string, text: Text): Button[] => [
  button(text.plain('action.talk-through'), DECISION.talkThrough, id, { style: 'primary' }),
  button(text.plain('action.leave-it'), DECISION.leaveIt, id),
];

/** Who joins a talk besides the two sides: the IT leads and the unit's leads. */
function joining({ requester, intake }: PurchaseRequest, { text, org }: Setting): Mrkdwn {
  const leads = new Set([...org.it.leads, ...(unitOf(org, intake.unit)?.leads ?? [])]);
  leads.delete(requester);
  return people([...leads], text);
}

/** A no, with the way forward, and the offer to sit down. */
export function objectedReply(request: PurchaseRequest, { objection }: Reply<'objected'>, setting: Setting): Content {
  const { text } = setting;
  const { progress, requester, id } = request;
  const line = text.mrkdwn('objected.title', { by: mention(objection.by) });
  const reasons = [
    labelled(text.plain('objected.reason'), objection.reason),
    labelled(text.plain('objected.way-forward'), objection.wayForward),
  ];
  if (progress.state !== 'objected') return said(line, undefined, ...reasons);
  const offer = text.mrkdwn('objected.offer', {
    requester: mention(requester),
    joining: joining(request, setting),
    until: at(setting, progress.until),
  });
  return said(line, undefined, ...reasons, section(offer), actions(...talkButtons(id, text)));
}

export function talkOpenedReply(request: PurchaseRequest, setting: Setting): Content {
  const { text } = setting;
  const { talk, requester, id, pairing } = request;
  const objector = mention(talk?.objector ?? pairing.engineer);
  const date = talk ? on(setting, talk.on) : '';
  const title = text.mrkdwn('talk.title', { requester: mention(requester), joining: joining(request, setting), date });
  const ask = text.mrkdwn('talk.ask', { requester: mention(requester), objector });
  return said(title, undefined, section(ask), actions(button(text.plain('action.tell-view'), DECISION.tellView, id)));
}

/** Both sides as they see it, side by side, and what comes next. */
export function viewsReply(request: PurchaseRequest, setting: Setting): Content {
  const { text } = setting;
  const { talk, requester, seats, pairing } = request;
  const side = (who: string, words: string | undefined) => [
    section(mention(who)),
    ...(words ? [quotation(words)] : []),
  ];
  const again = people(
    seats.filter(({ verdict }) => !verdict).flatMap(({ holders }) => holders),
    text,
  );
  return said(
    text.mrkdwn('talk.views'),
    undefined,
    ...side(requester, talk?.views.requester),
    ...side(talk?.objector ?? pairing.engineer, talk?.views.objector),
    section(text.mrkdwn('talk.after', { date: talk ? on(setting, talk.on) : '', seats: again })),
  );
}

export function escalatedReply(request: PurchaseRequest, { timer }: Reply<'escalated'>, setting: Setting): Content {
  const { text, org } = setting;
  const { promises, requester } = request;
  const leads = people(
    org.it.leads.filter((lead) => lead !== requester),
    text,
  );
  return said(
    timer === 'response-late'
      ? text.mrkdwn('escalated.response', {
          leads,
          requester: mention(requester),
          by: at(setting, promises.firstResponseBy),
        })
      : text.mrkdwn('escalated.decision', { leads, by: at(setting, promises.decisionBy) }),
  );
}

export const expiredReply = ({ requester, id }: PurchaseRequest, { text }: Setting): Content =>
  said(
    text.mrkdwn('expired.text', { requester: mention(requester) }),
    undefined,
    actions(button(text.plain('action.revive'), DECISION.revive, id)),
  );

export const revivedReply = ({ requester }: PurchaseRequest, { by }: Reply<'revived'>, { text }: Setting): Content =>
  said(text.mrkdwn('revived.text', { by: mention(by), requester: mention(requester) }));

export const stoodInReply = ({ from, to, why }: Reply<'stood-in'>, { text }: Setting): Content =>
  said(text.mrkdwn(`stood-in.${why}`, { from: mention(from), to: mention(to) }));

/** Why somebody sits in a seat that is not theirs by the org file. */
export function raisedLines(request: PurchaseRequest, setting: Setting): Mrkdwn[] {
  const { text, org } = setting;
  const lineFor = ({ role, holders, raised }: Seat): Mrkdwn[] => {
    const who = people(holders, text);
    if (raised === 'it-lead') return [text.mrkdwn('seated.it-lead', { seat: text.plain(`seat.${role}`), who })];
    if (raised !== 'lead-above') return [];
    return [
      text.mrkdwn('seated.lead-above', { requester: mention(request.requester), unit: unitName(org, request), who }),
    ];
  };
  return request.seats.flatMap(lineFor);
}
