/** Keeping the state in a file. emulate would write it after each request; here it is written at most each 250 ms. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isObject, type Json, parseJson } from './json.ts';

const WRITE_EVERY_MS = 250;

/** Undefined when there is no file yet. @throws {Error} when the file is not a snapshot. */
export function readSnapshot(dataFile: string): Json | undefined {
  const text = textOf(dataFile);
  if (text === undefined) return undefined;
  const snapshot = parseJson(text);
  if (isObject(snapshot) && isObject(snapshot.state)) return snapshot.state;
  throw new Error(`${dataFile} does not hold the state of a local Slack; remove it to start afresh.`);
}

function textOf(dataFile: string): string | undefined {
  try {
    return readFileSync(dataFile, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export type Keeper = {
  /** Writes soon. */
  touch(): void;
  /** Writes what is still to be written, at once. */
  close(): void;
};

/** Whole or not at all: written beside, then renamed over. Makes the folder when there is none. */
export function createKeeper(dataFile: string, snapshot: () => unknown): Keeper {
  mkdirSync(dirname(dataFile), { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    writeFileSync(`${dataFile}.new`, JSON.stringify(snapshot()));
    renameSync(`${dataFile}.new`, dataFile);
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
