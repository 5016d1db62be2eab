import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { UserId } from '#domain/ids.ts';
import { TANDEM } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { ANA, aRequest, BEN, HOUR_MS, MEI, MONDAY } from '#test/support/builders.ts';
import {
  ANSWER,
  APPROVE,
  ASK,
  CHO,
  DECLINE,
  type Deed,
  does,
  LEA,
  LEAVE_IT,
  LIV,
  mustAccept,
  REVIVE,
  SAM,
  standIn,
  TALK_THROUGH,
  tellView,
  timeComes,
} from '#test/support/deeds.ts';

// Who may do what, and when: every command by everybody in every state, as a page of the docs.

const PAGE = new URL('../../docs/authorisation.md', import.meta.url);
const [TOM, SEC, FAY] = ['U0TOM', 'U0SEC', 'U0FAY'] as UserId[] as [UserId, UserId, UserId];

const ROLES: [string, UserId][] = [
  ['requester', MEI],
  ['engineer', ANA],
  ['stand-in', BEN],
  ['budget holder', LIV],
  ['budget stand-in', TOM],
  ['security reviewer', SEC],
  ['security stand-in', FAY],
  ['other engineer', CHO],
  ['IT lead', LEA],
  ['other employee', SAM],
  ['Tandem', TANDEM],
];

const open = aRequest({
  track: 'full',
  firstResponse: { by: ANA, at: MONDAY },
  seats: [
    { role: 'it', holders: [ANA], standIns: [BEN] },
    { role: 'budget', holders: [LIV], standIns: [TOM] },
    { role: 'security', holders: [SEC], standIns: [FAY] },
  ],
});
const then = (request: PurchaseRequest, by: UserId, deed: Deed): PurchaseRequest =>
  mustAccept(does(request, by, deed)).request;
const asked = then(open, ANA, ASK);
const objected = then(open, LIV, DECLINE);
const talked = then(objected, MEI, TALK_THROUGH);

/** Long enough for every timer. */
const LATER = MONDAY + 60 * 24 * HOUR_MS;
const expired = mustAccept(does(asked, TANDEM, timeComes('waiting-ends'), { at: LATER })).request;

const STATES: [string, PurchaseRequest][] = [
  ['deciding', open],
  ['waiting', asked],
  ['objected', objected],
  ['talked', talked],
  ['decided', then(talked, ANA, DECLINE)],
  ['withdrawn', then(open, MEI, { type: 'withdraw' })],
  ['expired', expired],
];

const TIMER_OF: Record<string, Deed> = {
  waiting: timeComes('waiting-ends'),
  expired: timeComes('waiting-ends'),
  objected: timeComes('objection-ends'),
};

const DEEDS: [string, string, (state: string) => Deed][] = [
  ['approve', 'Say yes, plainly, on conditions, as a pilot or by reuse', () => APPROVE],
  ['decline', 'Say no, with a reason and a way forward', () => DECLINE],
  ['ask', 'Ask the requester; the clock stops', () => ASK],
  ['answer', 'Answer what was asked; the clock goes on', () => ANSWER],
  ['tick', 'Tick a joint step', () => ({ type: 'tick', step: 'needs', done: true })],
  ['hand-over', 'Give it to another engineer', () => ({ type: 'hand-over', to: CHO })],
  ['withdraw', 'Take the request back', () => ({ type: 'withdraw' })],
  ['talk-through', 'Talk a no through', () => TALK_THROUGH],
  ['leave-it', 'Let a no be', () => LEAVE_IT],
  ['tell-view', 'Say how one sees it, in a talk', () => tellView()],
  ['reopen', 'Take a decision back, on the record', () => ({ type: 'reopen', because: 'New facts' })],
  ['revive', 'Bring an expired request back', () => REVIVE],
  ['support', 'Be for it, without a seat', () => ({ type: 'support' })],
  ['respond', 'Reply in the thread, as the first response', () => ({ type: 'respond' })],
  ['stand-in', 'Move it on when its engineer is gone', () => standIn([ANA])],
  ['lose-thread', 'Go on elsewhere when the thread is gone', () => ({ type: 'lose-thread', loss: 'deleted' })],
  ['time-comes', 'Remind, escalate, let expire', (state) => TIMER_OF[state] ?? timeComes('decision-late')],
];

function cell(deed: Deed, by: UserId, request: PurchaseRequest): string {
  // A reply counts only while there was none.
  const { firstResponse: _, ...unanswered } = request;
  const outcome = does(deed.type === 'respond' ? unanswered : request, by, deed, { at: LATER });
  return outcome.ok ? '✓' : outcome.refusal.code;
}

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

function section([name, what, deedIn]: (typeof DEEDS)[number]): string {
  return [
    `## ${name}`,
    '',
    `${what}.`,
    '',
    row(['', ...STATES.map(([state]) => state)]),
    row(['---', ...STATES.map(() => '---')]),
    ...ROLES.map(([role, by]) => row([role, ...STATES.map(([state, request]) => cell(deedIn(state), by, request))])),
    '',
  ].join('\n');
}

const INTRODUCTION = `# Who may do what, and when

Made by \`test/domain/authorisation.test.ts\` from what the domain answers; a test fails when this page and the domain
differ. It shows a request on the full track: its IT, budget and security seats each have a holder, who is waited for
by name, and a stand-in, who may decide too. *✓* is accepted; anything else is the code of the refusal, for which
people get a sentence that names the way forward.

*Waiting* is for the requester's answer. *Objected*: the budget holder said no, and the requester may talk it through.
*Talked*: that no is being talked through, and its seat is asked again. *Decided* was declined. A decision taken back is
*deciding* again.

A private request is \`unknown-request\` to anybody who has no part in it, before this table is asked. Only Tandem makes
time pass, loses threads and calls stand-ins; it presses nothing else.
`;

const page = [INTRODUCTION, ...DEEDS.map(section)].join('\n');

it('the page of who may do what is what the domain answers', () => {
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
  const hint = 'Read what changed; when it is meant: UPDATE_DOCS=1 npx vitest run test/domain/authorisation.test.ts';
  expect(readFileSync(PAGE, 'utf8'), hint).toBe(page);
});

/** Who is accepted with this command, in any state, by role. */
const allowed = (name: string): string[] => {
  const deed = DEEDS.find(([each]) => each === name)?.[2];
  const may = (by: UserId) => STATES.some(([state, request]) => deed && cell(deed(state), by, request) === '✓');
  return ROLES.filter(([, by]) => may(by)).map(([role]) => role);
};
const SEATED = ROLES.slice(1, 7).map(([role]) => role);
const PEOPLE = ROLES.slice(0, -1).map(([role]) => role);

it.each<[string, string[]]>([
  ...['approve', 'decline', 'ask'].map((name): [string, string[]] => [name, SEATED]),
  ...['answer', 'withdraw', 'talk-through', 'leave-it'].map((name): [string, string[]] => [name, ['requester']]),
  ['tick', ['requester', 'engineer', 'stand-in']],
  ['hand-over', ['engineer', 'stand-in', 'IT lead']],
  ['tell-view', ['requester', 'budget holder']],
  ['reopen', PEOPLE.slice(0, -1)],
  ['revive', ['requester', 'engineer']],
  ['support', PEOPLE.slice(1)],
  ['respond', ['engineer', 'stand-in']],
  ...['stand-in', 'lose-thread', 'time-comes'].map((name): [string, string[]] => [name, ['Tandem']]),
])('%s is for %j alone, whatever the state', (name, roles) => expect(allowed(name)).toEqual(roles));
