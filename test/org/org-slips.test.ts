import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { describeProblems } from '#org/problem.ts';
import { BASE, edited, organisationOf, problemsIn } from '#test/support/org-file.ts';

/** What is wrong | this piece of the base file | becomes this | and is told with line | what was found | the mend. ∅ is nothing. */
const SLIPS = `
a misspelt key | language: en | langauge: en | 1 | unknown key "langauge" | Did you mean "language"? Known here: language, currency
a misspelt section | business_units: | busines_units: | 8 | unknown key "busines_units" | Did you mean "business_units"?
a misspelt key in a list | units: [sales] | unit: [sales] | 7 | unknown key "unit" | Did you mean "units"?
a key like no other | language: en | zzzzzzz: en | 1 | unknown key "zzzzzzz" | Known here: language
a misspelt condition | data: [health] | yearly_cost_atleast: 1 | 12 | unknown key "yearly_cost_atleast" | Did you mean "yearly_cost_at_least"?
an unknown language | language: en | language: zh-tw | 1 | language is "zh-tw" | Did you mean "zh-TW"? Write one of: en, zh-TW
a currency in small letters | currency: USD | currency: usd | 1 | currency is "usd" | Did you mean "USD"?
no time zone | time_zone: Asia/Taipei,  | ∅ | 2 | time_zone is missing | IANA time zone, such as Asia/Taipei
a misspelt time zone | Asia/Taipei | Asia/Taipeh | 2 | time_zone is "Asia/Taipeh" | Did you mean "Asia/Taipei"?
a city for a time zone | Asia/Taipei | Taipei | 2 | time_zone is "Taipei" | Did you mean "Asia/Taipei"?
an offset for a time zone | Asia/Taipei | "+08:00" | 2 | time_zone is "+08:00" | IANA time zone
no working day | [mon, tue] | [] | 2 | days is an empty list | at least one working day
an unknown day | [mon, tue] | [mon, tues] | 2 | days has "tues" | Did you mean "tue"?
a time in one digit | [mon, tue] | [mon], start: 9:00 | 2 | start is "9:00" | such as "09:00"
a time as a number | [mon, tue] | [mon], start: 9 | 2 | start is 9 | such as "09:00"
an end before the start | [mon, tue] | [mon], start: "18:00", end: "09:00" | 2 | ends at "09:00" and starts at "18:00" | later than the start
a start after the usual end | [mon, tue] | [mon], start: "19:00" | 2 | ends at "18:00" | later than the start
a day that no calendar has | [mon, tue] | [mon], holidays: [2026-02-30] | 2 | holidays has "2026-02-30" | YYYY-MM-DD
a date written otherwise | [mon, tue] | [mon], half_days: [24.12.2026] | 2 | half_days has "24.12.2026" | YYYY-MM-DD
no IT lead | leads: [U0IAN] | leads: [] | 4 | leads is an empty list | who is asked when nobody else can decide
IT leads left out |   leads: [U0IAN]⏎ | ∅ | 3 | leads is missing | who is asked when nobody else can decide
an IT lead left empty | leads: [U0IAN] | leads: | 4 | leads is missing | who is asked when nobody else can decide
a name for a person | U0IAN | ian | 4 | leads has "ian" | Copy member ID
one person for a list | [U0IAN] | U0IAN | 4 | leads is "U0IAN" | Write a list of people
a channel for a person | U0EVAN | C0EVAN | 7 | user is "C0EVAN" | Slack user id
an engineer without a person | { user: U0EVAN, units | { units | 7 | user is missing | Slack user id
an engineer twice | U0EVAN | U0EVE | 7 | "U0EVE" is already listed | one entry for each engineer
an engineer of an unknown unit | [sales] | [sale] | 7 | no business unit "sale" | Did you mean "sales"? Write the id of a unit under business_units: marketing, sales
no capacity at all | units: [sales] | capacity: 0 | 7 | capacity is 0 | 1 or more
half a request | units: [sales] | capacity: 1.5 | 7 | capacity is 1.5 | whole number
a unit id twice | id: sales | id: marketing | 10 | a second business unit has the id "marketing" | an id of its own
a unit id that YAML takes for a number | id: marketing | id: 7 | 9 | id is 7 | "42"
a unit without a name | name: Sales,  | ∅ | 10 | name is missing | as people say it
a unit without leads | leads: [U0SAM],  | ∅ | 10 | leads is missing | who holds the budget
an unknown parent | parent: marketing | parent: marketting | 10 | no business unit "marketting" | Did you mean "marketing"?
a unit that is its own parent | parent: marketing | parent: sales | 10 | sales → sales | Leave out the parent
parents in a circle | leads: [U0LENA] | leads: [U0LENA], parent: sales | 9 | marketing → sales → marketing | Leave out the parent
a channel's name | leads: [U0LENA] | leads: [U0LENA], channel: marketing | 9 | channel is "marketing" | not its name
a negative rate | policy: | exchange_rates: { TWD: -1 }⏎policy: | 11 | TWD is -1 | above 0
a rate of nothing | policy: | exchange_rates:⏎  EUR: 1.08⏎  TWD:⏎policy: | 13 | TWD is empty | above 0
a rate for no currency | policy: | exchange_rates: { twd: 1 }⏎policy: | 11 | "twd" is no currency | Did you mean "TWD"?
a rate for the own currency | policy: | exchange_rates: { USD: 2 }⏎policy: | 11 | "USD" has the rate 2 | Leave this rate out
an unknown track | track: fast | track: fats | 13 | track is "fats" | Did you mean "fast"? Write one of: fast, standard, full
an unknown kind of data | [health] | [helth] | 12 | data has "helth" | Did you mean "health"?
one value for a list | [health] | health | 12 | data is "health" | in [ ]
a condition of nothing | [health] | [] | 12 | data is an empty list | leave the condition out
a condition left empty | data: [health] | data: | 12 | data is empty | leave the condition out
an amount with separators | data: [health] | yearly_cost_at_least: "50,000" | 12 | yearly_cost_at_least is "50,000" | without separators
an unknown unit in a rule | data: [health] | unit: [sales, legal] | 12 | no business unit "legal" | marketing, sales
a rule that never matches | track: full, when: { data: [health] } | track: full | 13 | can never match | to the end of the policy
no rule for everything else | track: fast | track: fast, when: { stage: [quote] } | 13 | the last rule of the policy has conditions | - { track: fast }
a seat below nothing | policy: | seats: { finance_at_least: -1 }⏎policy: | 11 | finance_at_least is -1 | an amount a year
an unknown digest day | policy: | digest: { day: monday }⏎policy: | 11 | day is "monday" | Write one of: mon
a section that is no map | workspace: { language: en, currency: USD } | workspace: en | 1 | workspace is "en" | keys with values: language
an alias | leads: [U0SAM] | leads: *team | 10 | alias *team | Write the value itself
a tab |   leads: [U0IAN] | ⇥leads: [U0IAN] | 4 | Tabs are not allowed | spaces, not with tabs
an open bracket | [U0IAN] | [U0IAN | 5 | end with a ] | brackets
a key twice | policy: | it: {}⏎policy: | 11 | keys must be unique | Keep one of the two
two documents | policy: | ---⏎policy: | 11 | multiple documents | three dashes
`;

