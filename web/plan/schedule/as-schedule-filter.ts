import { SCHEDULE_SHOWS, type ScheduleFilter } from '#domain/plan/schedule/filter-schedule.ts';
import { PROPOSAL_GROUNDS } from '#domain/plan/schedule/schedule-item.ts';
import type { ScheduleView } from './schedule-view.ts';

/** What the address asks for; a word that means nothing is left out. */
export function asScheduleFilter({ show, search, area, ground }: ScheduleView): ScheduleFilter {
  const asked = {
    show: SCHEDULE_SHOWS.find((one) => one === show),
    search,
    areaId: area,
    ground: PROPOSAL_GROUNDS.find((one) => one === ground),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, word]) => word !== undefined));
}

/** The address of a file of what is shown. */
export function scheduleQuery(view: ScheduleView): string {
  return new URLSearchParams(asScheduleFilter(view) as Record<string, string>).toString();
}
