import type { ChannelId, LocalDate, RequestId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { DecisionRecord, News, RequestMessage } from '#domain/outcome.ts';
import type { PairingReason } from '#domain/pairing.ts';
import type { PolicyReason } from '#domain/policy/rules.ts';
import {
  JOINT_STEPS,
  type Objection,
  type PurchaseRequest,
  type ThreadLoss,
  type ThreadMove,
  type Verdict,
} from '#domain/purchase-request.ts';
import { SEAT_ROLES, type TimerKind } from '#domain/vocabulary.ts';
import { WORDS_CHARS_MAX } from '#features/decision/dialogs.view.ts';
import { presenter } from '#features/decision/present.ts';
import { ANSWER_CHARS_MAX } from '#features/intake/intake.form.ts';
import { TOOL_CHARS_MAX } from '#features/intake/typed.ts';
import type { Delivery } from '#outbox/outbox.ts';
import { OPTION_TEXT_CHARS_MAX } from '#slack/limits.ts';
import { rememberPeople } from '#slack/people.ts';
import { textFor } from '#text/text.ts';
import { ANA, aFullRequest, aRequest, BEN, CHANNEL, MEI, MONDAY, TEAM } from './builders.ts';
import { anOrganisation, MARKETING } from './deeds.ts';

/** Makes words of at most so many characters; the same for every field of a form. */
export type Words = (charsMax: number) => string;

/** Characters that forms, Slack and the org file take at most. */
const LIMITS = {
  ...{ answer: ANSWER_CHARS_MAX, words: WORDS_CHARS_MAX, tool: TOOL_CHARS_MAX },
  ...{ name: 80, unit: OPTION_TEXT_CHARS_MAX, fileName: 255 },
};
const DATE = '2026-09-30' as LocalDate;
const LATER = MONDAY + 86_400_000;

/** A company of any size, its names as long as they may be. */
export const aCompany = (words: Words, language: 'en' | 'zh-TW', people = 5, units = 3): Organisation => {
  const users = Array.from({ length: people }, (_, index) => `U${String(index).padStart(10, '0')}` as UserId);
  const {
    units: [unit],
    ...org
  } = anOrganisation();
  if (!unit) throw new Error('The company has no unit.');
  return {
    ...org,
    workspace: { language, currency: 'TWD', decisionChannel: CHANNEL },
    it: { leads: users, engineers: users.map((user) => ({ user, units: [], expertise: [], capacity: 8 })) },
    units: [
      { ...unit, name: words(LIMITS.unit) },
      ...Array.from({ length: units - 1 }, (_, index) => ({
        ...unit,
        id: `unit-${index}` as typeof unit.id,
        name: words(LIMITS.unit),
      })),
    ],
  };
};

/** A request in which every field holds as much as its form takes. */
export const aWordyRequest = (words: Words, overrides: Partial<PurchaseRequest> = {}): PurchaseRequest => {
  const full = aFullRequest();
  return aFullRequest({
    intake: {
      ...full.intake,
      unit: MARKETING,
      outcome: words(LIMITS.answer),
      successMeasure: words(LIMITS.answer),
      links: words(LIMITS.answer),
      tool: words(LIMITS.tool),
      yearlyCost: { minor: 123_456_789_012, currency: 'TWD' },
      people: 1_000_000,
      data: ['internal', 'customer', 'personal', 'payment', 'health'],
      files: Array.from({ length: 10 }, (_, index) => ({
        id: `F${index}`,
        name: `${words(LIMITS.fileName - 4)}.pdf`,
        permalink: `https://harbour.slack.example/files/U0000000000/F000000000${index}/${encodeURIComponent(words(60).toWellFormed()).slice(0, 180)}.pdf`,
      })),
    },
    track: 'full',
    trackReasons: REASONS,
    seats: [{ role: 'it', holders: [ANA], standIns: [BEN] }],
    steps: [],
    progress: { state: 'deciding' },
    ...overrides,
  });
};

const REASONS: PolicyReason[] = [
  { kind: 'cost-at-least', limit: { minor: 5_000_000, currency: 'USD' } },
  { kind: 'cost-unknown' },
  { kind: 'rate-unknown', currency: 'XYZ' },
  { kind: 'data', data: ['personal', 'payment', 'health'] },
  { kind: 'no-sensitive-data' },
  { kind: 'stage', stage: 'signing' },
  { kind: 'region', region: 'eu' },
  { kind: 'unit', unit: MARKETING },
  { kind: 'funding', funding: 'shared' },
  { kind: 'users-at-least', limit: 5_000 },
  { kind: 'category', category: 'design' },
  { kind: 'cost-below', limit: { minor: 200_000, currency: 'USD' } },
];

const verdicts = (words: Words): Verdict[] => {
  const given = { by: ANA, at: LATER } as const;
  const text = words(LIMITS.words);
  return [
    { kind: 'approve', ...given, terms: { kind: 'plain' } },
    { kind: 'approve', ...given, terms: { kind: 'conditions', text, due: DATE } },
    { kind: 'approve', ...given, terms: { kind: 'pilot', text, endsOn: DATE } },
    { kind: 'approve', ...given, terms: { kind: 'reuse', tool: text } },
    { kind: 'decline', ...given, reason: text, wayForward: text },
  ];
};

const DECIDED = ['approved', 'approved_with_conditions', 'pilot', 'reuse', 'declined'] as const;

const objection = (words: Words): Objection => ({
  ...({ role: 'security', by: BEN, at: LATER } as const),
  ...{ reason: words(LIMITS.words), wayForward: words(LIMITS.words) },
});

const recordsOf = (words: Words): DecisionRecord[] =>
  verdicts(words).map((verdict, index) => ({
    decision: DECIDED[index] ?? 'approved',
    verdicts: [{ role: 'it', verdict }],
    objections: [objection(words)],
    openSteps: [...JOINT_STEPS],
    decidedAt: LATER,
    ...(verdict.kind === 'approve' && { reviewOn: DATE }),
  }));

const LOSSES: ThreadLoss[] = ['deleted', 'archived', 'not-in-channel', 'no-channel'];

/** Both have said how they see it. */
const talkedThrough = (request: PurchaseRequest, words: Words): PurchaseRequest => ({
  ...request,
  objections: [objection(words)],
  talk: {
    ...{ since: LATER, on: DATE, objector: BEN },
    views: { requester: words(LIMITS.words), objector: words(LIMITS.words) },
  },
});

const TIMERS: TimerKind[] = [
  ...(['response', 'decision'] as const).flatMap((promise) =>
    (['half', 'due', 'late'] as const).map((mark) => `${promise}-${mark}` as const),
  ),
  'waiting-first',
  'waiting-second',
];

/** The request in each state and place that a card can show. */
export function inEveryState(request: PurchaseRequest, words: Words): PurchaseRequest[] {
  const moves: ThreadMove[] = [...LOSSES, 'handed-over'];
  const steps = JOINT_STEPS.map((step) => ({ step, by: MEI, at: MONDAY }));
  const { firstResponse: _, ...unanswered } = request;
  return [
    unanswered,
    request,
    { ...request, steps },
    { ...request, progress: { state: 'waiting', since: LATER, until: LATER } },
    { ...request, progress: { state: 'objected', since: LATER, until: LATER } },
    { ...request, progress: { state: 'expired', at: LATER } },
    talkedThrough(request, words),
    { ...request, seats: SEAT_ROLES.map((role) => ({ role, holders: [ANA], standIns: [BEN] })) },
    { ...request, progress: { state: 'withdrawn', at: LATER, because: words(LIMITS.words) } },
    ...moves.map((moved) => ({ ...request, place: 'direct', moved }) as const),
    ...recordsOf(words).map(({ decision, verdicts: [given] }) => ({
      ...request,
      seats: request.seats.map((seat) => ({ ...seat, ...(given && { verdict: given.verdict }) })),
      progress: { state: 'decided', decision, at: LATER } as const,
    })),
  ];
}

const PAIRED: PairingReason[] = [
  { kind: 'embedded', unit: MARKETING, openRequests: 0 },
  { kind: 'expertise', openRequests: 1 },
  { kind: 'available', openRequests: 12 },
  { kind: 'handed-over', by: ANA },
  { kind: 'stood-in', for: BEN },
  { kind: 'last-resort' },
];

function news(words: Words): News[] {
  const text = words(LIMITS.words);
  return [
    { about: 'submitted' },
    { about: 'paired' },
    { about: 'asked', question: text, by: ANA },
    { about: 'answered', answer: text, question: text },
    { about: 'handed-over', by: ANA },
    { about: 'withdrawn' },
    { about: 'withdrawn', because: text },
    { about: 'reopened', by: ANA, because: text },
    { about: 'supported', by: BEN },
    { about: 'objected', objection: objection(words) },
    { about: 'talk-opened', by: MEI },
    ...SEAT_ROLES.map((role) => ({ about: 'seat-waits', role }) as const),
    { about: 'stood-in', from: ANA, to: MEI, why: 'away' },
    { about: 'stood-in', from: MEI, to: ANA, why: 'left' },
    { about: 'expired' },
    ...TIMERS.map((timer) => ({ about: 'due', timer }) as const),
    ...recordsOf(words).map((record) => ({ about: 'decided', record }) as const),
  ];
}

function messages(words: Words): RequestMessage[] {
  const text = words(LIMITS.words);
  const problems = [
    ...LOSSES.map((loss) => ({ kind: 'thread-lost', loss }) as const),
    { kind: 'no-engineer', requester: MEI } as const,
    { kind: 'only-lead-left' } as const,
    { kind: 'undeliverable', error: 'msg_blocks_too_long' } as const,
    { kind: 'nobody-left', request: 'BUY-7' as RequestId, engineer: ANA, why: 'left' } as const,
  ];
  return [
    { kind: 'paired' },
    { kind: 'asked', question: text, by: ANA },
    { kind: 'answered', answer: text, question: text },
    { kind: 'handed-over', from: ANA, to: BEN, by: ANA },
    { kind: 'handed-over', from: ANA, to: BEN, by: MEI },
    { kind: 'withdrawn' },
    { kind: 'withdrawn', because: text },
    { kind: 'reopened', by: ANA, because: text },
    { kind: 'objected', objection: objection(words) },
    { kind: 'talk-opened', by: MEI },
    { kind: 'views-told' },
    { kind: 'escalated', timer: 'response-late' },
    { kind: 'escalated', timer: 'decision-late' },
    { kind: 'expired' },
    { kind: 'revived', by: MEI },
    { kind: 'stood-in', from: ANA, to: BEN, why: 'away' },
    ...recordsOf(words).map((record) => ({ kind: 'decision-recorded', record }) as const),
    ...news(words).map((told) => ({ kind: 'told', to: MEI, news: told }) as const),
    ...problems.map((problem) => ({ kind: 'admin-told', to: MEI, problem }) as const),
  ];
}

/** Every message there is, of a request with these words in all its fields; and each card, posted and updated. */
export async function everythingSaid(
  words: Words,
  language: 'en' | 'zh-TW',
  org = aCompany(words, language),
): Promise<Delivery[]> {
  const person = async (id: string) => ({ id, locale: language, profile: { display_name: words(LIMITS.name) } });
  const people = rememberPeople(person, () => MONDAY);
  const threadUrl = () => `https://harbour.slack.example/archives/C0DECISION/p1767578400000000`;
  const present = presenter({
    ...{ org: () => org, people, threadUrl },
    textOf: async () => textFor(language),
    wantsEarlyReminders: async () => true,
  });
  const request = aWordyRequest(words);
  const of = (one: PurchaseRequest, message: RequestMessage, isOpen: boolean) => {
    const thread = isOpen ? { thread: { channel: CHANNEL as ChannelId, ts: '1767578400.000000' } } : {};
    return present(TEAM, message, { request: one, version: 1, ...thread });
  };
  const cards = [...inEveryState(request, words), aRequest(), aRequest({ place: 'direct' })].flatMap((one) => [
    of(one, { kind: 'thread-opened' }, false),
    of(one, { kind: 'card-changed' }, true),
  ]);
  const pairs = PAIRED.map((reason) =>
    of({ ...request, pairing: { ...request.pairing, reason } }, { kind: 'paired' }, true),
  );
  const bought: PurchaseRequest = { ...request, intake: { ...request.intake, stage: 'bought' } };
  const thanks = of(bought, { kind: 'told', to: MEI, news: { about: 'submitted' } }, true);
  const talked = talkedThrough(request, words);
  const said = [request, talked].flatMap((one) => messages(words).map((message) => of(one, message, true)));
  return (await Promise.all([...cards, ...pairs, thanks, ...said])).flatMap((delivery) => delivery ?? []);
}
