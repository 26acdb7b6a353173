import type { WorkState } from '../../task/work/work-act.ts';

/** One piece of overdue work as it stood when the letter was written. Days are ISO dates. */
export interface OverdueTask {
  readonly dueItemId: string;
  readonly taskId: string;
  readonly code: string;
  readonly name: string;
  /** Which part of the task is due, where it is not the whole: "Quý II". */
  readonly label: string | null;
  readonly role: 'lead' | 'coordinate';
  readonly deliverable: string;
  readonly dueOn: string;
  /** The deadline in the words of the plan. */
  readonly basis: string;
  /** Working days after the due day. */
  readonly daysLate: number;
  readonly state: WorkState;
  readonly lastReportOn: string | null;
  readonly plan: PlanNamed;
}

/** A plan as an official letter names it. */
export interface PlanNamed {
  readonly id: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly title: string;
}

export interface OverdueAgency {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly tasks: readonly OverdueTask[];
}

export interface LetterSigner {
  /** For whom the signer signs: "KT. GIÁM ĐỐC", "TL. CHỦ TỊCH"; null where the head signs. */
  readonly authority: string | null;
  readonly title: string;
  readonly name: string;
}

/** An earlier letter this one follows. */
export interface EarlierLetter {
  readonly number: number;
  readonly symbol: string;
  readonly issuedOn: string;
}

/** Everything an urging letter says, before it is put into its official form. */
export interface LetterDraft {
  /** What the issuer stands under; null for one that stands under none. */
  readonly superior: string | null;
  readonly issuer: string;
  readonly place: string;
  readonly symbol: string;
  /** Null until a number is taken from the register. */
  readonly number: number | null;
  /** Day of issue; of a draft, the day it is written. */
  readonly day: string;
  readonly agencies: readonly OverdueAgency[];
  /** Last day by which the agencies are asked to have done it. */
  readonly askBy: string;
  /** Working days from the day of issue to it, where it was counted so. */
  readonly askedWorkingDays: number | null;
  readonly signer: LetterSigner;
  /** Lines of "Nơi nhận". */
  readonly recipients: readonly string[];
  /** A paragraph of the author's own. */
  readonly added: string | null;
  readonly earlier: readonly EarlierLetter[];
}

export function countTasks(agencies: readonly OverdueAgency[]): number {
  return agencies.reduce((sum, { tasks }) => sum + tasks.length, 0);
}

/** Most working days any of the work is late; 0 where there is none. */
export function worstOf(agencies: readonly OverdueAgency[]): number {
  return Math.max(0, ...agencies.flatMap(({ tasks }) => tasks.map(({ daysLate }) => daysLate)));
}
