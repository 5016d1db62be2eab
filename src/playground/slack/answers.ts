/** What a Web API method answers, and how it reads its arguments. */
import { type Json, parseJson } from './json.ts';
import type { World } from './world.ts';

export type Refused = { ok: false; error: string; response_metadata?: { messages: string[] } } & Json;
export type ApiAnswer = ({ ok: true } & Json) | Refused;

/** `why`: for people; goes into `response_metadata.messages`, where Slack puts such words. */
export function refuse(error: string, why: string | string[] = [], more: Json = {}): Refused {
  const messages = [why].flat();
  return { ok: false, error, ...more, ...(messages.length > 0 ? { response_metadata: { messages } } : {}) };
}

export const isRefused = (answer: object): answer is Refused => 'ok' in answer && answer.ok === false;

export type Tier = 1 | 2 | 3 | 4 | 'post' | 'special';

export type ApiMethod = {
  /** Rate limit tier. Source: slack-facts c. */
  tier: Tier;
  token: 'bot' | 'app';
  /** Needed whatever the arguments are; those that depend on the conversation are checked in `run`. */
  scope?: string;
  run(world: World, args: Json): ApiAnswer;
};

/** "" when absent. Numbers are read as text, as in a urlencoded body. */
export function textArg(args: Json, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export const isGiven = (args: Json, name: string): boolean => args[name] !== undefined && args[name] !== null;

export const flagArg = (args: Json, name: string): boolean =>
  args[name] === true || args[name] === 'true' || args[name] === '1' || args[name] === 1;

/** A list as JSON or separated by commas. */
export function listArg(args: Json, name: string): string[] {
  const value = args[name];
  const items = Array.isArray(value) ? value.map(String) : textArg(args, name).split(',');
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** JSON as such, or as a string of it. Undefined when absent; `broken` when the string is no JSON. */
export function jsonArg(args: Json, name: string): { value?: unknown; broken: boolean } {
  const value = args[name];
  if (value === undefined || value === null || value === '') return { broken: false };
  if (typeof value !== 'string') return { value, broken: false };
  const parsed = parseJson(value);
  return parsed === undefined ? { broken: true } : { value: parsed, broken: false };
}
