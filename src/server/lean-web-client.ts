import { stringify } from 'node:querystring';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import type { KeepAliveFetch } from './keep-alive-fetch.ts';

type Args = Record<string, unknown>;
type Result = WebAPIPlatformError['data'];
type Answer = Awaited<ReturnType<KeepAliveFetch>>;

export type LeanOptions = {
  slackApiUrl: string;
  fetch: KeepAliveFetch;
  /** For a single call, in milliseconds. */
  timeout: number;
};

/**
 * The SDK's client with a shorter way to Slack: the same methods, types and errors, one try for each call. The SDK's
 * own writes every call and answer out for a debug log that nobody keeps, which is half of what a call costs (see
 * `npm run bench`). It never waits out a rate limit: the outbox does, by channel.
 */
export class LeanWebClient extends WebClient {
  readonly #options: LeanOptions;
  readonly #authorization: string;

  constructor(token: string, options: LeanOptions & WebClientOptions) {
    super(token, options);
    this.#options = options;
    this.#authorization = `Bearer ${token}`;
  }

  /** @throws {WebAPIRequestError | WebAPIHTTPError | WebAPIRateLimitedError | WebAPIPlatformError} as the SDK does */
  override async apiCall(method: string, args: Args = {}): Promise<Result> {
    const result = await this.#ask(method, args);
    if (result.ok) return result;
    throw new WebAPIPlatformError(result);
  }

  async #ask(method: string, args: Args): Promise<Result> {
    const { slackApiUrl, fetch, timeout: timeoutMs } = this.#options;
    const { type, body } = written(args);
    const headers = { accept: 'application/json', authorization: this.#authorization, 'content-type': type };
    try {
      return await resultOf(await fetch(slackApiUrl + method, { method: 'POST', headers, body, timeoutMs }));
    } catch (error) {
      if (error instanceof WebAPIHTTPError || error instanceof WebAPIRateLimitedError) throw error;
      throw new WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/**
 * Methods that take objects take JSON, and methods that read take forms only.
 * Source: docs.slack.dev/apis/web-api#post_bodies
 */
function written(args: Args): { type: string; body: string } {
  const entries = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  const isNested = entries.some(([, value]) => typeof value === 'object');
  if (isNested) return { type: 'application/json; charset=utf-8', body: JSON.stringify(args) };
  const fields = entries.map(([name, value]): [string, string] => [name, String(value)]);
  return { type: 'application/x-www-form-urlencoded', body: stringify(Object.fromEntries(fields)) };
}

async function resultOf(answer: Answer): Promise<Result> {
  if (answer.status === 200) return JSON.parse(await answer.text()) as Result;
  if (answer.status === 429) throw new WebAPIRateLimitedError(Number(answer.headers.get('retry-after')));
  const headers = Object.fromEntries(answer.headers.entries());
  throw new WebAPIHTTPError(answer.status, answer.statusText, headers, await answer.text());
}
