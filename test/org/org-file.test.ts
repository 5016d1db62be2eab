import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { UserId } from '#domain/ids.ts';
import { emailsIn, loadOrganisation, resolveOrganisation } from '#org/org-file.ts';
import { edited, organisationOf, orgFileOf } from '#test/support/org-file.ts';

const EXAMPLE = readFileSync('org.example.yml', 'utf8');

const person = (id: string) => id as UserId;

describe('an org file in shape', () => {
  it('is the example that a newcomer copies', () => {
    expect(organisationOf(EXAMPLE)).toEqual({
      workspace: { language: 'en', currency: 'USD', decisionChannel: 'C0DECISION', itChannel: 'C0IT' },
      calendar: {
        timeZone: 'Asia/Taipei',
        days: ['mon', 'tue', 'wed', 'thu', 'fri'],
        start: '09:00',
        end: '18:00',
        holidays: ['2026-12-25'],
      },
      it: {
        leads: ['U0ITLEAD'],
        engineers: [
          { user: 'U0ENG1', units: ['marketing'], expertise: ['analytics', 'ai'], capacity: 8 },
          { user: 'U0ENG2', units: ['sales'], expertise: ['crm'], capacity: Number.POSITIVE_INFINITY },
        ],
      },
      reviewers: { security: ['U0SEC'], finance: ['U0FIN'], legal: ['U0LEGAL'] },
      units: [
        { id: 'marketing', name: 'Marketing', leads: ['U0MKT'], channel: 'C0MARKETING' },
        { id: 'sales', name: 'Sales', leads: ['U0SALES'], region: 'tw', parent: 'marketing' },
      ],
      exchangeRates: { USD: 1, TWD: 0.031, EUR: 1.08 },
      policy: [
        { track: 'full', when: { data: ['personal', 'payment', 'health'] } },
        { track: 'full', when: { yearlyCostAtLeast: 50_000 } },
        { track: 'standard', when: { region: ['eu'], data: ['internal'] } },
        { track: 'standard', when: { yearlyCostAtLeast: 2_000 } },
        { track: 'fast', when: {} },
      ],
      seats: { financeAtLeast: 100_000, legalAtLeast: 250_000 },
      digest: { day: 'mon', time: '09:00' },
      listening: { offChannels: [] },
    });
  });

  it('gives what is left out the values of the example', () => {
    const least = `
working_hours: { time_zone: Asia/Taipei, holidays: [2026-12-25] }
it: { leads: [U0ITLEAD], engineers: [{ user: U0ENG1 }] }
business_units: [{ id: sales, name: Sales, leads: [U0SALES] }]`;
    const example = organisationOf(EXAMPLE);
    expect(organisationOf(least)).toEqual({
      ...example,
      workspace: { language: 'en', currency: 'USD' },
      it: {
        leads: ['U0ITLEAD'],
        engineers: [{ user: 'U0ENG1', units: [], expertise: [], capacity: Number.POSITIVE_INFINITY }],
      },
      reviewers: { security: [], finance: [], legal: [] },
      units: [{ id: 'sales', name: 'Sales', leads: ['U0SALES'] }],
      exchangeRates: { USD: 1 },
    });
  });

  it('may leave values empty, quote nothing, and end its lines as Windows does', () => {
    const text = `${EXAMPLE.replaceAll('"', '')}`
      .replace('listening: { off_channels: [] }', 'listening:')
      .replace('decision_channel: C0DECISION', 'decision_channel:')
      .replaceAll('\n', '\r\n');
    const { decisionChannel: _, ...workspace } = organisationOf(EXAMPLE).workspace;
    expect(organisationOf(text)).toEqual({ ...organisationOf(EXAMPLE), workspace });
  });

  it('reads every condition of a rule, half days, and regions and expertise in any case', () => {
    const every =
      'yearly_cost_at_least: 0, data: [none], stage: [quote], region: [EU], unit: [sales], funding: [it], users_at_least: 5, category: [CRM]';
    const text = edited('data: [health]', every)
      .replace('days: [mon, tue]', 'days: [mon, mon], half_days: [2026-12-24]')
      .replace('parent: marketing', 'region: EU')
      .replace('units: [marketing]', 'expertise: [AI]');
    const organisation = organisationOf(text);
    expect(organisation.policy[0]?.when).toEqual({
      yearlyCostAtLeast: 0,
      data: ['none'],
      stage: ['quote'],
      region: ['eu'],
      unit: ['sales'],
      funding: ['it'],
      usersAtLeast: 5,
      category: ['CRM'],
    });
    expect(organisation.calendar).toMatchObject({ days: ['mon'], halfDays: ['2026-12-24'] });
    expect(organisation.units[1]?.region).toBe('eu');
    expect(organisation.it.engineers[0]?.expertise).toEqual(['ai']);
  });
});

describe('people by e-mail address', () => {
  const text = edited('[U0IAN]', '[Ian@example.com, U0ADA, U0IAN]')
    .replace('U0EVAN', 'evan@example.com')
    .replace('[U0SAM]', '[ian@example.com]')
    .replace('policy:', 'reviewers: { legal: [lou@example.com] }\npolicy:');
  const everyone = new Map([
    ['ian@example.com', person('U0IAN')],
    ['evan@example.com', person('U0EVAN')],
    ['lou@example.com', person('U0LOU')],
  ]);

  it('are asked for once each, in lower case', () => {
    expect(emailsIn(orgFileOf(text))).toEqual(['ian@example.com', 'evan@example.com', 'lou@example.com']);
  });

  it('become their ids wherever they stand', () => {
    const organisation = organisationOf(text, everyone);
    expect(organisation.it.leads).toEqual(['U0IAN', 'U0ADA']);
    expect(organisation.it.engineers.map(({ user }) => user)).toEqual(['U0EVE', 'U0EVAN']);
    expect(organisation.units[1]?.leads).toEqual(['U0IAN']);
    expect(organisation.reviewers.legal).toEqual(['U0LOU']);
  });

  it('are told with their line when Slack does not know them', () => {
    const answer = resolveOrganisation(orgFileOf(text), new Map([['ian@example.com', person('U0IAN')]]));
    expect(answer).toEqual({
      ok: false,
      problems: [
        { where: 'org.yml:7', found: 'nobody in Slack has the address "evan@example.com"', mend: expect.any(String) },
        { where: 'org.yml:11', found: 'nobody in Slack has the address "lou@example.com"', mend: expect.any(String) },
      ],
    });
  });

  it('do not let one engineer in twice', () => {
    const answer = resolveOrganisation(orgFileOf(text), new Map([...everyone, ['evan@example.com', person('U0EVE')]]));
    expect(answer).toMatchObject({
      ok: false,
      problems: [{ where: 'org.yml:7', found: expect.stringContaining('U0EVE') }],
    });
  });
});

describe('the file itself', () => {
  it('is named as it was asked for, in each problem', () => {
    const answer = loadOrganisation('config/our-org.yml', () => edited('track: fast', 'track: x'));
    expect(answer).toMatchObject({ ok: false, problems: [{ where: 'config/our-org.yml:13' }] });
  });

  it('says how to begin when it is missing', () => {
    expect(loadOrganisation('no/such/org.yml')).toMatchObject({
      ok: false,
      problems: [
        { where: 'no/such/org.yml', mend: expect.stringContaining('Copy org.example.yml to no/such/org.yml') },
      ],
    });
  });

  it('says why when it is there but cannot be read', () => {
    expect(loadOrganisation('src')).toMatchObject({
      ok: false,
      problems: [{ found: expect.stringContaining('EISDIR') }],
    });
  });
});
