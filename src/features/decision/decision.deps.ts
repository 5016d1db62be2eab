import { decide } from '#domain/decide.ts';
import type { Actor, Instant, RequestId, TeamId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { type Command, type Outcome, refuse, TANDEM } from '#domain/outcome.ts';
import { isVisibleTo, type PurchaseRequest } from '#domain/purchase-request.ts';
import type { People } from '#slack/people.ts';
import type { Answer, DeliveryKey, RequestStore } from '#store/store.ts';
import type { Text } from '#text/text.ts';
import type { Setting } from './words.ts';

/** What the decision feature needs from outside. */
export type DecisionDeps = {
  store: RequestStore;
  org(): Organisation;
  people: People;
  now(): Instant;
  /** In the language of one person. */
  textOf(reader: Actor): Promise<Text>;
};

/** What one person sees is in their own language. */
export async function settingFor(
  reader: Actor,
  { textOf, org }: Pick<DecisionDeps, 'textOf' | 'org'>,
): Promise<Setting> {
  return { org: org(), text: await textOf(reader) };
}

/** Puts a command to a request, once for each Slack delivery. To whom it is not visible it does not exist. */
export const command = (
  { store, org }: DecisionDeps,
  team: TeamId,
  id: RequestId,
  what: Command,
  delivery?: DeliveryKey,
): Promise<Answer> => store.change(team, id, (request) => decideVisibly(request, what, org()), delivery);

/** What `decide` answers to somebody who can see the request. */
export const decideVisibly = (request: PurchaseRequest, what: Command, org: Organisation): Outcome =>
  what.by === TANDEM || isVisibleTo(request, what.by)
    ? decide(request, what, org)
    : refuse({ code: 'unknown-request' });
