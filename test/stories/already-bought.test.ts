import { describe, expect, it } from 'vitest';
import { requestId, type UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { LISTENING } from '#features/listening/listening.actions.ts';
import { EVE, EVERYONE_HERE, IAN, LENA, MARKETING_DECISIONS, MEI, MIA, SAM, STELLA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';
import { withValue } from '#test/support/wire.ts';
import { textFor } from '#text/text.ts';

const en = textFor('en');

const MINUTE_MS = 60_000;
const BUY_1 = requestId(1);
const ANSWERS = { outcome: 'Training videos', tool: 'Camtasia', funding: 'unit', unit: 'marketing' };

const formOf = ({ slack }: Office, person: string): string =>
  asShown({ text: '', blocks: slack.modalsOf(person).at(-1)?.blocks });

/** Says it where the app listens, is asked a minute later, and says yes. Answers what they were asked. */
async function saysYes(office: Office, person: UserId, words: string): Promise<string> {
  const { slack, clock } = office;
  await slack.person(person).say(EVERYONE_HERE, words);
  await slack.quiet();
  await clock.forward(MINUTE_MS);
  await slack.waitFor(() => slack.ephemeralsTo(person).length === 1);
  const asked = office.toldPrivately(person)[0] ?? '';
  const ts = slack.ephemeralsTo(person)[0]?.ts ?? '';
  await slack.person(person).press({ in: 'message', channelId: EVERYONE_HERE, ts }, LISTENING.yes);
  await slack.waitFor(() => slack.modalsOf(person).at(-1));
  return asked;
}

const opens = (office: Office, person: UserId, words = '') => office.opensForm(person, `bought ${words}`.trim());

describe('what is bought already', () => {
  it('is three questions away from an owner, an engineer and a thank-you', async () => {
    const office = await openOffice();
    const asked = await saysYes(
      office,
      MIA,
      'I just bought a Camtasia licence on my card, where do I send the receipt?',
    );
    expect(asked).toContain('Sounds like Camtasia is bought already. That’s fine. Three short questions');
    expect(formOf(office, MIA)).toMatchInlineSnapshot(`
      "That’s fine, and nothing is stopped. Three short questions, and it has an owner and somebody who helps when it breaks.
      What is it for?
      What did you buy? Camtasia
      Who owns it from now on?
      Who pays?
      Paid until
      Business unit"
    `);
    const answers = { ...ANSWERS, tool: 'Camtasia 2026', owner: LENA, 'paid-until': '2026-12-31' };
    expect(await office.sendsForm(MIA, answers)).toMatchObject({ outcome: 'closed' });

    const { intake } = (await office.stored(BUY_1)).request;
    expect(intake).toMatchObject({ stage: 'bought', tool: 'Camtasia 2026', owner: LENA, paidUntil: '2026-12-31' });
    expect(await office.thread(BUY_1)).toMatchObject({ channel: MARKETING_DECISIONS });
    expect(asShown(await office.card(BUY_1))).toMatchInlineSnapshot(`
      "BUY-1 · Training videos
      @Mia (Marketing) and @Eve (IT), together
      Bought: Camtasia 2026 · cost not known yet · paid by Marketing
      *Owner:* @Lena
      *Paid until:* Thu, 31 Dec 2026
      It began with this message.
      *Standard track:* the cost is not known yet
      *Who decides:* IT: @Eve · Budget: @Lena
      *Next:* @Eve answers by Mon 5 Jan, 14:01 GMT+8, decision by Thu 8 Jan, 10:01 GMT+8
      *Steps we take together* (either of you ticks)
      ☐ Needs confirmed
      ☐ Existing tools checked
      ☐ Security and data checked
      ☐ Cost and contract checked
      [Approve] [Ask for information] [Not this time] [… Approve with conditions | Approve as a pilot | Use something we have | Hand over | Withdraw the request]"
    `);
    expect(office.lastDm(MIA)).toMatchInlineSnapshot(`
      "*BUY-1*: thank you, it’s good to know about it. Nothing is stopped. @Eve from IT finds it an owner and a renewal date with you: first answer by Mon 5 Jan, 14:01 GMT+8, settled by Thu 8 Jan, 10:01 GMT+8.
      Outcome: Training videos
      [Open thread]"
    `);
    for (const decider of [EVE, LENA]) await office.approves(decider, BUY_1);
    expect((await office.replies(BUY_1)).at(-1)).toContain('@Lena for the business, @Eve for IT');
    expect(office.slack.refusals).toEqual([]);
  });

  it('is so in Chinese', async () => {
    const office = await openOffice({ language: 'zh-TW' });
    const asked = await saysYes(office, MEI, '昨天已經刷卡買了 Camtasia 的授權，收據要給誰？');
    expect(asked).toContain('看起來 Camtasia 已經買了，沒關係。回答三個小問題');
    expect(formOf(office, MEI)).toMatchInlineSnapshot(`
      "沒關係，現在照用就好。回答三個小問題，之後有人負責，壞了也有人幫。
      買來做什麼？
      買了什麼？ Camtasia
      之後誰負責？
      錢從哪裡出？
      付到哪一天？
      部門"
    `);
    const answers = { outcome: '錄教學影片', funding: 'it', unit: 'operations', 'paid-until': '2026-12-31' };
    expect(await office.sendsForm(MEI, answers)).toMatchObject({ outcome: 'closed' });
    expect(asShown(await office.card(BUY_1))).toMatchInlineSnapshot(`
      "BUY-1 · 錄教學影片
      @Mei（Operations）和 @Ada（IT）一起處理
      買了：Camtasia · 還不知道金額 · IT 預算
      *之後誰負責：* @Mei
      *付到：* 2026 年 12 月 31 日週四
      從這則訊息開始的。
      *一般案：* 還不知道金額
      *要點頭的人：* IT @Ada · 預算 @Wen
      *下一步：* @Ada 1 月 5 日週一 14:01 [GMT+8] 前回覆，最晚 1 月 8 日週四 10:01 [GMT+8] 有結論
      *一起走的步驟：* 做完就勾，誰勾都可以
      ☐ 確認需求
      ☐ 看過公司現有的工具
      ☐ 看過資安和資料
      ☐ 看過費用和合約
      [同意] [請補充] [這次先不買] [… 有條件同意 | 先試行 | 沿用現有工具 | 轉給別人 | 收回這個案子]"
    `);
    expect(office.lastDm(MEI)).toMatchInlineSnapshot(`
      "*BUY-1：* 謝謝你跟我們說，現在照用就好。@Ada 會跟你一起確認之後誰負責、什麼時候續約，1 月 5 日週一 14:01 [GMT+8] 前先回覆你，最晚 1 月 8 日週四 10:01 [GMT+8] 有結論。
      想達成的成果：錄教學影片
      [看討論串]"
    `);
    expect(office.slack.refusals).toEqual([]);
  });

  it('is linked to the message in which it was heard', async () => {
    const office = await openOffice();
    await saysYes(office, MIA, 'I just bought a Camtasia licence on my card, where do I send the receipt?');
    const message = office.slack.messagesIn(EVERYONE_HERE).at(-1);
    await office.sendsForm(MIA, ANSWERS);
    const link = `/archives/${EVERYONE_HERE}/p${message?.ts.replace('.', '')}`;
    expect(JSON.stringify((await office.card(BUY_1)).blocks)).toContain(link);
    expect(office.slack.refusals).toEqual([]);
  });

  it('opens the whole form when it is not bought yet', async () => {
    const office = await openOffice();
    await saysYes(office, MIA, '想找一套問卷工具，有人用過 SurveyMonkey 嗎？想買');
    expect(office.slack.modalsOf(MIA).at(-1)?.callbackId).toBe('intake.form');
    expect(office.slack.refusals).toEqual([]);
  });
});

it('said in the form of a new purchase, it is thanked for all the same', async () => {
  const office = await openOffice();
  const answers = { stage: 'bought', success: 'It is used', funding: 'it', people: '3', data: ['none'] };
  const request = await office.asks(MIA, answers);
  expect((await office.stored(request)).request.intake).not.toHaveProperty('owner');
  expect(office.lastDm(MIA)).toContain('thank you, it’s good to know about it. Nothing is stopped.');
  await office.approves(EVE, request);
  expect((await office.replies(request)).at(-1)).toContain('@Mia for the business, @Eve for IT');
  expect(office.slack.refusals).toEqual([]);
});

describe('/buy-tool bought', () => {
  it('takes the words after it as the tool, and its author as the owner', async () => {
    const office = await openOffice();
    await opens(office, MIA, 'Camtasia <&> Co');
    expect(formOf(office, MIA)).toContain(`${en.plain('form.bought.tool')} Camtasia <&> Co`);
    await office.sendsForm(MIA, { ...ANSWERS, tool: 'Camtasia <&> Co' });
    const { intake } = (await office.stored(BUY_1)).request;
    expect(intake).toMatchObject({ tool: 'Camtasia <&> Co', owner: MIA, stage: 'bought', funding: 'unit' });
    expect(intake).not.toHaveProperty('paidUntil');
    expect(office.slack.refusals).toEqual([]);
  });

  it('remembers the unit of last time', async () => {
    const office = await openOffice();
    await opens(office, SAM);
    await office.sendsForm(SAM, { ...ANSWERS, unit: 'sales' });
    await opens(office, SAM);
    expect(formOf(office, SAM)).toContain('Business unit Sales');
    await office.slack.person(SAM).cancel();
    await office.opensForm(SAM);
    expect(formOf(office, SAM)).toContain('Business unit Sales');
    expect(office.slack.refusals).toEqual([]);
  });

  it('asks nobody of a company of one unit which it is', async () => {
    const office = await openOffice({ org: (org) => ({ ...org, units: org.units.slice(0, 1) }) });
    await opens(office, MIA);
    expect(formOf(office, MIA)).not.toContain('Business unit');
    const { unit: _, ...answers } = ANSWERS;
    expect(await office.sendsForm(MIA, answers)).toMatchObject({ outcome: 'closed' });
    expect((await office.stored(BUY_1)).request.intake.unit).toBe(office.org.units[0]?.id);
    expect(office.slack.refusals).toEqual([]);
  });

  it('keeps what was typed while nobody can be paired, apart from the draft of a new purchase', async () => {
    const leadOnly = (org: Organisation): Organisation => ({ ...org, it: { ...org.it, leads: [IAN], engineers: [] } });
    const office = await openOffice({ org: leadOnly });
    await opens(office, IAN, 'Camtasia');
    const answers = { ...ANSWERS, owner: LENA, 'paid-until': '2026-12-31' };
    expect(await office.sendsForm(IAN, answers)).toMatchObject({ outcome: 'updated' });
    expect(formOf(office, IAN)).toContain('What you typed is kept: `/buy-tool bought` brings it back.');
    await office.slack.person(IAN).cancel();

    await office.opensForm(IAN);
    expect(formOf(office, IAN)).not.toContain('Training videos');
    await office.slack.person(IAN).cancel();
    office.org.it.engineers.push({ user: EVE, units: [], expertise: [], capacity: 8 });
    await opens(office, IAN);
    expect(formOf(office, IAN)).toContain('Welcome back');
    expect(await office.sendsForm(IAN, {})).toMatchObject({ outcome: 'closed' });
    const { intake } = (await office.stored(BUY_1)).request;
    expect(intake).toMatchObject({ ...ANSWERS, owner: LENA, paidUntil: '2026-12-31' });
    await opens(office, IAN);
    expect(formOf(office, IAN)).not.toContain('Training videos');
    expect(office.slack.refusals).toEqual([]);
  });
});

describe('an answer that cannot be is mended beside its field:', () => {
  it.each([
    ['words that nobody can see', { outcome: ' \u200B ' }, { outcome: en.plain('form.bought.error.words') }],
    [
      'a day that has passed',
      { 'paid-until': '2026-01-04' },
      { 'paid-until': en.plain('form.bought.error.paid-until') },
    ],
    ['an app as the owner', { owner: 'U0TANDEM' }, { owner: en.plain('form.bought.error.owner') }],
    ['an owner of another company', { owner: STELLA }, { owner: en.plain('form.bought.error.owner') }],
  ])('%s', async (_, wrong, errors) => {
    const office = await openOffice();
    await opens(office, MIA);
    expect(await office.sendsForm(MIA, { ...ANSWERS, ...wrong })).toMatchObject({ outcome: 'errors', errors });
    await opensNothing(office);
  });
});

describe('a forged answer opens nothing:', () => {
  const FORGED: [field: string, action: string, path: string[], value: unknown][] = [
    ['owner', 'picked', ['selected_user'], 'U0MIA> <!channel'],
    ['owner', 'picked', ['selected_user'], '<!everyone>'],
    ['owner', 'picked', ['selected_user'], ''],
    // Has left.
    ['owner', 'picked', ['selected_user'], SAM],
    ['paid-until', 'picked', ['selected_date'], 'tomorrow'],
    ['paid-until', 'picked', ['selected_date'], '2026-02-31'],
    ['funding', 'picked', ['selected_option', 'value'], 'the-board'],
    ['unit', 'intake.unit', ['selected_option', 'value'], 'no-such-unit'],
    ['tool', 'typed', ['value'], 'x'.repeat(5_000)],
    ['outcome', 'typed', ['value'], 'x'.repeat(5_000)],
  ];

  it.each(FORGED)('%s (%s) %j %j', async (field, action, path, value) => {
    const office = await openOffice();
    await office.slack.person(IAN).act({ type: 'deactivatePerson', userId: SAM });
    await opens(office, MIA);
    office.wire.forge((payload) =>
      payload.type === 'view_submission'
        ? withValue(payload, ['view', 'state', 'values', field, action, ...path], value)
        : payload,
    );
    const sent = await office.sendsForm(MIA, { ...ANSWERS, 'paid-until': '2026-12-31' });
    expect(sent).toMatchObject({ outcome: 'errors', errors: { [field]: expect.any(String) } });
    await opensNothing(office);
  });

  it('none at all', async () => {
    const office = await openOffice();
    await opens(office, MIA);
    office.wire.forge((payload) =>
      payload.type === 'view_submission' ? withValue(payload, ['view', 'state', 'values'], {}) : payload,
    );
    expect(await office.sendsForm(MIA, ANSWERS)).toMatchObject({ outcome: 'errors' });
    await opensNothing(office);
  });

  it.each([
    { channel: 'x|<!channel>', ts: '1.1' },
    { channel: 'C1', ts: '1.1|https://evil.example' },
  ])('and where it began cannot be made a link of one’s own: %j', async (origin) => {
    const office = await openOffice();
    await opens(office, MIA);
    office.wire.forge((payload) =>
      payload.type === 'view_submission'
        ? withValue(payload, ['view', 'private_metadata'], JSON.stringify({ origin }))
        : payload,
    );
    expect(await office.sendsForm(MIA, ANSWERS)).toMatchObject({ outcome: 'closed' });
    expect((await office.stored(BUY_1)).request.intake).not.toHaveProperty('origin');
    expect(office.slack.refusals).toEqual([]);
  });
});

async function opensNothing(office: Office): Promise<void> {
  await office.settled();
  await expect(office.stored(BUY_1)).rejects.toThrow('There is no request');
  expect(office.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  expect(office.slack.refusals).toEqual([]);
}
