import { describe, expect, it } from 'vitest';
import { openLog, withoutSecrets } from '#server/log.ts';
import { openOffice } from '#test/support/office.ts';

/** What people write in this story; none of it may reach the log. */
const WRITTEN = [
  'planted-outcome',
  'planted-tool',
  'planted-question',
  'planted-answer',
  'planted-reply',
  'planted-reason',
  'planted-way',
];

describe('the log', () => {
  it('carries request ids, and never tokens, secrets, urls, triggers or what people wrote, even at debug', async () => {
    const { slack, logged } = await openOffice({ logLevel: 'debug' });
    const [mia, eve] = [slack.person('U0MIA'), slack.person('U0EVE')];
    slack.faults.next('chat.postMessage', 'status500');
    slack.faults.next('chat.update', 'fatalError');
    slack.faults.next('response_url', 'status500');

    await mia.command('C0GENERAL', '/buy-tool planted-tool');
    await slack.waitFor(() => slack.modalsOf('U0MIA')[0]);
    await mia.submit({ outcome: 'planted-outcome', unit: 'marketing' });
    const card = await slack.waitFor(() => slack.messagesIn('C0MKTDEC')[0], 10_000);
    const place = { in: 'message', channelId: 'C0MKTDEC', ts: card.ts } as const;
    await mia.press(place, 'decision.approve');
    await eve.press(place, 'decision.ask');
    await slack.waitFor(() => slack.modalsOf('U0EVE')[0]);
    await eve.submit({ words: 'planted-question' });
    await slack.waitFor(() => slack.thread('C0MKTDEC', card.ts).length === 3);
    await mia.press(place, 'decision.answer');
    await slack.waitFor(() => slack.modalsOf('U0MIA')[0]);
    await mia.submit({ words: 'planted-answer' });
    await mia.say('C0MKTDEC', 'planted-reply', { threadTs: card.ts });
    await eve.press(place, 'decision.decline');
    await slack.waitFor(() => slack.modalsOf('U0EVE')[0]);
    await eve.submit({ words: 'planted-reason', way: 'planted-way' });
    await slack.waitFor(() => slack.thread('C0MKTDEC', card.ts).length === 6, 15_000);

    const log = logged.join('');
    expect(log).toContain('BUY-1');
    for (const words of WRITTEN) expect(log).not.toContain(words);
    for (const secret of [
      'xoxb-',
      'xapp-',
      'playground-signing-secret',
      'response_url',
      '/response/',
      'trigger_id',
      'private_metadata',
    ]) {
      expect(log).not.toContain(secret);
    }
    const triggers = slack.calls.flatMap(({ args }) => JSON.stringify(args).match(/"trigger_id":"([^"]+)"/)?.[1] ?? []);
    expect(triggers.length).toBeGreaterThan(2);
    for (const trigger of triggers) expect(log).not.toContain(trigger);
  });

  it('takes secrets out of any line, wherever they stand', () => {
    const line =
      'a xoxb-1-2-abc b xapp-1-A-2-c https://hooks.slack.com/actions/T1/2/3 123456789.987654321.0a1b2c3d4e5f d';
    expect(withoutSecrets(line)).toBe('a [removed] b [removed] [removed] [removed] d');
    expect(withoutSecrets('Bearer planted-key, sk-proj-planted, task-force-one')).toBe(
      '[removed] [removed], task-force-one',
    );
  });

  it('outlines an error without the data that it carries', () => {
    const lines: string[] = [];
    const log = openLog('info', { write: (line) => void lines.push(line) });
    const error = Object.assign(new Error('An API error occurred: invalid_blocks planted-outcome'), {
      code: 'slack_webapi_platform_error',
      data: { error: 'invalid_blocks', response_metadata: { messages: ['planted-outcome'] } },
    });
    log.error({ err: error }, 'a listener failed');
    expect(lines.join()).toContain('invalid_blocks');
    expect(lines.join()).not.toContain('planted-outcome');
  });
});
