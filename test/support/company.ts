import type { ChannelId, Instant, UserId } from '#domain/ids.ts';

/** The people and channels of the made-up company, as stories name them. */
export const MIA = 'U0MIA' as UserId;
/** Leads Marketing. */
export const LENA = 'U0LENA' as UserId;
export const SAM = 'U0SAM' as UserId;
/** Of Operations; reads Chinese. */
export const MEI = 'U0MEI' as UserId;
/** IT engineer, embedded with Marketing. */
export const EVE = 'U0EVE' as UserId;
/** IT engineer, embedded with Sales. */
export const EVAN = 'U0EVAN' as UserId;
/** IT engineer, embedded with Operations; stands in for Eve; reads Chinese. */
export const ADA = 'U0ADA' as UserId;
export const NOAH = 'U0NOAH' as UserId;
export const CHIA = 'U0CHIA' as UserId;
/** Leads IT, and is an admin of the workspace. */
export const IAN = 'U0IAN' as UserId;
/** A guest of this workspace. */
export const GIL = 'U0GIL' as UserId;
/** Of another company; shares a channel with us. */
export const STELLA = 'U0STELLA' as UserId;

export const EVERYONE_HERE = 'C0GENERAL' as ChannelId;
/** The company's decision channel. */
export const DECISIONS = 'C0DECIDE' as ChannelId;
export const MARKETING_DECISIONS = 'C0MKTDEC' as ChannelId;
/** Shared with Stella's company. */
export const LAUNCH = 'C0LAUNCH' as ChannelId;

/** A Monday, 10:00 in Taipei: when every story begins. */
export const MONDAY_AT_TEN: Instant = Date.UTC(2026, 0, 5, 2);
export const HOUR_MS = 3_600_000;
