/** Fills the database at its argument with the requests of a large company. */
import { argv } from 'node:process';
import Client from 'better-sqlite3';
import { BUYING_STAGES, FUNDINGS } from '#domain/vocabulary.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { anIntake, aRequest, HOUR_MS } from '#test/support/builders.ts';
import { BEGAN, NOW, REQUESTS, TEAM_OF_UNITS as team, UNITS, unitAt, WEEK_MS } from '../large-company.ts';

const ENDINGS = ['approved', 'approved', 'approved_with_conditions', 'pilot', 'reuse', 'declined', 'withdrawn'];
const TOOLS = ['Figma', 'Canva', 'Notion', 'Zoom', 'Typeform', 'Asana', 'Miro', 'Slido', 'Loom', 'Airtable'];
const COLUMNS = 19;

const [, , file = ''] = argv;
/** The same rows in each run. Source of the constants: Numerical Recipes. */
function dice(): (sides: number) => number {
  let state = 7;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function fill(client: InstanceType<typeof Client>): void {
  const roll = dice();
  const fact = client.prepare(`insert into fact values (${Array.from({ length: COLUMNS }, () => '?').join()})`);
  const request = client.prepare(
    `insert into request (team_id, id, number, version, state, body, requester, engineer, unit, submitted_at, closed_at,
      delivery, event_count, last_hash) values (?, ?, ?, 1, 'deciding', ?, ?, ?, ?, ?, ?, ?, 0, '')`,
  );
  for (let number = 1; number <= REQUESTS; number += 1) {
    // In the order in which they came.
    const submittedAt = BEGAN + Math.floor((number / REQUESTS) * (NOW - BEGAN));
    const respondedAt = submittedAt + roll(8 * HOUR_MS);
    const endedAt = respondedAt + roll(2 * WEEK_MS);
    const isOver = endedAt < NOW;
    const [unit, stage, ending] = [unitAt(roll(UNITS)), BUYING_STAGES[roll(7)], ENDINGS[roll(ENDINGS.length)]];
    const tool = TOOLS[roll(TOOLS.length)] ?? '';
    const asked = [team, `BUY-${number}`, unit, Number(roll(50) === 0), stage, FUNDINGS[roll(4)], submittedAt];
    const end = isOver
      ? [ending, endedAt, roll(40 * HOUR_MS), 27 * HOUR_MS, roll(1_000_000), 'USD']
      : [null, null, null, null, null, null];
    fact.run(...asked, respondedAt, roll(8 * HOUR_MS), 4 * HOUR_MS, ...end, tool, null, null);
    // Digests read the state of requests that are open or ended in the last week, and of no others.
    if (endedAt < NOW - WEEK_MS) continue;
    const id = `BUY-${number}` as ReturnType<typeof aRequest>['id'];
    const body = aRequest({ id, team, submittedAt, intake: anIntake({ unit, tool }) });
    const columns = [number, JSON.stringify(body), body.requester, body.pairing.engineer, unit, submittedAt];
    request.run(team, id, ...columns, isOver ? endedAt : null, `d${number}`);
  }
}

async function prepare(): Promise<void> {
  await (await openSqliteStore(`file:${file}`)).close();
  const client = new Client(file);
  client.pragma('foreign_keys = OFF');
  client.transaction(() => fill(client)).immediate();
  client.pragma('wal_checkpoint(truncate)');
  client.close();
}

await prepare();
