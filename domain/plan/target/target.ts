/** How a target compares with what is measured; the shapes and their meaning are told in docs/reading.md. */
export type Comparator =
  | '>='
  | '>'
  | '<='
  | '<'
  | '='
  | 'between'
  | 'increase'
  | 'decrease'
  | 'count'
  | 'exists';

/** One measurable promise read from a deliverable. Numbers are in the unit named (`%` means per cent: 98 is 98 %). */
export interface Target {
  readonly comparator: Comparator;
  readonly value?: number;
  /** Upper end where `comparator` is `between`, or where `bound` is `between`. */
  readonly upper?: number;
  /** `%`, `‰` or the counted noun as written ("lần/năm", "xã"). */
  readonly unit?: string;
  /** Of an increase or decrease: how the amount itself is bounded. */
  readonly bound?: '=' | '>=' | '>' | '<=' | '<' | 'between';
  /** The year or thing an increase or decrease is compared with ("2021", "năm trước"). */
  readonly baseline?: string;
  readonly subject?: string;
  /** ISO date, last day of the period named. */
  readonly deadline?: string;
  readonly scope?: string;
  /** "khoảng", "gần": the number is not exact. */
  readonly approx?: boolean;
}
