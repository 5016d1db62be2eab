import { describe, expect, it } from 'vitest';
import { requestId, type UnitId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { EVE, EVERYONE_HERE, LENA, MARKETING_DECISIONS, MEI, MIA, SAM } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';
import { withValue } from '#test/support/wire.ts';
import { type TextKey, textFor } from '#text/text.ts';

const en = textFor('en');
const zh = textFor('zh-TW');

const top = ({ slack }: Office, person: string) => {
  const view = slack.modalsOf(person).at(-1);
  if (!view) throw new Error(`${person} has no form open.`);
  return view;
};
const formOf = (office: Office, person: string): string => asShown({ text: '', blocks: top(office, person).blocks });

/** Changes a field that redraws the form, and waits for the new one. */
async function redraws(office: Office, person: string, change: () => Promise<unknown>): Promise<void> {
  const { hash } = top(office, person);
  await change();
  await office.slack.waitFor(() => top(office, person).hash !== hash);
}

describe('a request can be started', () => {
  it('with the words after the command, which name the tool', async () => {
    const office = await openOffice();
    await office.opensForm(MIA, 'a survey tool');
    expect(formOf(office, MIA)).toContain(`${en.plain('intake.tool')} a survey tool`);
    expect(office.slack.refusals).toEqual([]);
  });

  it('with a sentence after the command, which is the outcome', async () => {
    const office = await openOffice();
    const sentence = 'we want landing pages in two days instead of ten because every campaign waits for them';
    await office.opensForm(MIA, sentence);
    expect(formOf(office, MIA)).toContain(`${en.plain('intake.outcome')} ${sentence}`);
    expect(office.slack.refusals).toEqual([]);
  });

  it('by the global shortcut', async () => {
    const office = await openOffice();
    const { slack } = office;
    await slack.person(MEI).globalShortcut('buy_a_tool');
    await slack.waitFor(() => slack.modalsOf(MEI).length === 1);
    expect(top(office, MEI).title.text).toBe(zh.plain('intake.title'));
    expect(slack.refusals).toEqual([]);
  });

  it('from a message, whose words and link come along', async () => {
    const office = await openOffice();
    const { slack } = office;
    const mia = slack.person(MIA);
    await mia.say(EVERYONE_HERE, 'Ask <@U0LENA> about R&D <5 days>');
    const message = slack.messagesIn(EVERYONE_HERE).at(-1);
    await mia.messageShortcut('bring_it_in', EVERYONE_HERE, message?.ts ?? '');
    await slack.waitFor(() => slack.modalsOf(MIA).length === 1);
    expect(formOf(office, MIA)).toContain('R&D <5 days>');
    await mia.searchInModal('intake.tool', 'Miro');
    expect(await office.sendsForm(MIA, { tool: 'words:Miro', unit: 'marketing' })).toMatchObject({ outcome: 'closed' });

    const card = slack.messagesIn(MARKETING_DECISIONS)[0];
    const link = `/archives/${EVERYONE_HERE}/p${message?.ts.replace('.', '')}`;
    expect(JSON.stringify(card?.blocks)).toContain(link);
    expect(slack.refusals).toEqual([]);
  });
});

describe('the form', () => {
  it('asks for more when the stage changes, and keeps what was typed', async () => {
    const office = await openOffice();
    const mia = office.slack.person(MIA);
    await office.opensForm(MIA, 'Miro');
    const typed = { outcome: 'Workshops that end with a plan', cost: '12k', unit: 'marketing', data: ['internal'] };
    await redraws(office, MIA, () => mia.pressInModal('intake.stage', 'quote', typed));
    const { blocks, state } = top(office, MIA);
    const optional = (id: string) => blocks.find((block) => block.block_id === id && 'optional' in block);
    for (const needed of ['success', 'cost', 'funding', 'people', 'data']) expect(optional(needed)).toBeUndefined();
    expect(optional('links')).toBeDefined();
    const all = JSON.stringify(state);
    for (const kept of ['Workshops that end with a plan', '12k', 'words:Miro', 'internal']) expect(all).toContain(kept);
    expect(office.slack.refusals).toEqual([]);
  });

  it('says beside each field what is missing, in its reader’s language', async () => {
    const office = await openOffice();
    await office.opensForm(MEI, 'Miro');
    // The stage was changed and the form sent before it was drawn again: the app has the last word.
    const stage = ['view', 'state', 'values', 'stage', 'intake.stage', 'selected_option', 'value'];
    office.wire.forge((payload) => withValue(payload, stage, 'quote'));
    const sent = await office.slack.person(MEI).submit({ outcome: '開會有結論', unit: 'operations' });
    const needed = zh.plain('intake.error.required');
    const errors = { success: needed, cost: needed, funding: needed, people: needed, data: needed };
    expect(sent).toMatchObject({ outcome: 'errors', errors });
    expect(office.slack.refusals).toEqual([]);
  });

  it('points out that the company has the tool, and who looks after it', async () => {
    const office = await openOffice();
    const mia = office.slack.person(MIA);
    await office.opensForm(MIA);
    expect(await mia.searchInModal('intake.tool', 'hub')).toMatchObject({
      options: [{ value: 'words:hub' }, { text: { text: 'HubSpot' }, value: 'tool:hubspot' }],
    });
    await redraws(office, MIA, () => mia.pressInModal('intake.tool', 'tool:hubspot'));
    expect(formOf(office, MIA)).toMatch(/We have \*HubSpot\*.*Ask @Olga\. 0 of 25 seats are free\./);
    expect(office.slack.refusals).toEqual([]);
  });

  it('finds a tool by its Chinese alias, and takes words that name no tool at all', async () => {
    const office = await openOffice();
    await office.opensForm(MEI);
    const found = await office.slack.person(MEI).searchInModal('intake.tool', '問卷');
    expect(found).toMatchObject({
      options: [{ text: { text: '就填「問卷」' } }, { text: { text: 'SurveyCake' }, value: 'tool:surveycake' }],
    });
    const sent = await office.sendsForm(MEI, { outcome: '每季問一次', unit: 'operations', tool: 'words:問卷' });
    expect(sent).toMatchObject({ outcome: 'closed' });
    expect((await office.stored(requestId(1))).request.intake).toMatchObject({ tool: '問卷' });
    expect(office.slack.refusals).toEqual([]);
  });

  it('finds one of more units than a menu holds, and keeps it when drawn again', async () => {
    const many = (org: Organisation): Organisation => ({
      ...org,
      units: Array.from({ length: 120 }, (_, index) => ({
        id: `unit-${index}` as UnitId,
        name: `Unit ${index}`,
        leads: [LENA],
      })),
    });
    const office = await openOffice({ org: many });
    const mia = office.slack.person(MIA);
    await office.opensForm(MIA, 'Miro');
    const found = await mia.searchInModal('intake.unit', 'UNIT 11');
    expect(found.ok && found.options?.map(({ value }) => value)).toContain('unit-117');
    await redraws(office, MIA, () => mia.pressInModal('intake.stage', 'comparing', { unit: 'unit-117' }));
    await redraws(office, MIA, () => mia.pressInModal('intake.stage', 'exploring'));
    expect(await office.sendsForm(MIA, { outcome: 'Better workshops' })).toMatchObject({ outcome: 'closed' });
    expect((await office.stored(requestId(1))).request.intake.unit).toBe('unit-117');
    await office.opensForm(MIA);
    expect(formOf(office, MIA)).toContain('Business unit Unit 117');
    expect(office.slack.refusals).toEqual([]);
  });

  it('remembers the unit and the currency of last time', async () => {
    const office = await openOffice();
    await office.asks(SAM, { unit: 'sales', currency: 'EUR' });
    await office.opensForm(SAM);
    expect(formOf(office, SAM)).toContain('Business unit Sales');
    expect(formOf(office, SAM)).toContain('Currency EUR');
    await office.opensForm(LENA);
    expect(formOf(office, LENA)).toContain('Currency USD');
    expect(office.slack.refusals).toEqual([]);
  });
});

describe('a cost', () => {
  it.each([
    ['12k', 'USD', 'about US$12,000 a year'],
    ['約 3 萬', 'TWD', 'about NT$30,000 a year'],
    ['100 a month', 'EUR', 'about €1,200 a year'],
    ['unknown', 'USD', 'cost not known yet'],
  ])('of “%s” in %s is %s', async (cost, currency, shown) => {
    const office = await openOffice();
    const request = await office.asks(MIA, { cost, currency });
    expect(asShown(await office.card(request))).toContain(shown);
    expect(office.slack.refusals).toEqual([]);
  });

  it('that can be read in two ways is asked again, with both readings', async () => {
    const office = await openOffice();
    await office.opensForm(MIA, 'Miro');
    const answers = { outcome: 'Better workshops', unit: 'marketing', cost: '1.200', currency: 'EUR' };
    const sent = await office.sendsForm(MIA, answers);
    expect(sent).toMatchObject({ outcome: 'errors', errors: { cost: expect.stringContaining('€1,200 or €1.20') } });
    expect(await office.sendsForm(MIA, { cost: '1,200' })).toMatchObject({ outcome: 'closed' });
    expect((await office.stored(requestId(1))).request.intake.yearlyCost).toEqual({ minor: 120_000, currency: 'EUR' });
    expect(office.slack.refusals).toEqual([]);
  });

  it.each<[string, string | string[], TextKey]>([
    ['data', ['none', 'personal'], 'intake.error.data-none'],
    ['people', 'a few', 'intake.error.people'],
    ['needed-by', '2026-01-04', 'intake.error.date'],
  ])('and other answers that cannot be: %s', async (field, answer, key) => {
    const office = await openOffice();
    await office.opensForm(MEI, 'Miro');
    const answers = { outcome: '開會有結論', unit: 'operations', [field]: answer };
    const sent = await office.sendsForm(MEI, answers);
    expect(sent).toMatchObject({ outcome: 'errors', errors: { [field]: zh.plain(key as 'intake.error.date') } });
    expect(office.slack.refusals).toEqual([]);
  });
});

describe('/buy-tool', () => {
  const asked = async (office: Office, person: string, words: string): Promise<string> => {
    const before = office.toldPrivately(person).length;
    await office.slack.person(person).command(EVERYONE_HERE, `/buy-tool ${words}`);
    await office.slack.waitFor(() => office.toldPrivately(person).length > before);
    return office.toldPrivately(person).at(-1) ?? '';
  };

  it('help explains it, in the reader’s language', async () => {
    const office = await openOffice();
    expect(await asked(office, MIA, 'help')).toContain(en.mrkdwn('help.commands').mrkdwn);
    expect(await asked(office, MEI, ' HELP ')).toContain(zh.mrkdwn('help.commands').mrkdwn);
    expect(office.slack.refusals).toEqual([]);
  });

  it('status lists one’s own requests with who has them, and anybody’s by id', async () => {
    const office = await openOffice();
    expect(await asked(office, MIA, 'status')).toBe(en.mrkdwn('status.none').mrkdwn);
    const first = await office.asks(MIA, { outcome: 'First' });
    await office.asks(MIA, { outcome: 'Second' });
    await office.approves(EVE, first);
    const list = await asked(office, MIA, 'status');
    expect(list).toMatch(/BUY-2\* Second: @Eve has it, decision by Tue 6 Jan.*\n.*BUY-1\* First: Approved, Mon 5 Jan/);
    expect(await asked(office, SAM, 'status buy-1')).toContain('*BUY-1* First: Approved');
    expect(await asked(office, SAM, 'status')).toBe(en.mrkdwn('status.none').mrkdwn);
    expect(office.slack.refusals).toEqual([]);
  });

  it.each([
    ['one too high', 'BUY-99'],
    ['an emoji', '🤷'],
    ['zero', 'BUY-0'],
    ['markup', '<!channel> *x*'],
    ['a minus', '-1'],
    ['3,000 characters', 'x'.repeat(3_000)],
  ])('status of what is no request (%s) is answered with the way forward', async (_, words) => {
    const office = await openOffice();
    expect(await asked(office, MIA, `status ${words}`)).toContain('`/buy-tool status` lists yours');
    expect(office.slack.refusals).toEqual([]);
  });
});
