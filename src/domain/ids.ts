declare const brand: unique symbol;
type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** A Slack workspace's id, such as `T0TANDEM`. Every stored row belongs to one. */
export type TeamId = Brand<string, 'TeamId'>;
/** A Slack user's id; starts with `U` or `W`. */
export type UserId = Brand<string, 'UserId'>;
/** A Slack conversation's id: channel, private channel, group DM or DM. */
export type ChannelId = Brand<string, 'ChannelId'>;
/** What people call a request: `BUY-17`. Unique within a workspace. */
export type RequestId = Brand<string, 'RequestId'>;
/** The `id` of a business unit in the org file. */
export type UnitId = Brand<string, 'UnitId'>;

/** Milliseconds since 1970-01-01 UTC. */
export type Instant = number;
/** A day in the IT team's calendar, `YYYY-MM-DD`. */
export type LocalDate = Brand<string, 'LocalDate'>;

/** Who acts, in which workspace. */
export type Actor = { team: TeamId; user: UserId };

/** Takes two ids for what their source says they are. */
export const actorOf = ({ team, user }: { team: string; user: string }): Actor => ({
  team: team as TeamId,
  user: user as UserId,
});

const REQUEST_ID = /^BUY-[1-9]\d{0,8}$/;

export const requestId = (sequence: number): RequestId => `BUY-${sequence}` as RequestId;

/** Reads an id as people type it (`BUY-17`, `buy-17`, `17`, `#17`), or undefined when it is none. */
export function readRequestId(typed: string): RequestId | undefined {
  const text = typed.trim().toUpperCase().replace(/^#/, '');
  const id = /^\d+$/.test(text) ? `BUY-${text}` : text;
  return REQUEST_ID.test(id) ? (id as RequestId) : undefined;
}
