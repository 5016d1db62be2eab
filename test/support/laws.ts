import fc from 'fast-check';
import { it } from 'vitest';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { type Moment, play, type Story, stories } from './worlds.ts';

/** For each law: some 30 of them make over 10,000 stories of up to 16 attempts each. */
export const RUNS = 400;

export const always = (name: string, holds: (story: Story) => boolean): void =>
  it(name, () => fc.assert(fc.property(stories, holds), { numRuns: RUNS }));

/** What must be so after every attempt, whatever was tried before. */
export const law = (name: string, holds: (moment: Moment, past: Moment[]) => boolean): void =>
  always(name, (story) => play(story).every((moment, index, all) => holds(moment, all.slice(0, index))));

export const isOfIt = ({ org: { it } }: Moment, person: string): boolean =>
  [...it.leads, ...it.engineers.map(({ user }) => user)].some((one) => one === person);

export const isApproved = ({ progress }: PurchaseRequest): boolean =>
  progress.state === 'decided' && progress.decision !== 'declined';
