import { parse as parseDotenv } from 'dotenv';
import { z } from 'zod';
import { loadOrganisation, type OrgFile, type ReadFile, readTextFile, tryToRead } from './org/org-file.ts';
import { outlineOf, type Problem, problem, shown } from './org/problem.ts';
import type { ListeningModel } from './server/second-opinion.ts';

/** A configuration that needs mending: the same start would fail again. Source: sysexits.h, EX_CONFIG */
export const EXIT_CODE_CONFIG = 78;

/** When the environment names no others. */
const DATABASE_URL = 'file:data/tandem.db';
const ORG_FILE = 'org.yml';

const PORT_MAX = 65_535;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const TOKENS = {
  SLACK_BOT_TOKEN:
    'At https://api.slack.com/apps choose your app, then OAuth & Permissions: the Bot User OAuth Token, which starts with xoxb-.',
  SLACK_APP_TOKEN:
    'At https://api.slack.com/apps choose your app, then Basic Information, App-Level Tokens: one with the scope connections:write, which starts with xapp-.',
  SLACK_SIGNING_SECRET:
    'At https://api.slack.com/apps choose your app, then Basic Information, App Credentials: the Signing Secret.',
} as const;
type TokenName = keyof typeof TOKENS;
const isToken = (name: string): name is TokenName => Object.hasOwn(TOKENS, name);

