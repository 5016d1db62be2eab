import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

/** Hashes in ascending order with one signed byte for each of `classes`; as kept in weights.json. */
export type Packed = {
  count: number;
  classes: number;
  /** Brotli in base64: the steps from key to key, seven bits a byte, and then the bytes. */
  bytes: string;
};

export type Table = { keys: Int32Array; values: Int8Array; classes: number };

const SEVEN_BITS = 0x7f;
const MORE = 0x80;

/** The file is the same for the same table, as long as Node is. */
export function pack({ keys, values, classes }: Table): Packed {
  const steps: number[] = [];
  let before = 0;
  for (const key of keys) {
    let step = (key >>> 0) - before;
    before = key >>> 0;
    for (; step > SEVEN_BITS; step = Math.floor(step / MORE)) steps.push((step % MORE) | MORE);
    steps.push(step);
  }
  const bytes = Buffer.concat([Buffer.from(steps), Buffer.from(values.buffer)]);
  return { count: keys.length, classes, bytes: brotliCompressSync(bytes).toString('base64') };
}

export function unpack({ count, classes, bytes }: Packed): Table {
  const raw = brotliDecompressSync(Buffer.from(bytes, 'base64'));
  const keys = new Int32Array(count);
  let at = 0;
  let key = 0;
  for (let index = 0; index < count; index++) {
    let unit = 1;
    for (; (raw[at] ?? 0) & MORE; at++, unit *= MORE) key += ((raw[at] ?? 0) & SEVEN_BITS) * unit;
    key += (raw[at++] ?? 0) * unit;
    keys[index] = key | 0;
  }
  return { keys, values: Int8Array.from(raw.subarray(at)), classes };
}
