import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblems } from '#org/problem.ts';
import { BASE } from '#test/support/org-file.ts';
import { EXIT_CODE_CONFIG, readConfig } from '../src/config.ts';

const BOT = 'xoxb-111111111111-secretsecret';
const APP = 'xapp-1-A111111-222222-secretsecret';
const SIGNING = '0123456789abcdef0123456789abcdef';
const KEY = 'sk-proj-secretsecretsecret';
const socket = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP };

const opinion = { LISTENING_LLM_URL: 'http://localhost:11434/v1', LISTENING_LLM_MODEL: 'qwen3:4b' };

/** A working directory with these files; any other is missing, as `node:fs` would say it. */
const files = (contents: Record<string, string>) => (path: string) => {
  const text = contents[path];
  if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
  return text;
};
const directory = files({ 'org.yml': BASE });

function configOf(env: NodeJS.ProcessEnv, readFile = directory) {
  const answer = readConfig(env, readFile);
  if (!answer.ok) throw new Error(describeProblems(answer.problems));
  return answer.config;
}

function problemsOf(env: NodeJS.ProcessEnv, readFile = directory) {
  const answer = readConfig(env, readFile);
  return answer.ok ? [] : answer.problems;
}

describe('the tokens that are set choose how Tandem meets Slack', () => {
  it('none: the playground, which needs no org file', () => {
    expect(configOf({}, files({}))).toEqual({
      mode: 'playground',
      slackApiUrl: 'https://slack.com/api/',
      port: 3000,
      databaseFile: 'data/tandem.db',
      logLevel: 'info',
    });
  });

  it('bot and app token: Socket Mode', () => {
    expect(configOf(socket)).toMatchObject({ mode: 'socket', botToken: BOT, appToken: APP, orgPath: 'org.yml' });
  });

  it('bot token and signing secret: HTTP', () => {
    const config = configOf({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING });
    expect(config).toMatchObject({ mode: 'http', botToken: BOT, signingSecret: SIGNING });
  });

  it('all three: Socket Mode, with no use for the signing secret', () => {
    const config = configOf({ ...socket, SLACK_SIGNING_SECRET: SIGNING });
    expect(config.mode).toBe('socket');
    expect(config).not.toHaveProperty('signingSecret');
  });

  it.each([
    ['only a bot token', { SLACK_BOT_TOKEN: BOT }, ['SLACK_APP_TOKEN']],
    ['only an app token', { SLACK_APP_TOKEN: APP }, ['SLACK_BOT_TOKEN']],
    ['only a signing secret', { SLACK_SIGNING_SECRET: SIGNING }, ['SLACK_BOT_TOKEN']],
    ['all but the bot token', { SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SIGNING }, ['SLACK_BOT_TOKEN']],
    ['none in production', { NODE_ENV: 'production' }, ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
  ])('%s: says which is missing and where Slack shows it', (_, env, missing) => {
    const problems = problemsOf(env);
    expect(problems.map(({ where }) => where)).toEqual(missing);
    for (const { found, mend } of problems) {
      expect(found).toMatch(/^is missing, (while SLACK_|and NODE_ENV is production)/);
      expect(mend).toMatch(/api\.slack\.com\/apps.*(OAuth & Permissions|App-Level Tokens)/);
    }
  });

  it('says that the signing secret is the other way when the app token is missing', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: BOT })[0]?.mend).toContain('set SLACK_SIGNING_SECRET');
  });
});

describe('a second opinion', () => {
  it('is off unless it is configured', () => {
    expect(configOf(socket)).not.toHaveProperty('listeningModel');
    expect(configOf({ ...socket, LISTENING_LLM_URL: '', LISTENING_LLM_KEY: ' ' })).not.toHaveProperty('listeningModel');
  });

  it.each([
    ['http://localhost:11434/v1', 'http://localhost:11434/v1'],
    ['https://llm.test/api/openai/v1/', 'https://llm.test/api/openai/v1'],
    ['https://llm.test//', 'https://llm.test'],
  ])('comes from %s, with a model and no need of a key, in the playground too', (LISTENING_LLM_URL, url) => {
    const env = { ...opinion, LISTENING_LLM_URL };
    expect(configOf({ ...socket, ...env }).listeningModel).toEqual({ url, model: 'qwen3:4b' });
    expect(configOf(env, files({}))).toMatchObject({ mode: 'playground', listeningModel: { url } });
    expect(configOf({ ...env, LISTENING_LLM_KEY: KEY }).listeningModel).toEqual({ url, key: KEY, model: 'qwen3:4b' });
  });

  it.each([
    [['URL'], ['MODEL']],
    [['KEY'], ['URL', 'MODEL']],
    [['MODEL'], ['URL']],
    [['URL', 'KEY'], ['MODEL']],
    [['KEY', 'MODEL'], ['URL']],
  ])('with %j set, says that %j is missing, and that all may go', (given, missing) => {
    const all = { ...opinion, LISTENING_LLM_KEY: KEY };
    const name = (part: string) => `LISTENING_LLM_${part}`;
    const env = Object.fromEntries(Object.entries(all).filter(([key]) => given.map(name).includes(key)));
    const problems = problemsOf({ ...socket, ...env });
    expect(problems.map(({ where }) => where)).toEqual(missing.map(name));
    for (const { found, mend } of problems) {
      expect(found).toBe(`is missing, while ${given.map(name).join(' and ')} is set`);
      expect(mend).toMatch(/^Write .*, such as .* the second opinion is optional\.$/);
    }
  });
});

