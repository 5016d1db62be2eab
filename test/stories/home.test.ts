import { describe, expect, it, vi } from 'vitest';
import type { TeamId } from '#domain/ids.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import { HOME, ON_REQUEST } from '#features/home/home.actions.ts';
import { CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { aStoredRequest } from '#test/support/builders.ts';
import { ADA, EVE, HOUR_MS, IAN, LENA, MEI, MIA, MONDAY_AT_TEN } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const TEAM = TEAM_ID as TeamId;
/** Above the fast track: the unit’s lead decides too. */
const STANDARD = { cost: '12,000' };
const homeOf = ({ slack }: Office, person: string): string => {
  const home = slack.homeOf(person);
  return home ? asShown({ text: '', blocks: home.blocks }) : '';
};

/** Opens somebody's Home and reads it. */
async function opens(office: Office, person: string): Promise<string> {
  await office.slack.person(person).openHome();
  await office.slack.waitFor(() => office.slack.homeOf(person));
  await office.slack.quiet();
  return homeOf(office, person);
}

describe('App Home', () => {
  it('tells a first-timer what it is for, and starts a request', async () => {
    const office = await openOffice();
    expect(await opens(office, MIA)).toBe(
      [
        'Buying tools, together',
        'Say what you want to achieve; a tool or vendor can come later. It takes a minute.\nAn IT engineer joins you by name, and you always see who has the next step and by when.',
        '[Buy a tool] [Settings]',
      ].join('\n'),
    );
    await office.slack.person(MIA).pressInHome(HOME.buyTool);
    await office.slack.waitFor(() => office.slack.modalsOf(MIA).at(-1)?.callbackId === 'intake.form');
    expect(office.slack.refusals).toEqual([]);
  });

  it('follows a request from the ask to the yes, for everyone who has it open', async () => {
    const office = await openOffice();
    for (const person of [MIA, EVE, LENA]) await opens(office, person);
    const id = await office.asks(MIA, STANDARD);
    const shows = (person: string, words: string) =>
      office.slack.waitFor(() => homeOf(office, person).includes(words), 2_000);
    await shows(MIA, `${id} Landing pages`.replace(id, `*${id}*`));
    await shows(EVE, 'your first word by');
    await shows(LENA, 'Open in Marketing');
    await shows(EVE, '[Open thread]');
    await office.slack.person(EVE).pressInHome(DECISION.approve);
    await shows(EVE, 'Nothing waits for you right now.');
    await shows(LENA, 'your decision for Budget by');
    await office.slack.person(LENA).pressInHome(DECISION.approve);
    await shows(MIA, 'Approved');
    expect(await office.history(id)).toContain('approved');
    expect(office.slack.refusals).toEqual([]);
  });

  it('turns the pages of a list, and stays on the page when something changes', async () => {
    const office = await openOffice();
    const { store } = office.tandem;
    for (let count = 0; count < 12; count += 1)
      await aStoredRequest(store, { team: TEAM, request: { requester: MIA, submittedAt: MONDAY_AT_TEN + count } });
    expect(await opens(office, MIA)).toContain('1 to 10 of 12\n[Next]');
    await office.slack.person(MIA).pressInHome(HOME.later);
    await office.slack.waitFor(() => homeOf(office, MIA).includes('11 to 12 of 12\n[Previous]'));
    await office.asks(MIA);
    await office.slack.waitFor(() => homeOf(office, MIA).includes('11 to 13 of 13'), 2_000);
    await office.slack.person(MIA).pressInHome(HOME.earlier);
    await office.slack.waitFor(() => homeOf(office, MIA).includes('1 to 10 of 13'));
    expect(office.slack.refusals).toEqual([]);
  });

  it('tells a late press in a dialog, since a Home has nothing to respond to', async () => {
    const office = await openOffice();
    const id = await office.asks(MIA, STANDARD);
    await opens(office, EVE);
    await office.clock.forward(31 * 60_000);
    await office.approves(EVE, id);
    await office.slack.person(EVE).pressInHome(DECISION.approve);
    const notice = await office.slack.waitFor(() => office.slack.modalsOf(EVE).at(-1));
    expect(asShown({ text: '', blocks: notice.blocks })).toContain('You have decided here already');
  });

  it('is written anew from the newest state when it changed meanwhile', async () => {
    const office = await openOffice();
    await opens(office, MIA);
    const written = { user_id: MIA, view: { type: 'home', blocks: [{ type: 'divider' }] } };
    await fetch(`${office.slack.apiUrl}views.publish`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CREDENTIALS.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(written),
    });
    await office.asks(MIA);
    await office.slack.waitFor(() => homeOf(office, MIA).includes('My requests'), 2_000);
    expect(office.slack.refusals.map(({ error }) => error)).toEqual(['hash_conflict']);
  });

  it('shows the IT lead what is late, and nobody a private request but its own people', async () => {
    const office = await openOffice();
    const id = await office.asks(MIA, { restricted: ['restricted'] });
    await office.clock.forward(7 * 24 * HOUR_MS);
    const home = await opens(office, IAN);
    expect(home).toContain('+1 private');
    expect(home).not.toContain(id);
    expect(await opens(office, EVE)).toContain(id);
  });
});

