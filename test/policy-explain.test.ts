import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SCRIPT = resolve(import.meta.dirname, '../src/policy-explain.ts');
const COMPANY = resolve(import.meta.dirname, '../src/playground/company/org.yml');

const explain = (...args: string[]): Promise<{ code: unknown; said: string; told: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [SCRIPT, '--org', COMPANY, ...args], (error, said, told) =>
      done({ code: error?.code ?? 0, said, told }),
    );
  });

const withoutDates = (said: string): string =>
  said
    .replaceAll(/(promise|hours|days): .*/g, '$1: …')
    .replaceAll(/(回覆|結論)：.*/g, '$1：…')
    .replace(COMPANY, 'org.yml');

describe('npm run policy:explain', () => {
  it('tells the track and why, who decides, and by when', async () => {
    const { code, said } = await explain('--cost', '300000', '--data', 'personal', '--unit', 'sales');
    expect(code).toBe(0);
    expect(said).toMatch(/First answer within 8 business hours: \w{3},? \d/);
    expect(withoutDates(said)).toMatchInlineSnapshot(`
      "Full track: touches personal data
      Who decides for Sales
        IT: U0EVAN (or U0ADA)
        Budget: U0OLGA
        Security: U0SOL
        Finance: U0FAY
        Legal: U0LOU
      By when, when it starts now
        First answer within 8 business hours: …
        Decision within 10 business days: …
      Policy wunvzn, from org.yml
      "
    `);
  });

  it('tells it in Chinese, in another currency', async () => {
    const { said } = await explain(
      ...['--lang', 'zh-TW', '--cost', '38000', '--currency', 'TWD', '--data', 'none', '--users', '20'],
    );
    expect(withoutDates(said)).toMatchInlineSnapshot(`
      "快速案：金額在 US$2,000 以下、不碰敏感資料
      Marketing的案子，要點頭的人
        IT：U0EVE（或 U0ADA）
      現在開始的話，什麼時候有結果
        2 個工作小時內先回覆：…
        1 個工作天內有結論：…
      規則版本 wunvzn，來自 org.yml
      "
    `);
  });

  it.each([
    [['--cots', '5'], "Unknown option '--cots'"],
    [['--data', 'secret'], 'Write one of: none, internal'],
    [['--unit', 'moon'], 'Write one of: marketing, sales, operations'],
    [['--cost', 'a lot or 5'], 'Write a number such as 30000'],
    [['--users', 'many'], 'Write a whole number such as 20'],
    [['--currency', 'beads'], 'Write one such as TWD'],
    [['--lang', 'fr'], 'Write one of: en, zh-TW'],
  ])('says how to mend %j and ends with 64', async (args, mend) => {
    const { code, said, told } = await explain(...args);
    expect([code, said]).toEqual([64, '']);
    expect(told).toContain(mend);
    expect(told).not.toContain('    at ');
  });
});
