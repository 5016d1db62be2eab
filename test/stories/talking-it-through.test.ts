import { describe, expect, it } from 'vitest';
import { DECISION } from '#features/decision/decision.actions.ts';
import { ADA, EVE, HOUR_MS, IAN, LENA, MEI, MIA } from '#test/support/company.ts';
import { openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const DAY_MS = 24 * HOUR_MS;
const NO = { words: 'No hosting in Taiwan', way: 'Hosting in Taiwan' };

describe('a first no', () => {
  it('is talked through, ends in a pilot, and stays on record', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(EVE, request, 'decline', NO);
    expect((await office.replies(request)).at(-1)).toMatchInlineSnapshot(`
      "@Eve: not this time.
      Why: No hosting in Taiwan
      What would make it a yes: Hosting in Taiwan
      @Mia, want to talk it through? @Ian, @Lena join, half an hour is enough. The offer stands until Mon 12 Jan, 10:00 GMT+8.
      [Talk it through] [Leave it]"
    `);
    expect(office.lastDm(MIA)).toMatchInlineSnapshot(`
      "*BUY-1*: @Eve says not this time. You can talk it through until Mon 12 Jan, 10:00 GMT+8.
      Why: No hosting in Taiwan
      What would make it a yes: Hosting in Taiwan
      [Talk it through] [Leave it] [Open thread]"
    `);

    await office.pressesInDm(MIA, request, DECISION.talkThrough);
    expect((await office.replies(request)).at(-1)).toMatchInlineSnapshot(`
      "@Mia would like to talk it through. @Ian, @Lena, please join: half an hour by Wed, 7 Jan 2026.
      @Mia and @Eve, two sentences each on how you see it. Both appear here side by side.
      [How I see it]"
    `);
    for (const joining of [IAN, LENA]) expect(office.told(joining).at(-1)).toContain('you are asked to join');

    await office.tellsView(MIA, request, 'Ten days cost us every second campaign.');
    expect((await office.replies(request)).at(-1)).not.toContain('Ten days cost us');
    await office.tellsView(EVE, request, 'The data must stay here. A trial without it is fine.');
    expect((await office.replies(request)).at(-1)).toMatchInlineSnapshot(`
      "*How both of you see it*
      @Mia
      > Ten days cost us every second campaign.
      @Eve
      > The data must stay here. A trial without it is fine.
      Sit down by Wed, 7 Jan 2026, then @Eve decide again, above."
    `);

    await office.fills(EVE, request, 'pilot', { words: 'Two teams, no customer data', date: '2026-03-02' });
    expect((await office.records(request)).map(asShown)).toMatchInlineSnapshot(`
      [
        "Pilot first: Figma
      *IT:* @Eve said yes, Mon 5 Jan, 10:00 GMT+8
      Pilot until Mon, 2 Mar 2026: Two teams, no customer data
      What we want from it: Landing pages in two days instead of ten
      *Kept from the talk:*
      @Eve (IT):
      > No hosting in Taiwan
      *Owners from now on:* @Mia for the business, @Eve for IT
      *Cost:* about US$1,200 a year
      *We look again on* Mon, 2 Mar 2026
      *Left open:* Needs confirmed, Existing tools checked and Security and data checked
      If something changes, reopen it: same thread, same people.",
      ]
    `);
    expect(await office.history(request)).toEqual(
      'submitted first-responded declined talk-opened view-told view-told approved decided'.split(' '),
    );
    expect(office.slack.refusals).toEqual([]);
  });

  it('is talked through in Chinese', async () => {
    const office = await openOffice({ language: 'zh-TW' });
    const request = await office.asks(MEI, { unit: 'operations', outcome: '盤點從三天縮短到一天' });
    await office.fills(ADA, request, 'decline', { words: '資料不在台灣', way: '資料放在台灣' });
    expect((await office.replies(request)).at(-1)).toMatchInlineSnapshot(`
      "@Ada：這次先不買。
      原因：資料不在台灣
      怎麼做就可以：資料放在台灣
      @Mei，要不要坐下來談？@Ian、@Wen 會一起，半小時就夠。1 月 12 日週一 10:00 [GMT+8] 前都可以。
      [坐下來談] [先這樣]"
    `);
    await office.pressesInDm(MEI, request, DECISION.talkThrough);
    await office.tellsView(MEI, request, '每次盤點都要停工。');
    await office.tellsView(ADA, request, '資料要留在台灣，不放資料可以先試。');
    expect((await office.replies(request)).slice(-2).join('\n\n')).toMatchInlineSnapshot(`
      "@Mei 想坐下來談。@Ian、@Wen 也一起，最晚 2026 年 1 月 7 日週三，半小時就夠。
      @Mei 和 @Ada 各寫兩句自己的看法，會並排貼在這裡。
      [寫下我的看法]

      *兩邊的看法*
      @Mei
      > 每次盤點都要停工。
      @Ada
      > 資料要留在台灣，不放資料可以先試。
      最晚 2026 年 1 月 7 日週三坐下來談，談完由 @Ada 在上面再決定一次。"
    `);
    await office.fills(ADA, request, 'pilot', { words: '兩個倉庫，不放客戶資料', date: '2026-03-02' });
    expect((await office.records(request)).map(asShown)).toMatchInlineSnapshot(`
      [
        "先試行：Figma
      *IT：* @Ada 點頭了，1 月 5 日週一 10:00 [GMT+8]
      試行到 2026 年 3 月 2 日週一：兩個倉庫，不放客戶資料
      想達成的成果：盤點從三天縮短到一天
      *談過之後留下的意見：*
      @Ada（IT）：
      > 資料不在台灣
      *接下來找誰：* 部門這邊找 @Mei，IT 這邊找 @Ada
      *費用：* 一年約 US$1,200
      *下次一起回頭看：* 2026 年 3 月 2 日週一
      *還沒走的步驟：* 確認需求、看過公司現有的工具、看過資安和資料
      情況有變就重新打開：同一個討論串，同一群人。",
      ]
    `);
    expect(office.slack.refusals).toEqual([]);
  });

  it('stays a no after five business days of silence, and not before', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(EVE, request, 'decline', NO);
    await office.clock.forward(7 * DAY_MS - HOUR_MS);
    await office.slack.quiet();
    await office.settled();
    expect((await office.stored(request)).request.progress.state).toBe('objected');
    expect(await office.records(request)).toEqual([]);

    await office.clock.forward(HOUR_MS);
    await expect.poll(() => office.records(request)).toHaveLength(1);
    await office.settled();
    expect(asShown((await office.records(request))[0] ?? { text: '' })).toContain('Why: No hosting in Taiwan');
    expect(office.told(MIA).at(-1)).toContain('*BUY-1*: Not this time. @Eve decided');
    expect(await office.history(request)).toEqual(['submitted', 'first-responded', 'declined', 'let-be', 'decided']);
    expect(office.slack.refusals).toEqual([]);
  });

  it('is the requester’s to take further: nobody else’s press changes it', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(EVE, request, 'decline', NO);
    const before = await office.stored(request);
    for (const action of [DECISION.talkThrough, DECISION.leaveIt]) await office.presses(LENA, request, action);
    expect(office.toldPrivately(LENA)).toEqual(Array(2).fill('That one is for @Mia. You can write in the thread.'));
    expect(await office.stored(request)).toEqual(before);
    expect(office.slack.refusals).toEqual([]);
  });
});
