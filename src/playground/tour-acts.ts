import { setTimeout } from 'node:timers/promises';
import type { RequestId, TeamId, UserId } from '#domain/ids.ts';
import { DECISION, type FormKind } from '#features/decision/decision.actions.ts';
import type { Store, StoredRequest, Thread } from '#store/store.ts';
import { TEAM_ID } from './company/company.ts';
import type { MessageView } from './person-sees.ts';
import type { Entry } from './slack/form-entry.ts';
import type { LocalSlack } from './slack/start-local-slack.ts';

/** What people of the made-up company do by themselves. Each resolves when what came of it has been said. */
export type TourActs = {
  /** Types `/buy-tool`, fills the form and sends it. */
  asks(person: string, tool: string, answers: Record<string, Entry>): Promise<RequestId>;
  /** Presses a button of the card, or of the newest message in the thread that has it. */
  presses(person: string, id: RequestId, action: string, entry?: Entry): Promise<void>;
  /** Opens a form of the card, fills it and sends it. */
  fills(person: string, id: RequestId, kind: FormKind, entries: Record<string, Entry>): Promise<void>;
  /** Resolves when this holds for the request, and all of it has been said. */
  becomes(id: RequestId, holds: (stored: StoredRequest) => boolean): Promise<void>;
};

const TEAM = TEAM_ID as TeamId;
const POLL_MS = 4;
/** Far beyond what anything here takes: workers notice a moved clock within a second. */
const PATIENCE_MS = 8_000;

const BEHIND_BUTTONS: Partial<Record<FormKind, string>> = {
  ask: DECISION.ask,
  decline: DECISION.decline,
  'tell-view': DECISION.tellView,
};

const hasAction = ({ blocks }: MessageView, action: string): boolean =>
  JSON.stringify(blocks ?? []).includes(`"${action}"`);

async function until<Value>(what: string, ask: () => Promise<Value | undefined | false>): Promise<Value> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += POLL_MS) {
    const found = await ask();
    if (found) return found;
    await setTimeout(POLL_MS);
  }
  throw new Error(`The tour waited in vain: ${what}.`);
}

/** Everything that was to be said has been said. */
const settled = (slack: LocalSlack, store: Store) =>
  until('something was not said', async () => (await store.waiting()) === 0 && slack.inFlight() === 0);

const stored = (store: Store, id: RequestId) => until(`${id} is not there`, () => store.find(TEAM, id));

export function tourActs(slack: LocalSlack, store: Store): TourActs {
  const thread = async (id: RequestId): Promise<Thread> =>
    until(`${id} has no thread`, async () => (await store.find(TEAM, id))?.thread);

  const becomes: TourActs['becomes'] = async (id, holds) => {
    await until(`${id} did not change`, async () => holds(await stored(store, id)));
    await settled(slack, store);
  };

  async function pressIn(person: string, id: RequestId, action: string, entry?: Entry): Promise<void> {
    const { channel, ts } = await thread(id);
    const message = slack.thread(channel, ts).findLast((one) => hasAction(one, action));
    if (!message) throw new Error(`${id} has no button ${action}.`);
    const answer = await slack
      .person(person)
      .press({ in: 'message', channelId: channel, ts: message.ts }, action, entry);
    if (!answer.ok) throw new Error(`${person} could not press ${action}: ${JSON.stringify(answer)}`);
  }

  async function submits(person: string, entries: Record<string, Entry>): Promise<void> {
    await slack.waitFor(() => slack.modalsOf(person).at(-1));
    const answer = await slack.person(person).submit(entries);
    if (!answer.ok || answer.outcome !== 'closed') throw new Error(`A form was not taken: ${JSON.stringify(answer)}`);
  }

  async function changes(id: RequestId, act: () => Promise<void>): Promise<void> {
    const { version } = await stored(store, id);
    await act();
    await becomes(id, (now) => now.version > version);
  }

  return {
    becomes,
    async asks(person, tool, { stage, ...answers }) {
      const me = slack.person(person);
      const before = new Set((await store.requestsOf(TEAM, person as UserId, 100)).map(({ request }) => request.id));
      await me.command('C0GENERAL', `/buy-tool ${tool}`);
      const drawn = (await slack.waitFor(() => slack.modalsOf(person).at(-1)))?.hash;
      if (stage !== undefined) {
        await me.pressInModal('intake.stage', stage);
        await slack.waitFor(() => slack.modalsOf(person).at(-1)?.hash !== drawn);
      }
      await submits(person, answers);
      const { request } = await until(`${tool} was not asked for`, async () =>
        (await store.requestsOf(TEAM, person as UserId, 100)).find((one) => !before.has(one.request.id)),
      );
      await settled(slack, store);
      return request.id;
    },
    presses: (person, id, action, entry) => changes(id, () => pressIn(person, id, action, entry)),
    fills: (person, id, kind, entries) =>
      changes(id, async () => {
        const action = BEHIND_BUTTONS[kind];
        await (action ? pressIn(person, id, action) : pressIn(person, id, DECISION.more, `${id}:${kind}`));
        await submits(person, entries);
      }),
  };
}
