/** Wall-clock fields of an instant in a time zone, as `YYYY-MM-DDTHH:mm`, the form of a datetime-local input. */
export function wallClock(unixSeconds: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(unixSeconds * 1000);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant at which clocks in `timeZone` show `local`; near a change to or from summer time, one of the two. */
export function instantAt(local: string, timeZone: string): number {
  const wanted = Date.parse(`${local}Z`) / 1000;
  const offset = (at: number) => Date.parse(`${wallClock(at, timeZone)}Z`) / 1000 - at;
  const guess = wanted - offset(Math.floor(wanted / 60) * 60);
  return wanted - offset(guess);
}

/** `Asia/Taipei` day of an instant as `YYYY-MM-DD`, to group messages by. */
export const dayOf = (unixSeconds: number, timeZone: string): string => wallClock(unixSeconds, timeZone).slice(0, 10);

const DAY_MS = 86_400_000;
const MORNING = 'T09:00';

/** 09:00 in `timeZone` on the first day after today whose weekday (0 is Sunday) `suits`. */
export function nextMorning(unixSeconds: number, timeZone: string, suits: (weekday: number) => boolean): number {
  let day = Date.parse(dayOf(unixSeconds, timeZone)) + DAY_MS;
  while (!suits(new Date(day).getUTCDay())) day += DAY_MS;
  return instantAt(`${new Date(day).toISOString().slice(0, 10)}${MORNING}`, timeZone);
}
