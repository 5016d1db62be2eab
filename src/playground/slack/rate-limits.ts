/** Slack's rate limits: per method and minute, and one message a second for each channel. Source: slack-facts c. */
import type { Tier } from './answers.ts';

/** Calls a minute. `special`: what the SDK itself paces at. */
const PER_MINUTE: Record<Exclude<Tier, 'post'>, number> = { 1: 1, 2: 20, 3: 50, 4: 100, special: 600 };
const MINUTE_MS = 60_000;

/** Messages a channel takes at once before the pace of one a second holds. Slack says "short bursts", no number. */
const POST_BURST = 5;
const POST_EVERY_MS = 1000;

export type RateLimits = {
  /** Whole seconds to wait, or undefined when the call may go on. Counts the call when it may. */
  waitSeconds(method: string, tier: Tier, channelId: string): number | undefined;
};

export function createRateLimits(nowMs: () => number): RateLimits {
  const recent = new Map<string, number[]>();
  /** For each channel the moment up to which its allowance is used. */
  const posted = new Map<string, number>();

  const waitForMinute = (method: string, max: number): number | undefined => {
    const now = nowMs();
    const calls = (recent.get(method) ?? []).filter((at) => at > now - MINUTE_MS);
    recent.set(method, calls);
    const [oldest] = calls;
    if (oldest !== undefined && calls.length >= max) return Math.ceil((oldest + MINUTE_MS - now) / 1000);
    calls.push(now);
    return undefined;
  };

  const waitForChannel = (channelId: string): number | undefined => {
    const now = nowMs();
    const used = Math.max(posted.get(channelId) ?? 0, now - POST_BURST * POST_EVERY_MS);
    if (used + POST_EVERY_MS > now) return Math.ceil((used + POST_EVERY_MS - now) / 1000);
    posted.set(channelId, used + POST_EVERY_MS);
    return undefined;
  };

  return {
    waitSeconds: (method, tier, channelId) =>
      tier === 'post' ? waitForChannel(channelId) : waitForMinute(method, PER_MINUTE[tier]),
  };
}
