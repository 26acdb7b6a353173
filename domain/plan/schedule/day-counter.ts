// How a schedule counts days: by the calendar of working days, which is an argument, so that a schedule can be asked
// by another calendar than the one in force.

/** A day that was counted to, and how. */
export interface CountedDay {
  /** ISO date. */
  readonly day: string;
  /** "5 ngày làm việc, trừ 30/4, 01/5; tính bù 04/5". */
  readonly reason: string;
  readonly skipped: readonly { readonly day: string }[];
  readonly madeUp: readonly { readonly day: string }[];
  /** False where the calendar knows nothing of some of the days but their weekday. */
  readonly covered: boolean;
}

export interface DayCounter {
  readonly isWorkingDay: (day: string) => boolean;
  /** Counting from the day after; the day itself is not counted (BLDS 2015, Điều 147). */
  readonly add: (day: string, workingDays: number) => CountedDay;
  readonly subtract: (day: string, workingDays: number) => CountedDay;
  /** The day itself, or the next working day where it is a rest day (BLDS 2015, Điều 148). */
  readonly roll: (day: string) => CountedDay;
}

function shift(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Monday to Friday and nothing else: what is known of days no calendar covers. */
export const WEEKDAYS: DayCounter = countBy((day) => Temporal.PlainDate.from(day).dayOfWeek <= 5);

function countBy(isWorkingDay: (day: string) => boolean): DayCounter {
  const walk = (day: string, n: number, step: 1 | -1): CountedDay => {
    let at = day;
    for (let left = n; left > 0; ) {
      at = shift(at, step);
      if (isWorkingDay(at)) left -= 1;
    }
    return plainly(at, `${n} ngày làm việc, chỉ trừ thứ Bảy và Chủ nhật`);
  };
  return {
    isWorkingDay,
    add: (day, n) => walk(day, n, 1),
    subtract: (day, n) => walk(day, n, -1),
    roll: (day) => {
      let at = day;
      while (!isWorkingDay(at)) at = shift(at, 1);
      return plainly(at, at === day ? '' : 'ngày nghỉ, chuyển sang ngày làm việc kế tiếp');
    },
  };
}

function plainly(day: string, reason: string): CountedDay {
  return { day, reason, skipped: [], madeUp: [], covered: false };
}
