import { clip } from '#slack/limits.ts';
import { joined, link, type Mrkdwn, mention, trusted } from '#slack/mrkdwn.ts';
import type { StoredRequest } from '#store/store.ts';
import { when } from '#text/when.ts';
import type { Digest, Row } from './gather.ts';
import type { DigestSetting } from './setting.ts';

/** Requests that a list names; the others are counted. */
const NAMED_MAX = 3;
const TOOL_CHARS_MAX = 60;

/** What a request is about, on one line. */
const toolOf = ({ request }: StoredRequest): string => clip(request.intake.tool.replace(/\s+/g, ' '), TOOL_CHARS_MAX);

/** Its id, which leads to its thread, and its tool. */
export function nameOf(stored: StoredRequest, { text, threadUrl }: DigestSetting): Mrkdwn {
  const { request, thread } = stored;
  const id = thread ? link(threadUrl(thread), request.id) : trusted(request.id);
  return text.mrkdwn('digest.request', { id, tool: toolOf(stored) });
}

function openLine(row: Row, setting: DigestSetting): Mrkdwn {
  const { text, org } = setting;
  const request = nameOf(row.stored, setting);
  if (!row.step) return request;
  const by = when(text.language, row.step.by, org.calendar.timeZone);
  return text.mrkdwn('digest.one.step', { request, who: mention(row.step.who), by });
}

function decidedLine({ stored }: Row, setting: DigestSetting): Mrkdwn {
  const { text } = setting;
  const { progress } = stored.request;
  const request = nameOf(stored, setting);
  return progress.state === 'decided'
    ? text.mrkdwn('digest.one.decided', { request, decision: text.plain(`decision.${progress.decision}`) })
    : request;
}

type Line = (row: Row, setting: DigestSetting) => Mrkdwn;
type ListName = 'decided' | 'new' | 'waiting' | 'late';

function listText(name: ListName, rows: Row[], line: Line, setting: DigestSetting): Mrkdwn[] {
  const { text } = setting;
  if (rows.length === 0) return [];
  const hidden = rows.length - NAMED_MAX;
  const which = [
    ...rows.slice(0, NAMED_MAX).map((row) => line(row, setting)),
    ...(hidden > 0 ? [text.mrkdwn('digest.list-more', { count: hidden })] : []),
  ];
  return [text.mrkdwn(`digest.${name}`, { which: joined(which, '\n') })];
}

/** New, decided and waiting requests, with who has the next step. */
export function changedText(digest: Digest, setting: DigestSetting): Mrkdwn {
  const { text } = setting;
  const [week] = digest.weeks;
  const decided = Object.values(week?.decided ?? {}).reduce((sofar, count) => sofar + count, 0);
  const restricted = week?.restricted ?? 0;
  const head = text.mrkdwn('digest.changed', {
    new: week?.new ?? 0,
    decided,
    open: week?.open ?? 0,
    private: restricted > 0 ? text.plain('digest.changed.private', { count: restricted }) : '',
  });
  return joined(
    [
      head,
      ...listText('late', digest.late, openLine, setting),
      ...listText('new', digest.fresh, openLine, setting),
      ...listText('decided', digest.decided, decidedLine, setting),
      ...listText('waiting', digest.waiting, openLine, setting),
    ],
    '\n',
  );
}
