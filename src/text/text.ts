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
  interpolation: { escape: (value: unknown) => asMrkdwn(value), useRawValueToEscape: true, skipOnVariables: true },
});

function textIn(language: Language): Text {
  const write = catalogue.getFixedT(language) as (key: string, options: object) => string;
  return {
    language,
    mrkdwn: (key, ...[values]) => trusted(write(key, { ...values })),
    plain: (key, ...[values]) => write(key, { ...values, interpolation: { escapeValue: false } }),
  };
}

const TEXTS: Record<Language, Text> = { en: textIn('en'), 'zh-TW': textIn('zh-TW') };

/** Chinese readers of any region get the Chinese texts; everyone else, and people without a locale, English. */
export const languageOf = (locale: string | undefined, otherwise: Language = 'en'): Language => {
  if (!locale) return otherwise;
  return locale.toLowerCase().startsWith('zh') ? 'zh-TW' : 'en';
};

export const textFor = (language: Language): Text => TEXTS[language];
