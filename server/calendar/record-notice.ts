import type { NoticeInput } from '#contract/calendar.ts';
import { type CalendarNotice, KNOWN_NOTICES } from '#domain/calendar/calendar-notice.ts';
import { decideNotice } from '#domain/calendar/decide-notice.ts';
import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Tx, wholeProvince } from '../db/executor.ts';
import { actorId, actorName, type Deps, inScope, todayOf } from '../deps.ts';
import { insertNotice, listEnteredNotices, lockCalendar } from './calendar.store.ts';
import type { DeadlineWatcher, MovedDeadline } from './deadline-watcher.ts';
import { syncCalendar } from './sync-calendar.ts';

type Entered = CalendarNotice & { readonly knownFrom: string };

/** What a notice would move. Nothing is stored. */
export function previewNotice(
  deps: Deps,
  watchers: readonly DeadlineWatcher[],
  input: NoticeInput,
): Promise<Result<{ moved: MovedDeadline[] }>> {
  return inWholeProvince(deps, async (tx, all) => {
    const calendar = await decide(tx, deps, noticeOf(deps, input));
    if (!calendar.ok) return calendar;
    const moved: MovedDeadline[] = [];
    for (const watcher of watchers) moved.push(...(await watcher.preview(tx, all, calendar.value)));
    return accept({ moved });
  });
}

/** Enters a notice and moves the open deadlines that count by it, all in one transaction. */
export function recordNotice(
  deps: Deps,
  watchers: readonly DeadlineWatcher[],
  input: NoticeInput,
): Promise<Result<{ id: string; moved: MovedDeadline[] }>> {
  return inWholeProvince(deps, async (tx, all) => {
    await lockCalendar(tx, deps.provinceId);
    const notice = noticeOf(deps, input);
    const decided = await decide(tx, deps, notice);
    if (!decided.ok) return decided;
    const moved: MovedDeadline[] = [];
    for (const watcher of watchers) moved.push(...(await watcher.preview(tx, all, decided.value)));
    await insertNotice(tx, notice, {
      provinceId: deps.provinceId,
      authorId: actorId(deps),
      actor: actorName(deps),
      at: deps.now().toString(),
    });
    const calendar = await syncCalendar(tx, all);
    for (const watcher of watchers)
      await watcher.move(tx, all, calendar, `Lịch làm việc thay đổi: ${notice.words} (${notice.source})`);
    await appendAudit(tx, deps, {
      act: notice.withdraws === undefined ? 'calendar.record' : 'calendar.withdraw',
      subject: { kind: 'calendar', id: notice.id, words: notice.words },
      after: {
        source: notice.source,
        days: notice.days.map(({ day, effect }) => ({ day, effect })),
        moved: moved.length,
      },
    });
    return accept({ id: notice.id, moved });
  });
}

/** An administrator sees no figures, but what a day off moves is everybody's; what is stored still names who did it. */
function inWholeProvince<T>(deps: Deps, work: (tx: Tx, all: Deps) => Promise<T>): Promise<T> {
  const all = { ...deps, scope: wholeProvince(deps.provinceId) };
  return inScope(all, (tx) => work(tx, all));
}

async function decide(tx: Tx, deps: Deps, notice: Entered): Promise<Result<WorkCalendar>> {
  return decideNotice(notice, [...KNOWN_NOTICES, ...(await listEnteredNotices(tx))], todayOf(deps));
}

function noticeOf(deps: Deps, { days, ...input }: NoticeInput): Entered {
  return { ...input, id: deps.newId(), days: days.toSorted((a, b) => a.day.localeCompare(b.day)) };
}
