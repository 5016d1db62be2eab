import { z } from 'zod';
import type { ChannelId, LocalDate, UnitId } from '#domain/ids.ts';
import { isCurrency } from '#domain/money.ts';
import { BUYING_STAGES, DATA_KINDS, FUNDINGS, TRACKS } from '#domain/vocabulary.ts';
import { didYouMean } from './problem.ts';

// The org file's keys, one by one. Every error text here is the mend that a person reads.

/** Slack's limit for the text of an option in a menu, where units are chosen. Source: slack-facts, composition-objects/option-object */
const OPTION_TEXT_CHARS_MAX = 75;

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const currencies = Intl.supportedValuesOf('currency');

const section = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, { error: `Write it as keys with values: ${Object.keys(shape).join(', ')}.` });

const listOf = <Item extends z.ZodType>(item: Item, mend: string) => z.array(item, { error: mend });

const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: ({ input }) => `${didYouMean(input, words)}Write one of: ${words.join(', ')}.` });

const matching = (pattern: RegExp, mend: string) => z.string({ error: mend }).regex(pattern, { error: mend });

/** Money counts in whole minor units, exactly: this leaves room for three decimals. Source: domain/money.ts */
const AMOUNT_MAX = 1e12;

const amount = (mend: string) =>
  z.number({ error: mend }).nonnegative({ error: mend }).max(AMOUNT_MAX, { error: mend });

const userMend =
  'Write a Slack user id such as U0MIA12 (in Slack: open the profile, the three dots, Copy member ID), or an e-mail address.';
/** A Slack user id, or an e-mail address that is resolved at start. */
const userRef = matching(/^(?:[UW][A-Z0-9]{2,}|[^\s@]+@[^\s@]+\.[^\s@]+)$/, userMend);
const usersMend = 'Write a list of people, such as [U0MIA12, eve@example.com].';
const users = listOf(userRef, usersMend);
const atLeastOneUser = (mend: string) =>
  z.array(userRef, { error: ({ input }) => (input === undefined ? mend : usersMend) }).min(1, { error: mend });

const channel = matching(
  /^[CG][A-Z0-9]{2,}$/,
  'Write a Slack channel id such as C0MARKETING (in Slack: open the channel, its name, at the bottom of About), not its name.',
).transform((id) => id as ChannelId);

const unitId = matching(
  /^[\p{L}\p{N}_-]{1,75}$/u,
  'Write a short id of letters, digits, - and _, such as marketing. An id of digits alone goes in quotes: "42".',
).transform((id) => id as UnitId);

const word = (mend: string) => matching(/\S/, mend).transform((text) => text.trim().toLowerCase());

