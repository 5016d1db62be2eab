import { type Figures, type Lengths, percentOf, type Share } from './figures.ts';
import type { Overlap } from './tools-bought.ts';

/** What a brief points out: the rule by its name, which the reader is told too. */
export type Rule =
  | 'promises-kept'
  | 'faster'
  | 'came-early'
  | 'reused'
  | 'bought-first'
  | 'came-late'
  | 'answers-late'
  | 'decisions-late'
  | 'same-elsewhere'
  | 'payer-open'
  | 'slower';

export type Point = { rule: Rule; share?: Share; tool?: string; minor?: number; before?: number; now?: number };

/** Both quarters of a unit, and the tools that it shares with others. */
export type Quarters = { now: Figures; before: Figures; shared: Overlap[] };

/** Talking points of a brief. Source: issue 5 */
const TALKING_POINTS_MAX = 3;
const WELL_MAX = 3;

const KEPT_WELL_PERCENT = 90;
const KEPT_BADLY_PERCENT = 80;
const EARLY_WELL_PERCENT = 80;
const EARLY_BADLY_PERCENT = 50;
/** A length that changed by less than this part of itself is as it was. */
const CHANGED_PART = 0.2;
/** Part of what was committed, of which nobody knows who pays. */
const PAYER_OPEN_PART = 0.2;

const isAtLeast = (share: Share, percent: number): boolean => (percentOf(share) ?? -1) >= percent;
const isBelow = (share: Share, percent: number): boolean => (percentOf(share) ?? percent) < percent;

/** How the median changed, when both quarters have enough to tell. */
function changeOf(now: Lengths, before: Lengths): { before: number; now: number; part: number } | undefined {
  if (!now.spread || !before.spread) return undefined;
  if (percentOf(now.kept) === undefined || percentOf(before.kept) === undefined) return undefined;
  const [was, is] = [before.spread.median, now.spread.median];
  return was === 0 ? undefined : { before: was, now: is, part: (is - was) / was };
}

const when = (is: boolean, point: Point): Point[] => (is ? [point] : []);

/** What went well, the strongest first. */
export function wentWell({ now, before }: Quarters): Point[] {
  const change = changeOf(now.decision, before.decision);
  return [
    ...when(now.reuse.minor > 0, { rule: 'reused', minor: now.reuse.minor }),
    ...(change && change.part <= -CHANGED_PART
      ? [{ rule: 'faster', before: change.before, now: change.now } as const]
      : []),
    ...when(isAtLeast(now.decision.kept, KEPT_WELL_PERCENT), { rule: 'promises-kept', share: now.decision.kept }),
    ...when(isAtLeast(now.early, EARLY_WELL_PERCENT), { rule: 'came-early', share: now.early }),
  ].slice(0, WELL_MAX);
}

/** What is worth a word between the unit and IT: each by a rule over the figures, at most three, the weightiest first. */
export function talkingPoints({ now, before, shared }: Quarters): Point[] {
  const change = changeOf(now.decision, before.decision);
  const committed = Object.values(now.committed).reduce((sofar, { minor }) => sofar + minor, 0);
  const [same] = shared;
  return [
    ...when(now.bypass.count > 0, { rule: 'bought-first', share: now.bypass }),
    ...(same ? [{ rule: 'same-elsewhere', tool: same.tool, minor: same.yearlyMinor } as const] : []),
    ...when(isBelow(now.decision.kept, KEPT_BADLY_PERCENT), { rule: 'decisions-late', share: now.decision.kept }),
    ...when(isBelow(now.answer.kept, KEPT_BADLY_PERCENT), { rule: 'answers-late', share: now.answer.kept }),
    ...when(isBelow(now.early, EARLY_BADLY_PERCENT), { rule: 'came-late', share: now.early }),
    ...when(committed > 0 && now.committed.unknown.minor >= committed * PAYER_OPEN_PART, {
      rule: 'payer-open',
      minor: now.committed.unknown.minor,
    }),
    ...(change && change.part >= CHANGED_PART
      ? [{ rule: 'slower', before: change.before, now: change.now } as const]
      : []),
  ].slice(0, TALKING_POINTS_MAX);
}
