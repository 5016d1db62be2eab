import { flushCompileCache } from 'node:module';
import process from 'node:process';
import type { UnitId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { CREDENTIALS } from '#playground/company/company.ts';
import { readCompany } from '#playground/start-playground.ts';
import { openLog } from '#server/log.ts';
import { startTandem } from '../../src/tandem.ts';

/** What the process that gets killed is started with, as JSON in its first argument. */
export type ChaosAppOptions = {
  apiUrl: string;
  databaseFile: string;
  port: number;
  leaseMs: number;
  callTimeoutMs: number;
  digestEveryMs?: number;
  /** Leads of as many units beside the company's own, and when the digest comes. */
  leads?: { ids: string[]; digest: Organisation['digest'] };
};

// A process to be killed: the whole product on one database. Tells its parent the port when it is ready.
const { apiUrl, leads, ...rest } = JSON.parse(process.argv[2] ?? '') as ChaosAppOptions;
const { botToken, signingSecret } = CREDENTIALS;

function withLeads(company: Organisation): Organisation {
  if (!leads) return company;
  const units = leads.ids.map((id) => ({ id: `unit-${id}` as UnitId, name: `Unit ${id}`, leads: [id as UserId] }));
  return { ...company, digest: leads.digest, units: [...company.units, ...units] };
}

process.on('disconnect', () => process.exit(0));
if (!process.connected) process.exit(0);
const tandem = await startTandem({
  slack: { mode: 'http', apiUrl, botToken, signingSecret },
  ...rest,
  log: openLog('info', { write: (line) => void process.stderr.write(line) }),
  readOrganisation: async () => withLeads(await readCompany()),
});
process.once('SIGTERM', () => void tandem.stop().then(() => process.exit(0)));
process.send?.({ port: tandem.port });
// Later starts are quicker; a process that is killed keeps nothing by itself.
flushCompileCache();
