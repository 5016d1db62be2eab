import { createInstance } from 'i18next';
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

const catalogue = createInstance();

await catalogue.init({
  resources: { en: { translation: en }, 'zh-TW': { translation: zhTw } },
  supportedLngs: [...LANGUAGES],
  load: 'currentOnly',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  returnNull: false,
  interpolation: { escapeValue: false, skipOnVariables: true },
});

type Named = Record<string, unknown>;

/** Marks where a value goes; no text of ours holds it. */
const OPEN = '\0';

/**
 * Writes texts of one language. i18next writes each once, with the places of its values left open: it looks a text up
 * and reads it anew at every call, and a request shows a hundred of them.
 */
function writer(language: Language): (key: string, values: Named, writeValue: (value: unknown) => string) => string {
  const write = catalogue.getFixedT(language) as (key: string, values: Named) => string;
  const known = new Map<string, string[]>();
  const read = (key: string, names: string[]): string[] => {
    const parts = write(key, Object.fromEntries(names.map((name) => [name, OPEN + name + OPEN]))).split(OPEN);
    known.set(key, parts);
    return parts;
  };
  return (key, values, writeValue) =>
    (known.get(key) ?? read(key, Object.keys(values)))
      .map((part, index) => (index % 2 === 0 ? part : writeValue(values[part])))
      .join('');
}

function textIn(language: Language): Text {
  const write = writer(language);
  return {
    language,
    mrkdwn: (key, ...[values = {}]) => trusted(write(key, values, asMrkdwn)),
    plain: (key, ...[values = {}]) => write(key, values, String),
  };
}

const TEXTS: Record<Language, Text> = { en: textIn('en'), 'zh-TW': textIn('zh-TW') };

/** Chinese readers of any region get the Chinese texts; everyone else, and people without a locale, English. */
export const languageOf = (locale: string | undefined, otherwise: Language = 'en'): Language => {
  if (!locale) return otherwise;
  return locale.toLowerCase().startsWith('zh') ? 'zh-TW' : 'en';
};

export const textFor = (language: Language): Text => TEXTS[language];
