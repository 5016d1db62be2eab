import { describe, expect, it } from 'vitest';
import type { ChannelId, TeamId, UserId } from '#domain/ids.ts';
import type { Nudge } from '#domain/listening.ts';
import { LISTENING } from '#features/listening/listening.actions.ts';
import { TEAM_ID } from '#playground/company/company.ts';
import { ADA, EVE, EVERYONE_HERE, HOUR_MS, LAUNCH, MEI, MIA, SAM, STELLA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';
import { withValue } from '#test/support/wire.ts';

const MINUTE_MS = 60_000;
const HUBSPOT = 'Thinking about signing up our team for HubSpot, 12 seats for the newsletters. Anyone used it?';

/** Somebody says something; answers where it stands. */
async function says(office: Office, person: UserId, words: string, channel = EVERYONE_HERE, threadTs?: string) {
  const answer = await office.slack.person(person).say(channel, words, threadTs ? { threadTs } : {});
  if (!answer.ok || !answer.ts) throw new Error(`${person} could not say it`);
  await office.slack.quiet();
  return { channel, ts: answer.ts };
}

const heard = (office: Office, at: { channel: ChannelId; ts: string }): Promise<Nudge | undefined> =>
  office.tandem.store.findNudge(TEAM_ID as TeamId, at);

/** Lets the minute pass in which an author may think again. */
async function aMinuteLater(office: Office): Promise<void> {
  await office.clock.forward(MINUTE_MS + 1_000);
  await office.settled();
}

async function presses(office: Office, person: UserId, action: string): Promise<void> {
  const prompt = office.slack.ephemeralsTo(person).at(-1);
  const place = { in: 'message', channelId: prompt?.channelId ?? '', ts: prompt?.ts ?? '' } as const;
  await office.slack.person(person).press(place, action);
  await office.slack.quiet();
}

const prompts = (office: Office, person: string): string[] => office.toldPrivately(person);

describe('a purchase that is heard', () => {
  it('is asked about in private, a minute later, and goes on to a decision', async () => {
    const office = await openOffice();
    const at = await says(office, MIA, HUBSPOT);
    expect(prompts(office, MIA)).toEqual([]);
    await aMinuteLater(office);
    expect(prompts(office, MIA)).toHaveLength(1);
    expect(prompts(office, MIA)[0]).toContain('Sounds like you’re looking at HubSpot.');
    expect(prompts(office, SAM)).toEqual([]);

    await presses(office, MIA, LISTENING.yes);
    await office.slack.waitFor(() => office.slack.modalsOf(MIA).at(-1));
    expect(JSON.stringify(office.slack.modalsOf(MIA).at(-1))).toContain('HubSpot');
    const sent = await office.sendsForm(MIA, { outcome: 'Newsletters in a day', unit: 'marketing', cost: '1,200' });
    expect(sent).toMatchObject({ ok: true, outcome: 'closed' });
    const [stored] = await office.tandem.store.requestsOf(TEAM_ID as TeamId, MIA, 1);
    expect(stored?.request.intake).toMatchObject({
      tool: 'HubSpot',
      origin: { permalink: expect.stringContaining(at.channel) },
    });
    expect(await heard(office, at)).toMatchObject({ answer: { is: 'yes' } });
    const id = stored?.request.id;
    if (!id) throw new Error('There is no request.');
    await office.approves(EVE, id);
    expect(await office.records(id)).toHaveLength(1);
    expect(office.slack.refusals).toEqual([]);
  });

  it('is asked about in Chinese, and goes on to a decision', async () => {
    const office = await openOffice({ language: 'zh-TW' });
    await says(office, MEI, '有人用過 Ragic 嗎？我們組想買一套，報價一年三萬');
    await aMinuteLater(office);
    expect(prompts(office, MEI)[0]).toContain('看起來你在考慮 Ragic。');
    await presses(office, MEI, LISTENING.yes);
    await office.slack.waitFor(() => office.slack.modalsOf(MEI).at(-1));
    const rest = { success: '少填一次', funding: 'unit', people: '5', data: ['internal'] };
    const typed = { outcome: '出貨單不用再抄三次', unit: 'operations', cost: '1,200', ...rest };
    expect(await office.sendsForm(MEI, typed)).toMatchObject({ ok: true, outcome: 'closed' });
    const [stored] = await office.tandem.store.requestsOf(TEAM_ID as TeamId, MEI, 1);
    if (!stored) throw new Error('There is no request.');
    await office.approves(ADA, stored.request.id);
    expect(await office.records(stored.request.id)).toHaveLength(1);
    expect(office.slack.refusals).toEqual([]);
  });

  it('stores nothing of the text but the names in it', async () => {
    const office = await openOffice();
    const at = await says(office, MIA, HUBSPOT);
    const stored = JSON.stringify(await heard(office, at));
    expect(stored).toContain('HubSpot');
    expect(stored).not.toMatch(/newsletters|12 seats/);
  });

  it('is asked about in its thread among several people, and once a thread', async () => {
    const office = await openOffice();
    const talk = await says(office, SAM, 'How was the fair?');
    await says(office, MEI, 'Long queue, nice people', EVERYONE_HERE, talk.ts);
    await says(office, MIA, HUBSPOT, EVERYONE_HERE, talk.ts);
    await says(office, SAM, 'Mailchimp or HubSpot? Both want 12 dollars per seat', EVERYONE_HERE, talk.ts);
    await aMinuteLater(office);
    expect(prompts(office, MIA)).toHaveLength(1);
    expect(office.slack.ephemeralsTo(MIA)[0]).toMatchObject({ threadTs: talk.ts });
    expect(prompts(office, SAM)).toEqual([]);
    expect(office.slack.refusals).toEqual([]);
  });

  it('is asked about once in thirty days for each topic', async () => {
    const office = await openOffice();
    await says(office, MIA, HUBSPOT);
    await aMinuteLater(office);
    await office.clock.forward(20 * 24 * HOUR_MS);
    await says(office, MIA, 'HubSpot sent us a quote, 900 a month for the paid plan. Who can negotiate?');
    await aMinuteLater(office);
    expect(prompts(office, MIA)).toHaveLength(1);
    await office.clock.forward(11 * 24 * HOUR_MS);
    await says(office, MIA, 'HubSpot sent us a quote, 900 a month for the paid plan. Who can negotiate?');
    await aMinuteLater(office);
    expect(prompts(office, MIA)).toHaveLength(2);
  });
});

describe('an answer to a nudge', () => {
  async function nudged(): Promise<Office> {
    const office = await openOffice();
    await says(office, MIA, HUBSPOT);
    await aMinuteLater(office);
    return office;
  }

  it('“not a purchase” is counted, and can be taken back', async () => {
    const office = await nudged();
    const [nudge] = await office.tandem.store.openNudges(TEAM_ID as TeamId, MIA, 0);
    if (!nudge) throw new Error('There is no nudge.');
    await presses(office, MIA, LISTENING.no);
    expect(prompts(office, MIA).at(-1)).toContain('HubSpot is not a purchase');
    expect(await heard(office, nudge)).toMatchObject({ answer: { is: 'no' } });
    await presses(office, MIA, LISTENING.undo);
    expect(prompts(office, MIA).at(-1)).toContain('Sounds like you’re looking at HubSpot.');
    expect(await heard(office, nudge)).not.toHaveProperty('answer');
    expect(office.slack.refusals).toEqual([]);
  });

  it.each([
    [LISTENING.neverHere, EVERYONE_HERE, 0],
    [LISTENING.neverHere, LAUNCH, 1],
    [LISTENING.neverAnywhere, LAUNCH, 0],
  ])('%s: what is said in %s later is asked about %i times', async (wish, channel, times) => {
    const office = await nudged();
    await presses(office, MIA, LISTENING.never);
    expect(prompts(office, MIA).at(-1)).toContain('Where shall I stop asking?');
    await presses(office, MIA, wish);
    const before = prompts(office, MIA).length;
    await says(office, MIA, 'Notion or Coda for the wiki? Both want 12 dollars per seat', channel);
    await aMinuteLater(office);
    expect(prompts(office, MIA).length - before).toBe(times);
    expect(office.slack.refusals).toEqual([]);
  });

  it('is only the author’s to give', async () => {
    const office = await nudged();
    const [nudge] = await office.tandem.store.openNudges(TEAM_ID as TeamId, MIA, 0);
    if (!nudge) throw new Error('There is no nudge.');
    office.wire.forge((payload) => withValue(payload, ['user', 'id'], SAM));
    await presses(office, MIA, LISTENING.no);
    expect(await heard(office, nudge)).not.toHaveProperty('answer');
  });
});

describe('a message that its author takes back', () => {
  it('is not asked about when it is deleted within the minute', async () => {
    const office = await openOffice();
    const at = await says(office, MIA, HUBSPOT);
    await office.clock.forward(30_000);
    await office.slack.person(MIA).deleteMessage(at.channel, at.ts);
    await office.slack.quiet();
    await aMinuteLater(office);
    expect(prompts(office, MIA)).toEqual([]);
    expect(await heard(office, at)).toMatchObject({ isGone: true });
  });

  it('is asked about when it was edited away and back within the minute', async () => {
    const office = await openOffice();
    const at = await says(office, MIA, HUBSPOT);
    await office.slack.person(MIA).editMessage(at.channel, at.ts, 'How was your weekend?');
    await office.slack.quiet();
    expect(await heard(office, at)).toMatchObject({ isGone: true });
    await office.slack.person(MIA).editMessage(at.channel, at.ts, HUBSPOT);
    await office.slack.quiet();
    const before = await says(office, SAM, 'Sunny, thanks');
    await office.slack.person(SAM).editMessage(before.channel, before.ts, 'Rainy, thanks');
    await aMinuteLater(office);
    expect(prompts(office, MIA)).toHaveLength(1);
  });

  it('is not asked about once it was edited to something else', async () => {
    const office = await openOffice();
    const at = await says(office, MIA, HUBSPOT);
    await office.slack.person(MIA).editMessage(at.channel, at.ts, 'How was your weekend?');
    await office.slack.quiet();
    await aMinuteLater(office);
    expect(prompts(office, MIA)).toEqual([]);
  });

  it('is asked about as it reads after an edit', async () => {
    const office = await openOffice();
    const at = await says(office, MIA, HUBSPOT);
    await office.slack.person(MIA).editMessage(at.channel, at.ts, HUBSPOT.replace('HubSpot', 'Mailchimp'));
    await office.slack.quiet();
    await aMinuteLater(office);
    expect(prompts(office, MIA)[0]).toContain('Mailchimp');
  });
});

describe('where nobody is asked', () => {
  it('in a channel that the org file switches off', async () => {
    const office = await openOffice({ org: (org) => ({ ...org, listening: { offChannels: [EVERYONE_HERE] } }) });
    const at = await says(office, MIA, HUBSPOT);
    expect(await heard(office, at)).toBeUndefined();
  });

  it('in a channel that somebody in it switched off, where everybody reads who did', async () => {
    const office = await openOffice();
    await office.slack.person(SAM).command(EVERYONE_HERE, '/buy-tool listening');
    await office.slack.quiet();
    expect(prompts(office, SAM)[0]).toContain('*This channel:* I listen');
    await presses(office, SAM, LISTENING.off);
    await office.settled();
    expect(prompts(office, SAM).at(-1)).toContain('off, since @Sam asked me to');
    expect(asShown(office.slack.messagesIn(EVERYONE_HERE).at(-1) ?? { text: '' })).toContain('@Sam asked me to stop');
    const at = await says(office, MIA, HUBSPOT);
    expect(await heard(office, at)).toBeUndefined();
    expect(office.slack.refusals).toEqual([]);
  });

  it('somebody of another company, in a channel that is shared with them', async () => {
    const office = await openOffice();
    const theirs = await says(office, STELLA, HUBSPOT, LAUNCH);
    const ours = await says(office, MIA, HUBSPOT, LAUNCH);
    expect(await heard(office, theirs)).toBeUndefined();
    await aMinuteLater(office);
    expect(prompts(office, STELLA)).toEqual([]);
    expect(prompts(office, MIA)).toHaveLength(1);
    expect(await heard(office, ours)).toBeDefined();
    expect(office.slack.refusals).toEqual([]);
  });

  it('in the thread of a request', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const { channel, ts } = await office.thread(request);
    const at = await says(
      office,
      EVE,
      'HubSpot sent a quote, 900 a month. Shall we sign or compare with Mailchimp?',
      channel,
      ts,
    );
    expect(await heard(office, at)).toBeUndefined();
  });

  it('about ordinary talk, in a burst of a thousand messages with three purchases among them', async () => {
    const office = await openOffice();
    const talk = [
      'Lunch?',
      'The build is green again',
      '我先去開會',
      'Jira is slow today',
      '早安',
      'I bought cake',
      'see you',
    ];
    const purchases = [
      HUBSPOT,
      'Bugsnag or Rollbar? Rollbar has the cheaper plan',
      '廠商的報價單來了，筆電一台三萬二，要簽嗎',
    ];
    const authors = [MIA, SAM, MEI];
    for (let at = 0; at < 1_000; at++) {
      const which = [200, 500, 800].indexOf(at);
      const words = which < 0 ? `${talk[at % talk.length]} ${at}` : (purchases[which] ?? '');
      await office.slack.person(authors[which < 0 ? at % 3 : which] ?? MIA).say(EVERYONE_HERE, words);
    }
    await office.slack.quiet();
    await aMinuteLater(office);
    expect(authors.map((author) => prompts(office, author).length)).toEqual([1, 1, 1]);
    expect(office.slack.refusals).toEqual([]);
  });
});

describe('an invitation to a channel', () => {
  it('is answered in two lines that name who invited, what is heard and kept, and how it ends', async () => {
    const office = await openOffice();
    const sam = office.slack.person(SAM);
    const made = await sam.act({ type: 'createChannel', name: 'fairs', isPrivate: false });
    const channelId = made.ok ? (made.channelId ?? '') : '';
    await sam.act({ type: 'inviteApp', channelId });
    await office.slack.quiet();
    await office.settled();
    const said = asShown(office.slack.messagesIn(channelId).at(-1) ?? { text: '' });
    expect(said.split('\n')).toHaveLength(2);
    expect(said).toContain('@Sam brought me in');
    expect(said).toContain('never the text');
    expect(said).toContain('/buy-tool listening');
  });
});
