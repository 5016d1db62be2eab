/** Keeping the state in a file. emulate would write it after each request; here it is written at most each 250 ms. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isObject, type Json, parseJson } from './json.ts';

const WRITE_EVERY_MS = 250;

/** Undefined when there is no file yet. @throws {Error} when the file is not a snapshot. */
export function readSnapshot(dataFile: string): Json | undefined {
  const text = readText(dataFile);
  if (text === undefined) return undefined;
  const snapshot = parseJson(text);
  if (isObject(snapshot) && isObject(snapshot.state)) return snapshot.state;
  throw new Error(`${dataFile} does not hold the state of a local Slack; remove it to start afresh.`);
}

/** Undefined when there is no such file. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whole or not at all: written beside, then renamed over. */
export function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

export type Keeper = {
  /** Writes soon. */
  touch(): void;
  /** Writes what is still to be written, at once. */
  close(): void;
};

/** Makes the folder when there is none. */
export function createKeeper(dataFile: string, snapshot: () => unknown): Keeper {
  mkdirSync(dirname(dataFile), { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    replaceFile(dataFile, JSON.stringify(snapshot()));
  };
  return {
    touch() {
      timer ??= setTimeout(write, WRITE_EVERY_MS);
    },
    close() {
      if (timer === undefined) return;
      clearTimeout(timer);
      write();
    },
  };
}
