/** How many days, weeks and months back one backup each is kept. */
export interface BackupKeep {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
}

const NAME = /^don-doc-(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})\.tar\.zst$/;

/** The name of a scheduled backup, which tells when it was taken: on the clock of the province. */
export function backupName(taken: Temporal.PlainDateTime): string {
  const time = [taken.hour, taken.minute, taken.second].map((part) => String(part).padStart(2, '0')).join('');
  return `don-doc-${taken.toPlainDate()}-${time}.tar.zst`;
}

/**
 * Which of the files in a folder of backups may go. Of each of the last `days` days that have any, of each such week
 * (from Monday) and of each such month, the newest stays; so does the newest of all. Days without a backup do not
 * count, so that a machine that was off for a year does not lose its old ones to the calendar. A file with a name of
 * another kind is never chosen: it is not ours.
 */
export function chooseBackupsToRemove(names: readonly string[], keep: BackupKeep): readonly string[] {
  const newestFirst = names
    .flatMap((name) => {
      const day = dayOf(name);
      return day === undefined ? [] : [{ name, day }];
    })
    // Names of one length order as their times do.
    .sort((one, other) => (one.name < other.name ? 1 : -1));
  const kept = new Set(newestFirst.slice(0, 1).map(({ name }) => name));
  const spans = [
    { limit: keep.days, spanOf: (day: Temporal.PlainDate) => day.toString() },
    { limit: keep.weeks, spanOf: (day: Temporal.PlainDate) => mondayOf(day).toString() },
    { limit: keep.months, spanOf: (day: Temporal.PlainDate) => day.toPlainYearMonth().toString() },
  ];
  for (const { limit, spanOf } of spans) {
    const newest = new Map<string, string>();
    for (const { name, day } of newestFirst) if (!newest.has(spanOf(day))) newest.set(spanOf(day), name);
    for (const name of [...newest.values()].slice(0, limit)) kept.add(name);
  }
  return newestFirst.map(({ name }) => name).filter((name) => !kept.has(name));
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** Undefined where the name is not one that `backupName` gives. */
function dayOf(name: string): Temporal.PlainDate | undefined {
  const [, day = '', hour, minute, second] = NAME.exec(name) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
