import type { Deadline } from './deadline.ts';

/** The last day on which work of this deadline is in time (ISO date); undefined where the reading names no day. */
export function dueOn(deadline: Deadline): string | undefined {
  const ends = [deadline, ...(deadline.parts ?? [])].flatMap(({ end, endExclusive }) =>
    end === undefined
      ? []
      : [endExclusive === true ? Temporal.PlainDate.from(end).subtract({ days: 1 }).toString() : end],
  );
  return ends.sort().at(-1);
}
