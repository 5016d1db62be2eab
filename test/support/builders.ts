import { randomUUID } from 'node:crypto';
import {
  type ChannelId,
  type Instant,
  type LocalDate,
  requestId,
  type TeamId,
  type UnitId,
  type UserId,
} from '#domain/ids.ts';
import type { Accepted, Message, RequestEvent } from '#domain/outcome.ts';
import type { Intake, PurchaseRequest } from '#domain/purchase-request.ts';
import type { Store, SubmitContext } from '#store/store.ts';

/** The made-up company that tests happen in. */
export const TEAM = 'T0TANDEM' as TeamId;
export const OTHER_TEAM = 'T0OTHER' as TeamId;
export const MEI = 'U0MEI' as UserId;
export const ANA = 'U0ANA' as UserId;
export const BEN = 'U0BEN' as UserId;
export const CHANNEL = 'C0DECISION' as ChannelId;
const MARKETING = 'marketing' as UnitId;

/** A Monday, 10:00 in Taipei. */
export const MONDAY: Instant = Date.UTC(2026, 0, 5, 2);
export const HOUR_MS = 3_600_000;

/** A small purchase by Marketing: nothing sensitive, still being explored. */
export const anIntake = (overrides: Partial<Intake> = {}): Intake => ({
  outcome: 'Publish twice as many case studies',
  tool: 'Keynote writer',
  stage: 'exploring',
  unit: MARKETING,
  funding: 'unit',
  data: ['internal'],
  files: [],
  restricted: false,
  ...overrides,
});

/** Mei's request, paired with Ana, Ben standing in, being decided. */
export const aRequest = (overrides: Partial<PurchaseRequest> = {}): PurchaseRequest => ({
  id: requestId(1),
  team: TEAM,
  requester: MEI,
  intake: anIntake(),
  track: 'fast',
  trackReasons: [{ kind: 'no-sensitive-data' }],
  policyVersion: 'v1',
  pairing: { engineer: ANA, standIn: BEN, reason: { kind: 'embedded', unit: MARKETING, openRequests: 0 } },
  seats: [{ role: 'it', holders: [ANA], standIns: [BEN] }],
  objections: [],
  steps: [],
  questions: [],
  supporters: [],
  promises: { since: MONDAY, firstResponseBy: MONDAY + 2 * HOUR_MS, decisionBy: MONDAY + 24 * HOUR_MS },
  place: 'channel',
  submittedAt: MONDAY,
  reminded: [],
  reopened: 0,
  progress: { state: 'deciding' },
  ...overrides,
});

/** A request with every optional field set, for what must not lose anything. */
export const aFullRequest = (overrides: Partial<PurchaseRequest> = {}): PurchaseRequest =>
  aRequest({
    intake: anIntake({
      successMeasure: '每月 12 篇 🚀 "quoted" \\ and\nbroken',
      catalogueId: 'writer',
      category: 'content',
      yearlyCost: { minor: 1_200_050, currency: 'USD' },
      people: 12,
      neededBy: '2026-03-01' as LocalDate,
      links: 'https://vendor.example/quote?a=1&b=<2>',
      files: [{ id: 'F1', name: 'quote.pdf', permalink: 'https://files.example/F1' }],
      owner: BEN,
      paidUntil: '2026-12-31' as LocalDate,
      restricted: true,
      origin: { permalink: 'https://tandem.slack.example/archives/C1/p1' },
    }),
    seats: [
      {
        role: 'it',
        holders: [ANA],
        standIns: [],
        verdict: { kind: 'approve', by: ANA, at: MONDAY, terms: { kind: 'plain' } },
      },
      { role: 'budget', holders: [BEN], standIns: [], raised: 'lead-above' },
    ],
    objections: [{ role: 'it', by: ANA, at: MONDAY, reason: 'No export', wayForward: 'An export' }],
    talk: { since: MONDAY, on: '2026-01-07' as LocalDate, objector: ANA, views: { requester: 'We need it' } },
    steps: [{ step: 'needs', by: MEI, at: MONDAY }],
    questions: [{ text: 'Which data?', by: ANA, at: MONDAY, answer: { text: 'None', at: MONDAY + 1 } }],
    supporters: [BEN],
    firstResponse: { by: ANA, at: MONDAY },
    reminded: ['response-due'],
    reopened: 1,
    progress: { state: 'withdrawn', at: MONDAY, because: 'A null is only a word' },
    ...overrides,
  });

export const anEvent = (overrides: Partial<RequestEvent> = {}): RequestEvent => ({
  type: 'submitted',
  by: MEI,
  at: MONDAY,
  detail: { track: 'fast' },
  ...overrides,
});

/** What the domain answers when it agrees: one event, nothing to say, timers as they were. */
export const accepted = (request: PurchaseRequest, overrides: Partial<Accepted> = {}): Accepted => ({
  ok: true,
  request,
  events: [anEvent()],
  messages: [],
  ...overrides,
});

type Submitted = { team?: TeamId; request?: Partial<PurchaseRequest> } & Partial<Omit<Accepted, 'request' | 'ok'>>;

/** For `store.submit`: opens `aRequest` with these overrides under the id that the store gives. */
export const submitted =
  ({ team = TEAM, request, ...rest }: Submitted = {}) =>
  ({ id }: SubmitContext): Accepted =>
    accepted(aRequest({ team, ...request, id }), rest);

/** A delivery key that no other call gives. */
export const aDelivery = (): string => `view:${randomUUID()}`;

/**
 * Submits a request and answers it as stored.
 * @throws {Error} when the store refuses.
 */
export async function aStoredRequest(store: Store, what: Submitted = {}): Promise<PurchaseRequest> {
  const answer = await store.submit(what.team ?? TEAM, aDelivery(), submitted(what));
  if (!answer.ok) throw new Error(`Refused: ${answer.refusal.code}`);
  return answer.request;
}

/** A message that is easy to tell from others. */
export const asked = (question: string): Message => ({ kind: 'asked', question, by: ANA });
