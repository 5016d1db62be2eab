import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelId, LocalDate, UnitId } from '#domain/ids.ts';
import { BUYING_STAGES } from '#domain/vocabulary.ts';
import { readIntake } from '#features/intake/intake.form.ts';
import { type IntakeForm, intakeForm, notNowView } from '#features/intake/intake.view.ts';
import { helpLines, statusBlocks } from '#features/intake/status.view.ts';
import { INTAKE, TOOL_CHARS_MAX, type Typed } from '#features/intake/typed.ts';
import { section } from '#slack/blocks.ts';
import type { CatalogueEntry } from '#store/store.ts';
import { ANA } from '#test/support/builders.ts';
import { aCompany, aWordyRequest, inEveryState, type Words } from '#test/support/everything-said.ts';
import { expectMessageFitsSlack, expectViewFitsSlack } from '#test/support/expect-fits-slack.ts';
import { ALL_NASTY, NASTY } from '#test/support/nasty.ts';
import { LANGUAGES, type Language, textFor } from '#text/text.ts';

const repeated =
  (sign: string): Words =>
  (max) =>
    sign.repeat(Math.max(1, Math.floor(max / sign.length)));
const SIGNS = ['&', '<', '字', '👨‍👩‍👧‍👦', 'x'];

const typedWith = (words: Words, unit: UnitId | undefined): Typed => ({
  outcome: words(3_000),
  success: words(3_000),
  tool: { kind: 'words', words: words(TOOL_CHARS_MAX) },
  ...(unit && { unit }),
  cost: words(3_000),
  currency: 'EUR',
  funding: 'shared',
  people: words(3_000),
  data: ['none', 'health'],
  neededBy: '2020-01-01',
  links: words(3_000),
  files: Array.from({ length: 10 }, (_, index) => ({
    id: `F${index}`,
    name: words(255),
    permalink: 'https://x.example',
  })),
  restricted: true,
});

const owned = (words: Words): CatalogueEntry => ({
  ...{ id: 'tool-1', name: words(200), vendor: `by ${words(200)}`, aliases: [], category: 'x', status: 'approved' },
  ...{ businessOwner: ANA, seats: 1_000_000, freeSeats: 999_999 },
});

/** The form at every stage, for companies of every size, and what is said beside its fields. */
function everyForm(words: Words, language: Language): void {
  const text = textFor(language);
  for (const units of [1, 3, 100, 101, 150]) {
    const org = aCompany(words, language, 100, units);
    for (const stage of BUYING_STAGES) {
      const typed = { ...typedWith(words, org.units.at(-1)?.id), stage };
      const form: IntakeForm = { typed, memory: {}, text, org };
      expectViewFitsSlack(intakeForm(form));
      expectViewFitsSlack(intakeForm({ ...form, typed: { stage } }));
      const origin = { channel: 'C0123456789' as ChannelId, ts: '1767578400.000000' };
      const tool = { kind: 'owned', id: 'tool-1', name: words(200) } as const;
      expectViewFitsSlack(
        intakeForm({ ...form, typed: { ...typed, tool }, memory: { origin, isDraft: true }, owned: owned(words) }),
      );
      beside(typed, form);
    }
  }
}

/** Sentences beside fields are under blocks that are there, and never empty. */
function beside(typed: Typed, { org, text }: IntakeForm): void {
  const blocks = intakeForm({ typed, memory: {}, text, org }).blocks.map(({ block_id }) => block_id);
  const read = readIntake(typed, { org, text, today: '2026-01-05' as LocalDate });
  if (read.ok) throw new Error('These answers cannot be right.');
  for (const [field, sentence] of Object.entries(read.errors)) {
    expect(blocks).toContain(field);
    expect(sentence.length).toBeGreaterThan(0);
    expect(sentence.length).toBeLessThan(400);
  }
}

describe.each(LANGUAGES)('in %s the form fits Slack', (language) => {
  it.each(SIGNS)('with the longest words, all of %j', (sign) => everyForm(repeated(sign), language));
  it('with nasty words', () => everyForm((max) => ALL_NASTY.slice(0, max), language));
  it('with any words', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });
    const law = fc.property(words, (typed) => {
      const org = aCompany(() => 'x', language);
      const all = typedWith((max) => typed.slice(0, max), org.units[0]?.id);
      expectViewFitsSlack(intakeForm({ typed: all, memory: {}, text: textFor(language), org }));
    });
    fc.assert(law, { numRuns: 100 });
  });

  it('and shows exactly what was typed', () => {
    const org = aCompany(() => 'x', language);
    for (const words of Object.values(NASTY)) {
      const view = intakeForm({
        typed: typedWith(() => words, org.units[0]?.id),
        memory: {},
        text: textFor(language),
        org,
      });
      for (const field of [INTAKE.outcome, INTAKE.success, INTAKE.cost, INTAKE.people, INTAKE.links]) {
        const block = view.blocks.find(({ block_id }) => block_id === field);
        expect(block).toMatchObject({ element: { initial_value: words } });
      }
    }
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(SIGNS)('a list of twenty requests fits Slack, all of %j', (sign) => {
    const words = repeated(sign);
    const office = {
      text: textFor(language),
      org: aCompany(words, language),
      threadUrl: () => 'https://harbour.slack.example/archives/C0DECISION/p1767578400000000',
    };
    const states = inEveryState(aWordyRequest(words), words);
    const requests = Array.from({ length: 20 }, (_, index) => states[index % states.length]).flatMap((request) =>
      request ? { request, version: 1, thread: { channel: 'C1' as ChannelId, ts: '1.1' } } : [],
    );
    expect(requests).toHaveLength(20);
    expectMessageFitsSlack({
      text: 'x',
      blocks: [section(office.text.mrkdwn('status.title')), ...statusBlocks(requests, office)],
    });
  });

  it('help and the notice that nobody can be paired fit Slack', () => {
    const text = textFor(language);
    expectMessageFitsSlack({ text: helpLines(text).mrkdwn, blocks: [section(helpLines(text))] }, 'chat.postEphemeral');
    const leads = Array.from({ length: 100 }, (_, index) => `<@U${index}0000000>`).join(', ');
    expectViewFitsSlack(notNowView(text.mrkdwn('refusal.no-engineer', { leads, command: '/buy-tool' }), text));
  });
});
