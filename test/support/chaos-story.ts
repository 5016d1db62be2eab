import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestEvent } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { ActAnswer } from '#playground/person-does.ts';
import type { LocalSlack } from '#playground/slack/start-local-slack.ts';
import type { ChaosDatabase, StoredRow } from './chaos-database.ts';
import type { Outcome, People } from './chaos-people.ts';
import type { Dice } from './chaos-random.ts';

/** Something that somebody did to a request, as the audit should tell it. */
export type Deed = { event: RequestEvent['type']; by: string[]; words?: string; outcome: Outcome };

/** One request, from the first word to its end, as its people know it. */
export type Story = { marker: string; submitted: Outcome; isPrivate: boolean; deeds: Deed[] };

export type Stage = { slack: LocalSlack; db: ChaosDatabase; people: People; dice: Dice };

type Requester = readonly [person: string, unit: string];

const REQUESTERS: readonly [Requester, ...Requester[]] = [
  ['U0MIA', 'marketing'],
  ['U0LENA', 'marketing'],
  ['U0SAM', 'sales'],
  ['U0OLGA', 'sales'],
  ['U0MEI', 'operations'],
  ['U0WEN', 'operations'],
];
const ADMIN = 'U0IAN';
const CARD_PATIENCE_MS = 40_000;
const LOOK_EVERY_MS = 40;

type Scene = (story: Teller) => Promise<void>;

/** The ways a story goes on once its card is there. */
const SCENES: readonly [Scene, ...Scene[]] = [
  (on) => on.approve(),
  (on) => on.approveAtOnce(),
  async (on) => {
    await on.fill('decline', on.engineer(), 'declined', { words: on.words('no'), way: on.words('way') });
    await on.pressAs(on.requester(), 'leave-it', 'let-be');
  },
  async (on) => {
    await on.fill('decline', on.engineer(), 'declined', { words: on.words('no'), way: on.words('way') });
    await on.pressAs(on.requester(), 'talk-through', 'talk-opened');
  },
  (on) => on.fill('withdraw', on.requester(), 'withdrawn', { words: on.words('because') }),
  async (on) => {
    await on.ask();
    await on.fill('answer', on.requester(), 'answered', { words: on.words('answer') });
    await on.approve();
  },
  async (on) => {
    await on.ask();
    await on.fill('withdraw', on.requester(), 'withdrawn', { words: on.words('because') });
  },
  async (on) => {
    await on.tick();
    await on.fill('pilot', on.engineer(), 'approved', { words: on.words('pilot') });
  },
  async (on) => {
    await on.handOver();
    await on.approve();
  },
  async (on) => {
    await on.approve();
    await on.fill('reopen', on.requester(), 'reopened', { words: on.words('again') });
    await on.fill('decline', on.engineer(), 'declined', { words: on.words('no'), way: on.words('way') });
  },
  async (on) => {
    await on.loseCard();
    await on.ask();
    await on.fill('answer', on.requester(), 'answered', { words: on.words('answer') });
  },
];

type FormKind = 'ask' | 'answer' | 'decline' | 'withdraw' | 'pilot' | 'hand-over' | 'reopen';
/** Forms behind the card's overflow menu; the others have a button of their own. */
const IN_MENU = new Set<FormKind>(['withdraw', 'pilot', 'hand-over']);

type Teller = ReturnType<typeof teller>;

