import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import { isDigestDay, sendMoment } from '#domain/notice/digest-time.ts';
import { type PlannedNotice, planNotices } from '#domain/notice/plan-notices.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { type Tx, wholeProvince, withScope } from '../db/executor.ts';
import { type BaseDeps, todayOf } from '../deps.ts';
import { fillDigests, insertDigests, listWaiting, moveOnQueued } from './digest.store.ts';
import { insertNotices } from './notice.store.ts';
import { listMentions, listNoticeItems, listSentKeys, listStaff } from './notice-facts.store.ts';
import type { NoticeParts } from './notice-parts.ts';
import { loadRules } from './notice-rules.store.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
/** Mentions are looked for this far back, so that none is lost while no server ran. */
const MENTION_DAYS = 30;

/** Whom the rules remind of what today, and not before. */
async function findDueNotices(
  tx: Tx,
  deps: BaseDeps,
  calendar: WorkCalendar,
): Promise<readonly PlannedNotice[]> {
  const today = todayOf(deps);
  const { rules, effectDays } = await loadRules(tx);
  return planNotices({
    ...(await listStaff(tx, today)),
    items: await listNoticeItems(tx),
    comments: await listMentions(
      tx,
      Temporal.PlainDate.from(today).subtract({ days: MENTION_DAYS }).toString(),
    ),
    sent: await listSentKeys(tx),
    rules,
    effectDays,
    calendar,
    today,
  });
}

/** Stores today's reminders and queues the letters that carry them, in one transaction; safe to run at any time. */
export function planReminders(
  deps: BaseDeps,
  { mailer, publicUrl }: NoticeParts,
): Promise<{ readonly notices: number; readonly digests: number }> {
  const { provinceId, newId } = deps;
  const day = todayOf(deps);
  return withScope(deps.db, wholeProvince(provinceId), async (tx) => {
    const calendar = await loadCalendar(tx);
    if (!calendar.isWorkingDay(day)) return { notices: 0, digests: 0 };
    const notices = await insertNotices(tx, await findDueNotices(tx, deps, calendar), {
      provinceId,
      day,
      now: deps.now(),
      newId,
    });
    if (!mailer.isConfigured || publicUrl === undefined) return { notices, digests: 0 };
    const { sendAt } = await loadRules(tx);
    const host = new URL(publicUrl).hostname;
    await moveOnQueued(tx, day);
    const digests = (await listWaiting(tx, day))
      .filter(({ mail, hasToday }) => !hasToday && isDigestDay(calendar, day, mail))
      .map(({ personId, quietFrom, quietTo }) => {
        const moment = sendMoment(calendar, day, sendAt, { from: quietFrom, to: quietTo });
        const id = newId();
        return {
          id,
          personId,
          messageId: `<nhac-viec.${id}@${host}>`,
          sendAfter: instantOf(moment.day, moment.time),
        };
      });
    await insertDigests(tx, provinceId, day, digests);
    await fillDigests(tx, day);
    return { notices, digests: digests.length };
  });
}

function instantOf(day: string, time: string): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString();
}
