import data from './data/hand-in.json' with { type: 'json' };
import type { WorkAct, WorkDeedKind } from './work-act.ts';

/** Working days a result written without a line may be on its way and still count on the day it was written. */
export const MOST_DAYS_UNDERWAY = data.workingDaysUnderway;

export interface HandInFacts {
  /** Day the machine it was written on says; left out, it was not written elsewhere. Days are ISO dates. */
  readonly writtenOn: string | undefined;
  /** Day it arrived. */
  readonly today: string;
  /** Day the work was last opened again; null where it never was. */
  readonly openedOn: string | null;
  /** Working days in (from, to]. */
  readonly countWorkingDays: (from: string, to: string) => number;
}

/**
 * The day a hand-in counts on: that of its writing, for a line that is cut makes nobody late. It is the word of a
 * machine, so it is believed for a few working days only, never ahead of the day it arrived, and never before what was
 * handed in earlier was returned; else the day of arrival counts. Both days stay on the act.
 */
export function handInDay({ writtenOn, today, openedOn, countWorkingDays }: HandInFacts): string {
  if (writtenOn === undefined || writtenOn >= today) return today;
  if (openedOn !== null && writtenOn < openedOn) return today;
  return countWorkingDays(writtenOn, today) <= MOST_DAYS_UNDERWAY ? writtenOn : today;
}

const OPENING: readonly WorkDeedKind[] = ['return', 'take-back', 'reopen'];

/** The day of the last act that opened the work again; null where none did. */
export function lastOpenedOn(acts: readonly Pick<WorkAct, 'kind' | 'occurredOn'>[]): string | null {
  return acts.findLast(({ kind }) => OPENING.includes(kind))?.occurredOn ?? null;
}
