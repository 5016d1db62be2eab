import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { ChaosAppOptions } from './chaos-app.ts';

const CHAOS_APP = fileURLToPath(new URL('./chaos-app.ts', import.meta.url));
const LOG_LINES_KEPT_MAX = 40_000;

export type ChaosProcess = {
  /** Resolves with the port when it is ready; never when it is killed before. */
  ready(): Promise<number>;
  /** How long its last start took, in milliseconds. */
  startMs(): number;
  /** SIGKILL; starts anew at once when it is gone. */
  killAndRestart(): Promise<void>;
  /** Stands still for this long, as a virtual machine that is moved does. */
  freeze(ms: number): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL for good, when it still runs. */
  end(): Promise<void>;
  /** Exits that nobody asked for, with what was logged before. */
  crashes: string[];
  log: string[];
};

/** Keeps one process of the product running, on the same port over restarts. */
export function runApp(given: Omit<ChaosAppOptions, 'port'>, onReady: (port: number) => void): ChaosProcess {
  const log: string[] = [];
  const crashes: string[] = [];
  let port = 0;
  let isExpected = false;
  let ready = Promise.withResolvers<number>();
  let startMs = 1_000;

  function start(): ChildProcess {
    isExpected = false;
    const startedAt = Date.now();
    ready = Promise.withResolvers<number>();
    const started = fork(CHAOS_APP, [JSON.stringify({ ...given, port })], {
      execArgv: [],
      env: { ...env, NODE_COMPILE_CACHE: `${dirname(given.databaseFile)}/compiled` },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log.push(...text.split('\n').filter(Boolean));
      if (log.length > LOG_LINES_KEPT_MAX) log.splice(0, log.length - LOG_LINES_KEPT_MAX);
    });
    started.once('message', (message: { port: number }) => {
      ({ port } = message);
      startMs = Date.now() - startedAt;
      ready.resolve(port);
      onReady(port);
    });
    started.once('exit', (code, signal) => {
      if (isExpected || child !== started) return;
      crashes.push(`exit ${code ?? signal}\n${log.slice(-12).join('\n')}`);
      child = start();
    });
    return started;
  }

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    isExpected = true;
    const gone = once(child, 'exit');
    child.kill(signal);
    const [code] = await gone;
    return code;
  };

  let child = start();
  return {
    ready: () => ready.promise,
    startMs: () => startMs,
    async killAndRestart() {
      await end('SIGKILL');
      child = start();
    },
    async freeze(ms) {
      child.kill('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, ms));
      child.kill('SIGCONT');
    },
    stop: () => end('SIGTERM'),
    async end() {
      if (child.exitCode === null && child.signalCode === null) await end('SIGKILL');
    },
    crashes,
    log,
  };
}
