import { type Detector, type Hearing, openDetector } from './detector/detect.ts';
import { hasHan, scriptOf } from './detector/signs.ts';
import { spokenIn } from './detector/spoken.ts';
import { learntWeights } from './detector/weights-file.ts';
import { vendorsLinked } from './links.ts';

/**
 * From these log-odds on a message counts as a purchase on its way. Chosen so that real ordinary talk raises less than
 * one false alarm in two thousand lines (docs/listening.md); to be measured anew when the weights change.
 */
const THRESHOLD = { latin: 1.4, han: 0.05, mixed: 0.6 };
/** Below the threshold by less than this, a message is doubtful: a link to a vendor's prices, or a second opinion, decides. */
const DOUBT = 1.5;
/** Words beside a link, in characters: a link alone asks nothing. */
const WORDS_BESIDE_LINK_MIN = { latin: 8, han: 4 };

/** Whether somebody is on the way to buying something, in the eyes of another reader; undefined when it does not answer. */
export type SecondOpinion = (message: string) => Promise<boolean | undefined>;

/**
 * What becomes of a doubtful message: it goes to another reader if this allows it, or it counts as heard. The latter is
 * for messages of the past, about which nobody is asked twice.
 */
export type WhenDoubtful = 'heard' | (() => Promise<boolean>);

export type Hear = (message: string, whenDoubtful?: WhenDoubtful) => Hearing | undefined | Promise<Hearing | undefined>;

const always = async () => true;

/**
 * Hears purchases on their way. What is said in a message that is doubtful, and in none other, is shown to `ask`; code,
 * quotes, links and who is mentioned are not.
 */
export function openHearing(ask?: SecondOpinion, detector: Detector = openDetector(learntWeights())): Hear {
  const heard = (message: string): Hearing => {
    const hearing = detector.listen(message);
    return hearing.tools.length > 0 ? hearing : { ...hearing, tools: vendorsLinked(message) };
  };
  return (message, whenDoubtful = always) => {
    const threshold = THRESHOLD[scriptOf(message)];
    const score = detector.score(message);
    if (score >= threshold) return heard(message);
    if (score < threshold - DOUBT) return undefined;
    if (isLinked(message)) return heard(message);
    if (!ask) return undefined;
    if (whenDoubtful === 'heard') return heard(message);
    const isPurchase = async () => (await whenDoubtful()) && (await ask(saidIn(message)));
    return isPurchase().then((is) => (is ? heard(message) : undefined));
  };
}

const saidIn = (message: string): string => spokenIn(message).replaceAll(/\s+/g, ' ').trim();

function isLinked(message: string): boolean {
  const said = saidIn(message);
  const wordsMin = hasHan(said) ? WORDS_BESIDE_LINK_MIN.han : WORDS_BESIDE_LINK_MIN.latin;
  return said.length >= wordsMin && vendorsLinked(message).length > 0;
}
