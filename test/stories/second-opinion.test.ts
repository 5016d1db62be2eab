import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { TeamId } from '#domain/ids.ts';
import { NUDGE_DELAY_MS } from '#domain/listening.ts';
import { TEAM_ID } from '#playground/company/company.ts';
import { openLog } from '#server/log.ts';
import { secondOpinion } from '#server/second-opinion.ts';
import { EVE, EVERYONE_HERE, LAUNCH, MIA, MONDAY_AT_TEN, SAM, STELLA } from '#test/support/company.ts';
import { openOffice } from '#test/support/office.ts';
import { completion, standInModel } from '#test/support/stand-in-model.ts';
import { aClearMessage, aDoubtfulMessage } from '#test/support/talk.ts';

const TEAM = TEAM_ID as TeamId;
const NOTHING = 'Lunch at noon?';

/** An office whose messages are shown to a stand-in for a language model. */
async function openAsking(answer: (response: ServerResponse) => unknown) {
  const endpoint = await standInModel(answer);
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => void lines.push(line) });
  const office = await openOffice({ secondOpinion: secondOpinion({ url: endpoint.url, model: 'stand-in' }, log) });
  const says = async (person: string, message: string, channel = EVERYONE_HERE) => {
    const answer = await office.slack.person(person).say(channel, message);
    if (!answer.ok || !answer.ts) throw new Error(`${person} could not say it`);
    await office.slack.quiet();
    return answer.ts;
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

  it('never sees the words of who is not heard: opted out, here or anywhere, or not of this company', async () => {
    const { says, tandem, endpoint } = await openAsking((response) => response.end(completion('yes')));
    await tandem.store.remember(TEAM, MIA, { hearing: { off: true } });
    await tandem.store.remember(TEAM, SAM, { hearing: { offIn: [EVERYONE_HERE] } });
    for (const person of [MIA, SAM]) await says(person, doubtful);
    await says(STELLA, doubtful, LAUNCH);
    const off = { mode: 'off', by: EVE, since: MONDAY_AT_TEN } as const;
    await tandem.store.setChannelListening(TEAM, EVERYONE_HERE, off, []);
    await says(EVE, doubtful);
    expect(endpoint.questions).toEqual([]);
    await says(EVE, doubtful, LAUNCH);
    expect(endpoint.shown()).toEqual([doubtful]);
  });

  it('is asked once about a message; one that is deleted or edited away is not nudged', async () => {
    const { says, nudged, slack, endpoint } = await openAsking((response) => response.end(completion('yes')));
    const [deleted, edited] = [await says(MIA, doubtful), await says(SAM, doubtful)];
    await slack.person(MIA).deleteMessage(EVERYONE_HERE, deleted);
    await slack.person(SAM).editMessage(EVERYONE_HERE, edited, NOTHING);
    await slack.quiet();
    expect([await nudged(MIA), await nudged(SAM)]).toEqual([0, 0]);
    expect(endpoint.questions).toHaveLength(2);
  });

  it('is asked about what an edit brings', async () => {
    const { says, nudged, slack, endpoint } = await openAsking((response) => response.end(completion('yes')));
    await slack.person(MIA).editMessage(EVERYONE_HERE, await says(MIA, NOTHING), doubtful);
    await slack.quiet();
    expect(endpoint.shown()).toEqual([doubtful]);
    expect(await nudged(MIA)).toBe(1);
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
