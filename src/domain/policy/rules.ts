import type { UnitId } from '#domain/ids.ts';
import type { Money } from '#domain/money.ts';
import type { BuyingStage, DataKind, Funding, Track } from '#domain/vocabulary.ts';

/** All conditions that are present must hold. Amounts are in the workspace's currency, per year. */
export type PolicyConditions = {
  yearlyCostAtLeast?: number;
  data?: DataKind[];
  stage?: BuyingStage[];
  region?: string[];
  unit?: UnitId[];
  funding?: Funding[];
  usersAtLeast?: number;
  category?: string[];
};

export type PolicyRule = { track: Track; when: PolicyConditions };

/** Why a request is on its track, in facts that a text can be made of. */
export type PolicyReason =
  | { kind: 'cost-at-least'; limit: Money }
  | { kind: 'cost-below'; limit: Money }
  | { kind: 'cost-unknown' }
  | { kind: 'rate-unknown'; currency: string }
  | { kind: 'data'; data: DataKind[] }
  | { kind: 'no-sensitive-data' }
  | { kind: 'data-unknown' }
  | { kind: 'stage'; stage: BuyingStage }
  | { kind: 'region'; region: string }
  | { kind: 'unit'; unit: UnitId }
  | { kind: 'funding'; funding: Funding }
  | { kind: 'users-at-least'; limit: number }
  | { kind: 'category'; category: string };
