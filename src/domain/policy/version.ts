import type { Organisation } from '#domain/organisation.ts';

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * A short name for the policy as it stands: the same rules have the same version. Kept with each request, since a
 * changed policy applies to new ones only. FNV-1a, 32 bits: it tells versions apart, it protects nothing.
 */
export function policyVersion({ policy, seats }: Organisation): string {
  let hash = OFFSET_BASIS;
  for (const char of JSON.stringify({ policy, seats })) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), PRIME);
  return (hash >>> 0).toString(36);
}
