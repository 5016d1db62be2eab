import { describe, expect, it } from 'vitest';
import type { RequestId, UserId } from '#domain/ids.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import { ADA, EVE, IAN, LENA, MEI, MIA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const SOL = 'U0SOL' as UserId;
/** Leads Operations, alone; reads Chinese. */
const WEN = 'U0WEN' as UserId;

/** Above the fast track, below the full one. */
const STANDARD = { cost: '12,000' };

/** The card's lines about who decides and what is next. */
const standing = async (office: Office, id: RequestId): Promise<string[]> =>
  asShown(await office.card(id))
    .split('\n')
    .filter((line) => /^\*(Who decides|Next|Approved|要點頭|下一步|同意)/.test(line));

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
    expect(office.lastDm(LENA)).toMatchInlineSnapshot(`
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
        "*下一步：* @Wen（預算）最晚 1 月 8 日週四 10:00 [GMT+8] 有結論",
      ]
    `);
    expect(office.lastDm(WEN)).toMatchInlineSnapshot(`
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
