import { describe, expect, it } from 'vitest';
import { soundsLikeApproval } from '#features/decision/approval-words.ts';

describe('words that earn a button', () => {
  it.each([
    'approved',
    'Approve!',
    'I approve this.',
    'LGTM 👍',
    'looks good to me',
    'OK to buy',
    'go ahead 🚀',
    '✅ approved',
    '核准',
    '核准了',
    '我同意！',
    '同意。',
    '「通過」',
    '沒問題，買吧',
    '可以買了',
  ])('%s', (words) => expect(soundsLikeApproval(words)).toBe(true));
});

describe('words that earn none', () => {
  it.each([
    '',
    '👍',
    'not approved',
    'approved?',
    'disapproved',
    'approve it only with SSO',
    'I think the others approved',
    'ok',
    '還沒核准',
    '不同意',
    '我不同意',
    '核准嗎？',
    '等財務核准',
    '同意的話就買',
    'approved '.repeat(10),
  ])('%s', (words) => expect(soundsLikeApproval(words)).toBe(false));
});
