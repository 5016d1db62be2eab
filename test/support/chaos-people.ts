import { setTimeout as sleep } from 'node:timers/promises';
import type { ActAnswer } from '#playground/person-does.ts';
import type { LocalSlack } from '#playground/slack/start-local-slack.ts';
import type { Dice } from './chaos-random.ts';

/** What came of something a person did: Slack got its 200 in time, it did not and they let it be, or it was refused. */
export type Outcome = 'acknowledged' | 'unknown' | 'refused';

export type Form = {
  callbackId: string;
  /** Words that stand in this form and in no other. */
  about: string;
  fields: Record<string, string | string[]>;
  open(): Promise<ActAnswer>;
};

export type People = {
  /** Does it until it is acknowledged, as a person would; sometimes they give up after a failure. */
  insist(act: () => Promise<ActAnswer>): Promise<Outcome>;
  /** Opens a form and sends it, over and over until it is acknowledged. One form at a time for each person. */
  send(person: string, form: Form): Promise<Outcome>;
  /** Called each time somebody does something. */
  onAct(listener: () => void): () => void;
  acts(): number;
};

/** Enough for the app to be restarted many times meanwhile. */
const TRIES_MAX = 80;
const MODAL_PATIENCE_MS = 2_000;
const GIVES_UP = 0.02;

export function patientPeople(slack: LocalSlack, dice: Dice): People {
  const listeners = new Set<() => void>();
  const hands = new Map<string, Promise<unknown>>();
  let acts = 0;

  /** True when acknowledged. An element that is not there (yet, or any more) is no acknowledgement. */
  async function tryOnce(act: () => Promise<ActAnswer>): Promise<ActAnswer | undefined> {
    acts += 1;
    for (const listener of [...listeners]) listener();
    const answer = await act().catch(() => undefined);
    if (answer?.ok) return answer;
    await sleep(dice.between(100, 300));
    return undefined;
  }

  async function insist(act: () => Promise<ActAnswer>): Promise<Outcome> {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      if (await tryOnce(act)) return 'acknowledged';
      if (dice.chance(GIVES_UP)) return 'unknown';
    }
    return 'unknown';
  }

  /** One person has two hands: whatever they fill in, they finish before the next. */
  function alone<Result>(person: string, work: () => Promise<Result>): Promise<Result> {
    const before = hands.get(person) ?? Promise.resolve();
    const mine = before.then(work, work);
    hands.set(person, mine);
    return mine;
  }

  const topOf = (person: string) => slack.modalsOf(person).at(-1);

  /** The form on top when it is the right one; a form of an earlier try may still come up late. */
  async function opened(person: string, form: Form, sent: string | undefined): Promise<string | undefined> {
    const isRight = (): string | undefined => {
      const top = topOf(person);
      const fits = top?.callbackId === form.callbackId && JSON.stringify(top.blocks).includes(form.about);
      return fits && (sent === undefined || top.id === sent) ? top.id : undefined;
    };
    if (isRight()) return isRight();
    if (sent === undefined && topOf(person)) await slack.person(person).closeAll();
    if (sent !== undefined) {
      await slack.person(person).cancel();
      return isRight();
    }
    if (!(await tryOnce(form.open))) return undefined;
    return slack.waitFor(isRight, MODAL_PATIENCE_MS).catch(() => undefined);
  }

  /** A form that was sent once is only ever sent again itself: a second one would be a second wish. */
  async function sendWhole(person: string, form: Form): Promise<Outcome> {
    let sent: string | undefined;
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const view = await opened(person, form, sent);
      if (view) {
        sent = view;
        const answer = await tryOnce(() => slack.person(person).submit(form.fields));
        const outcome = answer?.ok ? answer.outcome : undefined;
        if (outcome === 'errors') throw new Error(`${form.callbackId}: ${JSON.stringify(topOf(person)?.errors)}`);
        if (outcome) return outcome === 'closed' ? 'acknowledged' : 'refused';
      }
      if ((sent !== undefined && !topOf(person)) || dice.chance(GIVES_UP)) return 'unknown';
    }
    return 'unknown';
  }

  return {
    insist,
    send: (person, form) =>
      alone(person, async () => {
        const outcome = await sendWhole(person, form);
        if (topOf(person)) await slack.person(person).closeAll();
        return outcome;
      }),
    onAct: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    acts: () => acts,
  };
}
