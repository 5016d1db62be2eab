import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate, UserId } from '#domain/ids.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { Decision } from '#domain/purchase-request.ts';
import { FORMS } from '#features/decision/decision.actions.ts';
import { type Colleague, decisionForm, noticeView } from '#features/decision/dialogs.view.ts';
import { refusalLine, supportOffer } from '#features/decision/refusal.view.ts';
import { section } from '#slack/blocks.ts';
import { ANA, BEN, MEI, MONDAY } from '#test/support/builders.ts';
import { aCompany, aWordyRequest, type Words } from '#test/support/everything-said.ts';
import { expectMessageFitsSlack, expectViewFitsSlack } from '#test/support/expect-fits-slack.ts';
import { ALL_NASTY } from '#test/support/nasty.ts';
import { LANGUAGES, type Language, textFor } from '#text/text.ts';

const repeated =
  (sign: string): Words =>
  (max) =>
    sign.repeat(Math.max(1, Math.floor(max / sign.length)));
const SIGNS = ['&', '字', '👨‍👩‍👧‍👦', 'x'];

const MANY: UserId[] = Array.from({ length: 100 }, (_, index) => `U0000000${index + 100}` as UserId);

const DECISIONS: Decision[] = ['approved', 'approved_with_conditions', 'pilot', 'reuse', 'declined'];
const REFUSALS: Refusal[] = [
  { code: 'unknown-request' },
  { code: 'own-request' },
  { code: 'not-your-seat', holders: [ANA], standIns: [] },
  { code: 'not-your-seat', holders: [ANA], standIns: [BEN] },
  { code: 'not-your-seat', holders: MANY, standIns: MANY.slice(0, 10) },
  ...DECISIONS.map((decision) => ({ code: 'already-decided', decision, by: ANA, at: MONDAY }) as const),
  { code: 'already-withdrawn', at: MONDAY },
  { code: 'not-decided-yet' },
  ...(['question', 'answer', 'reason', 'way-forward', 'terms'] as const).map(
    (what) => ({ code: 'words-needed', what }) as const,
  ),
  { code: 'date-passed', date: '2026-09-30' as LocalDate },
  { code: 'already-asked' },
  { code: 'nothing-asked' },
  { code: 'requester-only', requester: MEI },
  { code: 'pair-only', requester: MEI, engineer: ANA },
  { code: 'not-an-engineer', person: BEN },
  { code: 'has-it-already', person: ANA },
  { code: 'no-engineer' },
  { code: 'nothing-changes' },
];

function everyDialog(words: Words, language: Language): void {
  const org = aCompany(words, language, 100);
  const setting = { text: textFor(language), org };
  const colleagues: Colleague[] = MANY.map((id) => ({ id, name: words(80) }));
  const asked = [{ text: words(2_000), by: ANA, at: MONDAY }];
  for (const request of [aWordyRequest(words), aWordyRequest(words, { questions: asked })]) {
    for (const kind of FORMS) expectViewFitsSlack(decisionForm(kind, { request, colleagues, at: MONDAY }, setting));
    for (const refusal of REFUSALS) {
      for (const id of [request.id, words(2_000)]) {
        const line = refusalLine(refusal, id, request, setting);
        const offer = supportOffer(refusal, request, words(80), setting);
        expectMessageFitsSlack({ text: line.mrkdwn, blocks: [section(line), ...offer] }, 'chat.postEphemeral');
        expectViewFitsSlack(noticeView(line, `${words(2_000)}\n\n${words(2_000)}`, setting.text));
      }
    }
  }
}

describe.each(LANGUAGES)('in %s every dialog and every refusal fits Slack', (language) => {
  it.each(SIGNS)('with the longest words, all of %j', (sign) => everyDialog(repeated(sign), language));
  it('with nasty words', () => everyDialog((max) => ALL_NASTY.slice(0, max), language));
  it('with any words', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(words, (typed) => everyDialog((max) => typed.slice(0, max), language)),
      { numRuns: 8 },
    );
  });
});

it('a form suggests a day to come', () => {
  const setting = { text: textFor('en'), org: aCompany(repeated('x'), 'en') };
  const request = aWordyRequest(repeated('x'));
  const shown = JSON.stringify(decisionForm('pilot', { request, colleagues: [], at: MONDAY }, setting));
  expect(shown).toContain('"initial_date":"2026-04-05"');
});