function teller(stage: Stage, story: Story, first: PurchaseRequest) {
  const { slack, db, people, dice } = stage;
  const now = (): StoredRow => db.requestOf(story.marker) ?? { request: first };
  let count = 0;

  /** What a person presses: the card as it stands now, wherever it is. */
  const pressCard = async (person: string, action: string, entry?: string | string[]): Promise<ActAnswer> => {
    const { thread } = now();
    if (!thread) return { ok: false, why: 'There is no card yet.' };
    return slack.person(person).press({ in: 'message', channelId: thread.channel, ts: thread.ts }, action, entry);
  };

  const tell = {
    requester: () => first.requester as string,
    engineer: () => now().request.pairing.engineer as string,
    words: (what: string) => `${what} ${story.marker} ${++count}`,

    async fill(kind: FormKind, person: string, event: Deed['event'], fields: Record<string, string>): Promise<void> {
      const menu = IN_MENU.has(kind);
      const outcome = await people.send(person, {
        callbackId: `decision.form.${kind}`,
        about: `${first.id} ·`,
        fields,
        open: () =>
          pressCard(person, menu ? 'decision.more' : `decision.${kind}`, menu ? `${first.id}:${kind}` : undefined),
      });
      const words = fields.words ?? fields.person;
      story.deeds.push({ event, by: [person], outcome, ...(words && { words }) });
    },

    ask: () => tell.fill('ask', tell.engineer(), 'asked', { words: tell.words('question') }),

    async approve(): Promise<void> {
      const person = tell.engineer();
      const outcome = await people.insist(() => pressCard(person, 'decision.approve'));
      story.deeds.push({ event: 'approved', by: [person], outcome });
    },

    async pressAs(person: string, action: 'leave-it' | 'talk-through', event: Deed['event']): Promise<void> {
      const outcome = await people.insist(() => pressCard(person, `decision.${action}`));
      story.deeds.push({ event, by: [person], outcome });
    },

    /** Engineer and stand-in, and one of them twice, in the same moment. */
    async approveAtOnce(): Promise<void> {
      const { engineer, standIn = engineer } = now().request.pairing;
      const outcomes = await Promise.all(
        [engineer, standIn, engineer].map((person) => people.insist(() => pressCard(person, 'decision.approve'))),
      );
      const outcome = outcomes.includes('acknowledged') ? 'acknowledged' : 'unknown';
      story.deeds.push({ event: 'approved', by: [engineer, standIn], outcome });
    },

    async tick(): Promise<void> {
      const person = dice.chance(0.5) ? tell.requester() : tell.engineer();
      const outcome = await people.insist(() => pressCard(person, 'decision.tick', [`${first.id}:needs`]));
      story.deeds.push({ event: 'step-ticked', by: [person], words: 'needs', outcome });
    },

    async handOver(): Promise<void> {
      const { engineer } = now().request.pairing;
      const to = ['U0NOAH', 'U0CHIA', 'U0EVE'].find((person) => person !== engineer) ?? 'U0NOAH';
      await tell.fill('hand-over', engineer, 'handed-over', { person: to });
    },

    /** An admin deletes the card: the request has to turn up somewhere else. */
    async loseCard(): Promise<void> {
      const { thread, request } = now();
      if (!thread) return;
      await slack.person(ADMIN).act({ type: 'deleteMessage', channelId: thread.channel, ts: thread.ts });
      const isElsewhere = () => now().thread !== undefined && now().thread?.ts !== thread.ts;
      // Slack stops redelivering after a while: whatever is said next in the thread finds out as well.
      if (request.place === 'channel') await until(isElsewhere, CARD_PATIENCE_MS / 4);
    },
  };
  return tell;
}

async function until(isSo: () => boolean, patienceMs: number): Promise<boolean> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(LOOK_EVERY_MS)) if (isSo()) return true;
  return isSo();
}

/** Somebody starts a request and its people see it through, however often the app is killed meanwhile. */
export async function playStory(stage: Stage, number: number): Promise<Story> {
  const { slack, db, people, dice } = stage;
  const [requester, unit] = dice.pick(REQUESTERS);
  const isPrivate = dice.chance(0.15);
  const story: Story = { marker: `Outcome no ${number}.`, submitted: 'unknown', isPrivate, deeds: [] };
  story.submitted = await people.send(requester, {
    callbackId: 'intake.form',
    about: `Tool ${number}.`,
    fields: { outcome: story.marker, unit, cost: '1,200', ...(isPrivate && { restricted: ['restricted'] }) },
    open: () => slack.person(requester).command('C0GENERAL', `/buy-tool Tool ${number}.`),
  });
  if (story.submitted !== 'acknowledged') return story;
  await until(() => db.requestOf(story.marker)?.thread !== undefined, CARD_PATIENCE_MS);
  const stored = db.requestOf(story.marker);
  if (stored) await dice.pick(SCENES)(teller(stage, story, stored.request));
  return story;
}
