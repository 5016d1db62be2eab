import { existsSync } from 'node:fs';
import type { Calendar } from '#domain/clocks.ts';
import { type ChannelWeek, type ListeningWeek, precisionIn, weeksOf } from '#domain/listening-weeks.ts';
import { sqlitePath } from '#store/sqlite/connect.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { readPlaces } from './config.ts';
import { loadOrganisation } from './org/org-file.ts';

/**
 * How well listening hears, as CSV: `npm run --silent listening:export -- [DATABASE_URL]`. Numbers only: neither what
 * was said nor by whom. Weeks begin on Monday in the calendar of the org file.
 */
const COLUMNS = 'week,channel,asked,home_only,yes,no,never,unanswered,precision';

/** Slack's channel ids are letters and digits. Nothing else gets into a row, so that none of it needs quoting. */
const asCell = (channel: string): string => channel.replace(/\W/g, '');

/** Empty when nobody said right or wrong. */
function precisionCell(week: ChannelWeek): string {
  const { right, of } = precisionIn(week);
  return of === 0 ? '' : (right / of).toFixed(3);
}

function rowsOf({ monday, channels }: ListeningWeek): string[] {
  return channels.map((week) => {
    const { asked, homeOnly, yes, no, never, unanswered } = week;
    return [monday, asCell(week.channel), asked, homeOnly, yes, no, never, unanswered, precisionCell(week)].join(',');
  });
}

const calendarIn = (timeZone: string): Calendar => ({ timeZone, days: [], start: '00:00', end: '24:00', holidays: [] });

function readCalendar(orgPath: string): Calendar {
  const read = loadOrganisation(orgPath);
  if (read.ok) return calendarIn(read.orgFile.shape.working_hours.time_zone);
  process.stderr.write(`${orgPath} cannot be read, so weeks begin on Monday in UTC.\n`);
  return calendarIn('UTC');
}

async function exportWeeks(url: string, orgPath: string): Promise<void> {
  const path = sqlitePath(url);
  // Opening would make an empty database, and its export would look like weeks without a word.
  if (path && !existsSync(path)) {
    process.stderr.write(`There is no database at ${path}.\n`);
    process.exitCode = 1;
    return;
  }
  const store = await openSqliteStore(url);
  try {
    const weeks = weeksOf(await store.everyNudgeCount(), readCalendar(orgPath));
    const lines = [COLUMNS, ...weeks.toReversed().flatMap(rowsOf)];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await store.close();
  }
}

const { databaseUrl, orgPath } = readPlaces();
await exportWeeks(process.argv[2] ?? databaseUrl, orgPath);
