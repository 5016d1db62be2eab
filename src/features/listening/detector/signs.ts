export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const HAN = 3;
export const SPACE = 4;

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z]/i.test(sign)) return LETTER;
  if (/\d/.test(sign)) return DIGIT;
  return /\s/.test(sign) ? SPACE : OTHER;
});

/** Full-width letters, digits and signs count as their half-width twins, a typographic apostrophe as a plain one. */
export function foldedCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x2019) return code;
  if (code === 0x2019) return 0x27;
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

/** What a sign is. Latin letters with accents are letters; marks of Chinese text are not Han. */
export function sortOf(code: number): number {
  if (code < 128) return ASCII[code] ?? OTHER;
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) return HAN;
  if (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) return LETTER;
  return code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) ? SPACE : OTHER;
}

export const isUpper = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
export const lowered = (code: number): number => (isUpper(code) ? code + 32 : code);

const HAN_SIGNS = /[\u3400-\u9fff]{2}/;

/** Whether a text is Chinese, or Chinese with other words in it. */
export const hasHan = (text: string): boolean => HAN_SIGNS.test(text);

/** Lower-case letters by themselves, as in English words; names of products mostly have a capital. */
const LOWER_WORD = /(?<![A-Za-z0-9./@:-])[a-z]{3,}(?![A-Za-z0-9./-])/;

/** English and the like; Chinese, with names in Latin letters; or Chinese with other English words in it. */
export type Script = 'latin' | 'han' | 'mixed';

export function scriptOf(text: string): Script {
  if (!hasHan(text)) return 'latin';
  return LOWER_WORD.test(text) ? 'mixed' : 'han';
}
