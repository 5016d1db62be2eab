import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progress } from '#playground/page/guide-progress.ts';
import { permalink } from '#playground/page/names.ts';
import { english, fill, inWords, wordsFor } from '#playground/page/text/words.ts';
import { instantAt, nextMorning, wallClock } from '#playground/page/ui/zoned.ts';
import { asCommand, suggestions, withMentions } from '#playground/page/views/compose.ts';
import { aPage } from './a-page.ts';

const none = { result: 'accepted' as const, status: 200, ms: 1 };

describe('the composer', () => {
  it('turns names into mentions, the longest name first', () => {
    expect(withMentions(aPage(), 'ask @Evan and @eve in #marketing')).toBe('ask <@U0EVAN> and <@U0EVE> in <#C0MKT>');
    expect(withMentions(aPage(), 'mail me@Eve.example')).toBe('mail me@Eve.example');
  });

  it('tells commands from text', () => {
    expect(asCommand('/buy-tool Figma for\nfive')).toEqual({ command: '/buy-tool', text: 'Figma for\nfive' });
    expect(asCommand('/buy-tool')).toEqual({ command: '/buy-tool', text: '' });
    expect(asCommand('see /buy-tool')).toBeUndefined();
    expect(asCommand('/usr/bin')).toBeUndefined();
  });

  it('offers commands after a slash and people after @', () => {
    expect(suggestions(aPage(), '/bu').map((row) => row.id)).toEqual(['/buy-tool']);
    expect(suggestions(aPage(), 'hi @ev').map((row) => row.id)).toEqual(['U0EVE', 'U0EVAN']);
    expect(suggestions(aPage(), '/buy-tool x')).toEqual([]);
  });
});

describe('words', () => {
  it('have the same places in both languages', () => {
    const chinese = wordsFor('zh-TW');
    for (const [name, sentence] of Object.entries(english)) {
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();
      expect(places(Reflect.get(chinese, name)), name).toEqual(places(sentence));
    }
  });

  it('fill their places and translate what the local Slack says of a field', () => {
    expect(fill(english.replies, { count: 2 })).toBe('2 replies');
    expect(inWords(wordsFor('zh-TW'), 'Please complete this required field.')).toBe('這一欄要填才能送出。');
    expect(inWords(wordsFor('zh-TW'), '再多說一點')).toBe('再多說一點');
  });
});

describe('time', () => {
  it('comes back from a picker as it went in, in every zone', () => {
    const zones = fc.constantFrom('Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata');
    const winter = fc.integer({ min: 1_767_225_600, max: 1_772_000_000 }).map((at) => Math.floor(at / 60) * 60);
    fc.assert(
      fc.property(winter, zones, (at, zone) => {
        expect(instantAt(wallClock(at, zone), zone)).toBe(at);
      }),
    );
  });
});

describe('links', () => {
  it('finds the message and thread of a permalink', () => {
    expect(permalink('https://lumen.slack.com/archives/C0MKT/p1767585600000100?thread_ts=1767585500.000200')).toEqual({
      channelId: 'C0MKT',
      ts: '1767585600.000100',
      thread: '1767585500.000200',
    });
    expect(permalink('https://example.com/a')).toBeUndefined();
  });
});

describe('the guide', () => {
  const fresh = { command: false, form: false, approve: false, hidden: false };
  const command = { type: 'command' as const, command: '/buy-tool', text: 'Figma', channelId: 'C0MKT' };
  it('ticks a step only when it worked, and only in order', () => {
    expect(progress(fresh, command, { ok: false, why: 'no' })).toEqual(fresh);
    expect(progress(fresh, command, { ok: true, ack: none }).command).toBe(true);
    const approve = {
      type: 'press' as const,
      place: { in: 'home' as const },
      blockId: 'b',
      actionId: 'decision.approve',
    };
    expect(progress(fresh, approve, { ok: true, ack: none }).approve).toBe(false);
    expect(progress({ ...fresh, command: true, form: true }, approve, { ok: true, ack: none }).approve).toBe(true);
  });
});

describe('the next morning', () => {
  const monday = (weekday: number) => weekday === 1;
  const workday = (weekday: number) => weekday >= 1 && weekday <= 5;
  const from = (local: string, zone: string, suits: (weekday: number) => boolean) =>
    wallClock(nextMorning(instantAt(local, zone), zone, suits), zone);

  it.each([
    ['2026-01-05T08:00', 'Asia/Taipei', '2026-01-06T09:00', '2026-01-12T09:00'],
    ['2026-01-09T23:59', 'Asia/Taipei', '2026-01-12T09:00', '2026-01-12T09:00'],
    ['2026-01-11T00:01', 'Asia/Taipei', '2026-01-12T09:00', '2026-01-12T09:00'],
    ['2026-03-28T12:00', 'Europe/Berlin', '2026-03-30T09:00', '2026-03-30T09:00'],
    ['2026-10-23T12:00', 'America/Los_Angeles', '2026-10-26T09:00', '2026-10-26T09:00'],
  ])('after %s in %s is never that same day', (local, zone, nextWorkday, nextMonday) => {
    expect(from(local, zone, workday)).toBe(nextWorkday);
    expect(from(local, zone, monday)).toBe(nextMonday);
  });
});
