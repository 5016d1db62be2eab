/** What tests look at and wait for. */
import { directAmong } from './conversations.ts';
import { redeliver } from './events.ts';
import { personActs } from './person.ts';
import { sendPersonEvent } from './person-acts.ts';
import type { LocalSlack } from './start-local-slack.ts';
import { personRecord } from './state.ts';
import { findMessage, messagesOf, repliesTo } from './timeline.ts';
import { homeOf, modalsOf } from './views.ts';
import { homeView, messageView, modalView } from './workspace-view.ts';
import type { World } from './world.ts';

type Watching = Omit<LocalSlack, 'url' | 'apiUrl' | 'setAppUrl' | 'clockMoved' | 'faults' | 'sockets' | 'close'>;

/** For the message of a wait that was in vain. */
function lately({ traffic }: World): string {
  const calls = traffic.calls.slice(-8).map((call) => `${call.method} ${call.error ?? 'ok'}`);
  const refusals = traffic.refusals
    .slice(-4)
    .map(({ method, error, messages }) => `${method} ${error}: ${messages.join(' ')}`);
  return `Last calls: ${calls.join(', ') || 'none'}. Last refusals: ${refusals.join('; ') || 'none'}.`;
}

export function watchOver(world: World): Watching {
  const view = (channelId: string) => (message: Parameters<typeof messageView>[2]) =>
    messageView(world, channelId, message, false);
  const messagesIn = (channelId: string) => messagesOf(world, channelId).map(view(channelId));
  const dmIdWith = (userId: string) => directAmong(world, [userId, world.settings.app.botUserId]).id;
  return {
    person: (userId) => personActs(world, userId),
    async addPerson(person) {
      const record = personRecord(person, world.state.team.id, world.nowMs());
      world.state.people[person.id] = record;
      world.signals.changed();
      return sendPersonEvent(world, 'team_join', record);
    },
    messagesIn,
    thread(channelId, ts) {
      const parent = findMessage(world, channelId, ts);
      return parent ? [parent, ...repliesTo(world, channelId, ts)].map(view(channelId)) : [];
    },
    dmIdWith,
    dmWith: (userId) => messagesIn(dmIdWith(userId)),
    ephemeralsTo: (userId) =>
      world.ephemerals
        .filter((one) => one.toUserId === userId)
        .map(({ channelId, message }) => ({ ...messageView(world, channelId, message, true), channelId })),
    modalsOf: (userId) => modalsOf(world, userId).map(modalView),
    homeOf(userId) {
      const home = homeOf(world, userId);
      return home && homeView(home);
    },
    uploaded: (fileId) => world.uploads.get(fileId)?.content,
    metadataOf: (channelId, ts) => findMessage(world, channelId, ts)?.metadata,
    refusals: world.traffic.refusals,
    calls: world.traffic.calls,
    waitFor: (ask, timeoutMs = 5000) => world.signals.waitFor(ask, timeoutMs, () => lately(world)),
    quiet: (quietMs = 50) => world.signals.quiet(quietMs, () => world.transport.inFlight() > 0),
    redeliver: (which = 'last', retry = { num: 1, reason: 'http_timeout' }) => redeliver(world, which, retry),
    inFlight: () => world.transport.inFlight(),
  };
}
