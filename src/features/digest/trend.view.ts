import type { Figures } from '#domain/figures.ts';
import type { Week } from '#domain/weeks.ts';
import { type Blocks, lineChart } from '#slack/blocks.ts';
import { shortDay } from '#text/when.ts';
import { businessDays, type FigureSetting } from './figures.view.ts';

/** A curve of one point says nothing. */
const POINTS_MIN = 2;

type Point = { label: string; answer: number; decision: number; promised: number };

/** The weeks in which something was answered and decided, the oldest first: a week without has no point. */
function pointsOf(weeks: readonly Figures[], periods: readonly Week[], { text, calendar }: FigureSetting): Point[] {
  return weeks
    .flatMap(({ answer, decision }, index) => {
      const period = periods[index];
      if (!answer.spread || !decision.spread || !period) return [];
      const days = (ms: number) => businessDays(ms, calendar);
      return {
        label: shortDay(text.language, period.firstDay, { weekday: false }),
        answer: days(answer.spread.median),
        decision: days(decision.spread.median),
        promised: days(decision.spread.promised),
      };
    })
    .toReversed();
}

/** How long answers and decisions took, week by week: the picture, and the same in words. Neither from a single week. */
export function trendOf(
  weeks: readonly Figures[],
  periods: readonly Week[],
  setting: FigureSetting,
): { blocks: Blocks; said: string } {
  const { text } = setting;
  const points = pointsOf(weeks, periods, setting);
  if (points.length < POINTS_MIN) return { blocks: [], said: '' };
  const series = (['answer', 'decision', 'promised'] as const).map((what) => ({
    name: text.plain(`digest.trend.${what}`),
    values: points.map((point) => point[what]),
  }));
  const chart = lineChart({
    title: text.plain('digest.trend'),
    yLabel: text.plain('digest.trend.y'),
    categories: points.map(({ label }) => label),
    series,
  });
  const said = text.plain('digest.trend.said', {
    values: points.map(({ label, decision }) => `${label} ${decision}`).join(text.plain('digest.and')),
    answers: points.map(({ label, answer }) => `${label} ${answer}`).join(text.plain('digest.and')),
  });
  return { blocks: [chart], said };
}