describe('a value that cannot be used is told with its mend', () => {
  it.each([
    ['SLACK_BOT_TOKEN', 'xoxp-111111111111-secret', 'is xoxp-… (24 characters)', "This is a person's token"],
    ['SLACK_BOT_TOKEN', APP, 'is xapp-… (34 characters)', 'it goes in SLACK_APP_TOKEN'],
    ['SLACK_BOT_TOKEN', `"${BOT}"`, 'is "xoxb… (32 characters)', 'Take the quotation marks away'],
    ['SLACK_BOT_TOKEN', 'xoxe.xoxb-1-secret', 'is xoxe.… (18 characters)', 'without token rotation'],
    ['SLACK_BOT_TOKEN', 'xoxb-...', 'is … (8 characters)', 'Bot User OAuth Token'],
    ['SLACK_APP_TOKEN', BOT, 'is xoxb-… (30 characters)', 'it goes in SLACK_BOT_TOKEN'],
    ['SLACK_APP_TOKEN', 'A0123456789', 'is … (11 characters)', 'connections:write'],
    ['SLACK_SIGNING_SECRET', APP, 'is xapp-… (34 characters)', 'it goes in SLACK_APP_TOKEN'],
    ['SLACK_API_URL', 'https://slack.com/api', 'is "https://slack.com/api"', 'End the address in /api/'],
    ['SLACK_API_URL', 'slack.com/api/', 'is "slack.com/api/"', 'Write a web address'],
    ['SLACK_API_URL', 'ftp://slack.com/api/', 'is "ftp://slack.com/api/"', 'Write a web address'],
    ['PORT', '65536', 'is "65536"', 'from 0 to 65535'],
    ['PORT', '-1', 'is "-1"', 'from 0 to 65535'],
    ['PORT', '3000.5', 'is "3000.5"', 'from 0 to 65535'],
    ['PORT', 'http', 'is "http"', 'from 0 to 65535'],
    ['DATABASE_URL', 'postgres://db/tandem', 'is "postgres://db/tandem"', 'This version runs on SQLite only'],
    ['DATABASE_URL', 'data/tandem.db', 'is "data/tandem.db"', 'Write file: and the path'],
    ['DATABASE_URL', 'file:data/', 'is "file:data/"', 'Write file: and the path'],
    ['LISTENING_LLM_URL', 'localhost:11434/v1', 'is "localhost:11434/v1"', 'such as https://api.openai.com/v1'],
    ['LISTENING_LLM_URL', 'https://llm.test/v1?key=hush', 'is "https://llm.test/v1?…"', 'Take away what follows ?'],
    ['LISTENING_LLM_URL', 'https://llm.test/v1/chat/completions', expect.stringContaining('/v1/chat'), 'before /chat'],
    ['LISTENING_LLM_KEY', BOT, 'is xoxb-… (30 characters)', 'it goes in SLACK_BOT_TOKEN'],
    ['LISTENING_LLM_KEY', `"${KEY}"`, 'is "sk-p… (28 characters)', 'Take the quotation marks away'],
    ['LISTENING_LLM_KEY', `Bearer ${KEY}`, 'is Beare… (33 characters)', 'Write the key as'],
    ['LISTENING_LLM_KEY', '鑰匙', 'is … (2 characters)', 'Write the key as'],
    ['LOG_LEVEL', 'verbose', 'is "verbose"', 'Write one of: fatal, error, warn, info'],
  ])('%s=%s', (name, value, found, mend) => {
    const problems = problemsOf({ ...socket, ...(name.startsWith('LISTENING') && opinion), [name]: value });
    expect(problems).toEqual([{ where: name, found, mend: expect.stringContaining(mend) }]);
  });

  it.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65_535 }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['SLACK_API_URL', 'http://127.0.0.1:4010/api/', { slackApiUrl: 'http://127.0.0.1:4010/api/' }],
    ['DATABASE_URL', 'file:/var/lib/tandem.db', { databaseFile: '/var/lib/tandem.db' }],
    ['DATABASE_URL', 'file:///var/lib/tandem.db', { databaseFile: '/var/lib/tandem.db' }],
    ['SLACK_BOT_TOKEN', ` ${BOT}\n`, { botToken: BOT }],
    ['PORT', '', { port: 3000 }],
  ])('%s=%j is fine', (name, value, expected) => {
    expect(configOf({ ...socket, [name]: value })).toMatchObject(expected);
  });
});

