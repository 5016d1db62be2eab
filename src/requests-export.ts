/** A unit's requests of a quarter as CSV: `npm run --silent export -- --unit marketing --quarter 2026Q4`. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Calendar } from '#domain/clocks.ts';
import type { UnitId } from '#domain/ids.ts';
import { quarterPeriod, readQuarter } from '#domain/quarters.ts';
import { csvOf, requestsIn } from '#features/digest/requests-csv.ts';
import { sqlitePath } from '#store/sqlite/connect.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { textFor } from '#text/text.ts';
import { readPlaces } from './config.ts';
import { loadOrganisation } from './org/org-file.ts';
import { describeProblems } from './org/problem.ts';

/** Said in plain words, without a stack. */
class NotExported extends Error {}

const USAGE = 'Write it like this: npm run export -- --unit marketing --quarter 2026Q4';

function readArguments() {
  const { values } = parseArgs({ options: { unit: { type: 'string' }, quarter: { type: 'string' } }, strict: false });
  const { unit, quarter: typed } = values;
  if (typeof unit !== 'string' || typeof typed !== 'string') throw new NotExported(USAGE);
  const quarter = readQuarter(typed);
  if (!quarter) throw new NotExported(`"${typed}" is no quarter. ${USAGE}`);
  return { unit, quarter };
}

/** What the org file says about time, language and units; people in it need not be known. */
function readOffice(orgPath: string) {
  const read = loadOrganisation(orgPath);
  if (!read.ok) throw new NotExported(describeProblems(read.problems));
  const { working_hours, workspace, business_units } = read.orgFile.shape;
  const { time_zone: timeZone, days, start, end } = working_hours;
  const calendar: Calendar = { timeZone, days, start, end, holidays: [] };
  return { calendar, text: textFor(workspace.language), units: business_units.map(({ id }) => String(id)) };
}

async function exportRequests(): Promise<void> {
  const { unit, quarter } = readArguments();
  const { databaseUrl, orgPath } = readPlaces();
  const { calendar, text, units } = readOffice(orgPath);
  if (!units.includes(unit))
    throw new NotExported(`The org file has no unit "${unit}", but these: ${units.join(', ')}`);
  const path = sqlitePath(databaseUrl);
  // Opening would make an empty database, and its export would look like a quarter without a request.
  if (path && !existsSync(path)) throw new NotExported(`There is no database at ${path}.`);
  const store = await openSqliteStore(databaseUrl);
  try {
    const period = quarterPeriod(calendar, quarter);
    const ofTeams = await Promise.all(
      (await store.teams()).map((team) => requestsIn(team, unit as UnitId, period, store)),
    );
    process.stdout.write(csvOf(ofTeams.flat(), calendar, text));
  } finally {
    await store.close();
  }
}

exportRequests().catch((error: unknown) => {
  process.stderr.write(`${error instanceof NotExported ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
