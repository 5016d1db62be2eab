import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { openHearing } from '../hear.ts';
import { HELD_BACK, readRows } from './rows.ts';
import { tableOf } from './table.ts';

const hear = openHearing();

type Line = { id: unknown; text: string };

function readLine(json: string): Line {
  const line: unknown = JSON.parse(json);
  const isLine = typeof line === 'object' && line !== null && 'text' in line && typeof line.text === 'string';
  if (!isLine) throw new Error(`Each line is {"id": …, "text": "…"}; found ${json.slice(0, 80)}`);
  return { id: 'id' in line ? line.id : undefined, text: line.text as string };
}

/** One answer a message: whether somebody is on the way to buying something, how far, what, and the words that told. */
async function answer({ id, text }: Line): Promise<string> {
  const heard = await hear(text);
  const { stage = null, tools = [], reason = null } = heard ?? {};
  return `${JSON.stringify({ id, intent: heard !== undefined, stage, tools, reason })}\n`;
}

/** With JSON lines on standard input, an answer for each; without, how the detector does on the repo's own lines. */
async function main(): Promise<void> {
  let count = 0;
  if (!stdin.isTTY) {
    for await (const line of createInterface({ input: stdin })) {
      if (line.trim() === '') continue;
      count++;
      stdout.write(await answer(readLine(line)));
    }
  }
  if (count > 0) return;
  const sets = (['training', ...HELD_BACK] as const).map((folder) => [folder, readRows(folder)] as const);
  stdout.write(await tableOf(Object.fromEntries(sets), hear));
}

await main();
