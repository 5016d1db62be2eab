import type { Company } from '../slack/state.ts';

/** The made-up company of the playground: three units, five engineers, leads, reviewers, a guest and an outsider. */
const PEOPLE: Company['people'] = [
  { id: 'U0MIA', name: 'Mia', title: 'Marketing' },
  { id: 'U0LENA', name: 'Lena', title: 'Marketing, lead' },
  { id: 'U0SAM', name: 'Sam', title: 'Sales', tz: 'Europe/Berlin', locale: 'en-GB' },
  { id: 'U0OLGA', name: 'Olga', title: 'Sales, lead', tz: 'Europe/Berlin', locale: 'en-GB' },
  { id: 'U0MEI', name: 'Mei', title: '營運部', locale: 'zh-TW' },
  { id: 'U0WEN', name: 'Wen', title: '營運部，主管', locale: 'zh-TW' },
  { id: 'U0EVE', name: 'Eve', title: 'IT engineer, with Marketing' },
  { id: 'U0EVAN', name: 'Evan', title: 'IT engineer, with Sales', tz: 'Europe/Berlin', locale: 'en-GB' },
  { id: 'U0ADA', name: 'Ada', title: 'IT 工程師，和營運部一起', locale: 'zh-TW' },
  { id: 'U0NOAH', name: 'Noah', title: 'IT engineer' },
  { id: 'U0CHIA', name: 'Chia', title: 'IT 工程師', locale: 'zh-TW' },
  { id: 'U0IAN', name: 'Ian', title: 'IT lead', isAdmin: true },
  { id: 'U0SOL', name: 'Sol', title: 'Security' },
  { id: 'U0FAY', name: 'Fay', title: 'Finance' },
  { id: 'U0LOU', name: 'Lou', title: 'Legal' },
  { id: 'U0GIL', name: 'Gil', title: 'Contractor, a guest', isGuest: true },
  { id: 'U0STELLA', name: 'Stella', title: 'Of another company', isStranger: true },
];

const colleagues = PEOPLE.filter(({ isStranger, isGuest }) => !isStranger && !isGuest).map(({ id }) => id);
const IT = ['U0EVE', 'U0EVAN', 'U0ADA', 'U0NOAH', 'U0CHIA', 'U0IAN'];

const CHANNELS: Company['channels'] = [
  {
    id: 'C0GENERAL',
    name: 'general',
    topic: 'Everything for everyone',
    memberIds: [...colleagues, 'U0GIL'],
    hasApp: true,
  },
  { id: 'C0DECIDE', name: 'decisions', topic: 'What we buy, decided together', memberIds: colleagues, hasApp: true },
  {
    id: 'C0MKTDEC',
    name: 'marketing-decisions',
    topic: 'What Marketing buys',
    memberIds: ['U0MIA', 'U0LENA', ...IT],
    hasApp: true,
  },
  { id: 'C0IT', name: 'it-partners', topic: 'IT among itself', memberIds: IT, isPrivate: true, hasApp: true },
  {
    id: 'C0LAUNCH',
    name: 'launch-with-partner',
    topic: 'Shared with another company',
    memberIds: ['U0MIA', 'U0EVE', 'U0STELLA'],
    hasApp: true,
  },
];

export const COMPANY: Company = { name: 'Harbour', people: PEOPLE, channels: CHANNELS };

/** The workspace and the app in it. Made up, like the tokens: they open nothing but the local Slack. */
export const TEAM_ID = 'T0HARBOUR';
export const APP = { id: 'A0TANDEM', botUserId: 'U0TANDEM', botId: 'B0TANDEM', name: 'Tandem' };
export const CREDENTIALS = {
  signingSecret: 'playground-signing-secret',
  botToken: 'xoxb-playground',
  appToken: 'xapp-playground',
};
