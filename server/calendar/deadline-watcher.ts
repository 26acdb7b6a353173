import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import type { Tx } from '../db/executor.ts';
import type { Deps } from '../deps.ts';

/** An open deadline a change of the calendar moves, in words; days are ISO dates. */
export interface MovedDeadline {
  /** What is due, as a list shows it: number and name of the task, and its period. */
  readonly words: string;
  readonly from: string;
  readonly to: string;
  /** How many agencies have it open. */
  readonly open: number;
  /** How many have finished it: they keep the day they had. */
  readonly kept: number;
}

/** What of a noun goes by working days. Nouns come after the calendar, so they are given to it (server/deadline-watchers.ts). */
export interface DeadlineWatcher {
  /** What would move under another calendar. Nothing is stored. */
  readonly preview: (tx: Tx, deps: Deps, calendar: WorkCalendar) => Promise<readonly MovedDeadline[]>;
  /** Moves what is open, in the transaction of the notice; what is finished keeps its day. */
  readonly move: (tx: Tx, deps: Deps, calendar: WorkCalendar, why: string) => Promise<void>;
}
