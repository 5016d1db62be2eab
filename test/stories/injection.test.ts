import { describe, expect, it } from 'vitest';
import type { RequestId, UserId } from '#domain/ids.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import { linksOf, mentionsOf } from '#playground/strict/mentions.ts';
import { ADA, CHIA, EVAN, EVE, EVERYONE_HERE, IAN, MEI, NOAH } from '#test/support/company.ts';
import { ALL_NASTY, NASTY } from '#test/support/nasty.ts';
import { type Office, openOffice } from '#test/support/office.ts';

/** As Slack's inputs give it back, and as we keep it. */
const kept = (typed: string): string => typed.trim();

const PEOPLE: UserId[] = [MEI, IAN, ADA, CHIA, EVAN, EVE, NOAH, 'U0WEN' as UserId];
/** The requester, IT and the unit’s lead, who joins a talk; Lena, whom the nasty texts name, is none of them. */
const EXPECTED = PEOPLE.map((id) => `<@${id}>`);

/** Nobody hears of it but its people, no link leads out, and Slack took all of it. */
function staysHarmless({ slack, said, logged }: Office): void {
  for (const message of said()) {
    expect(mentionsOf({ parse: 'none', ...message }).filter((form) => !EXPECTED.includes(form))).toEqual([]);
    for (const link of linksOf(message)) expect(link).not.toMatch(/evil|mailto/);
  }
  expect(logged.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  expect(slack.refusals).toEqual([]);
}

/** Every text that Slack shows as typed: rich text and plain text, joined. */
function shownAsTyped({ slack }: Office, channel: string): string {
  const texts: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && 'text' in value && typeof value.text === 'string' && value.type !== 'mrkdwn')
      texts.push(value.text);
    for (const item of Object.values(value)) gather(item);
  };
  for (const { blocks } of slack.messagesIn(channel)) gather(blocks);
  return texts.join('\n¶\n');
}

/** A no, a talk in which both say how they see it, and a no again: then it is decided. */
async function talksThrough(office: Office, request: RequestId, words: string): Promise<void> {
  await office.fills(ADA, request, 'decline', { words, way: words });
  await office.presses(MEI, request, DECISION.talkThrough);
  for (const person of [MEI, ADA]) {
    expect(await office.tellsView(person, request, words)).toMatchObject({ outcome: 'closed' });
  }
  await office.fills(ADA, request, 'decline', { words, way: words });
}

/** One request through every form of ours, with the same words in each field. */
async function fillsEveryForm(office: Office, words: string, tool: string): Promise<RequestId> {
  await office.opensForm(MEI, '');
  const mei = office.slack.person(MEI);
  await mei.searchInModal('intake.tool', tool);
  const offered = await mei.searchInModal('intake.tool', tool);
  const picked = offered.ok ? (offered.options?.[0]?.value ?? '') : '';
  const wrong = {
    outcome: words,
    tool: picked,
    unit: 'operations',
    success: words,
    links: words,
    cost: words,
    people: words,
  };
  expect(await office.sendsForm(MEI, wrong)).toMatchObject({ outcome: 'errors' });
  expect(await office.sendsForm(MEI, { cost: '1,200', people: null })).toMatchObject({ outcome: 'closed' });
  const request = 'BUY-1' as RequestId;
  await office.fills(ADA, request, 'ask', { words });
  await office.fills(MEI, request, 'answer', { words });
  for (const kind of ['conditions', 'pilot', 'reuse'] as const) {
    await office.fills(ADA, request, kind, { words });
    await office.fills(MEI, request, 'reopen', { words });
  }
  await talksThrough(office, request, words);
  await office.fills(ADA, request, 'reopen', { words });
  await office.fills(MEI, request, 'withdraw', { words });
  return request;
}

