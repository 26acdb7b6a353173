import type { DeadlineFeed } from '#contract/notice/feed.ts';
import type { DeadlineEvent } from '#domain/notice/feed/write-calendar.ts';
import { type ScheduleDerivation, WHOLE } from '#domain/plan/schedule/schedule-item.ts';
import { WORK_STATE_WORDS } from '#domain/task/work/decide-deed.ts';
import type { DueRecord } from '../../task/work/due-row.store.ts';
import type { FeedRecord } from './feed.store.ts';

export function presentFeed(record: FeedRecord): DeadlineFeed {
  return {
    id: record.id,
    agency:
      record.agency_id === null
        ? null
        : { id: record.agency_id, name: record.agency_name ?? record.agency_id },
    createdAt: record.created_at,
    lastReadAt: record.last_read_at,
  };
}

/** A due item as a day of a calendar; nothing where it has no day. */
export function presentDeadline(
  record: DueRecord,
  { origin, changedAt }: { readonly origin: string; readonly changedAt: string },
): readonly DeadlineEvent[] {
  if (record.due_on === null) return [];
  const { words, steps } = record.derivation as ScheduleDerivation;
  const part = record.label === WHOLE ? '' : ` (${record.label})`;
  const isDone = record.finished_on !== null;
  return [
    {
      id: record.id,
      day: record.due_on,
      summary: `${isDone ? '✓ ' : ''}${record.code} ${record.name}${part}`,
      description: [
        `${record.agency_name}: ${WORK_STATE_WORDS[record.state].toLocaleLowerCase('vi')}`,
        `Thời hạn trong văn bản: ${words}`,
        ...steps,
        ...(record.last_text === null ? [] : [`Báo cáo gần nhất: ${record.last_text}`]),
      ].join('\n'),
      url: `${origin}/phan-viec/${record.assignment_id}`,
      sequence: record.seq,
      changedAt,
    },
  ];
}
