import { describe, expect, it } from 'vitest';
import type { Organisation } from '#domain/organisation.ts';
import { ADA, CHIA, EVE, IAN, MEI, MIA, NOAH } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

/** Who works in IT, as the org file says. */
const itIs =
  (leads: string[], engineers: string[]) =>
  (org: Organisation): Organisation => ({
    ...org,
    it: {
      leads: org.it.leads.filter((lead) => leads.includes(lead)),
      engineers: org.it.engineers.filter(({ user }) => engineers.includes(user)),
    },
  });

const deactivate = (office: Office, userId: string) =>
  office.slack.person(IAN).act({ type: 'deactivatePerson', userId });
const topOf = (office: Office, person: string) =>
  asShown({ text: '', blocks: office.slack.modalsOf(person).at(-1)?.blocks });

describe('when nobody can be paired', () => {
  const nobody = itIs([IAN], []);

  it('the requester reads why and who can mend it; the IT lead hears of it once; what was typed comes back', async () => {
    const office = await openOffice({ org: nobody });
    await office.opensForm(IAN, 'a survey tool');
    const answers = {
      outcome: 'Ask customers every quarter',
      unit: 'sales',
      cost: '12k',
      links: 'https://vendor.example',
    };
    expect(await office.sendsForm(IAN, answers)).toMatchObject({ outcome: 'updated' });
    expect(topOf(office, IAN)).toBe(
      'Nobody in IT can be paired right now. I told @Ian, who can mend that. What you typed is kept: `/buy-tool` brings it back.',
    );
    await office.slack.person(IAN).cancel();
    expect(office.told(IAN)).toEqual([expect.stringContaining('nobody in IT could be paired')]);

    await office.opensForm(IAN);
    const form = topOf(office, IAN);
    for (const kept of [
      'Welcome back',
      'a survey tool',
      'Ask customers every quarter',
      '12k',
      'https://vendor.example',
    ]) {
      expect(form).toContain(kept);
    }
    expect(await office.sendsForm(IAN, {})).toMatchObject({ outcome: 'updated' });
    expect(office.told(IAN)).toHaveLength(1);
    expect(office.slack.refusals).toEqual([]);
  });

  it('the draft is gone once the request was taken', async () => {
    const office = await openOffice({ org: itIs([], [EVE]) });
    await office.opensForm(EVE, 'Miro');
    await office.sendsForm(EVE, { outcome: 'Better workshops', unit: 'sales' });
    await office.slack.person(EVE).cancel();
    office.org.it.engineers.push({ user: NOAH, units: [], expertise: [], capacity: 8 });
    await office.opensForm(EVE);
    expect(await office.sendsForm(EVE, {})).toMatchObject({ outcome: 'closed' });
    await office.opensForm(EVE);
    expect(topOf(office, EVE)).not.toContain('Better workshops');
    expect(office.slack.refusals).toEqual([]);
  });
});

it('the IT lead takes what no engineer can, and is told how to mend that', async () => {
  const office = await openOffice({ org: itIs([IAN], [EVE]) });
  const request = await office.asks(EVE);
  expect((await office.replies(request))[0]).toContain('@Eve, @Ian leads IT and takes this one');
  expect(office.told(IAN).join('\n')).toContain('came to you, since no engineer can take it');
  await office.approves(IAN, request);
  expect(await office.records(request)).toHaveLength(1);
  expect(office.slack.refusals).toEqual([]);
});

it('an engineer whose account is deactivated is not paired, and stands in for nobody', async () => {
  const office = await openOffice();
  await deactivate(office, EVE);
  const request = await office.asks(MIA);
  const { pairing } = (await office.stored(request)).request;
  expect(pairing.engineer).not.toBe(EVE);
  expect(pairing.standIn).not.toBe(EVE);
  expect(office.slack.refusals).toEqual([]);
});

it('one who was deactivated a moment ago is not paired either', async () => {
  const office = await openOffice();
  await office.asks(MIA);
  await deactivate(office, EVE);
  await expect.poll(async () => (await office.stored(await office.asks(MIA))).request.pairing.engineer).not.toBe(EVE);
  expect(office.slack.refusals).toEqual([]);
});

it('the unit’s engineer comes first, then who knows the tool, then who has least to do', async () => {
  const office = await openOffice();
  const pairedFor = async (person: typeof MIA, tool: string, unit: string) =>
    (await office.stored(await office.asks(person, { tool, unit }))).request.pairing;
  expect(await pairedFor(MEI, 'Anything', 'operations')).toMatchObject({ engineer: ADA, reason: { kind: 'embedded' } });
  const noUnit = await openOffice({
    org: (org) => ({ ...org, it: { ...org.it, engineers: org.it.engineers.map((one) => ({ ...one, units: [] })) } }),
  });
  const expert = await noUnit.asks(MIA, { tool: 'video editor' });
  expect((await noUnit.stored(expert)).request.pairing).toMatchObject({
    engineer: CHIA,
    reason: { kind: 'expertise' },
  });
  const other = await noUnit.asks(MIA, { tool: 'whiteboard' });
  expect((await noUnit.stored(other)).request.pairing).toMatchObject({ engineer: ADA, reason: { kind: 'available' } });
  for (const { slack } of [office, noUnit]) expect(slack.refusals).toEqual([]);
});

it('a full desk passes the request on', async () => {
  const small = (org: Organisation): Organisation => ({
    ...org,
    it: { ...org.it, engineers: org.it.engineers.map((one) => (one.user === EVE ? { ...one, capacity: 1 } : one)) },
  });
  const office = await openOffice({ org: small });
  const first = await office.asks(MIA);
  const second = await office.asks(MIA);
  expect((await office.stored(first)).request.pairing.engineer).toBe(EVE);
  expect((await office.stored(second)).request.pairing.engineer).toBe(ADA);
  expect(office.slack.refusals).toEqual([]);
});
