import { computeDeadline } from '#domain/calendar/compute-deadline.ts';
import { inScope } from '../deps.ts';
import { may, os } from '../guard.ts';
import { orRefuse } from '../http/refused.ts';
import type { DeadlineWatcher } from './deadline-watcher.ts';
import { getYear } from './get-year.ts';
import { loadCalendar } from './load-calendar.ts';
import { previewNotice, recordNotice } from './record-notice.ts';

export function calendarRoutes(watchers: readonly DeadlineWatcher[]) {
  return {
    year: os.calendar.year
      .use(may('calendar.read'))
      .handler(({ input, context: { deps } }) => getYear(deps, input)),
    count: os.calendar.count
      .use(may('calendar.read'))
      .handler(async ({ input: { from, knownOn, ...span }, context: { deps } }) => {
        const calendar = await inScope(deps, (tx) => loadCalendar(tx, { knownOn }));
        const { skipped, madeUp, ...counted } = computeDeadline(span, from, calendar);
        return { ...counted, skipped: [...skipped], madeUp: [...madeUp] };
      }),
    preview: os.calendar.preview
      .use(may('calendar.edit'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await previewNotice(deps, watchers, input))),
    record: os.calendar.record
      .use(may('calendar.edit'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await recordNotice(deps, watchers, input))),
  };
}