/** What else people put where a token goes, by how it starts. The first match counts. */
const MIX_UPS: [start: RegExp, mend: string][] = [
  [/^["']/, 'Take the quotation marks away.'],
  [/^xoxb-/, 'This is a bot token: it goes in SLACK_BOT_TOKEN.'],
  [/^xapp-/, 'This is an app-level token: it goes in SLACK_APP_TOKEN.'],
  [/^xoxp-/, "This is a person's token; Tandem acts as itself."],
  [/^xoxe[.-]/, 'This is a rotating token, which ends after 12 hours; use an app without token rotation.'],
];

const secretMend = (mend: string, value: unknown): string => {
  const mixUp = MIX_UPS.find(([start]) => start.test(String(value)));
  return [...(mixUp ? [mixUp[1]] : []), mend].join(' ');
};

const secret = (mend: string, pattern: RegExp) =>
  z
    .string()
    .regex(pattern, { error: ({ input }) => secretMend(mend, input) })
    .optional();

/** The optional second opinion on doubtful messages. */
const MODEL = {
  LISTENING_LLM_URL:
    'Write the base address of an OpenAI-compatible endpoint, such as https://api.openai.com/v1 or http://localhost:11434/v1.',
  LISTENING_LLM_KEY: 'Write the key as that endpoint gave it to you; a local server needs none.',
  LISTENING_LLM_MODEL: 'Write the name of a model there, such as gpt-4.1-mini or qwen3:4b-instruct.',
} as const;
type ModelName = keyof typeof MODEL;
const isOfModel = (name: string): name is ModelName => Object.hasOwn(MODEL, name);

const isSecret = (name: string): boolean => isToken(name) || name === 'LISTENING_LLM_KEY';

const portMend = `Write a whole number from 0 to ${PORT_MAX}; 0 takes any free port.`;

/** Error texts are the mend that a person reads. An empty value counts as not set. */
const environment = z.object({
  /** Lets Tandem act in Slack, as itself. Needed outside the playground. */
  SLACK_BOT_TOKEN: secret(TOKENS.SLACK_BOT_TOKEN, /^xoxb-[\w-]+$/),
  /** Socket Mode: Slack needs no way in from the internet. Wins over the signing secret when both are set. */
  SLACK_APP_TOKEN: secret(TOKENS.SLACK_APP_TOKEN, /^xapp-[\w-]+$/),
  /** HTTP: proves that a request comes from Slack. */
  SLACK_SIGNING_SECRET: secret(TOKENS.SLACK_SIGNING_SECRET, /^(?!xox|xapp|["'])\S+$/),
  /** Where Slack's Web API is; another address serves tests and proxies. Ends in `/api/`, since methods are appended. */
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'Write a web address such as https://slack.com/api/.' })
    .endsWith('/api/', { error: 'End the address in /api/, slash included, as https://slack.com/api/ does.' })
    .default('https://slack.com/api/'),
  /** Where HTTP mode, the playground and the health check listen. 0 takes any free port. */
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: portMend })
    .transform(Number)
    .refine((port) => port <= PORT_MAX, { error: portMend })
    .default(3000),
  /** The SQLite file, as `file:` and a path relative to the working directory. */
  DATABASE_URL: z
    .string()
    .regex(/^file:[^?#]*[^/?#]$/, { error: ({ input }) => databaseMend(String(input)) })
    .default(DATABASE_URL),
  /** The description of the organisation. Not read in the playground, which brings its own. */
  ORG_FILE: z.string().default(ORG_FILE),
  /** Switches the second opinion on. Without the last slash; `/chat/completions` is added to it. */
  LISTENING_LLM_URL: z
    .url({ protocol: /^https?$/, error: MODEL.LISTENING_LLM_URL })
    .regex(/^[^?#@]*$/, {
      error: 'Take away what follows ? and #, names and passwords; the key goes in LISTENING_LLM_KEY.',
    })
    .regex(/^(?!.*\/completions\/*$)/, { error: 'End the address before /chat/completions, which Tandem adds.' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Sent as a bearer token, so it has to fit into a header. */
  LISTENING_LLM_KEY: secret(MODEL.LISTENING_LLM_KEY, /^(?!xox|xapp|["'])[!-~]+$/),
  LISTENING_LLM_MODEL: z.string().optional(),
  /** pino's levels: `debug` tells more, `silent` nothing. */
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `Write one of: ${LOG_LEVELS.join(', ')}.` }).default('info'),
  /** `production` turns the playground off: without tokens, Tandem then says which are missing. */
  NODE_ENV: z.string().optional(),
});
type Environment = z.output<typeof environment>;

const databaseMend = (url: string): string =>
  /^postgres(ql)?:/.test(url)
    ? 'This version runs on SQLite only. Write a file such as file:data/tandem.db.'
    : 'Write file: and the path of the SQLite file, such as file:data/tandem.db.';

export type LogLevel = Environment['LOG_LEVEL'];

type Common = {
  slackApiUrl: string;
  port: number;
  databaseFile: string;
  logLevel: LogLevel;
  /** Where a second opinion on doubtful messages comes from; off without it. */
  listeningModel?: ListeningModel;
};
type Connected = Common & { orgPath: string; orgFile: OrgFile };
/** `orgPath` serves a reload with `loadOrganisation`; `databaseFile` is a path, without `file:`. */
export type Config =
  | (Connected & { mode: 'socket'; botToken: string; appToken: string })
  | (Connected & { mode: 'http'; botToken: string; signingSecret: string })
  | (Common & { mode: 'playground' });
export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: Problem[] };

/**
 * Reads the environment, `.env` in the working directory (which overrides nothing that is set), and the org file.
 * Answers with all problems at once, and never with a secret in them. Never throws.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, readFile: ReadFile = readTextFile): ConfigResult {
  const dotenv = readDotenv(readFile);
  const set = whatIsSet({ ...dotenv.values, ...env });
  const parsed = environment.safeParse(set);
  const problems = [
    ...dotenv.problems,
    ...slips(parsed.error?.issues ?? [], set),
    ...missingTokens(set),
    ...missingOfModel(set),
  ];
  const orgPath = set.ORG_FILE ?? ORG_FILE;
  const org = isPlayground(set) ? undefined : loadOrganisation(orgPath, readFile);
  if (org?.ok === false) problems.push(...org.problems);
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: configOf(parsed.data, org?.ok ? { orgPath, orgFile: org.orgFile } : undefined) };
}

/** For commands beside a running Tandem: where its data is, and its org file. Read as `readConfig` does, but not checked. */
export function readPlaces(
  env: NodeJS.ProcessEnv = process.env,
  readFile: ReadFile = readTextFile,
): { databaseUrl: string; orgPath: string } {
  const set = whatIsSet({ ...readDotenv(readFile).values, ...env });
  return { databaseUrl: set.DATABASE_URL ?? DATABASE_URL, orgPath: set.ORG_FILE ?? ORG_FILE };
}

type Values = Record<string, string>;

function readDotenv(readFile: ReadFile): { values: Values; problems: Problem[] } {
  const file = tryToRead('.env', readFile);
  if (file.ok) return { values: parseDotenv(file.text), problems: [] };
  if (file.code === 'ENOENT') return { values: {}, problems: [] };
  const mend = 'Let this process read the file, or take it away.';
  return { values: {}, problems: [problem('.env', `cannot be read (${file.code})`, mend)] };
}

const whatIsSet = (env: NodeJS.ProcessEnv): Values =>
  Object.fromEntries(
    Object.keys(environment.shape).flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );

const hasTokens = (set: Values): boolean => Object.keys(set).some(isToken);

const isPlayground = (set: Values): boolean => !hasTokens(set) && set.NODE_ENV !== 'production';

/** One problem a variable: its first. */
function slips(issues: readonly { path: PropertyKey[]; message: string }[], set: Values): Problem[] {
  const told = issues.map(({ path, message }) => {
    const name = String(path[0]);
    const value = set[name] ?? '';
    return problem(name, `is ${isSecret(name) ? outlineOf(value) : shown(withoutQuery(value))}`, message);
  });
  return told.filter(({ where }, index) => told.findIndex((other) => other.where === where) === index);
}

/** Keys are put there by people who copy whole addresses. */
const withoutQuery = (value: string): string => value.replace(/(?<=^https?:[^?#]*[?#]).+/s, '…');

/** No token at all is the playground. A bot token and one of the other two is Slack. Everything between is unfinished. */
function missingTokens(set: Values): Problem[] {
  if (isPlayground(set)) return [];
  const others = Object.keys(set).filter(isToken).join(' and ');
  const found = others ? `is missing, while ${others} is set` : 'is missing, and NODE_ENV is production';
  const bot = set.SLACK_BOT_TOKEN ? [] : [problem('SLACK_BOT_TOKEN', found, TOKENS.SLACK_BOT_TOKEN)];
  if (set.SLACK_APP_TOKEN || set.SLACK_SIGNING_SECRET) return bot;
  const mend = `${TOKENS.SLACK_APP_TOKEN} Or, to be reached over HTTP instead, set SLACK_SIGNING_SECRET. ${TOKENS.SLACK_SIGNING_SECRET}`;
  return [...bot, problem('SLACK_APP_TOKEN', found, mend)];
}

/** Address and model belong together; a key alone serves nothing. */
function missingOfModel(set: Values): Problem[] {
  const others = Object.keys(set).filter(isOfModel);
  if (others.length === 0) return [];
  const needed = ['LISTENING_LLM_URL', 'LISTENING_LLM_MODEL'] as const;
  const found = `is missing, while ${others.join(' and ')} is set`;
  const mend = `Or take ${others.join(' and ')} away: the second opinion is optional.`;
  return needed.filter((name) => !set[name]).map((name) => problem(name, found, `${MODEL[name]} ${mend}`));
}

/** An organisation is there whenever tokens are; a configuration with problems does not come this far. */
function configOf(env: Environment, org: { orgPath: string; orgFile: OrgFile } | undefined): Config {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const common = {
    slackApiUrl: env.SLACK_API_URL,
    port: env.PORT,
    databaseFile: env.DATABASE_URL.replace(/^file:(?:\/\/(?=\/))?/, ''),
    logLevel: env.LOG_LEVEL,
    ...listeningModelOf(env),
  };
  if (org && botToken && appToken) return { ...common, ...org, mode: 'socket', botToken, appToken };
  if (org && botToken && signingSecret) return { ...common, ...org, mode: 'http', botToken, signingSecret };
  return { ...common, mode: 'playground' };
}

function listeningModelOf(env: Environment): Pick<Common, 'listeningModel'> {
  const { LISTENING_LLM_URL: url, LISTENING_LLM_KEY: key, LISTENING_LLM_MODEL: model } = env;
  return url && model ? { listeningModel: { url, model, ...(key && { key }) } } : {};
}
