import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { registerFeatures } from '../src/tandem.ts';
import { recordingApp } from './support/recorded-app.ts';

const root = join(import.meta.dirname, '..');
const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8'));

/** Scopes that a method needs, any conversation type that we use it on. Source: slack-facts e (docs.slack.dev/reference/methods). */
const SCOPES_OF_METHOD: Record<string, string[]> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.open': ['im:write', 'mpim:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** Scopes that an event needs (slack-facts e). */
const SCOPES_OF_EVENT: Record<string, string[]> = {
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.mpim': ['mpim:history'],
  app_home_opened: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  user_change: ['users:read'],
};

/** Message events arrive as one type (slack-facts g). */
const typeOf = (event: string): string => (event.startsWith('message.') ? 'message' : event);

const sources = globSync('src/**/*.ts', { cwd: root }).filter((path) => !path.startsWith('src/playground'));
const code = sources.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
const methodsCalled = [
  ...new Set([...code.matchAll(/\bclient\s*\.(\w+)\s*\.(\w+)\(/g)].map(([, family, name]) => `${family}.${name}`)),
]
  .filter((method) => !method.startsWith('on.'))
  .toSorted();

const { app, registered } = recordingApp();
const stillStore = { onChanged: () => () => {}, onNudge: () => () => {} };
registerFeatures(app, { team: 'T0', store: stillStore } as never);

describe('the manifest and the code', () => {
  it('know the same commands', () => {
    const commands = manifest.features.slash_commands.map(({ command }: { command: string }) => command);
    expect(commands.toSorted()).toEqual(registered.commands.toSorted());
  });

  it('know the same shortcuts', () => {
    const shortcuts = manifest.features.shortcuts.map((one: { callback_id: string }) => one.callback_id);
    expect(shortcuts.toSorted()).toEqual(registered.shortcuts.toSorted());
  });

  it('know the same events', () => {
    const subscribed: string[] = manifest.settings.event_subscriptions.bot_events;
    expect([...new Set(subscribed.map(typeOf))].toSorted()).toEqual([...new Set(registered.events)].toSorted());
  });

  it('call only methods whose scopes are known here', () => {
    expect(methodsCalled).toEqual(Object.keys(SCOPES_OF_METHOD).toSorted());
  });

  it('ask for the scopes that are needed, and for no other', () => {
    const needed = new Set([
      'commands',
      'files:read', // file_input in the form (slack-facts e)
      ...methodsCalled.flatMap((method) => SCOPES_OF_METHOD[method] ?? []),
      ...manifest.settings.event_subscriptions.bot_events.flatMap((event: string) => SCOPES_OF_EVENT[event]),
    ]);
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...needed].toSorted());
  });
});

describe('the manifest', () => {
  const schemaFile = join(root, '../shared/manifest.schema.json');

  // Slack's schema is not ours to ship: the check runs wherever a copy lies beside the project, and says so where not.
  it.skipIf(!existsSync(schemaFile))('is valid against Slack’s schema', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    const isValid = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    expect(isValid(manifest) || isValid.errors).toBe(true);
  });

  it('keeps Slack’s limits for names and descriptions', () => {
    const { display_information, features } = manifest;
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });

  it('says why for each scope', () => {
    const lines = readFileSync(join(root, 'manifest.yml'), 'utf8').split('\n');
    const scopes = lines.filter((line) =>
      manifest.oauth_config.scopes.bot.some((scope: string) => line.trim().startsWith(`- ${scope} `)),
    );
    expect(scopes).toHaveLength(manifest.oauth_config.scopes.bot.length);
    for (const line of scopes) expect(line).toMatch(/ # \S.{10,}/);
  });
});
