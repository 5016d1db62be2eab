import type { Instant, UnitId, UserId } from './ids.ts';
import type { Engineer, Organisation } from './organisation.ts';

/** What an engineer has on the desk, as the store counts it. */
export type Workload = { openRequests: number; lastAssignedAt?: Instant };

/** Why this engineer: shown in the thread. `last-resort` is the IT lead, when no engineer can be paired. */
export type PairingReason =
  | { kind: 'embedded'; unit: UnitId; openRequests: number }
  | { kind: 'expertise'; openRequests: number }
  | { kind: 'available'; openRequests: number }
  | { kind: 'handed-over'; by: UserId }
  | { kind: 'stood-in'; for: UserId }
  | { kind: 'last-resort' };

export type Pairing = { engineer: UserId; standIn?: UserId; reason: PairingReason };

export type PairingNeed = {
  requester: UserId;
  unit: UnitId;
  /** The tool or kind of tool, as typed. */
  tool: string;
  /** Deactivated accounts and people out of office. */
  away: ReadonlySet<UserId>;
};

const byAvailability =
  (workloads: ReadonlyMap<UserId, Workload>) =>
  (one: Engineer, other: Engineer): number => {
    const [first, second] = [workloads.get(one.user), workloads.get(other.user)];
    return (
      (first?.openRequests ?? 0) - (second?.openRequests ?? 0) ||
      (first?.lastAssignedAt ?? 0) - (second?.lastAssignedAt ?? 0) ||
      (one.user < other.user ? -1 : 1)
    );
  };

/** Sets Latin words apart and in the singular, so that `ai` is in "AI客服" and not in "email". Chinese has no gaps. */
const asWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Script=Latin}\p{N}]+/gu, (word) => ` ${word.length > 3 ? word.replace(/s$/, '') : word} `)
    .replace(/\s+/g, ' ');

const knows = (engineer: Engineer, tool: string): boolean => {
  const words = asWords(tool);
  return engineer.expertise.some((topic) => words.includes(asWords(topic)));
};

/**
 * Names one engineer and one stand-in. The same input always gives the same answer.
 * Undefined when nobody but the requester could do it: then an IT engineer is missing from the org file.
 */
export function pair(
  need: PairingNeed,
  org: Organisation,
  workloads: ReadonlyMap<UserId, Workload>,
): Pairing | undefined {
  const present = org.it.engineers.filter(({ user }) => user !== need.requester && !need.away.has(user));
  const withRoom = present.filter(({ user, capacity }) => (workloads.get(user)?.openRequests ?? 0) < capacity);
  const candidates = withRoom.length > 0 ? withRoom : present;
  const embedded = candidates.filter(({ units }) => units.includes(need.unit));
  const expert = candidates.filter((engineer) => knows(engineer, need.tool));
  const [kind, circle] =
    embedded.length > 0
      ? (['embedded', embedded] as const)
      : expert.length > 0
        ? (['expertise', expert] as const)
        : (['available', candidates] as const);
  const inOrder = byAvailability(workloads);
  const [first, ...rest] = circle.toSorted(inOrder);
  if (!first) return lastResort(need, org);
  const others = present.filter(({ user }) => user !== first.user).toSorted(inOrder);
  const standIn = rest[0]?.user ?? others[0]?.user ?? leadFor(need, org, first.user);
  const openRequests = workloads.get(first.user)?.openRequests ?? 0;
  const reason: PairingReason = kind === 'embedded' ? { kind, unit: need.unit, openRequests } : { kind, openRequests };
  return { engineer: first.user, ...(standIn && { standIn }), reason };
}

const leadFor = (need: PairingNeed, org: Organisation, except?: UserId): UserId | undefined =>
  org.it.leads.find((lead) => lead !== need.requester && lead !== except && !need.away.has(lead));

function lastResort(need: PairingNeed, org: Organisation): Pairing | undefined {
  const engineer = leadFor(need, org);
  if (!engineer) return undefined;
  const standIn = leadFor(need, org, engineer);
  return { engineer, ...(standIn && { standIn }), reason: { kind: 'last-resort' } };
}
