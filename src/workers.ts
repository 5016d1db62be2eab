import { decide } from '#domain/decide.ts';
import { type AdminProblem, isOfListening, isSummary, type Message, TANDEM } from '#domain/outcome.ts';
import { presenter } from '#features/decision/present.ts';
import { summaryPresenter } from '#features/digest/present.ts';
import { runDueTimers } from '#features/follow-up/follow-up.schedule.ts';
import { listeningPresenter } from '#features/listening/present.ts';
import { type DeliveryLog, startDelivering } from '#outbox/deliver.ts';
import type { Fallbacks, Present } from '#outbox/outbox.ts';
import { slackSender } from '#outbox/slack-sender.ts';
import { startWorker, type Worker } from '#outbox/worker.ts';
import type { Store } from '#store/store.ts';
import { type Parts, threadUrlIn, whyNot } from './parts.ts';
import type { Logger } from './server/log.ts';

/** What goes on by itself: sending, reminding, digests, forgetting. */
export function startWorkers(parts: Parts): Worker[] {
  const { client, store, org, now, leaseMs, log, digests } = parts;
  const sender = slackSender(client, (team) => store.refuseCharts(team, now()));
  const outbox = { store, present: presenterFor(parts), sender, fallbacks: fallbacksFor(parts), now, leaseMs };
  const onNews = (listener: () => void) => store.onNews(listener);
  return [
    startDelivering({ ...outbox, log: deliveryLog(log), chance: Math.random }),
    startWorker({
      round: () => runDueTimers({ store, org, now, leaseMs }).catch(whyNot(log, 'timers did not run')),
      nextDue: () => store.nextTimerDue(),
      ...{ onNews, now },
    }),
    startWorker({
      round: () => digests.round().catch(whyNot(log, 'digests were not planned')),
      nextDue: digests.nextDue,
      // Every commit of the store is news, and none of it makes a digest due: once a second is often enough.
      onNews: () => () => {},
      now,
    }),
    startForgetting(store, now, log),
  ];
}

/** Each message is said by its feature. */
function presenterFor({ us, store, people, reader, org, now, secondOpinion }: Parts): Present {
  const office = { store, people, org, now, threadUrl: threadUrlIn(us), ...reader };
  const ofRequests = presenter(office);
  const ofListening = listeningPresenter({ ...office, asksModel: secondOpinion !== undefined });
  const ofSummaries = summaryPresenter(office);
  return (team, message, stored) => {
    if (isOfListening(message)) return ofListening(team, message, stored);
    return isSummary(message) ? ofSummaries(team, message, stored) : ofRequests(team, message, stored);
  };
}

function fallbacksFor({ store, org, now }: Parts): Fallbacks {
  return {
    async loseThread({ team, request }, loss) {
      if (!request) return false;
      const lost = { type: 'lose-thread', loss, by: TANDEM, at: now() } as const;
      return (await store.change(team, request, (current) => decide(current, lost, org()))).ok;
    },
    instead({ message }, problem) {
      const { it, workspace } = org();
      const tell = (what: AdminProblem): Message[] => it.leads.map((to) => ({ kind: 'admin-told', to, problem: what }));
      if (message.kind === 'admin-told' || isOfListening(message)) return [];
      if (!isSummary(message)) return tell(problem);
      // A lead who left needs no digest; a channel that does not let us in is for IT to mend.
      const channel = message.to === workspace.itChannel && problem.kind === 'undeliverable' && workspace.itChannel;
      return channel ? tell({ kind: 'it-channel', channel, error: problem.error }) : [];
    },
  };
}

const deliveryLog = (log: Logger): DeliveryLog => ({
  sent: ({ id, request, message }, tookMs) => log.info({ outbox: id, request, message: message.kind, tookMs }, 'sent'),
  postponed: ({ id, request }, until, why) => log.warn({ outbox: id, request, until, why }, 'postponed'),
  abandoned: ({ id, request }, error) => log.error({ outbox: id, request, slack: error }, 'cannot be delivered'),
  crashed: ({ id, request }, error) => log.error({ outbox: id, request, err: error }, 'delivery broke off'),
});

const FORGET_EVERY_MS = 60 * 60 * 1_000;
/** Slack redelivers an event for up to a day (slack-facts b4). */
const DELIVERIES_KEPT_MS = 25 * 60 * 60 * 1_000;

/** Once an hour, deliveries that cannot come again are forgotten. */
function startForgetting(store: Store, now: () => number, log: Logger): Worker {
  const forget = () => {
    store.forgetDeliveries(now() - DELIVERIES_KEPT_MS).catch(whyNot(log, 'old deliveries were not forgotten'));
  };
  const timer = setInterval(forget, FORGET_EVERY_MS);
  forget();
  return { stop: async () => clearInterval(timer) };
}
