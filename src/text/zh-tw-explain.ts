import type { en } from './en.ts';

/** Chinese for Taiwan: what `npm run policy:explain` prints. */
export const zhTwExplain = {
  'explain.track': '{{track}}：{{reasons}}',
  'explain.seats': '{{unit}}的案子，要點頭的人',
  'explain.seat': '{{seat}}：{{who}}',
  'explain.seat-stand-ins': '{{seat}}：{{who}}（或 {{standIns}}）',
  'explain.promises': '現在開始的話，什麼時候有結果',
  'explain.response': '{{hours}} 個工作小時內先回覆：{{by}}',
  'explain.decision': '{{days}} 個工作天內有結論：{{by}}',
  'explain.policy': '規則版本 {{version}}，來自 {{file}}',
} as const satisfies Partial<Record<keyof typeof en, string>>;
