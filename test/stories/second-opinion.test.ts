import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { NUDGE_DELAY_MS } from '#domain/listening.ts';
import { openLog } from '#server/log.ts';
import { secondOpinion } from '#server/second-opinion.ts';
import { EVERYONE_HERE, MIA, SAM } from '#test/support/company.ts';
import { openOffice } from '#test/support/office.ts';
import { completion, standInModel } from '#test/support/stand-in-model.ts';
import { aClearMessage, aDoubtfulMessage } from '#test/support/talk.ts';

const NOTHING = 'Lunch at noon?';

/** An office whose messages are shown to a stand-in for a language model. */
async function openAsking(answer: (response: ServerResponse) => unknown) {
  const endpoint = await standInModel(answer);
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => void lines.push(line) });
  const office = await openOffice({ secondOpinion: secondOpinion({ url: endpoint.url, model: 'stand-in' }, log) });
  const says = async (person: string, message: string) => {
    await office.slack.person(person).say(EVERYONE_HERE, message);
    await office.slack.waitFor(() => office.slack.inFlight() === 0);
  };
  const nudged = async (person: string) => {
    await office.clock.forward(NUDGE_DELAY_MS + 1_000);
    await office.settled();
    return office.slack.ephemeralsTo(person).length;
  };
  return { ...office, endpoint, lines, says, nudged };
}

describe('a second opinion', () => {
  const [doubtful, clear] = [aDoubtfulMessage(), aClearMessage()];

  it('is asked for a doubtful message, and its yes brings the nudge', async () => {
    const { says, nudged, endpoint } = await openAsking((response) => response.end(completion('Yes.')));
    await says(MIA, doubtful);
    expect(endpoint.shown()).toEqual([doubtful]);
    expect(await nudged(MIA)).toBe(1);
  });

  it('says no, and nobody is nudged', async () => {
    const { says, nudged, endpoint } = await openAsking((response) => response.end(completion('不是')));
    await says(MIA, doubtful);
    expect(endpoint.shown()).toEqual([doubtful]);
    expect(await nudged(MIA)).toBe(0);
  });

  it('is not asked for what is clear, either way', async () => {
    const { says, nudged, endpoint } = await openAsking((response) => response.end(completion('no')));
    await says(MIA, clear);
    await says(SAM, NOTHING);
    expect(await nudged(MIA)).toBe(1);
    expect(await nudged(SAM)).toBe(0);
    expect(endpoint.questions).toEqual([]);
  });

  it('that cannot be had changes nothing else', async () => {
    const { says, nudged, endpoint, lines, logged } = await openAsking((response) => response.writeHead(500).end());
    await says(MIA, doubtful);
    await says(SAM, clear);
    expect(endpoint.questions).toHaveLength(1);
    expect([await nudged(MIA), await nudged(SAM)]).toEqual([0, 1]);
    expect(lines).toHaveLength(1);
    expect([...lines, ...logged].join('')).not.toContain(doubtful);
    expect(logged.join('')).not.toContain('a listener failed');
  });
});
