import type { ModalView, PlainTextOption, RadioButtons } from '@slack/types';
import type { UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { WEEKDAYS } from '#domain/weeks.ts';
import { type Blocks, field, option, plainText } from '#slack/blocks.ts';
import type { Preferences } from '#store/store.ts';
import { LANGUAGES, type Language, type Text } from '#text/text.ts';
import { HOME } from './home.actions.ts';
import { awayDate, FIELD, getsDigest, maySayAway } from './settings.form.ts';

/** Each language is named in itself, so that whoever landed in the wrong one finds the way back. */
const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', 'zh-TW': '繁體中文' };
/** A Monday. */
const MONDAY_MS = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

type Seen = { person: UserId; preferences: Preferences; text: Text; org: Organisation; now: number };

/** Only what this person can use: the digest is for leads, being away for whoever others wait for. */
export function settingsView(seen: Seen): ModalView {
  const { text, org, person } = seen;
  return {
    type: 'modal',
    callback_id: HOME.settingsForm,
    title: plainText(text.plain('form.settings.title')),
    submit: plainText(text.plain('form.settings.submit')),
    close: plainText(text.plain('form.close')),
    blocks: [
      languageField(seen),
      remindersField(seen),
      hearingField(seen),
      ...(getsDigest(org, person) ? digestFields(seen) : []),
      ...(maySayAway(org, person) ? [awayField(seen)] : []),
    ],
  };
}

function languageField({ preferences, text }: Seen): Blocks[number] {
  const automatic = option(text.plain('settings.language.automatic'), 'automatic');
  const options = [automatic, ...LANGUAGES.map((language) => option(LANGUAGE_NAMES[language], language))];
  const initial_option = options.find(({ value }) => value === preferences.language) ?? automatic;
  return field(FIELD.language, text.plain('settings.language'), {
    type: 'static_select',
    action_id: FIELD.language,
    options,
    initial_option,
  });
}

const oneOf = (actionId: string, options: PlainTextOption[], initial_option: PlainTextOption): RadioButtons => ({
  type: 'radio_buttons',
  action_id: actionId,
  options,
  initial_option,
});

function remindersField({ preferences, text }: Seen): Blocks[number] {
  const all = option(text.plain('settings.reminders.all'), 'all', text.plain('settings.reminders.all-hint'));
  const due = option(text.plain('settings.reminders.due'), 'due', text.plain('settings.reminders.due-hint'));
  return field(
    FIELD.reminders,
    text.plain('settings.reminders'),
    oneOf(FIELD.reminders, [all, due], preferences.reminders === false ? due : all),
  );
}

function hearingField({ preferences, text }: Seen): Blocks[number] {
  const ask = option(text.plain('settings.hearing.ask'), 'ask', text.plain('settings.hearing.ask-hint'));
  const off = option(text.plain('settings.hearing.off'), 'off', text.plain('settings.hearing.off-hint'));
  return field(
    FIELD.hearing,
    text.plain('settings.hearing'),
    oneOf(FIELD.hearing, [ask, off], preferences.hearing?.off ? off : ask),
  );
}

function digestFields({ preferences, text, org }: Seen): Blocks {
  const weekdays = new Intl.DateTimeFormat(text.language, { weekday: 'long', timeZone: 'UTC' });
  const days = WEEKDAYS.map((day, index) => option(weekdays.format(MONDAY_MS + index * DAY_MS), day));
  const muted = option(text.plain('settings.digest.muted'), 'muted');
  const hours = HOURS.map((hour) => option(`${String(hour).padStart(2, '0')}:00`, String(hour)));
  const asInOrg = { day: org.digest.day, hour: Number(org.digest.time.slice(0, 2)) };
  const { digest = asInOrg } = preferences;
  const chosen = digest === 'muted' ? { ...asInOrg, day: 'muted' } : digest;
  const pick = (options: typeof days, wished: string) => {
    const initial_option = options.find(({ value }) => value === wished);
    return { type: 'static_select' as const, options, ...(initial_option && { initial_option }) };
  };
  const hint = text.plain('settings.digest.hint');
  return [
    field(
      FIELD.day,
      text.plain('settings.digest'),
      { ...pick([...days, muted], chosen.day), action_id: FIELD.day },
      { hint },
    ),
    field(FIELD.hour, text.plain('settings.digest.hour'), {
      ...pick(hours, String(chosen.hour)),
      action_id: FIELD.hour,
    }),
    holidaysField(preferences, text),
  ];
}

function holidaysField({ digestOnHolidays }: Preferences, text: Text): Blocks[number] {
  const after = option(text.plain('settings.holidays.after'), 'after');
  const sameDay = option(text.plain('settings.holidays.same-day'), 'same-day');
  return field(
    FIELD.holidays,
    text.plain('settings.holidays'),
    oneOf(FIELD.holidays, [after, sameDay], digestOnHolidays ? sameDay : after),
  );
}

function awayField({ preferences, text, org, now }: Seen): Blocks[number] {
  const { awayUntil = 0 } = preferences;
  const picker = { type: 'datepicker', action_id: FIELD.away } as const;
  return field(
    FIELD.away,
    text.plain('settings.away'),
    awayUntil > now ? { ...picker, initial_date: awayDate(org.calendar, awayUntil) } : picker,
    { optional: true, hint: text.plain('settings.away.hint') },
  );
}
