import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** Tandem as a process of its own, as `npm start` runs it. */
export type Child = {
  process: ChildProcess;
  /** Everything it said so far, on both outputs. */
  said(): string;
  /** Resolves when it has said this. */
  says(words: string): Promise<void>;
  exited: Promise<number | null>;
};

/** Starts `src/main.ts`, or another, in this folder with these variables and nothing of our own environment's tokens. */
export function startChild(folder: string, env: Record<string, string>, args: string[] = [], main = MAIN): Child {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    cwd: folder,
    env: { PATH, HOME, ...env },
  });
  let said = '';
  const listeners = new Set<() => void>();
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (data: Buffer) => {
      said += data;
      for (const listener of listeners) listener();
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.includes(words) && resolve();
      listeners.add(look);
      look();
      void exited.then((code) => reject(new Error(`it ended with ${code} and had said:\n${said}`)));
    });
  return { process: child, said: () => said, says, exited };
}
