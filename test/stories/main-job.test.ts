import { describe, expect, it } from 'vitest';
import { DECISION } from '#features/decision/decision.actions.ts';
import { ADA, EVE, MARKETING_DECISIONS, MEI, MIA } from '#test/support/company.ts';
import { openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

describe.each(['http', 'socket'] as const)('the main job over %s', (mode) => {
  it('goes from /buy-tool to a decision in the thread', async () => {
    const office = await openOffice({ mode });
    const request = await office.asks(MIA, { tool: 'Miro', outcome: 'Landing pages in two days instead of ten' });
    expect(await office.thread(request)).toMatchObject({ channel: MARKETING_DECISIONS });
    expect(asShown(await office.card(request))).toMatchInlineSnapshot(`
      "BUY-1 · Landing pages in two days instead of ten
      @Mia (Marketing) and @Eve (IT), together
      Looking for: Miro · just thinking about it · about US$1,200 a year · budget open
      *Fast track:* under US$2,000 and the data is still open
      *Next:* @Eve answers by Mon 5 Jan, 12:00 GMT+8, decision by Tue 6 Jan, 10:00 GMT+8
      *Steps we take together* (either of you ticks)
      ☐ Needs confirmed
      ☐ Existing tools checked
      ☐ Security and data checked
      [Approve] [Ask for information] [Not this time] [… Approve with conditions | Approve as a pilot | Use something we have | Hand over | Withdraw the request]"
    `);

    await office.approves(EVE, request);
    expect(asShown(await office.card(request))).toMatchInlineSnapshot(`
      "BUY-1 · Landing pages in two days instead of ten
      @Mia (Marketing) and @Eve (IT), together
      Looking for: Miro · just thinking about it · about US$1,200 a year · budget open
      *Fast track:* under US$2,000 and the data is still open
      *Approved* by @Eve, Mon 5 Jan, 10:00 GMT+8
      [Reopen]"
    `);
    expect((await office.replies(request)).join('\n\n')).toMatchInlineSnapshot(`
      "@Mia, @Eve is your IT partner for this: embedded with Marketing, nothing else open. Ada stands in when needed.
      Everything about it is said here, and decided here.

      Approved: Miro
      *IT:* @Eve said yes, Mon 5 Jan, 10:00 GMT+8
      What we want from it: Landing pages in two days instead of ten
      *Owners from now on:* @Mia for the business, @Eve for IT
      *Cost:* about US$1,200 a year
      *We look again on* Tue, 5 Jan 2027
      *Left open:* Needs confirmed, Existing tools checked and Security and data checked
      If something changes, reopen it: same thread, same people."
    `);
    expect(office.told(MIA)).toMatchInlineSnapshot(`
      [
        "*BUY-1* is on its way. @Eve from IT is your partner: first answer by Mon 5 Jan, 12:00 GMT+8, decision by Tue 6 Jan, 10:00 GMT+8.",
        "*BUY-1*: Approved. @Eve decided, Mon 5 Jan, 10:00 GMT+8.",
      ]
    `);
    expect(office.told(EVE)).toMatchInlineSnapshot(`
      [
        "*BUY-1*: @Mia from Marketing would like your help. First answer by Mon 5 Jan, 12:00 GMT+8, decision by Tue 6 Jan, 10:00 GMT+8.",
      ]
    `);
    expect(await office.history(request)).toEqual(['submitted', 'first-responded', 'approved', 'decided']);
    expect(office.slack.refusals).toEqual([]);
  });

  it('does so in Chinese', async () => {
    const office = await openOffice({ mode, language: 'zh-TW' });
    const request = await office.asks(MEI, { tool: '問卷工具', outcome: '活動頁從十天縮短到兩天', unit: 'operations' });
    expect(asShown(await office.card(request))).toMatchInlineSnapshot(`
      "BUY-1 · 活動頁從十天縮短到兩天
      @Mei（Operations）和 @Ada（IT）一起處理
      想找：SurveyCake · 剛開始想 · 一年約 US$1,200 · 預算還沒定
      *快速案：* 金額在 US$2,000 以下、會碰到哪些資料還沒確定
      *下一步：* @Ada 1 月 5 日週一 12:00 [GMT+8] 前回覆，最晚 1 月 6 日週二 10:00 [GMT+8] 有結論
      *一起走的步驟：* 做完就勾，誰勾都可以
      ☐ 確認需求
      ☐ 看過公司現有的工具
      ☐ 看過資安和資料
      [同意] [請補充] [這次先不買] [… 有條件同意 | 先試行 | 沿用現有工具 | 轉給別人 | 收回這個案子]"
    `);

    await office.approves(ADA, request);
    expect(asShown(await office.card(request))).toMatchInlineSnapshot(`
      "BUY-1 · 活動頁從十天縮短到兩天
      @Mei（Operations）和 @Ada（IT）一起處理
      想找：SurveyCake · 剛開始想 · 一年約 US$1,200 · 預算還沒定
      *快速案：* 金額在 US$2,000 以下、會碰到哪些資料還沒確定
      *同意* · @Ada，1 月 5 日週一 10:00 [GMT+8]
      [重新打開]"
    `);
    expect((await office.replies(request)).join('\n\n')).toMatchInlineSnapshot(`
      "@Mei，這次的 IT 搭檔是 @Ada：Operations的固定窗口，手上沒有別的案子。人不在的時候，找職務代理人 Chia。
      這件事都在這裡談，也在這裡決定。

      同意：SurveyCake
      *IT：* @Ada 點頭了，1 月 5 日週一 10:00 [GMT+8]
      想達成的成果：活動頁從十天縮短到兩天
      *接下來找誰：* 部門這邊找 @Mei，IT 這邊找 @Ada
      *費用：* 一年約 US$1,200
      *下次一起回頭看：* 2027 年 1 月 5 日週二
      *還沒走的步驟：* 確認需求、看過公司現有的工具、看過資安和資料
      情況有變就重新打開：同一個討論串，同一群人。"
    `);
    expect(office.told(MEI)).toMatchInlineSnapshot(`
      [
        "*BUY-1* 送出了，你的 IT 搭檔是 @Ada。1 月 5 日週一 12:00 [GMT+8] 前先回覆你，最晚 1 月 6 日週二 10:00 [GMT+8] 有結論。",
        "*BUY-1：* 同意。@Ada 決定的，1 月 5 日週一 10:00 [GMT+8]。",
      ]
    `);
    expect(office.told(ADA)).toMatchInlineSnapshot(`
      [
        "*BUY-1：* @Mei（Operations）想找你一起看。1 月 5 日週一 12:00 [GMT+8] 前先回覆，最晚 1 月 6 日週二 10:00 [GMT+8] 給結論。",
      ]
    `);
    expect(await office.history(request)).toEqual(['submitted', 'first-responded', 'approved', 'decided']);
    expect(office.slack.refusals).toEqual([]);
  });
});

it('tells each person in their own language, and the thread in the workspace’s', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA, { unit: 'operations' });
  await office.fills(ADA, request, 'ask', { words: 'Which pages?' });
  expect(office.told(MIA).at(-1)).toContain('has a question');
  expect(office.told(ADA)[0]).toContain('想找你一起看');
  expect((await office.replies(request)).at(-1)).toContain('@Ada asks @Mia');
  expect(office.slack.refusals).toEqual([]);
});

it('leads from the DM to the thread', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  const { channel, ts } = await office.thread(request);
  const dm = office.slack.dmWith(EVE).at(-1);
  expect(JSON.stringify(dm?.blocks)).toContain(`/archives/${channel}/p${ts.replace('.', '')}`);
  const place = { in: 'message', channelId: office.slack.dmIdWith(EVE), ts: dm?.ts ?? '' } as const;
  // Slack opens the address by itself, but tells the app of the press all the same.
  expect(await office.slack.person(EVE).press(place, DECISION.openThread)).toMatchObject({ ok: true });
  expect(office.slack.refusals).toEqual([]);
});
