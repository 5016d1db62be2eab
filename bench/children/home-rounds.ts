/** The Home of somebody with 500 requests, and reading their rows alone, in turns. Tells the parent milliseconds. */
import { join } from 'node:path';
import { argv } from 'node:process';
import Client from 'better-sqlite3';
import type { UserId } from '#domain/ids.ts';
import { submit } from '#domain/submit.ts';
import { homeView } from '#features/home/home.view.ts';
import { look } from '#features/home/look.ts';
import { readCompany } from '#playground/start-playground.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { anIntake, TEAM } from '#test/support/builders.ts';
import { textFor } from '#text/text.ts';

const ROUNDS = 60;
const REQUESTS = 500;
/** Asks for all of them and is the engineer of none. */
const REQUESTER = 'U0MIA' as UserId;

/** `build`: from the store to the view. `rows`: the same rows read and their JSON parsed, and nothing else. */
export type HomeRound = { build: number; rows: number };

const file = join(String(argv[2]), 'home.db');
const org = await readCompany();
const store = await openSqliteStore(`file:${file}`);
await Promise.all(
  Array.from({ length: REQUESTS }, (_, index) =>
    store.submit(TEAM, `view:${index}`, ({ id, workloads }) => {
      const intake = anIntake();
      const submission = { id, team: TEAM, requester: REQUESTER, intake, at: Date.now(), away: new Set<UserId>() };
      return submit(submission, org, workloads);
    }),
  ),
);

const deps = { store, org: () => org, now: Date.now, awayNow: async () => new Set<UserId>() };
const setting = { text: textFor('en'), org, person: REQUESTER, threadUrl: () => 'https://workspace.slack.example/p1' };

async function build(): Promise<void> {
  const seen = await look({ team: TEAM, user: REQUESTER }, deps as unknown as Parameters<typeof look>[1]);
  homeView(seen, {}, { ...setting, now: seen.now });
}

const reader = new Client(file, { readonly: true }).prepare('select body from request where requester = ?');
const rows = (): void => {
  for (const { body } of reader.all(REQUESTER) as { body: string }[]) JSON.parse(body);
};

const timed = async (what: () => unknown): Promise<number> => {
  const startedAt = performance.now();
  await what();
  return performance.now() - startedAt;
};

for (let round = 0; round < ROUNDS; round += 1) {
  const measured: HomeRound = { build: await timed(build), rows: await timed(rows) };
  process.send?.(measured);
}
await store.close();