describe('the files', () => {
  it('.env fills in what is not set, and overrides nothing that is', () => {
    const readFile = files({ 'org.yml': BASE, '.env': `SLACK_BOT_TOKEN=${BOT}\nSLACK_APP_TOKEN=${APP}\nPORT=4000` });
    expect(configOf({ PORT: '5000' }, readFile)).toMatchObject({ mode: 'socket', botToken: BOT, port: 5000 });
    expect(configOf({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' }, readFile).mode).toBe('playground');
  });

  it('an org file that is missing is told with how to begin', () => {
    expect(problemsOf(socket, files({}))).toEqual([
      {
        where: 'org.yml',
        found: 'the org file is missing',
        mend: expect.stringContaining('Copy org.example.yml to org.yml'),
      },
    ]);
  });

  it('ORG_FILE is the one that is read', () => {
    const config = configOf({ ...socket, ORG_FILE: 'ours.yml' }, files({ 'ours.yml': BASE }));
    expect(config.mode !== 'playground' && config.orgFile.shape.it.leads).toEqual(['U0IAN']);
  });

  it('environment and org file are told together', () => {
    const readFile = files({ 'org.yml': BASE.replace('language: en', 'language: fr') });
    const env = { NODE_ENV: 'production', SLACK_APP_TOKEN: BOT, PORT: 'x', LOG_LEVEL: 'loud' };
    expect(problemsOf(env, readFile).map(({ where }) => where)).toEqual([
      ...['SLACK_APP_TOKEN', 'PORT', 'LOG_LEVEL', 'SLACK_BOT_TOKEN', 'org.yml:1'],
    ]);
  });

  it('.env.example names every variable, and as it stands opens the playground', () => {
    const example = readFileSync('.env.example', 'utf8');
    expect(configOf({}, files({ '.env': example })).mode).toBe('playground');
    const all = parse(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''));
    expect(Object.keys(all)).toEqual([
      ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL', 'PORT'],
      ...['DATABASE_URL', 'ORG_FILE', 'LISTENING_LLM_URL', 'LISTENING_LLM_KEY', 'LISTENING_LLM_MODEL'],
      ...['LOG_LEVEL', 'NODE_ENV'],
    ]);
    const { NODE_ENV: _, ...values } = all;
    expect(configOf(values, files({}))).toEqual(configOf({}, files({})));
  });
});

describe('in the terminal', () => {
  it('each problem is a paragraph', () => {
    const told = describeProblems(problemsOf({ ...socket, PORT: 'x', LOG_LEVEL: 'loud' }));
    expect(told).toMatchInlineSnapshot(`
      "2 things to mend in the configuration.

      PORT: is "x".
        Write a whole number from 0 to 65535; 0 takes any free port.

      LOG_LEVEL: is "loud".
        Write one of: fatal, error, warn, info, debug, trace, silent."
    `);
  });

  it('one problem is one thing', () => {
    expect(describeProblems(problemsOf({ ...socket, PORT: 'x' }))).toMatch(/^One thing to mend/);
  });

  it('a secret shows five characters at most, wherever it was pasted', () => {
    const name = fc.constantFrom(
      ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL'],
      ...['PORT', 'DATABASE_URL', 'ORG_FILE', 'LOG_LEVEL'],
      ...['LISTENING_LLM_URL', 'LISTENING_LLM_KEY', 'LISTENING_LLM_MODEL'],
    );
    const hex = fc.stringMatching(/^[0-9a-f]{24}$/);
    const secret = fc.oneof(
      fc
        .tuple(fc.constantFrom('xoxb-', 'xoxp-', 'xapp-1-', 'xoxe.xoxb-1-', 'sk-proj-'), hex)
        .map((parts) => parts.join('')),
      hex.map((half) => `${half}12345678`),
    );
    const around = fc.constantFrom(
      ['', ''],
      ['"', '"'],
      ['postgres://tandem:', '@db/tandem'],
      ['https://', '@slack.com/'],
      ['https://llm.test/v1?key=', ''],
    );
    fc.assert(
      fc.property(name, secret, around, (variable, value, [before, after]) => {
        const told = describeProblems(problemsOf({ NODE_ENV: 'production', [variable]: `${before}${value}${after}` }));
        expect(told).not.toContain(value.slice(0, 9));
        expect(told).not.toContain(value.slice(-9));
      }),
    );
  });

  it("a database's password is not shown", () => {
    const told = describeProblems(problemsOf({ DATABASE_URL: 'postgres://tandem:hunter2@db/tandem' }));
    expect(told).toContain('SQLite only');
    expect(told).not.toContain('hunter2');
  });

  it('ends with the exit code for a configuration to mend', () => {
    expect(EXIT_CODE_CONFIG).toBe(78);
  });
});
