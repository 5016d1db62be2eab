import { setTimeout } from 'node:timers/promises';
import type { RequestId, TeamId, UserId } from '#domain/ids.ts';
import { DECISION, type FormKind } from '#features/decision/decision.actions.ts';
import { TEAM_ID } from '#playground/company/company.ts';
import type { ActAnswer, PressPlace } from '#playground/person-does.ts';
import type { MessageView } from '#playground/person-sees.ts';
import type { Entry } from '#playground/slack/form-entry.ts';
import type { LocalSlack } from '#playground/slack/start-local-slack.ts';
import type { Tandem } from '../../src/tandem.ts';
import { EVERYONE_HERE } from './company.ts';
import type { Sights } from './office-sights.ts';

/** What is put into the intake form, by block id; `tool` as words after the command. */
export type Asked = Record<string, Entry> & { tool?: string };

/** What people do. Each resolves when what came of it has been said. */
export type Acts = {
  /** Types `/buy-tool` and gets the form. */
  opensForm(person: UserId, words?: string): Promise<void>;
  /** Fills the open form, the stage first, and sends it. */
  sendsForm(person: UserId, answers: Record<string, Entry>): Promise<ActAnswer>;
  /** Starts a request: an ordinary one, but for these answers. @throws {Error} when the form is not taken */
  asks(person: UserId, answers?: Asked): Promise<RequestId>;
  /** Where the buttons of a request are. */
  place(id: RequestId): Promise<PressPlace>;
  /** Presses a button of the card and waits for what comes of it. */
  presses(person: UserId, id: RequestId, action: string, entry?: Entry): Promise<ActAnswer>;
  approves(person: UserId, id: RequestId): Promise<ActAnswer>;
  /** Presses the button behind which this form is. */
  opens(person: UserId, id: RequestId, kind: FormKind): Promise<ActAnswer>;
  /** Opens a form of the card, fills it and sends it. */
  fills(person: UserId, id: RequestId, kind: FormKind, entries?: Record<string, Entry>): Promise<ActAnswer>;
  /** Presses a button in the latest DM of the app to this person, and waits for what comes of it. */
  pressesInDm(person: UserId, id: RequestId, action: string): Promise<ActAnswer>;
  /** The requester lets a no be, which makes it the decision. */
  leavesIt(person: UserId, id: RequestId): Promise<ActAnswer>;
  /** Writes how this person sees it, behind the button in the thread. */
  tellsView(person: UserId, id: RequestId, words: string): Promise<ActAnswer>;
  /** Writes in the thread. */
  writes(person: UserId, id: RequestId, words: string): Promise<void>;
};

/** Small enough for the fast track, where IT decides alone. */
const ORDINARY: Record<string, Entry> = {
  outcome: 'Landing pages in two days instead of ten',
  unit: 'marketing',
  cost: '1,200',
};
const BEHIND_BUTTONS: Partial<Record<FormKind, string>> = {
  ask: DECISION.ask,
  answer: DECISION.answer,
  decline: DECISION.decline,
  reopen: DECISION.reopen,
};

export function officeActs(slack: LocalSlack, { store }: Tandem, sights: Sights): Acts {
  const { settled, stored, thread } = sights;

  /** Runs an act and waits until it shows: to its doer, or in the request. */
  async function seen(person: UserId, id: RequestId, act: () => Promise<ActAnswer>): Promise<ActAnswer> {
    const state = async () =>
      [slack.ephemeralsTo(person).length, slack.modalsOf(person).length, (await stored(id)).version].join();
    const before = await state();
    const answer = await act();
    for (let triesLeft = 2_000; (await state()) === before; triesLeft -= 1) {
      if (triesLeft === 0) throw new Error(`Nothing came of what ${person} did to ${id}.`);
      await setTimeout(2);
    }
    await settled();
    return answer;
  }

  const place: Acts['place'] = async (id) => {
    const { channel, ts } = await thread(id);
    return { in: 'message', channelId: channel, ts };
  };
  const presses: Acts['presses'] = async (person, id, action, entry) => {
    const where = await place(id);
    return seen(person, id, () => slack.person(person).press(where, action, entry));
  };
  const opens: Acts['opens'] = (person, id, kind) => {
    const action = BEHIND_BUTTONS[kind];
    return action ? presses(person, id, action) : presses(person, id, DECISION.more, `${id}:${kind}`);
  };

  async function sendsForm(person: UserId, { stage, ...answers }: Record<string, Entry>): Promise<ActAnswer> {
    const me = slack.person(person);
    const drawn = slack.modalsOf(person).at(-1)?.hash;
    if (stage !== undefined) {
      await me.pressInModal('intake.stage', stage);
      await slack.waitFor(() => slack.modalsOf(person).at(-1)?.hash !== drawn);
    }
    const answer = await me.submit(answers);
    await settled();
    return answer;
  }

  async function opensForm(person: UserId, words = ''): Promise<void> {
    await slack.person(person).command(EVERYONE_HERE, `/buy-tool ${words}`.trim());
    await slack.waitFor(() => slack.modalsOf(person).at(-1));
  }

  return {
    opensForm,
    sendsForm,
    async asks(person, { tool = 'Figma', ...answers } = {}) {
      await opensForm(person, tool);
      const sent = await sendsForm(person, { ...ORDINARY, ...answers });
      if (!sent.ok || sent.outcome !== 'closed') throw new Error(`The form was not taken: ${JSON.stringify(sent)}`);
      const [latest] = (await store.requestsOf(TEAM_ID as TeamId, person, 1_000)).toSorted(
        (one, other) => other.request.submittedAt - one.request.submittedAt,
      );
      if (!latest) throw new Error('The form was taken, but there is no request.');
      return latest.request.id;
    },
    place,
    presses,
    pressesInDm: (person, id, action) => {
      const ts = slack.dmWith(person).at(-1)?.ts ?? '';
      const where: PressPlace = { in: 'message', channelId: slack.dmIdWith(person), ts };
      return seen(person, id, () => slack.person(person).press(where, action));
    },
    leavesIt: (person, id) => presses(person, id, DECISION.leaveIt),
    async tellsView(person, id, words) {
      const { channel, ts } = await thread(id);
      const offers = (message: MessageView) => JSON.stringify(message.blocks ?? []).includes(DECISION.tellView);
      const offer = slack.thread(channel, ts).findLast(offers);
      const where: PressPlace = { in: 'message', channelId: channel, ts: offer?.ts ?? '' };
      await seen(person, id, () => slack.person(person).press(where, DECISION.tellView));
      const answer = await slack.person(person).submit({ words });
      await settled();
      return answer;
    },
    approves: (person, id) => presses(person, id, DECISION.approve),
    opens,
    async fills(person, id, kind, entries = {}) {
      await opens(person, id, kind);
      const answer = await slack.person(person).submit(entries);
      await settled();
      return answer;
    },
    async writes(person, id, words) {
      const { channel, ts } = await thread(id);
      await slack.person(person).say(channel, words, { threadTs: ts });
      await settled();
    },
  };
}
