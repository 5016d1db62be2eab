import { describe, expect, it } from 'vitest';
import type { ChannelId, RequestId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { DECISION, type FormKind } from '#features/decision/decision.actions.ts';
import { ADA, CHIA, EVE, EVERYONE_HERE, GIL, IAN, LAUNCH, LENA, MIA, NOAH, STELLA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asRead } from '#test/support/reading.ts';
import { textFor } from '#text/text.ts';

/** Marketing decides in this channel. */
const decidingIn =
  (channel: ChannelId) =>
  (org: Organisation): Organisation => ({ ...org, units: org.units.map((unit) => ({ ...unit, channel })) });

/** Runs an act that must change nothing, and answers what its doer was told: exactly one thing, and nobody else any. */
async function toldInstead(office: Office, person: UserId, request: RequestId, act: () => Promise<unknown>) {
  const posts = () => office.slack.calls.filter(({ method }) => method.startsWith('chat.')).length;
  const before = { posts: posts(), stored: await office.stored(request), lines: office.toldPrivately(person).length };
  await act();
  await office.settled();
  expect(await office.stored(request)).toEqual(before.stored);
  expect(posts()).toBe(before.posts);
  const lines = office.toldPrivately(person).slice(before.lines);
  expect(lines).toHaveLength(1);
  expect(office.slack.modalsOf(person)).toEqual([]);
  return lines[0] ?? '';
}

describe('nobody but the engineer and the stand-in approves', () => {
  it.each([
    ['another engineer', NOAH],
    ['the unit’s lead', LENA],
    ['the IT lead', IAN],
  ])('not %s', async (_, person) => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const line = await toldInstead(office, person, request, () => office.approves(person, request));
    expect(line).toBe(
      'Only @Eve or, standing in, @Ada can decide here.\nWant me to let @Eve know you agree?\n[Tell Eve]',
    );
    expect(office.slack.refusals).toEqual([]);
  });

  it.each([
    ['a person of another company', STELLA, LAUNCH],
    ['a guest', GIL, EVERYONE_HERE],
  ])('not %s', async (_, person, channel) => {
    const office = await openOffice({ org: decidingIn(channel) });
    const request = await office.asks(MIA);
    const line = await toldInstead(office, person, request, () => office.approves(person, request));
    expect(line).toContain('Only @Eve or, standing in, @Ada can decide here.');
    expect(office.slack.refusals).toEqual([]);
  });

  it.each([
    [MIA, 'It’s your own request, so somebody else says yes. @Eve has it.'],
    [EVE, 'It’s your own request, so somebody else says yes. @Ada has it.'],
    [IAN, 'It’s your own request, so somebody else says yes. @Eve has it.'],
    [ADA, '這是你自己的案子，要由別人點頭。現在在 @Eve 手上。'],
  ])('not the requester, were they IT’s own: %s', async (requester, sentence) => {
    const office = await openOffice();
    const request = await office.asks(requester);
    expect(await toldInstead(office, requester, request, () => office.approves(requester, request))).toBe(sentence);
    expect(office.slack.refusals).toEqual([]);
  });

  it('and each reads so in their own language', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const line = await toldInstead(office, CHIA, request, () => office.approves(CHIA, request));
    const zh = textFor('zh-TW');
    const names = { holders: `@Eve`, standIns: `@Ada` };
    expect(line).toContain(asRead(zh.mrkdwn('refusal.not-your-seat-stand-in', names).mrkdwn));
    expect(line).toContain(`[${zh.plain('action.support', { name: 'Eve' })}]`);
    expect(office.slack.refusals).toEqual([]);
  });
});

const DECIDING: FormKind[] = ['ask', 'decline', 'conditions', 'pilot', 'reuse', 'hand-over'];

describe('who has no part in it opens no form', () => {
  it.each([
    ['the requester', MIA, [...DECIDING, 'answer'] as FormKind[]],
    ['the engineer', EVE, ['withdraw', 'answer'] as FormKind[]],
    ['the stand-in', ADA, ['withdraw', 'answer'] as FormKind[]],
    ['another engineer', NOAH, [...DECIDING, 'withdraw', 'answer'] as FormKind[]],
    ['the unit’s lead', LENA, [...DECIDING, 'withdraw', 'answer'] as FormKind[]],
  ])('%s', async (_, person, kinds) => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    // An answer can be given only while a question is out.
    for (const kind of kinds.filter((one) => one !== 'answer')) {
      await toldInstead(office, person, request, () => office.opens(person, request, kind));
    }
    await office.fills(EVE, request, 'ask', { words: 'Which pages?' });
    if (person !== MIA) await toldInstead(office, person, request, () => office.opens(person, request, 'answer'));
    expect(office.slack.refusals).toEqual([]);
  });

  it('nor asks while a question is out', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(EVE, request, 'ask', { words: 'Which pages?' });
    const line = await toldInstead(office, EVE, request, () => office.opens(EVE, request, 'ask'));
    expect(line).toContain('A question is already out, and @Mia has it.');
    expect(office.slack.refusals).toEqual([]);
  });

  it('nor ticks a step', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const line = await toldInstead(office, LENA, request, () =>
      office.presses(LENA, request, DECISION.tick, [`${request}:needs`]),
    );
    expect(line).toContain('@Mia and @Eve keep these up to date.');
    expect(office.slack.refusals).toEqual([]);
  });

  it('nor reopens what others decided', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.approves(EVE, request);
    await toldInstead(office, LENA, request, () => office.opens(LENA, request, 'reopen'));
    expect(office.slack.refusals).toEqual([]);
  });
});

it('a form that comes too late hands back what was typed', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  await office.opens(ADA, request, 'decline');
  await office.approves(EVE, request);
  const before = await office.stored(request);
  const sent = await office.slack.person(ADA).submit({ words: 'No hosting in Taiwan', way: 'Hosting in Taiwan' });
  expect(sent).toMatchObject({ outcome: 'updated' });
  const [notice] = office.slack.modalsOf(ADA);
  const shown = JSON.stringify(notice?.blocks);
  for (const part of ['已經決定了：同意', 'No hosting in Taiwan', 'Hosting in Taiwan']) expect(shown).toContain(part);
  expect(await office.stored(request)).toEqual(before);
  expect(office.slack.refusals).toEqual([]);
});
