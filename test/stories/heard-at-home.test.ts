import { describe, expect, it } from 'vitest';
import type { TeamId } from '#domain/ids.ts';
import { HOME, ON_NUDGE } from '#features/home/home.actions.ts';
import { LISTENING } from '#features/listening/listening.actions.ts';
import { TEAM_ID } from '#playground/company/company.ts';
import { EVERYONE_HERE, HOUR_MS, IAN, LAUNCH, MIA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const TEAM = TEAM_ID as TeamId;
/** What a change in Home may take. */
const SOON_MS = 2_000;
const SAID = 'we are evaluating HubSpot vs Pipedrive for the team, any preference?';

const homeOf = ({ slack }: Office, person: string): string => {
  const home = slack.homeOf(person);
  return home ? asShown({ text: '', blocks: home.blocks }) : '';
};
const shows = (office: Office, person: string, words: string) =>
  office.slack.waitFor(() => homeOf(office, person).includes(words), SOON_MS);
const showsNoMore = (office: Office, person: string, words: string) =>
  office.slack.waitFor(() => !homeOf(office, person).includes(words), SOON_MS);

async function opens(office: Office, person: string): Promise<string> {
  await office.slack.person(person).openHome();
  await office.slack.waitFor(() => office.slack.homeOf(person));
  await office.slack.quiet();
  return homeOf(office, person);
}

describe('what Mia said about a purchase', () => {
  it('is in her Home at once, with a link, and struck through when it is none, until she takes that back', async () => {
    const office = await openOffice();
    expect(await opens(office, MIA)).not.toContain('Heard lately');
    await opens(office, IAN);
    await office.slack.person(MIA).say(EVERYONE_HERE, SAID);
    await shows(office, MIA, 'HubSpot, Pipedrive');
    expect(homeOf(office, MIA)).toContain('· What you said\n[Yes, start] [Not a purchase]');
    await shows(office, IAN, '1 asked, 0 right, 0 wrong');
    const [nudge] = await office.tandem.store.openNudges(TEAM, MIA, 0);
    const message = `/archives/${EVERYONE_HERE}/p${nudge?.ts.replace('.', '')}|What you said`;
    expect(JSON.stringify(office.slack.homeOf(MIA))).toContain(message);

    await office.slack.person(MIA).pressInHome(ON_NUDGE.no);
    await shows(office, MIA, '~HubSpot, Pipedrive~ · not a purchase');
    await shows(office, IAN, '1 asked, 0 right, 1 wrong');
    await office.slack.person(MIA).pressInHome(ON_NUDGE.undo);
    await shows(office, MIA, '[Not a purchase]');
    await office.slack.person(MIA).pressInHome(ON_NUDGE.no);
    await shows(office, MIA, 'not a purchase');
    await office.clock.forward(24 * HOUR_MS + 1);
    expect(await opens(office, MIA)).not.toContain('Heard lately');
    expect(office.slack.refusals).toEqual([]);
  });

  it('starts a request from Home, filled with what was heard', async () => {
    const office = await openOffice();
    await opens(office, MIA);
    await office.slack.person(MIA).say(EVERYONE_HERE, SAID);
    await shows(office, MIA, '[Yes, start]');
    await office.slack.person(MIA).pressInHome(ON_NUDGE.yes);
    const form = await office.slack.waitFor(() => office.slack.modalsOf(MIA).at(-1));
    expect(asShown({ text: '', blocks: form.blocks })).toContain('HubSpot / Pipedrive');
    await showsNoMore(office, MIA, 'Heard lately');
    expect(office.slack.refusals).toEqual([]);
  });

  it('is gone from Home with the message, and after a week', async () => {
    const office = await openOffice();
    await opens(office, MIA);
    const mia = office.slack.person(MIA);
    await mia.say(EVERYONE_HERE, SAID);
    await shows(office, MIA, 'Heard lately');
    const [nudge] = await office.tandem.store.openNudges(TEAM, MIA, 0);
    await mia.deleteMessage(EVERYONE_HERE, nudge?.ts ?? '');
    await showsNoMore(office, MIA, 'Heard lately');
    await mia.say(LAUNCH, 'we are evaluating Miro vs Mural for the team, any preference?');
    await shows(office, MIA, 'Miro');
    await office.clock.forward(7 * 24 * HOUR_MS + 1);
    expect(await opens(office, MIA)).not.toContain('Heard lately');
  });

  it('is in nobody else’s Home, and its figures in that of IT leads only', async () => {
    const office = await openOffice();
    await office.slack.person(MIA).say(EVERYONE_HERE, SAID);
    await opens(office, MIA);
    await shows(office, MIA, 'HubSpot');
    expect(homeOf(office, MIA)).not.toContain('How well listening hears');
    const lead = await opens(office, IAN);
    expect(lead).toContain('How well listening hears');
    expect(lead).not.toContain('HubSpot');
    expect(lead).not.toContain('App Home only\n');
    const quiet = { mode: 'quiet', by: IAN, since: office.clock.now() } as const;
    await office.tandem.store.setChannelListening(TEAM, EVERYONE_HERE, quiet, []);
    expect(await opens(office, IAN)).toContain(' · App Home only\n');
  });
});

describe('the settings', () => {
  it('keep Tandem from asking, and from Home what was asked, but not what is off in single channels', async () => {
    const office = await openOffice();
    const { store } = office.tandem;
    await store.remember(TEAM, MIA, { hearing: { offIn: [LAUNCH] } });
    await opens(office, MIA);
    await office.slack.person(MIA).say(EVERYONE_HERE, SAID);
    await shows(office, MIA, 'Heard lately');
    const chooses = async (hearing: string) => {
      await office.slack.person(MIA).pressInHome(HOME.settings);
      await office.slack.waitFor(() => office.slack.modalsOf(MIA).at(-1));
      await office.slack.person(MIA).submit({ hearing });
    };
    await chooses('off');
    await showsNoMore(office, MIA, 'Heard lately');
    expect((await store.preferences(TEAM, MIA)).hearing).toEqual({ off: true, offIn: [LAUNCH] });
    await chooses('ask');
    await shows(office, MIA, 'Heard lately');
    expect((await store.preferences(TEAM, MIA)).hearing).toEqual({ off: false, offIn: [LAUNCH] });
  });
});

it('the buttons are the listening feature’s own', () => {
  expect(Object.values(LISTENING)).toEqual(expect.arrayContaining(Object.values(ON_NUDGE)));
});
