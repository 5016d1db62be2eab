import { isDeepStrictEqual } from 'node:util';
import { describe } from 'vitest';
import { nextStepOf } from '#domain/next-step.ts';
import { TANDEM } from '#domain/outcome.ts';
import { isOpen, peopleOf } from '#domain/purchase-request.ts';
import { timersOf } from '#domain/timers.ts';
import { isOfIt, law } from '#test/support/laws.ts';

describe('a request is never left alone', () => {
  law('an open request has its engineer of IT in its seat', (moment) => {
    const { pairing, seats } = moment.after;
    const it = seats.find(({ role }) => role === 'it');
    return isOfIt(moment, pairing.engineer) && isDeepStrictEqual(it?.holders, [pairing.engineer]);
  });

  law('an open request has one next step: the requester’s when they were asked, else a holder’s', ({ after }) => {
    const next = nextStepOf(after);
    if (!isOpen(after)) return next === undefined;
    const { progress, requester, seats } = after;
    if ('until' in progress) return next?.who === requester && next.by === progress.until;
    const waited = seats.filter(({ verdict }) => !verdict);
    return next !== undefined && next.who !== requester && waited.some(({ holders }) => holders.includes(next.who));
  });

  law('its date is to come, or the end of it is told or about to be', ({ org, command: { at }, after }) => {
    const next = nextStepOf(after);
    if (!next || next.by > at) return true;
    const ends = { respond: 'response-late', decide: 'decision-late', answer: 'waiting-ends', talk: 'objection-ends' };
    const end = ends[next.what];
    const isTold = after.reminded.some((kind) => kind === end && kind.endsWith('-late'));
    return isTold || timersOf(after, org.calendar).some(({ kind }) => kind === end);
  });

  law('it is timed by what it is in, and then always until told', ({ org, outcome, after }) => {
    const marks = (promise: string) => ['half', 'due', 'late'].map((mark) => `${promise}-${mark}`);
    const kinds = {
      deciding: [...(after.firstResponse ? [] : marks('response')), ...marks('decision')],
      waiting: ['waiting-first', 'waiting-second', 'waiting-ends'],
      objected: ['objection-ends'],
      ...{ decided: [], withdrawn: [], expired: [] },
    };
    const timers = timersOf(after, org.calendar);
    const told: string[] = after.reminded;
    // Told itself, or overtaken by a later mark of the same wait.
    const isMoot = (kind: string, on: string[], said: string[]) =>
      on.some((later) => later.split('-')[0] === kind.split('-')[0] && said.includes(later));
    return (
      isDeepStrictEqual(
        timers.map(({ kind }) => kind),
        kinds[after.progress.state].filter((kind, index, all) => !isMoot(kind, all.slice(index), told)),
      ) &&
      (!outcome.ok || isDeepStrictEqual(outcome.timers, timers))
    );
  });

  law('a mark is told when it is due, once: to the one with the next step, when late to the IT leads', (moment) => {
    const { org, before, command, outcome } = moment;
    if (command.type !== 'time-comes' || !outcome.ok) return true;
    const { timer, at } = command;
    const leads = org.it.leads.filter((lead) => lead !== before.requester);
    const heard = timer.endsWith('-late') ? leads : [nextStepOf(before)?.who];
    const told = outcome.messages.flatMap((message) =>
      message.kind === 'told' && message.news.about === 'due' ? message.to : [],
    );
    return (
      timersOf(before, org.calendar).some(({ kind, dueAt }) => kind === timer && dueAt <= at) &&
      !before.reminded.includes(timer) &&
      outcome.request.reminded.includes(timer) &&
      isDeepStrictEqual(told, timer.endsWith('-ends') ? [] : heard)
    );
  });

  law('only Tandem makes time pass, moves a request to the stand-in, or loses a thread', ({ command, outcome }) =>
    ['time-comes', 'stand-in', 'lose-thread'].includes(command.type)
      ? command.by === TANDEM
      : outcome.ok
        ? command.by !== TANDEM
        : true,
  );

  law('waiting for the requester never brings a promise nearer, and nothing else moves it', (moment) => {
    const { before, command, outcome, after } = moment;
    if (!outcome.ok || command.type === 'reopen' || command.type === 'talk-through') return true;
    const [was, is] = [before.promises, after.promises];
    const endsWait = command.type === 'time-comes' && command.timer === 'waiting-ends';
    if (command.type !== 'answer' && command.type !== 'revive' && !endsWait) return isDeepStrictEqual(is, was);
    return is.decisionBy >= was.decisionBy && is.firstResponseBy >= was.firstResponseBy;
  });
});

describe('news stays with the people of the request', () => {
  law(
    'only people with a part in it and leads are told; about trouble, the IT leads',
    ({ org, before, outcome, after }) => {
      const unitLeads = org.units.flatMap(({ leads }) => leads);
      const people = [...peopleOf(before), ...peopleOf(after)];
      const messages = outcome.ok ? outcome.messages : [];
      return messages.every((message) => {
        if (message.kind === 'admin-told') return org.it.leads.includes(message.to);
        if (message.kind !== 'told') return true;
        const { news, to } = message;
        const joins = news.about === 'talk-opened' || (news.about === 'due' && news.timer.endsWith('-late'));
        return people.includes(to) || (joins && [...org.it.leads, ...unitLeads].includes(to));
      });
    },
  );

  law('what is private, or has left its channel, never goes to a channel', ({ before, after }) =>
    before.place === 'direct' || before.intake.restricted ? after.place === 'direct' : true,
  );
});
