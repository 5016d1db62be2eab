import type { Organisation } from '#domain/organisation.ts';
import type { Week } from '#domain/weeks.ts';
import type { Thread } from '#store/store.ts';
import type { Text } from '#text/text.ts';

/** `periods`: those of the digest's weeks. `hasPicture`: false where the workspace refuses charts. */
export type DigestSetting = {
  text: Text;
  org: Organisation;
  periods: Week[];
  hasPicture: boolean;
  threadUrl(thread: Thread): string;
};
