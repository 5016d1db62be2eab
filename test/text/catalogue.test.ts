import { describe, expect, it } from 'vitest';
import {
  OPTION_TEXT_CHARS_MAX,
  PLACEHOLDER_CHARS_MAX,
  VIEW_BUTTON_CHARS_MAX,
  VIEW_TITLE_CHARS_MAX,
} from '#slack/limits.ts';
import { en } from '#text/en.ts';
import type { TextKey } from '#text/text.ts';
import { zhTw } from '#text/zh-tw.ts';

const english = Object.entries(en);
const chinese = Object.entries(zhTw);
const both = [...english, ...chinese];

/** The texts that a rule finds fault with, as `key: text`, so that a red test names them. */
const offenders = (texts: [key: string, text: string][], isWrong: (text: string) => boolean): string[] =>
  texts.filter(([, text]) => isWrong(text)).map(([key, text]) => `${key}: ${text}`);

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{.*?\}\}/g))].sort();
const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, '');

describe('the catalogues', () => {
  it('hold the same placeholders for each key', () => {
    const named = ([key, text]: [string, string]) => [key, placeholders(text)];
    expect(Object.fromEntries(chinese.map(named))).toEqual(Object.fromEntries(english.map(named)));
  });

  it('write every placeholder so that it is filled in', () => {
    expect(offenders(both, (text) => /[{}]/.test(text.replace(/\{\{[a-zA-Z]+\}\}/g, '')))).toEqual([]);
  });

  it('leave no text empty', () => {
    expect(offenders(both, (text) => text.trim() === '')).toEqual([]);
  });

  it('quote the choice “none” as the form shows it', () => {
    expect(en['intake.error.data-none']).toContain(en['data.none']);
    expect(zhTw['intake.error.data-none']).toContain(zhTw['data.none']);
  });

  it('shout at nobody', () => {
    expect(offenders(both, (text) => /[!！]/.test(text))).toEqual([]);
  });
});

describe('the labels fit Slack', () => {
  const tooLong = (keys: RegExp, charsMax: number) =>
    both.filter(([key, text]) => keys.test(key) && text.length > charsMax).map(([key, text]) => `${key}: ${text}`);

  it.each([
    ['titles of modals', /^(intake|notice|form\..+)\.title$/, VIEW_TITLE_CHARS_MAX],
    ['buttons of modals', /^(intake|notice|form.*)\.(submit|close)$/, VIEW_BUTTON_CHARS_MAX],
    ['choices', /^(action|stage|data|funding|step|intake\.restricted|intake\.tool\.owned)\b/, OPTION_TEXT_CHARS_MAX],
    ['placeholders of fields', /\.placeholder$/, PLACEHOLDER_CHARS_MAX],
  ])('%s', (_what, keys, charsMax) => {
    expect(english.filter(([key]) => keys.test(key))).not.toEqual([]);
    expect(tooLong(keys, charsMax)).toEqual([]);
  });
});

describe('English', () => {
  it('warns nobody of policy', () => {
    const official = /violat|unauthori[sz]ed|non-?compliant|\bshadow\b|\bmust\b|failed to/i;
    expect(offenders(english, (text) => official.test(text))).toEqual([]);
  });
});

const OFFICIAL = '您|違規|未經授權|必須|失敗|影子|請求|審批|駁回|進行|予以|相關|透過|申訴|席位|對接'.split('|');
const MAINLAND = '信息|數據|軟件|默認|用戶|反饋|激活|網絡|質量|視頻|工單|推送'.split('|');
/** Common characters that only simplified Chinese writes so. */
const SIMPLIFIED =
  /[这们为说对时发现买卖问题请网页输报价选项处产门东动员图团国学实审将导张当录总态执护拟择据数断无旧显术权条来极标样检测满点热状环电确码离种积称稳签简类约级纪线组细经结给续维综联脑节营获补规视觉认议记许论设访证评识诉试话该详语误读课谁调谈负财责败账货质费资赔转载较边达过还进远违连迟适递钟钱错键长间队阶际随难顶预领频颜风验龙没]/u;

/** Placeholders that hold Chinese, a sentence of ours, or somebody's own words: no space belongs around them. */
const HOLD_CHINESE = new Set(
  'unit kind kinds reasons stage funding seat track steps message outcome status words typed tool vendor owner seats standIn mend cost files private before request'.split(
    ' ',
  ),
);

/** Placeholders that hold a date, a length of time or a share: a number, then Chinese. */
const BEGIN_WITH_DIGITS = new Set('date median promised most value share'.split(' '));

/** A text with stand-ins for its values: Latin ones, or a date that begins with a digit and ends in Chinese. */
const filled = (text: string): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    BEGIN_WITH_DIGITS.has(name) ? '1|日' : HOLD_CHINESE.has(name) ? '字' : 'x1',
  );

describe('Chinese', () => {
  it('speaks as a colleague in Taiwan', () => {
    const words = [...OFFICIAL, ...MAINLAND];
    expect(offenders(chinese, (text) => words.some((word) => text.includes(word)))).toEqual([]);
  });

  it('has no simplified characters', () => {
    expect(offenders(chinese, (text) => SIMPLIFIED.test(text))).toEqual([]);
  });

  it('has full-width punctuation', () => {
    const halfWidth = /[,.:;?!()"'“”‘’]/;
    expect(offenders(chinese, (text) => halfWidth.test(withoutCode(text).replace(/\d,\d/g, '')))).toEqual([]);
  });

  it('has half-width digits and letters', () => {
    expect(offenders(chinese, (text) => /[０-９Ａ-Ｚａ-ｚ　]/u.test(text))).toEqual([]);
  });

  it('has a space between Chinese and Latin letters or digits, also where a name or number is filled in', () => {
    const unspaced = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
    expect(offenders(chinese, (text) => unspaced.test(filled(text)))).toEqual([]);
  });

  it('has no space beside full-width punctuation but after a bold label', () => {
    expect(offenders(chinese, (text) => /[^*] [，。：「」？（）、]|[，。：「」？（）、] /u.test(text))).toEqual([]);
  });

  it('sets bold and code apart with spaces, or Slack would show the signs', () => {
    const marked = chinese.filter(([, text]) => /[`*]/.test(text));
    expect(marked.length).toBeGreaterThan(0);
    expect(offenders(marked, (text) => /[`*]/.test(text.replace(/(?<!\S)(?:`[^`]+`|\*[^*]+\*)(?!\S)/g, '')))).toEqual(
      [],
    );
  });

  it('uses the agreed words for stages, tracks, decisions and seats', () => {
    const said = (prefix: string) => chinese.filter(([key]) => key.startsWith(prefix)).map(([, text]) => text);
    expect(said('stage.')).toEqual(['剛開始想', '比較中', '試用中', '拿到報價', '準備簽約', '要續約', '已經買了']);
    expect(said('track.')).toEqual(['快速案', '一般案', '完整審查']);
    expect(said('decision.')).toEqual(['同意', '有條件同意', '先試行', '沿用現有工具', '這次先不買']);
    expect(said('seat.')).toEqual(['IT', '預算', '資安', '財務', '法務']);
  });

  it('has a text of its own for each key, but where there are only values', () => {
    const copied = chinese.filter(([key, text]) => text === en[key as TextKey] && /\p{L}/u.test(filled(text)));
    expect(copied.map(([key]) => key)).toEqual([
      'brief.point',
      'digest.request',
      'home.row',
      'card.title',
      'card.track-alone',
      'card.status-decided',
      'seat.it',
    ]);
  });
});
