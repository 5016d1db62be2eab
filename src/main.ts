import { dirname } from 'node:path';
import process, { argv, exit, stderr, stdout } from 'node:process';
import { type Config, EXIT_CODE_CONFIG, readConfig } from '#config';
import type { UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { emailsIn, loadOrganisation, resolveOrganisation } from '#org/org-file.ts';
import { describeProblems } from '#org/problem.ts';
import { type Logger, openLog, withoutSecrets } from './server/log.ts';
import { secondOpinion } from './server/second-opinion.ts';
import { startTandem } from './tandem.ts';

const say = (line: string) => void stdout.write(`${line}\n`);

/** A start that cannot work: said in plain words, without a stack. */
class NotConfigured extends Error {}

const optionalOpinion = ({ listeningModel }: Config, log: Logger) =>
  listeningModel && { secondOpinion: secondOpinion(listeningModel, log) };

type Running = { stop(): Promise<void>; reload?(): Promise<void> };

function startForReal(config: Exclude<Config, { mode: 'playground' }>): Promise<Running> {
  const { slackApiUrl: apiUrl, botToken, port, databaseFile, logLevel, orgPath } = config;
  const log = openLog(logLevel);
  const access =
    config.mode === 'socket'
      ? ({ mode: 'socket', appToken: config.appToken } as const)
      : ({ mode: 'http', signingSecret: config.signingSecret } as const);
  return startTandem({
    slack: { apiUrl, botToken, ...access },
    ...{ port, databaseFile, log, ...optionalOpinion(config, log) },
    readOrganisation: (userByEmail) => readOrganisation(orgPath, userByEmail),
  });
}

/** Reads the org file; people who are given in it by e-mail address are looked up in Slack. */
async function readOrganisation(
  orgPath: string,
  userByEmail: (email: string) => Promise<UserId | undefined>,
): Promise<Organisation> {
  const read = loadOrganisation(orgPath);
  if (!read.ok) throw new NotConfigured(describeProblems(read.problems));
  const found = new Map<string, UserId>();
  for (const email of emailsIn(read.orgFile)) {
    const user = await userByEmail(email);
    if (user) found.set(email, user);
  }
  const resolved = resolveOrganisation(read.orgFile, found);
  if (!resolved.ok) throw new NotConfigured(describeProblems(resolved.problems));
  return resolved.organisation;
}

/** Development only: loaded when there are no tokens, and not part of the production bundle. */
async function startPlaying(config: Config): Promise<Running> {
  const { port, databaseFile, logLevel } = config;
  const { startPlayground } = await import('#playground/start-playground.ts');
  const language = argv.includes('--zh') ? 'zh-TW' : 'en';
  const isTour = argv.includes('--tour');
  const folder = `${dirname(databaseFile)}/playground-${isTour ? 'tour-' : ''}${language}`;
  const reset = isTour || argv.includes('--reset');
  const playground = await startPlayground({ port, folder, language, reset });
  const { slack, clock, org, botPort, credentials, fill } = playground;
  const log = openLog(logLevel === 'info' ? 'warn' : logLevel);
  const tandem = await startTandem({
    slack: { mode: 'http', apiUrl: slack.apiUrl, ...credentials },
    ...{ port: botPort, databaseFile: playground.databaseFile, log, ...optionalOpinion(config, log) },
    readOrganisation: async () => org,
    now: clock.now,
  });
  await fill(tandem.store);
  slack.setAppUrl(`http://127.0.0.1:${tandem.port}`);
  if (isTour) {
    const { playTour } = await import('#playground/tour.ts');
    await playTour({ slack, store: tandem.store, clock, org, language }, say);
  }
  if (port !== 0 && !slack.url.endsWith(`:${port}`)) say(`Port ${port} is taken, so this runs on the next free one.`);
  say(`Tandem's playground is ready. Open ${slack.url} and type /buy-tool Figma.`);
  say(
    'Everything stays on this computer and is kept over restarts; npm start -- --reset begins anew. Ctrl+C stops it.',
  );
  const stop = () => Promise.all([tandem.stop(), slack.close()]);
  return { stop: async () => void (await stop()) };
}

/** SIGHUP reads the org file again, after a start that is under way. A wrong one is told, and the old one stays. */
function reloadOnSignal(starting: Promise<Running>): void {
  process.on('SIGHUP', () => {
    starting
      .then(async ({ reload }) => {
        await reload?.();
        if (reload) say('The org file is read again.');
      })
      .catch((error: unknown) => {
        stderr.write(`${whyNotStarted(error).text}\nThe org file as it was stays in force.\n`);
      });
  });
}

/** Stops once, however often it is asked to; a start that is under way is broken off. */
function stopOnSignals(starting: Promise<Running>): void {
  let running: Running | undefined;
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await running?.stop();
    exit(0);
  };
  starting.then(
    (started) => {
      running = started;
    },
    () => {},
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

async function main(): Promise<void> {
  const read = readConfig();
  if (!read.ok) throw new NotConfigured(describeProblems(read.problems));
  const { config } = read;
  const starting = config.mode === 'playground' ? startPlaying(config) : startForReal(config);
  // Before it is ready: a signal that nobody listens to ends the process.
  reloadOnSignal(starting);
  stopOnSignals(starting);
  await starting;
}

main().catch((error: unknown) => {
  const { text, code } = whyNotStarted(error);
  stderr.write(`${text}\n`);
  exit(code);
});

function whyNotStarted(error: unknown): { text: string; code: number } {
  if (error instanceof NotConfigured) return { text: error.message, code: EXIT_CODE_CONFIG };
  const { code, message, data } = error as { code?: string; message?: string; data?: { error?: string } };
  if (code === 'EADDRINUSE')
    return { text: 'The port is taken by another program. Set PORT to a free one.', code: EXIT_CODE_CONFIG };
  if (data?.error)
    return {
      text: `Slack does not let Tandem in: ${data.error}. Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN.`,
      code: EXIT_CODE_CONFIG,
    };
  return { text: withoutSecrets(`Tandem could not start: ${message ?? String(error)}`), code: 1 };
}
