import { createInstance, type i18n } from 'i18next';
import { asMrkdwn, type Mrkdwn, trusted } from '#slack/mrkdwn.ts';
import { en } from './en.ts';
import { zhTw } from './zh-tw.ts';

export const LANGUAGES = ['en', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

export type TextKey = keyof typeof en;

/** The names between double braces in a text. */
type Placeholders<Source> = Source extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Values<Key extends TextKey, Value> = [Placeholders<(typeof en)[Key]>] extends [never]
  ? []
  : [values: Record<Placeholders<(typeof en)[Key]>, Value>];

/** Every text of Tandem in one language. */
export type Text = {
  language: Language;
  /** For mrkdwn: values are escaped unless they are mrkdwn already. */
  mrkdwn<Key extends TextKey>(key: Key, ...values: Values<Key, string | number | Mrkdwn>): Mrkdwn;
  /** For plain_text and rich text, where nothing is markup. */
  plain<Key extends TextKey>(key: Key, ...values: Values<Key, string | number>): string;
};

type Write = (key: string, values: object) => string;

/** One catalogue a way of writing values: i18next makes all its patterns anew when a call asks for another way. */
async function catalogue(writeValue: (value: unknown) => string): Promise<i18n> {
  const made = createInstance();
  await made.init({
    resources: { en: { translation: en }, 'zh-TW': { translation: zhTw } },
    supportedLngs: [...LANGUAGES],
    load: 'currentOnly',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    returnNull: false,
    interpolation: { escape: writeValue, useRawValueToEscape: true, skipOnVariables: true },
  });
  return made;
}

const forMrkdwn = await catalogue(asMrkdwn);
const forPlain = await catalogue(String);

/** Texts without values are written once: a form has fifty of them. */
function remembering(write: Write): (key: string, values: object | undefined) => string {
  const written = new Map<string, string>();
  return (key, values) => {
    if (values) return write(key, { ...values });
    const known = written.get(key);
    if (known !== undefined) return known;
    const text = write(key, {});
    written.set(key, text);
    return text;
  };
}

function textIn(language: Language): Text {
  const marked = remembering(forMrkdwn.getFixedT(language) as Write);
  const plain = remembering(forPlain.getFixedT(language) as Write);
  return {
    language,
    mrkdwn: (key, ...[values]) => trusted(marked(key, values)),
    plain: (key, ...[values]) => plain(key, values),
  };
}

const TEXTS: Record<Language, Text> = { en: textIn('en'), 'zh-TW': textIn('zh-TW') };

/** Chinese readers of any region get the Chinese texts; everyone else, and people without a locale, English. */
export const languageOf = (locale: string | undefined, otherwise: Language = 'en'): Language => {
  if (!locale) return otherwise;
  return locale.toLowerCase().startsWith('zh') ? 'zh-TW' : 'en';
};

export const textFor = (language: Language): Text => TEXTS[language];
