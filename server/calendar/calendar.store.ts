import { sql } from 'kysely';
import type { CalendarNotice, NoticeDay } from '#domain/calendar/calendar-notice.ts';
import type { Tx } from '../db/executor.ts';

export interface EnteredNotice extends CalendarNotice {
  readonly knownFrom: string;
  readonly actor: string;
  readonly recordedAt: string;
}

/** Every notice entered, in the order it was. */
export async function listEnteredNotices(tx: Tx): Promise<readonly EnteredNotice[]> {
  const rows = await tx
    .selectFrom('calendar_notice')
    .select([
      'id',
      'words',
      'source',
      'known_from',
      'verified',
      'days',
      'completes_year',
      'withdraws',
      'actor',
    ])
    .select('recorded_at')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    source: row.source,
    knownFrom: row.known_from,
    verified: row.verified,
    days: row.days as unknown as readonly NoticeDay[],
    completesYear: row.completes_year ?? undefined,
    withdraws: row.withdraws ?? undefined,
    actor: row.actor,
    recordedAt: String(row.recorded_at),
  }));
}

export async function insertNotice(
  tx: Tx,
  notice: CalendarNotice & { readonly knownFrom: string },
  by: {
    readonly provinceId: string;
    readonly authorId: string | null;
    readonly actor: string;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .insertInto('calendar_notice')
    .values({
      province_id: by.provinceId,
      id: notice.id,
      words: notice.words,
      source: notice.source,
      known_from: notice.knownFrom,
      verified: notice.verified,
      days: JSON.stringify(notice.days),
      completes_year: notice.completesYear ?? null,
      withdraws: notice.withdraws ?? null,
      author_id: by.authorId,
      actor: by.actor,
      recorded_at: by.at,
    })
    .execute();
}

export interface CountedCalendarDay {
  readonly day: string;
  readonly isWorking: boolean;
  readonly running: number;
}

/** Writes the days that changed; a day already so is not touched. */
export async function saveCalendarDays(
  tx: Tx,
  provinceId: string,
  days: readonly CountedCalendarDay[],
): Promise<void> {
  await sql`
    insert into calendar_day (province_id, day, is_working, running)
    select ${provinceId}::uuid, day, is_working, running
    from unnest(
      ${days.map(({ day }) => day)}::date[],
      ${days.map(({ isWorking }) => isWorking)}::boolean[],
      ${days.map(({ running }) => running)}::int[]) as given (day, is_working, running)
    on conflict (province_id, day) do update set is_working = excluded.is_working, running = excluded.running
    where (calendar_day.is_working, calendar_day.running) is distinct from (excluded.is_working, excluded.running)`.execute(
    tx,
  );
}

/** One writer of the calendar at a time. */
export async function lockCalendar(tx: Tx, provinceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('calendar ' || ${provinceId}, 0))`.execute(tx);
}
