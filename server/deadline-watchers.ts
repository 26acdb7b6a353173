import type { DeadlineWatcher } from './calendar/deadline-watcher.ts';
import { scheduleWatcher } from './plan/schedule/schedule-watcher.ts';

/** What goes by working days, in the order of the nouns. */
export const DEADLINE_WATCHERS: readonly DeadlineWatcher[] = [scheduleWatcher];
