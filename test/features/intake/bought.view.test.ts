import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelId, LocalDate, UnitId } from '#domain/ids.ts';
import { FUNDINGS } from '#domain/vocabulary.ts';
import { BOUGHT, type BoughtTyped, readBought } from '#features/intake/bought.form.ts';
import { boughtForm } from '#features/intake/bought.view.ts';
import { ANSWER_CHARS_MAX } from '#features/intake/intake.form.ts';
import { TOOL_CHARS_MAX } from '#features/intake/typed.ts';
import { ANA } from '#test/support/builders.ts';
import { aCompany, type Words } from '#test/support/everything-said.ts';
import { expectViewFitsSlack } from '#test/support/expect-fits-slack.ts';
import { ALL_NASTY, NASTY } from '#test/support/nasty.ts';
import { LANGUAGES, textFor } from '#text/text.ts';

const ORIGIN = { channel: 'C0123456789' as ChannelId, ts: '1767578400.000000' };
const TODAY = '2026-01-05' as LocalDate;

const typedWith = (words: Words, unit: UnitId | undefined): BoughtTyped => ({
  ...{ outcome: words(ANSWER_CHARS_MAX), tool: words(TOOL_CHARS_MAX), owner: ANA },
  ...{ funding: 'shared', paidUntil: '2026-12-31', ...(unit && { unit }) },
});

const repeated =
  (sign: string): Words =>
  (max) =>
    sign.repeat(Math.max(1, Math.floor(max / sign.length)));

describe.each(LANGUAGES)('in %s the form for what is bought', (language) => {
  const text = textFor(language);

  it.each(['&', '<', '字', '👨‍👩‍👧‍👦', 'x'])('fits Slack with the longest words, all of %j', (sign) => {
    const words = repeated(sign);
    for (const units of [1, 3, 100, 101, 150]) {
      const org = aCompany(words, language, 5, units);
      for (const funding of FUNDINGS) {
        const typed = { ...typedWith(words, org.units.at(-1)?.id), funding };
        expectViewFitsSlack(boughtForm({ typed, memory: { origin: ORIGIN, isDraft: true }, text, org }));
      }
      expectViewFitsSlack(boughtForm({ typed: {}, memory: {}, text, org }));
    }
  });

  it('fits Slack with any words', () => {
    const org = aCompany(() => 'x', language);
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });
    const law = fc.property(words, (typed) => {
      const all = typedWith((max) => typed.slice(0, max), org.units[0]?.id);
      expectViewFitsSlack(boughtForm({ typed: all, memory: {}, text, org }));
    });
    fc.assert(law, { numRuns: 100 });
    const nasty = typedWith((max) => ALL_NASTY.slice(0, max), org.units[0]?.id);
    expectViewFitsSlack(boughtForm({ typed: nasty, memory: {}, text, org }));
  });

  it('shows exactly what was typed, and who and when', () => {
    const org = aCompany(() => 'x', language);
    for (const words of Object.values(NASTY)) {
      const { blocks } = boughtForm({ typed: typedWith(() => words, org.units[0]?.id), memory: {}, text, org });
      const element = (id: string) => expect(blocks.find(({ block_id }) => block_id === id));
      for (const id of [BOUGHT.outcome, BOUGHT.tool]) element(id).toMatchObject({ element: { initial_value: words } });
      element(BOUGHT.owner).toMatchObject({ element: { initial_user: ANA } });
      element(BOUGHT.paidUntil).toMatchObject({ element: { initial_date: '2026-12-31' } });
    }
  });

  it('has a field for each sentence that is said beside one, and only the date may stay empty', () => {
    const org = aCompany(() => 'x', language);
    const { blocks } = boughtForm({ typed: {}, memory: {}, text, org });
    const reading = { org, text, today: TODAY, owner: undefined };
    const wrong: BoughtTyped = { ...typedWith(() => 'x'.repeat(4_000), 'gone' as UnitId), paidUntil: '2025-01-01' };
    for (const typed of [{}, { ...wrong, funding: 'the-board' }]) {
      const read = readBought(typed, reading);
      if (read.ok) throw new Error('These answers cannot be right.');
      expect(blocks.map(({ block_id }) => block_id)).toEqual(expect.arrayContaining(Object.keys(read.errors)));
      const asked = Object.values(BOUGHT).filter((id) => 'paidUntil' in typed || id !== BOUGHT.paidUntil);
      expect(Object.keys(read.errors).toSorted()).toEqual(asked.toSorted());
    }
    expect(blocks.filter((block) => 'optional' in block)).toMatchObject([{ block_id: BOUGHT.paidUntil }]);
  });
});
