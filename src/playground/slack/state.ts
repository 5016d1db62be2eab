/** All that the local Slack remembers over a restart. Plain JSON: emulate clones and saves it as it is. */
import type { ConversationKind, StateValues, TextView } from '../person-sees.ts';
import type { Json } from './json.ts';

export type PersonRecord = {
  id: string;
  name: string;
  title: string;
  locale: string;
  tz: string;
  email: string;
  /** The workspace that the account belongs to; another one than `State.team.id` for people of other companies. */
  teamId: string;
  isGuest: boolean;
  isBot: boolean;
  isAdmin: boolean;
  deleted: boolean;
  /** `expiresAt`: Unix seconds; absent for a status that stays. */
  status: { text: string; emoji: string; expiresAt?: number };
  /** Unix seconds. */
  updatedAt: number;
};

export type ChannelRecord = {
  id: string;
  kind: ConversationKind;
  name: string;
  topic: string;
  archived: boolean;
  deleted: boolean;
  memberIds: string[];
  /** Unix seconds. */
  createdAt: number;
  creatorId: string;
};

export type MessageSubtype =
  | 'channel_join'
  | 'channel_leave'
  | 'channel_archive'
  | 'channel_unarchive'
  | 'file_share'
  | 'tombstone';

export type MessageRecord = {
  ts: string;
  userId: string;
  text: string;
  botId?: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
  /** The parent's ts; only on replies. */
  threadTs?: string;
  /** A reply that is shown in the channel as well (reply_broadcast). */
  broadcast?: boolean;
  subtype?: MessageSubtype;
  edited?: { user: string; ts: string };
  fileIds?: string[];
  reactions?: { name: string; users: string[] }[];
  clientMsgId?: string;
};

export type ViewRecord = {
  id: string;
  type: 'modal' | 'home';
  userId: string;
  hash: string;
  callbackId: string;
  title?: TextView;
  submit?: TextView;
  close?: TextView;
  submitDisabled: boolean;
  blocks: Json[];
  privateMetadata: string;
  externalId: string;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  rootViewId: string;
  previousViewId?: string;
  values: StateValues;
  errors: Record<string, string>;
  failure: string;
  busy: boolean;
};

export type FileRecord = {
  id: string;
  name: string;
  sizeBytes: number;
  mimetype: string;
  userId: string;
  /** Unix seconds. */
  createdAt: number;
};

export type State = {
  team: { id: string; name: string; domain: string; tz: string };
  people: Record<string, PersonRecord>;
  channels: Record<string, ChannelRecord>;
  /** By channel id, oldest first. */
  messages: Record<string, MessageRecord[]>;
  views: Record<string, ViewRecord>;
  /** View ids by person, bottom first. */
  modals: Record<string, string[]>;
  /** View id by person. */
  homes: Record<string, string>;
  files: Record<string, FileRecord>;
  /** The ts up to which a person has read, by person, then channel. */
  reads: Record<string, Record<string, string>>;
  /** The last number given to an id, and the last time given to a message (microseconds since 1970). */
  counters: { id: number; tsMicros: number };
};

export type CompanyPerson = {
  id: string;
  /** First name. */
  name: string;
  title?: string;
  /** Default `en-US`. */
  locale?: string;
  /** IANA; default TEAM_TZ. */
  tz?: string;
  email?: string;
  isGuest?: boolean;
  /** Belongs to another company. */
  isStranger?: boolean;
  isAdmin?: boolean;
  /** Another bot than the app's own, which is always there. */
  isBot?: boolean;
  deleted?: boolean;
};

type CompanyChannel = {
  id: string;
  name: string;
  isPrivate?: boolean;
  topic?: string;
  memberIds: string[];
  /** True puts the app's bot user in. */
  hasApp?: boolean;
  archived?: boolean;
};

export type Company = { name?: string; people: CompanyPerson[]; channels: CompanyChannel[] };

/** The zone of the company's working hours, and of whoever is not elsewhere. */
const TEAM_TZ = 'Asia/Taipei';

/** The workspace that people of other companies belong to. */
const OTHER_TEAM_ID = 'T0PARTNER';

export function personRecord(person: CompanyPerson, teamId: string, nowMs: number): PersonRecord {
  return {
    id: person.id,
    name: person.name,
    title: person.title ?? '',
    locale: person.locale ?? 'en-US',
    tz: person.tz ?? TEAM_TZ,
    email: person.email ?? `${person.name.toLowerCase().replace(/\W+/g, '.')}@example.com`,
    teamId: person.isStranger === true ? OTHER_TEAM_ID : teamId,
    isGuest: person.isGuest ?? false,
    isBot: person.isBot ?? false,
    isAdmin: person.isAdmin ?? false,
    deleted: person.deleted ?? false,
    status: { text: '', emoji: '' },
    updatedAt: Math.floor(nowMs / 1000),
  };
}

function channelRecord(channel: CompanyChannel, botUserId: string, nowMs: number): ChannelRecord {
  const memberIds = channel.hasApp === true ? [...channel.memberIds, botUserId] : channel.memberIds;
  return {
    id: channel.id,
    kind: channel.isPrivate === true ? 'private' : 'public',
    name: channel.name,
    topic: channel.topic ?? '',
    archived: channel.archived ?? false,
    deleted: false,
    memberIds: [...new Set(memberIds)],
    createdAt: Math.floor(nowMs / 1000),
    creatorId: channel.memberIds[0] ?? botUserId,
  };
}

/** A workspace in which nothing has been said yet. */
export function firstState(
  company: Company,
  teamId: string,
  app: { botUserId: string; name: string },
  nowMs: number,
): State {
  const bot = { id: app.botUserId, name: app.name, isBot: true, email: '' };
  const people = [...company.people, bot].map((person) => personRecord(person, teamId, nowMs));
  const channels = company.channels.map((channel) => channelRecord(channel, app.botUserId, nowMs));
  return {
    team: { id: teamId, name: company.name ?? 'Playground', domain: 'playground', tz: TEAM_TZ },
    people: Object.fromEntries(people.map((person) => [person.id, person])),
    channels: Object.fromEntries(channels.map((channel) => [channel.id, channel])),
    messages: Object.fromEntries(channels.map((channel) => [channel.id, []])),
    views: {},
    modals: {},
    homes: {},
    files: {},
    reads: {},
    counters: { id: 0, tsMicros: 0 },
  };
}
