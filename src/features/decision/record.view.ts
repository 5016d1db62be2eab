import type { DecisionRecord } from '#domain/outcome.ts';
import type { PurchaseRequest, Verdict } from '#domain/purchase-request.ts';
import type { SeatRole } from '#domain/vocabulary.ts';
import type { Content } from '#outbox/outbox.ts';
import { type Blocks, context, header, labelled, quotation, section } from '#slack/blocks.ts';
import { joined, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import { at, costPhrase, listed, on, type Setting } from './words.ts';

/** The summary that is posted when a request is decided: what, who, why, on which terms, and who looks after it. */
export function decisionRecord(request: PurchaseRequest, record: DecisionRecord, setting: Setting): Content {
  const { text } = setting;
  const { outcome, successMeasure, tool } = request.intake;
  const decision = text.plain(`decision.${record.decision}`);
  const hint = record.decision === 'declined' ? 'record.decline-hint' : 'record.reopen-hint';
  return {
    text: text.mrkdwn('card.notification', { id: request.id, outcome: tool, status: decision }).mrkdwn,
    blocks: [
      header(text.plain('record.title', { decision, tool })),
      section(
        joined(
          record.verdicts.map((seat) => seatLine(seat, setting)),
          '\n',
        ),
      ),
      ...record.verdicts.flatMap(({ verdict }) => termsOf(verdict, setting)),
      labelled(text.plain('record.outcome'), outcome),
      ...objections(record, setting),
      ...(successMeasure ? [labelled(text.plain('record.success'), successMeasure)] : []),
      ...(record.decision === 'declined' ? [] : [section(afterwards(request, record, setting))]),
      context(text.mrkdwn(hint)),
    ],
  };
}

function seatLine({ role, verdict }: { role: SeatRole; verdict: Verdict }, setting: Setting): Mrkdwn {
  const { text } = setting;
  const key = verdict.kind === 'decline' ? 'record.seat-declined' : 'record.seat';
  return text.mrkdwn(key, {
    seat: text.plain(`seat.${role}`),
    by: mention(verdict.by),
    when: at(setting, verdict.at),
  });
}

/** What somebody attached to their verdict, as typed. */
function termsOf(verdict: Verdict, setting: Setting): Blocks {
  const { text } = setting;
  if (verdict.kind === 'decline') {
    return [
      labelled(text.plain('record.reason'), verdict.reason),
      labelled(text.plain('record.way-forward'), verdict.wayForward),
    ];
  }
  const { terms } = verdict;
  switch (terms.kind) {
    case 'plain':
      return [];
    case 'conditions':
      return [labelled(text.plain('record.conditions', { date: on(setting, terms.due) }), terms.text)];
    case 'pilot':
      return [labelled(text.plain('record.pilot', { date: on(setting, terms.endsOn) }), terms.text)];
    case 'reuse':
      return [labelled(text.plain('record.reuse'), terms.tool)];
  }
}

/** What was said against it and talked through stays on record, whatever came of it. */
function objections({ objections: kept }: DecisionRecord, { text }: Setting): Blocks {
  if (kept.length === 0) return [];
  const lines = kept.flatMap(({ by, role, reason }) => [
    section(text.mrkdwn('record.objection', { by: mention(by), seat: text.plain(`seat.${role}`) })),
    quotation(reason),
  ]);
  return [section(text.mrkdwn('record.objections')), ...lines];
}

function afterwards(request: PurchaseRequest, { openSteps, reviewOn }: DecisionRecord, setting: Setting): Mrkdwn {
  const { text } = setting;
  const steps = listed(
    openSteps.map((step) => text.plain(`step.${step}`)),
    text,
  );
  const owners = {
    owner: mention(request.intake.owner ?? request.requester),
    engineer: mention(request.pairing.engineer),
  };
  return joined(
    [
      text.mrkdwn('record.owners', owners),
      text.mrkdwn('record.cost', { cost: costPhrase(request.intake, text) }),
      ...(reviewOn ? [text.mrkdwn('record.review', { date: on(setting, reviewOn) })] : []),
      ...(openSteps.length > 0 ? [text.mrkdwn('record.open-steps', { steps })] : []),
    ],
    '\n',
  );
}
