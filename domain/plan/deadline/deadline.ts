export type DeadlineKind =
  | 'year'
  | 'quarter'
  | 'month'
  | 'date'
  | 'range'
  | 'recurring'
  | 'continuous'
  | 'by_external_plan'
  | 'relative_days'
  | 'relative_working_days'
  | 'relative_event'
  | 'multi'
  | 'fragment'
  | 'none';

export interface Recurrence {
  readonly freq: 'yearly' | 'half_yearly' | 'quarterly' | 'monthly' | 'weekly' | 'unspecified';
  /** The day or words within each period ("ngày 20 của tháng cuối quý"). */
  readonly by?: string;
}

/** When a task is due, as its phrase says; dates are ISO (yyyy-mm-dd). Meaning of each kind: docs/reading.md. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly start?: string;
  readonly end?: string;
  /** "trước ngày X": X itself is too late. */
  readonly endExclusive?: boolean;
  readonly openStart?: boolean;
  readonly openEnd?: boolean;
  readonly recurrence?: Recurrence;
  /** Number of days of a relative deadline. */
  readonly n?: number;
  readonly unit?: string;
  readonly direction?: 'before' | 'after';
  /** The event a relative deadline counts from, in the words of the document. */
  readonly anchor?: string;
  readonly parts?: readonly Deadline[];
}