describe.each(['en', 'zh-TW'] as const)('in %s', (language) => {
  it('what is typed into any field harms nobody, and is shown as typed', async () => {
    const office = await openOffice({ language });
    const request = await fillsEveryForm(office, ALL_NASTY, ALL_NASTY.slice(0, 60));
    const { channel } = await office.thread(request);
    const shown = shownAsTyped(office, channel);
    // Outcome, success and links on the card; question, answer, 3 terms, 4 + 1 reasons, two noes, two views; and each record's own.
    expect(shown.split(kept(ALL_NASTY)).length - 1).toBeGreaterThanOrEqual(18);
    const { intake } = (await office.stored(request)).request;
    expect(intake).toMatchObject({ outcome: kept(ALL_NASTY), successMeasure: kept(ALL_NASTY), links: kept(ALL_NASTY) });
    expect(shown).toContain(intake.tool);
    staysHarmless(office);
  });

  it.each(['&', '<', '*', '字', '👩‍💻', '`', 'a\u202E', '{{id}}'])('so are the longest texts, of %s', async (sign) => {
    const office = await openOffice({ language });
    const longest = (max: number) => sign.repeat(Math.floor(max / sign.length));
    await office.opensForm(MEI, longest(3_000));
    await office.slack.person(MEI).searchInModal('intake.tool', longest(75));
    const found = await office.slack.person(MEI).searchInModal('intake.tool', longest(75));
    const tool = found.ok ? (found.options?.[0]?.value ?? '') : '';
    const answers = {
      outcome: longest(3_000),
      success: longest(3_000),
      links: longest(3_000),
      unit: 'operations',
      tool,
    };
    expect(await office.sendsForm(MEI, answers)).toMatchObject({ outcome: 'closed' });
    const request = 'BUY-1' as RequestId;
    await office.fills(ADA, request, 'ask', { words: longest(2_000) });
    await office.fills(MEI, request, 'answer', { words: longest(2_000) });
    await talksThrough(office, request, longest(2_000));
    await office.fills(MEI, request, 'reopen', { words: longest(2_000) });
    expect((await office.stored(request)).request.intake.outcome).toBe(longest(3_000).trim());
    staysHarmless(office);
  });
});

it('whatever stands after the command harms nobody', async () => {
  const office = await openOffice();
  const mei = office.slack.person(MEI);
  for (const [index, words] of Object.values(NASTY).entries()) {
    const line = words.replaceAll('\n', ' ');
    for (const verb of ['', 'status ', 'help ']) await mei.command(EVERYONE_HERE, `/buy-tool ${verb}${line}`);
    await office.slack.waitFor(() => office.toldPrivately(MEI).length === 2 * (index + 1));
    await office.slack.waitFor(() => office.slack.modalsOf(MEI).length === 1);
    expect(await office.sendsForm(MEI, { outcome: 'x', unit: 'operations' })).toMatchObject({ ok: true });
  }
  staysHarmless(office);
});

it('whatever the message says that IT is brought in to, nobody hears of it but its people', async () => {
  const office = await openOffice();
  const mei = office.slack.person(MEI);
  for (const words of Object.values(NASTY)) {
    const said = await mei.say(EVERYONE_HERE, words);
    await mei.messageShortcut('bring_it_in', EVERYONE_HERE, said.ok ? (said.ts ?? '') : '');
    await office.slack.waitFor(() => office.slack.modalsOf(MEI).length === 1);
    await mei.searchInModal('intake.tool', 'x');
    expect(await office.sendsForm(MEI, { tool: 'words:x', unit: 'operations' })).toMatchObject({ outcome: 'closed' });
  }
  staysHarmless(office);
});

it('words that cannot be seen are none', async () => {
  const office = await openOffice();
  const unseen = '\u200B\u202E\u2060';
  await office.opensForm(MEI, unseen);
  const mei = office.slack.person(MEI);
  expect(await mei.searchInModal('intake.tool', unseen)).not.toMatchObject({ options: [{ value: `words:${unseen}` }] });
  await mei.searchInModal('intake.tool', 'x');
  const sent = await office.sendsForm(MEI, { outcome: unseen, tool: 'words:x', unit: 'operations' });
  expect(sent).toMatchObject({ outcome: 'errors', errors: { outcome: expect.any(String) } });
  expect(office.slack.refusals).toEqual([]);
});
