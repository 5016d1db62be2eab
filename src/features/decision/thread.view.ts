import type { Message } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { Content } from '#outbox/outbox.ts';
import { actions, type Blocks, button, messageOf, quotation, section } from '#slack/blocks.ts';
import { joined, type Mrkdwn, mention, trusted } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { DECISION } from './decision.actions.ts';
import { at, type Setting, unitName } from './words.ts';

/** One line of ours, and under it what somebody said, as typed. */
export const said = (line: Mrkdwn, words?: string, ...more: Blocks): Content =>
  messageOf(line, ...(words ? [quotation(words)] : []), ...more);

/** Names the pair, and why this engineer. `standInName` is a name and no mention: stand-ins are not notified. */
export function pairedReply(
  request: PurchaseRequest,
  standInName: string | undefined,
  raised: Mrkdwn[],
  setting: Setting,
): Content {
  const { text } = setting;
  const { reason } = request.pairing;
  const names = {
    requester: mention(request.requester),
    engineer: mention(request.pairing.engineer),
    standIn: standInName ? text.mrkdwn('paired.stand-in', { name: standInName }) : trusted(''),
  };
  const unit = unitName(setting.org, request);
  const line =
    reason.kind === 'embedded'
      ? text.mrkdwn('paired.embedded', { ...names, unit, load: loadPhrase(reason.openRequests, text) })
      : reason.kind === 'expertise' || reason.kind === 'available'
        ? text.mrkdwn(`paired.${reason.kind}`, { ...names, load: loadPhrase(reason.openRequests, text) })
        : reason.kind === 'stood-in'
          ? text.mrkdwn('paired.stood-in', { ...names, for: mention(reason.for) })
          : text.mrkdwn(`paired.${reason.kind}`, names);
  return said(joined([line, ...raised, text.mrkdwn('paired.talk')], '\n'));
}

function loadPhrase(openRequests: number, text: Text): string {
  if (openRequests === 0) return text.plain('paired.load.none');
  return openRequests === 1 ? text.plain('paired.load.one') : text.plain('paired.load.more', { count: openRequests });
}

type Reply<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;

export function askedReply(request: PurchaseRequest, { question, by }: Reply<'asked'>, setting: Setting): Content {
  const { text } = setting;
  const line = text.mrkdwn('asked.title', { engineer: mention(by), requester: mention(request.requester) });
  return said(
    line,
    question,
    section(text.mrkdwn('asked.clock')),
    actions(button(text.plain('action.answer'), DECISION.answer, request.id, { style: 'primary' })),
  );
}

export function answeredReply(request: PurchaseRequest, { answer }: Reply<'answered'>, setting: Setting): Content {
  const { text } = setting;
  const next = text.mrkdwn('answered.next', {
    engineer: mention(request.pairing.engineer),
    decision: at(setting, request.promises.decisionBy),
  });
  return said(text.mrkdwn('answered.title', { requester: mention(request.requester) }), answer, section(next));
}

export function handedOverReply({ from, to, by }: Reply<'handed-over'>, { text }: Setting): Content {
  const [giver, taker] = [mention(from), mention(to)];
  return said(
    by === from
      ? text.mrkdwn('handed-over.text', { from: giver, to: taker })
      : text.mrkdwn('handed-over.by', { from: giver, to: taker, by: mention(by) }),
  );
}

export const withdrawnReply = (request: PurchaseRequest, { because }: Reply<'withdrawn'>, { text }: Setting): Content =>
  said(text.mrkdwn('withdrawn.text', { requester: mention(request.requester) }), because);

export function reopenedReply(request: PurchaseRequest, { by, because }: Reply<'reopened'>, setting: Setting): Content {
  const { text } = setting;
  const line = text.mrkdwn('reopened.text', {
    by: mention(by),
    engineer: mention(request.pairing.engineer),
    decision: at(setting, request.promises.decisionBy),
  });
  return said(line, because);
}
