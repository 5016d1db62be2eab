import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

/**
 * Hashes in ascending order with one signed byte for each of `classes`; as kept in weights.bin. `keys` are the steps
 * from hash to hash in Rice's code with `rice` low bits; `values` the bytes, by Brotli.
 */
export type Packed = { count: number; classes: number; rice: number; keys: Uint8Array; values: Uint8Array };

export type Table = { keys: Int32Array; values: Int8Array; classes: number };

const BITS_A_BYTE = 8;

/** Low bits by which steps of this mean take least room. Source: R. F. Rice, JPL 79-22, 1979 */
const riceFor = (meanStep: number): number => Math.max(0, Math.floor(Math.log2(Math.max(1, meanStep * Math.LN2))));

/** Of each step its high part as so many ones and a zero, then its low bits, the lowest first. */
function writeSteps(keys: Int32Array, rice: number): Uint8Array {
  const bytes: number[] = [];
  let [byte, filled] = [0, 0];
  const put = (bit: number) => {
    byte |= bit << filled;
    filled = (filled + 1) % BITS_A_BYTE;
    if (filled > 0) return;
    bytes.push(byte);
    byte = 0;
  };
  let before = 0;
  for (const key of keys) {
    const step = (key >>> 0) - before;
    before = key >>> 0;
    for (let high = Math.floor(step / 2 ** rice); high > 0; high--) put(1);
    put(0);
    for (let bit = 0; bit < rice; bit++) put((step >>> bit) & 1);
  }
  return Uint8Array.from(filled > 0 ? [...bytes, byte] : bytes);
}

function readSteps({ keys: bytes, count, rice }: Packed): Int32Array {
  const keys = new Int32Array(count);
  let at = 0;
  const take = (): number => {
    const bit = ((bytes[at >>> 3] ?? 0) >>> (at & 7)) & 1;
    at++;
    return bit;
  };
  let key = 0;
  for (let index = 0; index < count; index++) {
    let high = 0;
    while (take() === 1) high++;
    let low = 0;
    for (let bit = 0; bit < rice; bit++) low += take() * 2 ** bit;
    key += high * 2 ** rice + low;
    keys[index] = key | 0;
  }
  return keys;
}

/** The same bytes for the same table, as long as Node is the same. */
export function pack({ keys, values, classes }: Table): Packed {
  const rice = riceFor(((keys.at(-1) ?? 0) >>> 0) / Math.max(1, keys.length));
  const bytes = brotliCompressSync(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return { count: keys.length, classes, rice, keys: writeSteps(keys, rice), values: new Uint8Array(bytes) };
}

export const unpack = (packed: Packed): Table => ({
  keys: readSteps(packed),
  values: Int8Array.from(brotliDecompressSync(packed.values)),
  classes: packed.classes,
});
