import type { UserId } from '#domain/ids.ts';
import { readOrganisation, resolveOrganisation } from '#org/org-file.ts';
import { describeProblems, type Problem } from '#org/problem.ts';

/** A small org file without a slip; the tests name its lines. */
export const BASE = `workspace: { language: en, currency: USD }
working_hours: { time_zone: Asia/Taipei, days: [mon, tue] }
it:
  leads: [U0IAN]
  engineers:
    - { user: U0EVE, units: [marketing] }
    - { user: U0EVAN, units: [sales] }
business_units:
  - { id: marketing, name: Marketing, leads: [U0LENA] }
  - { id: sales, name: Sales, leads: [U0SAM], parent: marketing }
policy:
  - { track: full, when: { data: [health] } }
  - { track: fast }
`;

export function edited(from: string, to: string): string {
  if (!BASE.includes(from)) throw new Error(`the base file has no ${from}`);
  return BASE.replace(from, () => to);
}

export function problemsIn(text: string): Problem[] {
  const answer = readOrganisation(text);
  return answer.ok ? [] : answer.problems;
}

export function orgFileOf(text: string) {
  const answer = readOrganisation(text);
  if (!answer.ok) throw new Error(describeProblems(answer.problems));
  return answer.orgFile;
}

export function organisationOf(text: string, people = new Map<string, UserId>()) {
  const answer = resolveOrganisation(orgFileOf(text), people);
  if (!answer.ok) throw new Error(describeProblems(answer.problems));
  return answer.organisation;
}
