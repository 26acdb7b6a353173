/** What of the schedule is shown, as the address keeps it. */
export interface ScheduleView {
  readonly show?: string | undefined;
  readonly search?: string | undefined;
  readonly area?: string | undefined;
  readonly ground?: string | undefined;
}

export const SCHEDULE_VIEW = ['show', 'search', 'area', 'ground'] as const;
