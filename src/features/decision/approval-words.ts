/** A reply that says yes and nothing else, in English or Chinese. */
const YES =
  /^\W*(?:(?:i\s+)?(?:hereby\s+)?approved?|lgtm|looks good(?: to me)?|ok(?:ay)? (?:to buy|from (?:me|it))|go ahead|ship it|核准|同意|批准|准了|可以買|沒問題,?買吧|我同意|通過)(?:\s+(?:this|it|from me|by it|the purchase))?\W*$/iu;

/** Characters up to which a reply can be a plain yes; longer ones are talk. */
const YES_CHARS_MAX = 60;

/**
 * Whether somebody seems to approve in words. Words decide nothing: they only earn a button.
 * A question, a negation or a sentence around the word is not a yes.
 */
export const soundsLikeApproval = (text: string): boolean =>
  text.length <= YES_CHARS_MAX && !/[?？]/u.test(text) && YES.test(text.replaceAll('，', ','));