describe('settings', () => {
  it('change the language of all that is private, also against Slack', async () => {
    const office = await openOffice();
    await opens(office, MIA);
    await office.slack.person(MIA).pressInHome(HOME.settings);
    await office.slack.waitFor(() => office.slack.modalsOf(MIA).at(-1));
    await office.slack.person(MIA).submit({ language: 'zh-TW' });
    await office.slack.waitFor(() => homeOf(office, MIA).includes('一起買工具'), 2_000);
    await office.asks(MIA);
    expect(office.told(MIA).join('\n')).toContain('搭檔');
  });

  it('keep early reminders from who wants none, and still say what is due', async () => {
    const office = await openOffice();
    await office.tandem.store.remember(TEAM, EVE, { reminders: false });
    const id = await office.asks(MIA, STANDARD);
    const { store } = office.tandem;
    const reminded = (timer: string) =>
      vi.waitFor(async () => expect((await store.find(TEAM, id))?.request.reminded).toContain(timer), {
        timeout: 5_000,
        interval: 10,
      });
    await office.clock.forward(2.1 * HOUR_MS);
    await reminded('response-half');
    await office.settled();
    expect(office.told(EVE)).toHaveLength(1);
    await office.clock.forward(2 * HOUR_MS);
    await reminded('response-due');
    await office.settled();
    expect(office.told(EVE).filter((line) => line.includes('waiting for a first word'))).toHaveLength(1);
  });

  it('take a day of return from whoever others wait for, and refuse one that is past', async () => {
    const office = await openOffice();
    await opens(office, ADA);
    const saves = async (day: string) => {
      await office.slack.person(ADA).pressInHome(HOME.settings);
      await office.slack.waitFor(() => office.slack.modalsOf(ADA).at(-1));
      return office.slack.person(ADA).submit({ away: day });
    };
    expect(await saves('2026-01-05')).toMatchObject({ ok: true, outcome: 'errors' });
    await office.slack.person(ADA).closeAll();
    expect(await saves('2026-01-12')).toMatchObject({ outcome: 'closed' });
    const { awayUntil } = await office.tandem.store.preferences(TEAM, ADA);
    expect(new Date(awayUntil ?? 0).toISOString()).toBe('2026-01-11T16:00:00.000Z');
    await office.slack.waitFor(() => homeOf(office, ADA).includes('請假中'), 2_000);
    await opens(office, MEI);
    await office.slack.person(MEI).pressInHome(HOME.settings);
    const modal = await office.slack.waitFor(() => office.slack.modalsOf(MEI).at(-1));
    expect(JSON.stringify(modal.blocks)).not.toContain('請假');
  });
});

it('the buttons are the decision feature’s own', () => {
  expect(Object.values(DECISION)).toEqual(expect.arrayContaining(Object.values(ON_REQUEST)));
});
