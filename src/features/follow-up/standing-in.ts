import { localDate } from '#domain/clocks.ts';
import { decide } from '#domain/decide.ts';
import type { RequestId, TeamId, UserId } from '#domain/ids.ts';
import { isEngineer } from '#domain/organisation.ts';
import { type Absence, refuse, TANDEM } from '#domain/outcome.ts';
import type { Person } from '#slack/people.ts';
import type { DeliveryKey } from '#store/store.ts';
import { absenceOf, awayUntil } from './away.ts';
import type { FollowUpDeps } from './follow-up.deps.ts';

type Absent = { team: TeamId; user: UserId; why: Absence; delivery?: DeliveryKey };

/**
 * When this person can take no requests now, the open ones that are with them go to somebody who can. Nothing happens
 * to somebody who is here. Safe to call again: a request moves once for each absence, though somebody hands it back.
 */
export async function standInFor(team: TeamId, person: Person, deps: FollowUpDeps): Promise<void> {
  const user = person.id as UserId;
  if (!isEngineer(deps.org(), user)) return;
  const availability = { person, preferences: await deps.store.preferences(team, user) };
  const why = absenceOf(availability, deps.now());
  if (!why) return;
  const until = awayUntil(availability, deps.now());
  const delivery = why === 'away' ? { delivery: `stand-in:${user}:${until}` } : {};
  const open = await deps.store.requestsWith(team, user, { openOnly: true });
  const theirs = open.filter(({ request }) => request.pairing.engineer === user);
  // One after the other: each move counts in the workloads that the next one is paired by.
  for (const { request } of theirs) await moveOn(request.id, { team, user, why, ...delivery }, deps);
}

async function moveOn(id: RequestId, absent: Absent, deps: FollowUpDeps): Promise<void> {
  const { team, user, why, delivery } = absent;
  const { store, org, now } = deps;
  const away = new Set([...(await deps.awayNow(team)), user]);
  const workloads = await store.workloads(team);
  const command = { type: 'stand-in', why, away, workloads, by: TANDEM, at: now() } as const;
  const answer = await store.change(
    team,
    id,
    // Somebody else may have moved it meanwhile: another process, or a person who handed it over.
    (request) =>
      request.pairing.engineer === user ? decide(request, command, org()) : refuse({ code: 'nothing-changes' }),
    delivery,
  );
  if (!answer.ok && answer.refusal.code === 'no-engineer') await askLeads(id, absent, deps);
}

/** Nobody can take it: each IT lead is asked, once a day at most for each request. */
async function askLeads(id: RequestId, { team, user, why }: Absent, { store, org, now }: FollowUpDeps): Promise<void> {
  const problem = { kind: 'nobody-left', request: id, engineer: user, why } as const;
  const today = localDate(org().calendar, now());
  const tell = (to: UserId) =>
    store.enqueue(team, { kind: 'admin-told', to, problem }, now(), `nobody-left:${id}:${user}:${to}:${today}`);
  await Promise.all(org().it.leads.map(tell));
}
