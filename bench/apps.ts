import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { ModalView } from '@slack/types';
import type { BareBoltSettings } from './children/bare-bolt.ts';
import { answering, freePort, ROOT, startMeasured } from './processes.ts';
import { SIGNING_SECRET } from './requests.ts';

const BOT_TOKEN = 'xoxb-bench';

export type RunningApp = { port: number; child: ChildProcess };

/** Tandem in HTTP mode, from the sources or a bundle; resolves when it says that it is ready. */
export async function startTandem(main: string, apiUrl: string, folder: string): Promise<RunningApp> {
  const port = await freePort();
  const env = {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: apiUrl,
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, `tandem-${port}.db`)}`,
    ORG_FILE: join(ROOT, 'src/playground/company/org.yml'),
  };
  const child = startMeasured([main], env, join(folder, 'tandem.log'));
  await answering(`http://127.0.0.1:${port}/readyz`, child);
  return { port, child };
}

/** The bare Bolt app, opening this view. */
export async function startBareBolt(view: ModalView, apiUrl: string, folder: string): Promise<RunningApp> {
  const port = await freePort();
  const settings: BareBoltSettings = {
    ...{ port, view },
    ...{ token: BOT_TOKEN, signingSecret: SIGNING_SECRET, slackApiUrl: apiUrl },
  };
  const child = startMeasured(['bench/children/bare-bolt.ts', JSON.stringify(settings)], {}, join(folder, 'bare.log'));
  await answering(`http://127.0.0.1:${port}/`, child);
  return { port, child };
}
