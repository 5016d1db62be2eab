import { describe, expect, it } from 'vitest';
import type { RequestId, UserId } from '#domain/ids.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import { ADA, EVE, HOUR_MS, IAN, LENA, MEI, MIA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const SOL = 'U0SOL' as UserId;
/** Leads Operations, alone; reads Chinese. */
const WEN = 'U0WEN' as UserId;

/** Above the fast track, below the full one. */
const STANDARD = { cost: '12,000' };
const DAY_MS = 24 * HOUR_MS;

/** The card's lines about who decides and what is next. */
const standing = async (office: Office, id: RequestId): Promise<string[]> =>
  asShown(await office.card(id))
    .split('\n')
    .filter((line) => /^\*(Who decides|Next|Approved|要點頭|下一步|同意)/.test(line));

const lastDm = ({ slack }: Office, person: UserId): string => asShown(slack.dmWith(person).at(-1) ?? { text: '' });

describe('several people decide one request', () => {
  it('on the standard track: IT, then the unit’s lead, who says yes from the DM', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA, STANDARD);
    expect(await standing(office, request)).toMatchInlineSnapshot(`
      [
        "*Who decides:* IT: @Eve · Budget: @Lena",
        "*Next:* @Eve answers by Mon 5 Jan, 14:00 GMT+8, decision by Thu 8 Jan, 10:00 GMT+8",
      ]
    `);
    expect(office.told(LENA)).toEqual([]);

    await office.approves(EVE, request);
    expect(await standing(office, request)).toMatchInlineSnapshot(`
      [
        "*Who decides:* IT: @Eve said yes · Budget: @Lena",
        "*Next:* @Lena decides for Budget by Thu 8 Jan, 10:00 GMT+8",
      ]
    `);
    expect(lastDm(office, LENA)).toMatchInlineSnapshot(`
      "*BUY-1*: your yes for Budget is next, by Thu 8 Jan, 10:00 GMT+8.
      Outcome: Landing pages in two days instead of ten
      [Approve] [Open thread]"
    `);
    expect(await office.records(request)).toEqual([]);

    await office.pressesInDm(LENA, request, DECISION.approve);
    expect(await standing(office, request)).toMatchInlineSnapshot(`
      [
        "*Who decides:* IT: @Eve said yes · Budget: @Lena said yes",
        "*Approved* by @Eve, @Lena, Mon 5 Jan, 10:00 GMT+8",
      ]
    `);
    const records = await office.records(request);
    expect(records.map(asShown)).toMatchInlineSnapshot(`
      [
        "Approved: Figma
      *IT:* @Eve said yes, Mon 5 Jan, 10:00 GMT+8
      *Budget:* @Lena said yes, Mon 5 Jan, 10:00 GMT+8
      What we want from it: Landing pages in two days instead of ten
      *Owners from now on:* @Mia for the business, @Eve for IT
      *Cost:* about US$12,000 a year
      *We look again on* Tue, 5 Jan 2027
      *Left open:* Needs confirmed, Existing tools checked, Options compared, Security and data checked and Cost and contract checked
      If something changes, reopen it: same thread, same people.",
      ]
    `);
    expect(await office.history(request)).toEqual(['submitted', 'first-responded', 'approved', 'approved', 'decided']);
    expect(office.slack.refusals).toEqual([]);
  });

  it('does so in Chinese', async () => {
    const office = await openOffice({ language: 'zh-TW' });
    const request = await office.asks(MEI, { ...STANDARD, unit: 'operations', outcome: '盤點從三天縮短到一天' });
    await office.approves(ADA, request);
    expect(await standing(office, request)).toMatchInlineSnapshot(`
      [
        "*要點頭的人：* IT @Ada 同意了 · 預算 @Wen",
        "*下一步：* @Wen 代表預算，最晚 1 月 8 日週四 10:00 [GMT+8] 有結論",
      ]
    `);
    expect(lastDm(office, WEN)).toMatchInlineSnapshot(`
      "*BUY-1：* 接下來等你代表預算點頭，最晚 1 月 8 日週四 10:00 [GMT+8]。
      想達成的成果：盤點從三天縮短到一天
      [同意] [看討論串]"
    `);
    await office.pressesInDm(WEN, request, DECISION.approve);
    expect(await standing(office, request)).toMatchInlineSnapshot(`
      [
        "*要點頭的人：* IT @Ada 同意了 · 預算 @Wen 同意了",
        "*同意* · @Ada、@Wen，1 月 5 日週一 10:00 [GMT+8]",
      ]
    `);
    expect((await office.records(request)).map(asShown)).toMatchInlineSnapshot(`
      [
        "同意：Figma
      *IT：* @Ada 點頭了，1 月 5 日週一 10:00 [GMT+8]
      *預算：* @Wen 點頭了，1 月 5 日週一 10:00 [GMT+8]
      想達成的成果：盤點從三天縮短到一天
      *接下來找誰：* 部門這邊找 @Mei，IT 這邊找 @Ada
      *費用：* 一年約 US$12,000
      *下次一起回頭看：* 2027 年 1 月 5 日週二
      *還沒走的步驟：* 確認需求、看過公司現有的工具、比較幾個選項、看過資安和資料、看過費用和合約
      情況有變就重新打開：同一個討論串，同一群人。",
      ]
    `);
    expect(office.slack.refusals).toEqual([]);
  });

  it('in any order: an early yes of the lead is kept, and IT is still waited for', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA, STANDARD);
    await office.approves(LENA, request);
    expect((await standing(office, request))[0]).toBe('*Who decides:* IT: @Eve · Budget: @Lena said yes');
    expect((await standing(office, request))[1]).toMatch(/^\*Next:\* @Eve/);
    await office.approves(EVE, request);
    expect(await office.records(request)).toHaveLength(1);
    expect(office.slack.refusals).toEqual([]);
  });

  it('on the full track, as personal data is touched: security sits too, and is asked last', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA, { data: ['personal'] });
    expect(await standing(office, request)).toMatchInlineSnapshot(`
      [
        "*Who decides:* IT: @Eve · Budget: @Lena · Security: @Sol",
        "*Next:* @Eve answers by Tue 6 Jan, 09:00 GMT+8, decision by Mon 19 Jan, 10:00 GMT+8",
      ]
    `);
    await office.approves(EVE, request);
    expect(office.told(SOL)).toEqual([]);
    await office.pressesInDm(LENA, request, DECISION.approve);
    expect(await standing(office, request)).toMatchInlineSnapshot(`
      [
        "*Who decides:* IT: @Eve said yes · Budget: @Lena said yes · Security: @Sol",
        "*Next:* @Sol decides for Security by Mon 19 Jan, 10:00 GMT+8",
      ]
    `);
    expect(await office.records(request)).toEqual([]);
    await office.pressesInDm(SOL, request, DECISION.approve);
    const [record] = await office.records(request);
    for (const seat of ['*IT:* @Eve said yes', '*Budget:* @Lena said yes', '*Security:* @Sol said yes'])
      expect(asShown(record ?? { text: '' })).toContain(seat);
    expect(office.slack.refusals).toEqual([]);
  });

  it('and above their limits, finance and legal as well', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA, { cost: '300,000' });
    expect((await standing(office, request))[0]).toBe(
      '*Who decides:* IT: @Eve · Budget: @Lena · Security: @Sol · Finance: @Fay · Legal: @Lou',
    );
    expect(office.slack.refusals).toEqual([]);
  });
});

