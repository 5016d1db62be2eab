import type { UnitId } from './ids.ts';

/** A tool that several units have bought. `yearly` is in the workspace's currency, of the purchases whose cost is known. */
export type Overlap = { tool: string; units: UnitId[]; yearlyMinor: number };

/** A tool that was bought, however it is written, and how often. Its yearly cost as above. */
export type ToolBought = { tool: string; times: number; yearlyMinor: number };
