/** `npm start -- --tour`: one request in every state, brought there by people pressing buttons, and time passing. */
import { addBusinessDays, localDate } from '#domain/clocks.ts';
import type { RequestId, TeamId } from '#domain/ids.ts';
import type { Language, Organisation } from '#domain/organisation.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import type { Store } from '#store/store.ts';
import type { MovableClock } from './clock.ts';
import { TEAM_ID } from './company/company.ts';
import type { LocalSlack } from './slack/start-local-slack.ts';
import { type TourActs, tourActs } from './tour-acts.ts';
import { frameFor, STOPS, type Stop, wordsFor } from './tour-words.ts';

export type Tour = { slack: LocalSlack; store: Store; clock: MovableClock; org: Organisation; language: Language };

/** What is there at the end: which request shows what. */
export type Seen = { stop: Stop; id: RequestId };

type Scene = TourActs & {
  id: RequestId;
  engineer: string;
  /** A sentence for whatever a form asks. */
  said: string;
  /** A day to come. */
  date: string;
};

const REQUESTERS: Partial<Record<Stop, [person: string, unit: string]>> = {
  withdrawn: ['U0SAM', 'sales'],
  lead: ['U0LENA', 'marketing'],
  private: ['U0MEI', 'operations'],
  waiting: ['U0MEI', 'operations'],
  pilot: ['U0SAM', 'sales'],
  talked: ['U0SAM', 'sales'],
  'handed-over': ['U0MEI', 'operations'],
};
const MIA: [string, string] = ['U0MIA', 'marketing'];
const requesterOf = (stop: Stop) => REQUESTERS[stop] ?? MIA;

const declines = ({ fills, engineer, id, said }: Scene) => fills(engineer, id, 'decline', { words: said, way: said });

/** What happens to each after it was asked for. */
const PLAYS: Partial<Record<Stop, (scene: Scene) => Promise<void>>> = {
  expired: ({ fills, engineer, id, said }) => fills(engineer, id, 'ask', { words: said }),
  waiting: ({ fills, engineer, id, said }) => fills(engineer, id, 'ask', { words: said }),
  declined: async (scene) => {
    await declines(scene);
    await scene.presses(requesterOf('declined')[0], scene.id, DECISION.leaveIt);
  },
  withdrawn: ({ fills, id, said }) => fills(requesterOf('withdrawn')[0], id, 'withdraw', { words: said }),
  conditions: ({ fills, engineer, id, said, date }) => fills(engineer, id, 'conditions', { words: said, date }),
  pilot: ({ fills, engineer, id, said, date }) => fills(engineer, id, 'pilot', { words: said, date }),
  reuse: ({ fills, engineer, id }) => fills(engineer, id, 'reuse', { words: 'SurveyCake' }),
  objected: declines,
  talked: async (scene) => {
    const [requester] = requesterOf('talked');
    await declines(scene);
    await scene.presses(requester, scene.id, DECISION.talkThrough);
    for (const person of [requester, scene.engineer]) {
      await scene.fills(person, scene.id, 'tell-view', { words: scene.said });
    }
  },
  'handed-over': ({ fills, engineer, id }) =>
    fills(engineer, id, 'hand-over', { person: engineer === 'U0NOAH' ? 'U0CHIA' : 'U0NOAH' }),
  budget: ({ presses, engineer, id }) => presses(engineer, id, DECISION.approve),
};

/** Amount and data by which the policy chooses the track that the stop is about. */
function trackOf(stop: Stop, { small, large, huge }: ReturnType<typeof frameFor>) {
  if (stop === 'full') return { cost: huge, data: ['personal'] };
  return { cost: stop === 'budget' || stop === 'lead' ? large : small, data: ['none'] };
}

async function play(stop: Stop, acts: TourActs, { store, org, clock, language }: Tour): Promise<Seen> {
  const frame = frameFor(language);
  const { tool, outcome } = wordsFor(language)[stop];
  const [person, unit] = requesterOf(stop);
  const answers = { outcome, unit, ...trackOf(stop, frame), ...(stop === 'private' && { restricted: ['restricted'] }) };
  const id = await acts.asks(person, tool, answers);
  const engineer = (await store.find(TEAM_ID as TeamId, id))?.request.pairing.engineer ?? '';
  const date = localDate(org.calendar, addBusinessDays(org.calendar, clock.now(), frame.day));
  await PLAYS[stop]?.({ ...acts, id, engineer, said: frame.said, date });
  return { stop, id };
}

/** Days on which a request that waits is reminded, and the morning after it has come to rest. */
async function letTimePass({ slack, clock, org }: Tour, acts: TourActs, id: RequestId): Promise<void> {
  const since = clock.now();
  const moveTo = (instant: number) => {
    clock.moveTo(instant);
    slack.clockMoved();
  };
  for (const days of [3, 7]) {
    moveTo(addBusinessDays(org.calendar, since, days) + 60_000);
    await acts.becomes(id, ({ request }) => request.reminded.length === (days === 3 ? 1 : 2));
  }
  const last = localDate(org.calendar, addBusinessDays(org.calendar, since, 11));
  moveTo(Date.parse(`${last}T10:00:00+08:00`));
  await acts.becomes(id, ({ request }) => request.progress.state === 'expired');
}

/** What to look at, a line a request. */
function guide(seen: Seen[], language: Language): string {
  const { title, end } = frameFor(language);
  const words = wordsFor(language);
  const lines = seen.map(
    ({ stop, id }) => `${id} ${words[stop].tool}${language === 'en' ? ': ' : '：'}${words[stop].look}`,
  );
  return [title, ...lines, end].join('\n');
}

/** Plays the tour on a workspace that is new. Its guide is the first message of #general, pinned with a 📌. */
export async function playTour(tour: Tour, say: (line: string) => void): Promise<Seen[]> {
  const { slack, store, language } = tour;
  const acts = tourActs(slack, store);
  const seen: Seen[] = [];
  for (const stop of STOPS) {
    seen.push(await play(stop, acts, tour));
    const [first] = seen;
    if (stop === 'withdrawn' && first) await letTimePass(tour, acts, first.id);
  }
  const text = guide(seen, language);
  const ian = slack.person('U0IAN');
  await ian.say('C0GENERAL', text);
  const [first] = slack.messagesIn('C0GENERAL');
  if (first) await ian.act({ type: 'react', channelId: 'C0GENERAL', ts: first.ts, name: 'pushpin' });
  say(text);
  return seen;
}
