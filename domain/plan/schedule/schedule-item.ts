import type { Span } from '../../calendar/compute-deadline.ts';
import type { Deadline } from '../deadline/deadline.ts';

/** Where a rule stands, as a screen cites it. */
export interface CitedRule {
  readonly words: string;
  /** Document and article, or that it is a suggestion of the product. */
  readonly source: string;
  readonly verified: boolean;
}

/** When an event a deadline counts from is, as the owner of the plan says. */
export interface HappenedEvent {
  readonly on: string;
  /** How the day is known. */
  readonly reason: string;
}

/** How a day came about: enough for anybody to count it again. Days are ISO dates. */
export interface ScheduleDerivation {
  /** The cell of the document, whole. */
  readonly words: string;
  /** The part of it the day follows from. */
  readonly part: string;
  readonly rules: readonly CitedRule[];
  /** One sentence each, in Vietnamese, in the order of the counting. */
  readonly steps: readonly string[];
  readonly skipped: readonly string[];
  readonly madeUp: readonly string[];
  /** What would have to be known for there to be a day, or for the day to be sure. */
  readonly missing: readonly string[];
  /** Named by words or a person: no change of the calendar moves it. */
  readonly fixed: boolean;
  /** The distance from an event the words name, and when that is, where its owner said. */
  readonly event?: { readonly span: Span; readonly happened?: HappenedEvent } | undefined;
}

export const SCHEDULE_KINDS = ['whole', 'period', 'milestone'] as const;
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number];

/** What of a task falls due on which day. Within one task, kind and label name it and stay when the day moves. */
export interface ScheduleItem {
  readonly kind: ScheduleKind;
  readonly label: string;
  readonly startsOn: string | null;
  /** Last day in time; null where nobody names a day. */
  readonly dueOn: string | null;
  readonly derivation: ScheduleDerivation;
}

/** What a proposed day goes by: a periodic report, the scoring, the time a product takes, the year of the plan. */
export const PROPOSAL_GROUNDS = ['report', 'scoring', 'product', 'year'] as const;
export type ProposalGround = (typeof PROPOSAL_GROUNDS)[number];

export const PROPOSAL_GROUND_WORDS: Readonly<Record<ProposalGround, string>> = {
  report: 'Kỳ báo cáo',
  scoring: 'Tự chấm Chỉ số CCHC',
  product: 'Thời gian làm sản phẩm',
  year: 'Năm của kế hoạch',
};

/** An item nobody asked for yet: it stands only when the owner of the plan accepts it. */
export interface MilestoneProposal extends ScheduleItem {
  readonly dueOn: string;
  readonly ground: ProposalGround;
  /** Why this day, in one sentence. */
  readonly reason: string;
}

/** What of a task its days follow from. */
export interface ScheduledTask {
  readonly name: string;
  readonly deadline: { readonly text: string; readonly reading: Deadline };
  readonly deliverables: readonly string[];
  /** The year of the plan; null where the document names none. */
  readonly year: number | null;
  /** Day the plan was issued: nothing is asked for before. */
  readonly issuedOn: string | null;
}

export const WHOLE = 'Cả nhiệm vụ';
