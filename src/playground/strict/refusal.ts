/** One thing Slack would refuse. */
export type Refusal = {
  /** Slack's error code, such as `invalid_blocks`. */
  error: string;
  /** JSON pointer from the call's arguments, as Slack writes it: `/blocks/0/text`, `/view/title`. */
  pointer: string;
  /** A plain sentence: what was found, and what Slack takes. */
  why: string;
};

/** The lines Slack puts into `response_metadata.messages`. */
export function messagesOf(refusals: readonly Refusal[]): string[] {
  return refusals.map(({ why, pointer }) => `[ERROR] ${why} [json-pointer:${pointer}]`);
}
