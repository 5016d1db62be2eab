import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is measured runs on the first core, everything that puts load on it on the second: two cores are enough. */
const MEASURED_CORE = 0;
const LOAD_CORE = 1;

export const ROOT = join(import.meta.dirname, '..');

/** A folder for one run of the bench, gone when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Keeps this process, and children of it that are not pinned themselves, on the core of the load. */
export function takeLoadCore(): void {
  if (canPin()) execFileSync('taskset', ['-cp', String(LOAD_CORE), String(process.pid)], { stdio: 'ignore' });
}

let pins: boolean | undefined;

/** Whether processes can be kept on one core: on Linux, with util-linux, with two cores to use. */
export function canPin(): boolean {
  pins ??= isPinnable();
  return pins;
}

function isPinnable(): boolean {
  try {
    execFileSync('taskset', ['-c', `${MEASURED_CORE},${LOAD_CORE}`, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts Node on the measured core. Its output goes to a file, as a production log does. */
export function startMeasured(args: string[], env: Record<string, string>, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  return start(args, { stdio: ['ignore', log, log], env }, MEASURED_CORE);
}

/** Starts Node with a channel to talk over: on the measured core, or beside this process. */
export function startTalking(args: string[], core: 'measured' | 'load'): ChildProcess {
  return start(
    args,
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    core === 'measured' ? MEASURED_CORE : LOAD_CORE,
  );
}

function start(args: string[], options: SpawnOptions, core: number): ChildProcess {
  const whole = [process.execPath, ...args];
  const [command = '', ...rest] = canPin() ? ['taskset', '-c', String(core), ...whole] : whole;
  const child = spawn(command, rest, { cwd: ROOT, ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Resolves when it has ended. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Memory that the process has in RAM, in MB (2^20 bytes). */
export function residentMb({ pid }: ChildProcess): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1_024;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

const LOOK_EVERY_MS = 5;
const START_PATIENCE_MS = 30_000;

/**
 * Waits until the address answers with a status below 500.
 * @throws {Error} when it does not within half a minute, or the process has ended.
 */
export async function answering(url: string, child: ChildProcess): Promise<void> {
  const giveUpAt = performance.now() + START_PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}`);
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 500,
    );
    if (status < 500) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`${url} does not answer`);
}
