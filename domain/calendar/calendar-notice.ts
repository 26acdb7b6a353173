import data from './data/notices.json' with { type: 'json' };

export type DayEffect = 'off' | 'work';

/** One day a notice speaks of. */
export interface NoticeDay {
  /** ISO date. */
  readonly day: string;
  /** off: no working day; work: one, though it is a rest day of the week (làm bù). */
  readonly effect: DayEffect;
  readonly words: string;
}

/** An official word on which days are worked: a holiday, a swap, a closure. */
export interface CalendarNotice {
  readonly id: string;
  readonly words: string;
  /** The document, as a reader looks it up. */
  readonly source: string;
  /** Day it became known (ISO date); null where nothing says when, and it counts as always known. */
  readonly knownFrom: string | null;
  readonly verified: boolean;
  readonly days: readonly NoticeDay[];
  /** The notice this one takes back; its own days then stand instead. */
  readonly withdraws?: string | undefined;
  /** The year of which every day off is known by this notice. */
  readonly completesYear?: number | undefined;
}

/** What is known without anybody entering it: holidays and swaps of 2023 to 2027. */
export const KNOWN_NOTICES: readonly CalendarNotice[] = data.notices.map((notice) => ({
  ...notice,
  days: notice.days.map(({ effect, ...day }) => ({ ...day, effect: effect === 'work' ? 'work' : 'off' })),
}));

/** What is not yet known of a year, for a screen to say. */
export const UNDECIDED: readonly { readonly year: number; readonly words: string }[] = data.undecided;

/** The notices that stood on a day, in the order they became known; those taken back by then are left out. */
export function noticesKnownOn(
  notices: readonly CalendarNotice[],
  day: string | undefined,
): readonly CalendarNotice[] {
  const known = notices
    .filter(({ knownFrom }) => day === undefined || knownFrom === null || knownFrom <= day)
    .toSorted((a, b) => (a.knownFrom ?? '').localeCompare(b.knownFrom ?? ''));
  const withdrawn = new Set(known.map(({ withdraws }) => withdraws));
  return known.filter(({ id }) => !withdrawn.has(id));
}
