import { describe, expect, it } from 'vitest';
import type { RequestId, TeamId, UserId } from '#domain/ids.ts';
import { DIGEST, ON_REQUEST } from '#features/digest/digest.actions.ts';
import { HOME } from '#features/home/home.actions.ts';
import { TEAM_ID } from '#playground/company/company.ts';
import { EVE, EVERYONE_HERE, HOUR_MS, IAN, LENA, MEI, MIA } from '#test/support/company.ts';
import { type Office, type OfficeOptions, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const TEAM = TEAM_ID as TeamId;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** Stories begin on a Monday at ten. */
const TO_MONDAY_AT_NINE_MS = WEEK_MS - HOUR_MS;
const IT_CHANNEL = 'C0IT';
/** Leads Sales, and Operations. */
const OLGA = 'U0OLGA' as UserId;
const WEN = 'U0WEN' as UserId;
/** Leads who live where the IT team does. */
const LEADS = [LENA, WEN, IAN];

const isDigest = (shown: string): boolean => /week of|這週：|這週$/m.test(shown.split('\n')[0] ?? '');
const digestsOf = ({ slack }: Office, person: string): string[] => slack.dmWith(person).map(asShown).filter(isDigest);
const inChannel = ({ slack }: Office): string[] => slack.messagesIn(IT_CHANNEL).map(asShown).filter(isDigest);
const counts = (office: Office): number[] => [
  ...LEADS.map((lead) => digestsOf(office, lead).length),
  inChannel(office).length,
];

/** Lets time pass until everybody has so many digests. */
async function until(office: Office, ms: number, digests: number): Promise<void> {
  await office.clock.forward(ms);
  office.clock.hurry();
  await office.slack.waitFor(() => counts(office).every((count) => count === digests), 20_000);
  await office.settled();
}

/** Three requests of Marketing: one waits for its lead, one is approved, one with its engineer. */
async function aBusyWeek(office: Office): Promise<Record<'budget' | 'approved' | 'fresh', RequestId>> {
  const budget = await office.asks(MIA, { tool: 'Figma', cost: '3,000', funding: 'unit' });
  await office.approves(EVE, budget);
  const approved = await office.asks(MIA, { tool: 'Typeform', cost: '1,000', funding: 'unit' });
  await office.approves(EVE, approved);
  const fresh = await office.asks(MIA, { tool: 'Canva', cost: '500' });
  return { budget, approved, fresh };
}

const open = (options: OfficeOptions = {}) => openOffice(options);

describe('on Monday at nine', () => {
  it('every lead and the IT channel have their digest, once, and Lena approves from hers', async () => {
    const office = await open();
    const { budget } = await aBusyWeek(office);
    // Zones are asked of Slack one a second.
    const zoneOf = async () => (await office.tandem.store.findDigestReader(TEAM, OLGA))?.zone;
    await expect.poll(zoneOf, { timeout: 15_000 }).toBe('Europe/Berlin');
    await office.clock.forward(TO_MONDAY_AT_NINE_MS - HOUR_MS);
    await office.slack.quiet();
    expect(counts(office)).toEqual([0, 0, 0, 0]);
    await until(office, HOUR_MS, 1);
    const [lena = ''] = digestsOf(office, LENA);
    expect(lena.split('\n').slice(0, 2)).toEqual([
      'Marketing, week of 12 Jan: 1 waits for you',
      '*BUY-1* Figma, US$3,000: your yes is the last one. Since Mon 5 Jan.',
    ]);
    expect(lena).toContain('*The last seven days:* 3 new, 1 decided, 2 under way');
    expect(lena).toContain('Decided:\n• *BUY-2* Typeform: Approved');
    expect(lena).toMatch(/New:\n• \*BUY-3\* Canva: @Eve next, by .+\nDecided:/);
    expect(lena).toContain(
      '*Money:* US$1,000 a year committed in seven days (US$1,000 the unit) · US$1,000 this quarter',
    );
    expect(lena).toContain('IT answered in 1 min (promise 2 h)');
    expect(lena).toContain('Came early: 3 of 3');
    expect(digestsOf(office, WEN)[0]).toContain('這是你的第一份摘要');
    expect(digestsOf(office, OLGA)).toEqual([]);
    expect(inChannel(office)[0]).toMatch(
      /^All units, week of 12 Jan\n.*The last seven days:\* 3 new, 1 decided, 2 under way/s,
    );
    expect(inChannel(office)[0]).toContain('Past their date:\n• *BUY-3* Canva: @Eve next');

    const digest = office.slack.dmWith(LENA).find((message) => isDigest(asShown(message)));
    const where = { in: 'message', channelId: office.slack.dmIdWith(LENA), ts: digest?.ts ?? '' } as const;
    await office.slack.person(LENA).press(where, ON_REQUEST.approve);
    await expect.poll(async () => (await office.stored(budget)).request.progress.state).toBe('decided');
    await office.clock.forward(3 * DAY_MS);
    await office.slack.quiet();
    expect(counts(office)).toEqual([1, 1, 1, 1]);
    expect(office.slack.refusals).toEqual([]);
  });

  it('a quiet week is one line', async () => {
    const office = await open();
    await until(office, TO_MONDAY_AT_NINE_MS, 1);
    await until(office, WEEK_MS, 2);
    expect(digestsOf(office, WEN)[1]).toBe(
      '*Operations，1 月 19 日這週：* 很平靜，沒有事等你，沒有新案子，也沒有新決定。',
    );
    expect(inChannel(office)[1]).toBe('*All units, week of 19 Jan:* a quiet week. Nothing new, nothing decided.');
  });

  it('a Chinese company reads it in Chinese', async () => {
    const office = await open({ language: 'zh-TW' });
    await office.tandem.store.remember(TEAM, LENA, { language: 'zh-TW' });
    await aBusyWeek(office);
    await until(office, TO_MONDAY_AT_NINE_MS, 1);
    const [lena = ''] = digestsOf(office, LENA);
    expect(lena.split('\n').slice(0, 2)).toEqual([
      'Marketing，1 月 12 日這週：1 件等你',
      '*BUY-1* Figma，US$3,000：只差你點頭，從 1 月 5 日週一等到現在。',
    ]);
    expect(lena).toContain('*這七天：* 新增 3 件、決定 1 件、處理中 2 件');
    expect(lena).toContain('一開始就找 IT：3 件裡 3 件');
    expect(inChannel(office)[0]).toMatch(/^全公司，1 月 12 日這週\n/);
    expect(office.slack.refusals).toEqual([]);
  });

  it('the IT leads hear that the IT channel does not let it in', async () => {
    const office = await open();
    await office.slack.person(IAN).act({ type: 'archiveChannel', channelId: IT_CHANNEL });
    await office.clock.forward(TO_MONDAY_AT_NINE_MS);
    office.clock.hurry();
    await office.slack.waitFor(() => office.told(IAN).some((text) => text.includes('could not be posted')), 20_000);
    await office.settled();
    expect(digestsOf(office, IAN)).toHaveLength(1);
  });

  it('says nothing of a private request but that there is one', async () => {
    const office = await open();
    await office.asks(MIA, { tool: 'Secret tool', restricted: ['restricted'] });
    await until(office, TO_MONDAY_AT_NINE_MS, 1);
    const everything = [...[...LEADS, OLGA].flatMap((lead) => digestsOf(office, lead)), ...inChannel(office)].join(
      '\n',
    );
    expect(everything).not.toContain('Secret');
    expect(digestsOf(office, LENA)[0]).toContain('*The last seven days:* 0 new, 0 decided, 0 under way, 1 private');
  });
});

describe('the picture', () => {
  const charts = ({ slack }: Office): number =>
    slack.dmWith(LENA).filter(({ blocks }) => JSON.stringify(blocks).includes('data_visualization')).length;

  /** One request of each week is answered and decided. */
  async function twoWeeks(office: Office): Promise<void> {
    await aBusyWeek(office);
    await until(office, TO_MONDAY_AT_NINE_MS, 1);
    await office.approves(EVE, await office.asks(MIA, { tool: 'Loom' }));
    await until(office, WEEK_MS, 2);
  }

  it('shows how long things took, week by week, and the notification says the same', async () => {
    const office = await open();
    await twoWeeks(office);
    expect(charts(office)).toBe(1);
    expect(office.told(LENA).at(-1)).toContain('Days to a decision, by week: 5 Jan 0, 12 Jan 0.');
    expect(office.slack.refusals).toEqual([]);
  });

  it('is left out where the workspace refuses it, and not tried again', async () => {
    const office = await open();
    office.slack.faults.next('chat.postMessage', 'refusesCharts', { times: 1_000 });
    await twoWeeks(office);
    expect(counts(office)).toEqual([2, 2, 2, 2]);
    expect(charts(office)).toBe(0);
    expect(office.told(LENA).at(-1)).toContain('Days to a decision, by week: 5 Jan 0, 12 Jan 0.');
    const refused = () => office.slack.calls.filter(({ error }) => error === 'invalid_blocks').length;
    const before = refused();
    expect(before).toBeGreaterThan(0);
    await office.approves(EVE, await office.asks(MIA, { tool: 'Miro' }));
    await until(office, WEEK_MS, 3);
    expect(refused()).toBe(before);
  });
});

describe('a reader', () => {
  const dm = (office: Office) => {
    const digest = office.slack.dmWith(LENA).find((message) => isDigest(asShown(message)));
    return { in: 'message', channelId: office.slack.dmIdWith(LENA), ts: digest?.ts ?? '' } as const;
  };

  it('wants no more, takes that back, and wants one now', async () => {
    const office = await open();
    await office.tandem.store.remember(TEAM, LENA, { digest: { day: 'mon', hour: 9 } });
    await until(office, TO_MONDAY_AT_NINE_MS, 1);
    const lena = office.slack.person(LENA);
    await lena.press(dm(office), DIGEST.mute);
    await office.slack.waitFor(() => office.toldPrivately(LENA).length === 1);
    expect(office.toldPrivately(LENA)[0]).toContain('No more weekly digests.');
    expect((await office.tandem.store.preferences(TEAM, LENA)).digest).toBe('muted');
    const said = office.slack.ephemeralsTo(LENA).at(-1);
    await lena.press({ in: 'message', channelId: office.slack.dmIdWith(LENA), ts: said?.ts ?? '' }, DIGEST.unmute);
    await office.slack.waitFor(() => office.toldPrivately(LENA).some((text) => text.includes('comes again')));
    expect((await office.tandem.store.preferences(TEAM, LENA)).digest).toEqual({ day: 'mon', hour: 9 });

    await lena.press(dm(office), DIGEST.now);
    await office.slack.waitFor(() => digestsOf(office, LENA).length === 2);
    await lena.press(dm(office), DIGEST.settings);
    await office.slack.waitFor(() => office.slack.modalsOf(LENA).length === 1);
    await lena.submit({ digest_day: 'fri', digest_hour: '16' });
    await expect
      .poll(async () => (await office.tandem.store.findDigestReader(TEAM, LENA))?.nextAt)
      .toBe(Date.UTC(2026, 0, 23, 8));
    expect(office.slack.refusals).toEqual([]);
  });

  it('sees it at once by command and from Home, before the first one ever came', async () => {
    const office = await open();
    await aBusyWeek(office);
    await office.slack.person(LENA).command(EVERYONE_HERE, '/buy-tool digest');
    await office.slack.waitFor(() => office.toldPrivately(LENA).length === 1);
    expect(office.toldPrivately(LENA)[0]).toMatch(/^Marketing, week of 5 Jan: 1 waits for you\n/);
    await office.slack.person(IAN).openHome();
    await office.slack.waitFor(() => office.slack.homeOf(IAN));
    await office.slack.person(IAN).pressInHome(DIGEST.now);
    await office.slack.waitFor(() => digestsOf(office, IAN).length === 1);
    expect(JSON.stringify(office.slack.homeOf(IAN))).toContain(HOME.settings);
    expect(office.slack.refusals).toEqual([]);
  });

  it('who leads nothing is told where their own requests are', async () => {
    const office = await open();
    await office.slack.person(MEI).command(EVERYONE_HERE, '/buy-tool digest');
    await office.slack.waitFor(() => office.toldPrivately(MEI).length === 1);
    expect(office.toldPrivately(MEI)[0]).toContain('/buy-tool status');
  });

  it('who moves to another zone has it at nine there', async () => {
    const office = await open();
    await office.slack.person(LENA).act({ type: 'setTimeZone', tz: 'Europe/Berlin' });
    await expect
      .poll(async () => (await office.tandem.store.findDigestReader(TEAM, LENA))?.nextAt)
      .toBe(Date.UTC(2026, 0, 12, 8));
  });
});
