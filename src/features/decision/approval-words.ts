/**
 * A reply that says yes and nothing else, in English or Chinese. Signs and emoji may stand around it, letters may not:
 * to a regular expression Chinese is no `\w`, and 還沒核准 is no yes.
 */
const YES =
  /^[^\p{L}\p{N}]*(?:(?:i\s+)?(?:hereby\s+)?approved?|lgtm|looks good(?: to me)?|ok(?:ay)? (?:to buy|from (?:me|it))|go ahead|ship it|我?(?:核准|同意|批准|通過)了?|准了|可以買了?|沒問題,?買吧)(?:\s+(?:this|it|from me|by it|the purchase))?[^\p{L}\p{N}]*$/iu;

/** Characters up to which a reply can be a plain yes; longer ones are talk. */
const YES_CHARS_MAX = 60;

/**
 * Whether somebody seems to approve in words. Words decide nothing: they only earn a button.
 * A question, a negation or a sentence around the word is not a yes.
 */
export const soundsLikeApproval = (text: string): boolean =>
  text.length <= YES_CHARS_MAX && !/[?？]/u.test(text) && YES.test(text.replaceAll('，', ','));