const rows = SLIPS.trim()
  .split('\n')
  .map((line) => line.split(' | ').map((cell) => cell.replace('∅', '').replaceAll('⏎', '\n').replaceAll('⇥', '\t')));

describe('a slip in the org file is told with its line and its mend', () => {
  it.each(rows)('%s', (_, from = '', to = '', line, found, mend) => {
    const problems = problemsIn(edited(from, to));
    const told = problems.find(({ where }) => where === `org.yml:${line}`);
    expect(problems).toContainEqual({
      where: `org.yml:${line}`,
      found: expect.stringContaining(found),
      mend: expect.stringContaining(mend),
    });
    expect(told?.mend).toMatch(/[.]$/);
    // A misspelt key that is needed is missing too, and a unit that lost its id is unknown elsewhere; no more than that.
    expect(problems.length).toBeLessThanOrEqual(3);
  });

  it.each(['', '# nothing yet', '[]', 'hello'])('a file that is no map of keys: %j', (text) => {
    expect(problemsIn(text)).toMatchObject([{ where: 'org.yml:1', found: expect.stringContaining('the file is') }]);
  });

  it('tells all slips at once, from top to end, each on its own', () => {
    const text = edited('language: en', 'langauge: en')
      .replace('Asia/Taipei', 'Taipei')
      .replace('leads: [U0IAN]', 'leads: []')
      .replace('units: [sales]', 'units: [sale]')
      .replace('parent: marketing', 'parent: nobody')
      .replace('track: fast', 'track: fast, when: { stage: [soon] }');
    expect(problemsIn(text).map(({ where }) => where)).toEqual(
      ['1', '2', '4', '7', '10', '13', '13'].map((line) => `org.yml:${line}`),
    );
  });

  it('tells a slip of one rule once, however many rules follow', () => {
    const text = edited('track: full, when: { data: [health] }', 'track: full, when: 3');
    expect(problemsIn(text)).toMatchObject([{ where: 'org.yml:12', found: 'when is 3' }]);
  });

  it('reads dates as they are written even when the file asks for YAML 1.1', () => {
    const text = `%YAML 1.1\n---\n${BASE.replace('[mon, tue]', '[mon], holidays: [2026-12-25], start: 09:00')}`;
    expect(organisationOf(text).calendar).toMatchObject({ start: '09:00', holidays: ['2026-12-25'] });
  });

  it('never repeats a token that was pasted by mistake', () => {
    const token = 'xoxb-123456789012-abcdefabcdef';
    const everywhere = [
      edited('U0IAN', token),
      edited('language: en', `${token}: en`),
      edited('[U0IAN]', `[U0IAN] ${token}`),
      edited('leads: [U0SAM]', `leads: *${token}`),
    ];
    for (const text of everywhere) {
      const told = describeProblems(problemsIn(text));
      expect(told).not.toContain(token.slice(0, 6));
      expect(told).toContain('org.yml:');
    }
  });
});