const time = matching(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day with two digits each, such as "09:00".');
const endTime = matching(
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/,
  'Write a time of day with two digits each, such as "18:00"; midnight is "24:00".',
);

const day = z.iso
  .date({ error: 'Write a day of the calendar as YYYY-MM-DD, such as 2026-12-25.' })
  .transform((date) => date as LocalDate);

const currency = z.string().refine(isCurrency, {
  error: ({ input }) => `${didYouMean(input, currencies)}Write an ISO 4217 code in capitals, such as USD or TWD.`,
});

const zones = Intl.supportedValuesOf('timeZone');
const zoneMend = (typed: unknown) => {
  const city = zones.find((zone) => zone.split('/').at(-1)?.toLowerCase() === String(typed).toLowerCase());
  const guess = didYouMean(city ?? typed, zones);
  return `${guess}Write an IANA time zone, such as Asia/Taipei or Europe/Berlin.`;
};
/** Offsets such as +08:00 are left out though Intl takes them: they know no summer time. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[a-z]/i.test(name);
  } catch {
    return false;
  }
}
const timeZone = z
  .string({ error: ({ input }) => zoneMend(input) })
  .refine(isZone, { error: ({ input }) => zoneMend(input) });

const engineer = section({
  user: userRef,
  units: listOf(unitId, 'Write a list of business unit ids, such as [marketing].').default([]),
  expertise: listOf(
    word('Write a tool or a kind of tool, such as analytics.'),
    'Write a list of tools or kinds of tool, such as [analytics, ai].',
  ).default([]),
  capacity: z
    .int({ error: 'Write a whole number of 1 or more: how many requests at the same time. Leave it out for no limit.' })
    .min(1, { error: 'Write 1 or more, or leave it out for no limit.' })
    .default(Number.POSITIVE_INFINITY),
});

const unit = section({
  id: unitId,
  name: matching(/\S/, "Write the unit's name as people say it, such as Marketing.").max(OPTION_TEXT_CHARS_MAX, {
    error: `Write a shorter name: a menu in Slack shows ${OPTION_TEXT_CHARS_MAX} characters.`,
  }),
  leads: atLeastOneUser('Name at least one lead: who holds the budget of this unit.'),
  channel: channel.optional(),
  region: word('Write a region as one word of your own, such as eu.').optional(),
  parent: unitId.optional(),
});

const choices = <Item extends z.ZodType>(item: Item) => {
  const mend = 'Write a list with at least one value in [ ], or leave the condition out.';
  return listOf(item, mend).min(1, { error: mend }).optional();
};

const conditions = section({
  yearly_cost_at_least: amount("Write an amount without separators, in the workspace's currency: 50000.").optional(),
  data: choices(oneOf(DATA_KINDS)),
  stage: choices(oneOf(BUYING_STAGES)),
  region: choices(word('Write a region of a business unit, such as eu.')),
  unit: choices(unitId),
  funding: choices(oneOf(FUNDINGS)),
  users_at_least: z.int({ error: 'Write a whole number of people, such as 100.' }).nonnegative().optional(),
  category: choices(matching(/\S/, 'Write a category of the catalogue.')),
});

const rule = section({ track: oneOf(TRACKS), when: conditions.default({}) });

/** Used when the org file gives no policy. First match wins. Amounts are in the workspace's currency, per year. */
const DEFAULT_POLICY: z.output<typeof rule>[] = [
  { track: 'full', when: { data: ['personal', 'payment', 'health'] } },
  { track: 'full', when: { yearly_cost_at_least: 50_000 } },
  { track: 'standard', when: { region: ['eu'], data: ['internal'] } },
  { track: 'standard', when: { yearly_cost_at_least: 2_000 } },
  { track: 'fast', when: {} },
];

const rateMend = "Write what one unit of the currency is worth in the workspace's currency, above 0: TWD: 0.031.";

export const orgShape = section({
  workspace: section({
    language: oneOf(['en', 'zh-TW']).default('en'),
    currency: currency.default('USD'),
    decision_channel: channel.optional(),
    it_channel: channel.optional(),
  }).prefault({}),
  working_hours: section({
    time_zone: timeZone,
    days: listOf(oneOf(WEEKDAYS), 'Write a list of days, such as [mon, tue, wed, thu, fri].')
      .min(1, { error: 'Name at least one working day: without one, no answer can be promised.' })
      .default(['mon', 'tue', 'wed', 'thu', 'fri']),
    start: time.default('09:00'),
    end: endTime.default('18:00'),
    holidays: listOf(day, 'Write a list of days, such as [2026-12-25].').default([]),
    half_days: listOf(day, 'Write a list of days, such as [2026-12-24].').default([]),
  }),
  it: section({
    leads: atLeastOneUser('Name at least one IT lead: who is asked when nobody else can decide.'),
    engineers: listOf(engineer, 'Write a list of engineers, such as - { user: U0EVE12 }.').min(1, {
      error: 'Name at least one engineer to pair people with; an IT lead can be one too.',
    }),
  }),
  reviewers: section({
    security: users.default([]),
    finance: users.default([]),
    legal: users.default([]),
  }).prefault({}),
  business_units: listOf(
    unit,
    'Write a list of units, such as - { id: marketing, name: Marketing, leads: [U0MIA12] }.',
  ).min(1, { error: 'Describe at least one business unit: each request belongs to one.' }),
  exchange_rates: z
    .record(currency, z.number({ error: rateMend }).positive({ error: rateMend }), {
      error: ({ code, input }) =>
        code === 'invalid_key'
          ? `${didYouMean(input, currencies)}Write ISO 4217 codes in capitals, such as TWD.`
          : 'Write currencies with their rate, such as { TWD: 0.031 }.',
    })
    .default({}),
  policy: listOf(rule, 'Write a list of rules, such as - { track: fast }.')
    .min(1, { error: 'Write at least one rule, such as - { track: fast }, or leave policy out for the usual rules.' })
    .default(DEFAULT_POLICY),
  seats: section({
    finance_at_least: amount("Write an amount a year, in the workspace's currency: 100000.").default(100_000),
    legal_at_least: amount("Write an amount a year, in the workspace's currency: 250000.").default(250_000),
  }).prefault({}),
  digest: section({ day: oneOf(WEEKDAYS).default('mon'), time: time.default('09:00') }).prefault({}),
  listening: section({
    off_channels: listOf(channel, 'Write a list of channel ids, such as [C0LUNCH].').default([]),
  }).prefault({}),
});

/** The org file as written, in shape, with its defaults; people are still ids or e-mail addresses. */
export type OrgShape = z.output<typeof orgShape>;

/** The keys that a map at this place may have, or nothing when it is no map of fixed keys. */
export function keysAt(path: readonly PropertyKey[], from: z.core.$ZodType = orgShape): string[] {
  if (from instanceof z.ZodDefault || from instanceof z.ZodPrefault || from instanceof z.ZodOptional) {
    return keysAt(path, from.unwrap());
  }
  const [key, ...rest] = path;
  if (from instanceof z.ZodArray) return keysAt(rest, from.element);
  if (!(from instanceof z.ZodObject)) return [];
  const inner: z.core.$ZodType | undefined = from.shape[String(key)];
  return key === undefined ? Object.keys(from.shape) : inner ? keysAt(rest, inner) : [];
}
