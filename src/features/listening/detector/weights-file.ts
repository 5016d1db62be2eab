import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedWeights } from './weights.ts';

/** The file lies beside this one, and beside the bundle. */
const FILE = join(import.meta.dirname, 'weights.bin');
const HEAD_BYTES = 4;

/** Where a run of bytes lies behind the JSON. */
type Run = { from: number; bytes: number };
const isRun = (value: unknown): value is Run => typeof value === 'object' && value !== null && 'from' in value;

/** Its length, then everything as JSON, then the runs of bytes that it points to. */
export function writeWeights(weights: PackedWeights): Buffer {
  const runs: Uint8Array[] = [];
  let from = 0;
  const json = JSON.stringify(weights, (_, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    runs.push(value);
    from += value.length;
    return { from: from - value.length, bytes: value.length } satisfies Run;
  });
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(Buffer.byteLength(json));
  return Buffer.concat([head, Buffer.from(json), ...runs]);
}

function readWeights(file: Buffer): PackedWeights {
  const begun = HEAD_BYTES + file.readUInt32LE();
  return JSON.parse(file.toString('utf8', HEAD_BYTES, begun), (_, value: unknown) =>
    isRun(value) ? file.subarray(begun + value.from, begun + value.from + value.bytes) : value,
  );
}

/** What `npm run train` learnt. @throws {Error} when the file is missing. */
export const learntWeights = (): PackedWeights => readWeights(readFileSync(FILE));