describe('whatever the file holds', () => {
  const answers = (text: string) => {
    const problems = problemsIn(text);
    for (const { where, found, mend } of problems) {
      expect(where).toMatch(/^org\.yml(:[1-9]\d*)?$/);
      expect(found).not.toBe('');
      expect(mend).not.toMatch(/Invalid|expected/);
    }
    expect(describeProblems(problems)).not.toMatch(/undefined|\[object/);
  };
  const scrap = fc.constantFrom(
    ...[
      '\n',
      '\n  ',
      '- ',
      ': ',
      '{ ',
      ' }',
      '[',
      ']',
      '&a ',
      '*a',
      '<<: ',
      '"',
      "'",
      '|',
      '>',
      '!!set ',
      '? ',
      '---\n',
      '\t',
    ],
    ...[
      'it',
      'leads',
      'policy',
      'when',
      'track',
      'workspace',
      '__proto__',
      'constructor',
      '~',
      '1e999',
      '-0',
      '.nan',
      '\u0000',
    ],
  );

  it('there is an answer for scraps of YAML', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 8 })), { maxLength: 40 }), (pieces) =>
        answers(pieces.join('')),
      ),
    );
  });

  it('there is an answer for a good file with a scrap in it', () => {
    fc.assert(
      fc.property(fc.nat(BASE.length), fc.nat(12), fc.oneof(scrap, fc.string({ maxLength: 5 })), (at, gone, piece) =>
        answers(BASE.slice(0, at) + piece + BASE.slice(at + gone)),
      ),
    );
  });

  it('there is an answer for any value under any key', () => {
    const key = fc.constantFrom(
      'workspace',
      'working_hours',
      'it',
      'reviewers',
      'business_units',
      'exchange_rates',
      'policy',
      'seats',
      'digest',
    );
    fc.assert(fc.property(fc.dictionary(key, fc.jsonValue()), (data) => answers(stringify(data))));
  });

  it('there is an answer for a file made to exhaust the reader', () => {
    answers('['.repeat(20_000));
    answers('{a: '.repeat(20_000));
    answers('a: &a [b, *a]');
    answers(`a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]`);
  });
});
