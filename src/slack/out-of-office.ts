/** The status in a Slack profile. `status_expiration` is in Unix seconds; 0 when it stays until it is changed. */
export type Status = { status_text?: string; status_emoji?: string; status_expiration?: number };

const EMOJI = /^:(?:palm_tree|desert_island|beach_with_umbrella|face_with_thermometer|airplane|luggage)(?:::.*)?:$/;
const WORDS =
  /\b(?:out of (?:the )?office|ooo|vacation(?:ing)?|annual leave|on (?:\w+ )?leave|(?:out|off) sick|sick leave|day off|business trip)\b/i;
const CHINESE_WORDS = /請假|休假|病假|事假|特休|年假|產假|陪產假|育嬰假|喪假|婚假|公假|放假|度假|出差|不在辦公室/u;
const BACK_AGAIN = /\bback from\b|銷假|回來了/iu;

const MS_PER_SECOND = 1_000;

/**
 * Until when a status says that its owner is out of office, in milliseconds since 1970. Only one with an end counts:
 * a palm tree without an end is as often a mood, and nobody would know when to give things back.
 */
export function awayUntil(status: Status = {}): number | undefined {
  const { status_text: text = '', status_emoji: emoji = '', status_expiration: expiration = 0 } = status;
  if (expiration <= 0 || BACK_AGAIN.test(text)) return undefined;
  const isOut = EMOJI.test(emoji) || WORDS.test(text) || CHINESE_WORDS.test(text);
  return isOut ? expiration * MS_PER_SECOND : undefined;
}