describe('nobody holds the budget of their own request', () => {
  it.each([
    ['en', LENA, 'marketing', EVE, 'For Budget, @Ian decides, since nobody else can sit there.'],
    ['zh-TW', WEN, 'operations', ADA, '預算沒有別人能點頭，由 @Ian 決定。'],
  ] as const)('a request by the unit’s only lead goes to the IT lead, in %s', async (...row) => {
    const [language, lead, unit, engineer, words] = row;
    const office = await openOffice({ language });
    const request = await office.asks(lead, { ...STANDARD, unit });
    expect((await office.replies(request))[0]).toContain(words);
    await office.approves(lead, request);
    expect(office.toldPrivately(lead)).toHaveLength(1);
    await office.approves(engineer, request);
    await office.pressesInDm(IAN, request, DECISION.approve);
    expect(await office.records(request)).toHaveLength(1);
    const { seats } = (await office.stored(request)).request;
    expect(seats.map(({ role, verdict }) => [role, verdict?.by])).toEqual([
      ['it', engineer],
      ['budget', IAN],
    ]);
    expect(office.slack.refusals).toEqual([]);
  });
});

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
    expect(lastDm(office, MIA)).toMatchInlineSnapshot(`
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

it('three weeks of clock: reminders at half and when due, the IT lead when late, then rest, and one press', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  /** Lets hours pass until this person has heard something new, and nobody else has. */
  const after = async (hours: number, person: UserId): Promise<string | undefined> => {
    const heard = () => [MIA, EVE, ADA, LENA, IAN].map((one) => office.told(one).length);
    const before = heard();
    const sofar = office.told(person).length;
    await office.clock.forward(hours * HOUR_MS);
    await office.slack.waitFor(() => office.told(person).length > sofar);
    await office.settled();
    const news = heard().map((count, index) => count - (before[index] ?? 0));
    expect(news).toEqual([MIA, EVE, ADA, LENA, IAN].map((one) => (one === person ? 1 : 0)));
    return office.told(person).at(-1);
  };

  expect(await after(1.1, EVE)).toContain('@Mia hopes for a first word by Mon 5 Jan, 12:00');
  expect(await after(1, EVE)).toContain('is waiting for a first word from you');
  expect(await after(1, IAN)).toContain('@Mia still waits for a first word from @Eve');
  expect((await office.replies(request)).at(-1)).toMatch(/^@Ian: @Mia still waits for a first word/);
  await office.writes(EVE, request, 'On it');
  await expect.poll(async () => (await office.stored(request)).request.firstResponse?.by).toBe(EVE);

  expect(await after(1.5, EVE)).toContain('half of the time to decide is gone');
  expect(await after(19.5, EVE)).toContain('the decision was promised by Tue 6 Jan, 10:00');
  expect(await after(4.5, IAN)).toContain('and @Eve has it. Can you help it along?');
  expect((await office.replies(request)).at(-1)).toMatch(/^@Ian: the decision was promised by Tue 6 Jan, 10:00/);

  await office.fills(EVE, request, 'ask', { words: 'Which pages?' });
  expect(await after(3 * 24 + 0.1, MIA)).toContain('waits for your answer. The clock stands still until then.');
  expect(await after(6 * 24, MIA)).toMatch(/still waits for your answer\. After Tue 20 Jan, .* it rests/);
  expect(await after(5 * 24, MIA)).toContain('rests: the question has waited for ten working days');
  expect(asShown(await office.card(request))).toContain('*Resting* since Tue 20 Jan');

  await office.pressesInDm(MIA, request, DECISION.revive);
  expect(asShown(await office.card(request))).toContain('*Next:* @Mia answers the question below.');
  await office.fills(MIA, request, 'answer', { words: 'All' });
  await office.approves(EVE, request);
  expect(await office.records(request)).toHaveLength(1);
  expect((await office.history(request)).join(' ')).toBe(
    'submitted reminded reminded escalated first-responded reminded reminded escalated ' +
      'asked reminded reminded expired revived answered approved decided',
  );
  expect(office.slack.refusals).toEqual([]);
});
