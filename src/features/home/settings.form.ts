import { z } from 'zod';
import { type Calendar, localDate, startOfLocalDate } from '#domain/clocks.ts';
import type { Instant, LocalDate, UserId } from '#domain/ids.ts';
import type { Hearing } from '#domain/listening.ts';
import type { Organisation } from '#domain/organisation.ts';
import { WEEKDAYS } from '#domain/weeks.ts';
import { stateOf, type ViewBody } from '#slack/payloads.ts';
import type { Preferences } from '#store/store.ts';
import { LANGUAGES, type Text } from '#text/text.ts';

/** Block ids of the settings; an error beside a field is keyed by them. */
export const FIELD = {
  language: 'language',
  reminders: 'reminders',
  hearing: 'hearing',
  day: 'digest_day',
  hour: 'digest_hour',
  holidays: 'digest_holidays',
  away: 'away',
} as const;

/** Whoever others may have to wait for can say that they are away. */
export const maySayAway = ({ it, reviewers, units }: Organisation, person: UserId): boolean =>
  [
    ...it.leads,
    ...it.engineers.map(({ user }) => user),
    ...Object.values(reviewers).flat(),
    ...units.flatMap(({ leads }) => leads),
  ].includes(person);

/** Unit leads and IT leads get the weekly digest. */
export const getsDigest = ({ it, units }: Organisation, person: UserId): boolean =>
  it.leads.includes(person) || units.some(({ leads }) => leads.includes(person));

/** The day they are back, in the IT team's calendar. */
export const awayDate = (calendar: Calendar, awayUntil: Instant): LocalDate => localDate(calendar, awayUntil);

const knownLanguage = z.enum(LANGUAGES).optional().catch(undefined);
const digestDay = z.union([z.enum(WEEKDAYS), z.literal('muted')]).optional();
const hourOfDay = z.coerce.number().int().min(0).max(23).catch(9);

/** What the settings become; a key given as undefined is removed. */
export type Settings = Partial<{
  [Key in 'language' | 'reminders' | 'hearing' | 'digest' | 'digestOnHolidays' | 'awayUntil']:
    | Preferences[Key]
    | undefined;
}>;
export type ReadSettings = { ok: true; settings: Settings } | { ok: false; errors: Record<string, string> };

/** `hearing`: how it was until now. */
type Reading = { org: Organisation; text: Text; now: Instant; person: UserId; hearing: Hearing };

/** Channels in which they wish not to be asked stay as they were. */
function hearingOf(chosen: string | undefined, hearing: Hearing): Pick<Settings, 'hearing'> {
  const off = chosen === undefined ? hearing.off : chosen === 'off';
  return Boolean(off) === Boolean(hearing.off) ? {} : { hearing: { ...hearing, off: Boolean(off) } };
}

/** Fields that this person does not have stay as they were, whatever the client sends. */
export function readSettings(view: ViewBody, { org, text, now, person, hearing }: Reading): ReadSettings {
  const chosen = (field: string) => stateOf(view, field)?.selected_option?.value;
  const date = z.iso
    .date()
    .optional()
    .catch(undefined)
    .parse(stateOf(view, FIELD.away)?.selected_date ?? undefined);
  const back = date === undefined ? undefined : startOfLocalDate(org.calendar, date as LocalDate);
  const saysAway = maySayAway(org, person);
  if (saysAway && back !== undefined && back <= now)
    return { ok: false, errors: { [FIELD.away]: text.plain('settings.error.away') } };
  const day = digestDay.catch(undefined).parse(chosen(FIELD.day));
  return {
    ok: true,
    settings: {
      language: knownLanguage.parse(chosen(FIELD.language)),
      reminders: chosen(FIELD.reminders) === 'due' ? false : undefined,
      ...hearingOf(chosen(FIELD.hearing), hearing),
      ...(getsDigest(org, person) &&
        day && {
          digest: day === 'muted' ? day : { day, hour: hourOfDay.parse(chosen(FIELD.hour)) },
          digestOnHolidays: chosen(FIELD.holidays) === 'same-day' ? true : undefined,
        }),
      ...(saysAway && { awayUntil: back }),
    },
  };
}
