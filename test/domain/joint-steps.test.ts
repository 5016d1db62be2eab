import { describe, expect, it } from 'vitest';
import { openStepsOf, stepsFor } from '#domain/joint-steps.ts';
import { JOINT_STEPS } from '#domain/purchase-request.ts';
import { BUYING_STAGES, TRACKS } from '#domain/vocabulary.ts';
import { anIntake, aRequest, MEI, MONDAY } from '#test/support/builders.ts';

describe('the joint steps', () => {
  it.each([
    ['fast', 'exploring', 'needs existing security'],
    ['fast', 'trial', 'needs existing security'],
    ['fast', 'quote', 'needs existing security contract'],
    ['fast', 'bought', 'needs existing security contract'],
    ['standard', 'exploring', 'needs existing options security contract'],
    ['standard', 'signing', 'needs existing security contract'],
    ['full', 'exploring', 'needs existing options vendor security contract exit'],
    ['full', 'renewal', 'needs existing options vendor security contract exit'],
    ['full', 'signing', 'needs existing security contract exit'],
    ['full', 'bought', 'needs existing security contract exit'],
  ] as const)('of the %s track at %s are %s', (track, stage, steps) =>
    expect(stepsFor(track, stage).join(' ')).toBe(steps),
  );

  it.each(BUYING_STAGES)('grow with the care that is taken, at %s', (stage) => {
    const [fast, standard, full] = TRACKS.map((track) => new Set(stepsFor(track, stage)));
    expect(fast?.isSubsetOf(standard ?? new Set())).toBe(true);
    expect(standard?.isSubsetOf(full ?? new Set())).toBe(true);
  });

  it('are each asked for somewhere, in the order they are taken', () => {
    const everywhere = TRACKS.flatMap((track) => BUYING_STAGES.flatMap((stage) => stepsFor(track, stage)));
    expect(JOINT_STEPS.filter((step) => everywhere.includes(step))).toEqual(JOINT_STEPS);
    expect(stepsFor('full', 'quote')).toEqual(JOINT_STEPS);
  });

  it('are open until ticked; a tick of a step that is not asked for opens and closes nothing', () => {
    const tick = { by: MEI, at: MONDAY };
    const steps = [
      { ...tick, step: 'existing' as const },
      { ...tick, step: 'exit' as const },
    ];
    expect(openStepsOf(aRequest({ intake: anIntake({ stage: 'quote' }), steps }))).toEqual([
      'needs',
      'security',
      'contract',
    ]);
  });
});
