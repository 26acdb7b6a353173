// Days as whole numbers since 1970-01-01, so that counting them is adding.

const MS = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
export function toEpochDay(day: string): number {
  const at = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return at / MS;
}

export function fromEpochDay(epochDay: number): string {
  return new Date(epochDay * MS).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** Every day from the first to the last, both included. */
export function eachDay(first: string, last: string): readonly string[] {
  const from = toEpochDay(first);
  return Array.from({ length: toEpochDay(last) - from + 1 }, (_, at) => fromEpochDay(from + at));
}
