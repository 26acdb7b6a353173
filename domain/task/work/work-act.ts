/** Where a due item stands (docs/decisions/0012-work.md). */
export const WORK_STATES = [
  'waiting',
  'doing',
  'submitted',
  'returned',
  'accepted',
  'closed',
  'not-applicable',
] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** States in which the agency still has to do something. */
export const OPEN_STATES: readonly WorkState[] = ['waiting', 'doing', 'returned'];

/** How much is done of what can be counted; the percentage is computed from it and entered nowhere. */
export interface Amount {
  readonly done: number;
  readonly whole: number;
  /** What is counted, in the words of the plan: "xã", "thủ tục". */
  readonly unit: string;
}

/** What or whom the work waits for. */
export interface Blocker {
  readonly words: string;
  /** The agency it waits for; left out where it is somebody outside the province. */
  readonly agencyId?: string | undefined;
  /** The due item of that agency it waits for, where one is named. */
  readonly dueItemId?: string | undefined;
  /** First day of waiting (ISO date). */
  readonly since: string;
}

export interface ProgressReport {
  readonly kind: 'report';
  readonly text: string;
  readonly amount?: Amount | undefined;
  /** Where the work stands on the ladder of its product, where nothing is counted. */
  readonly step?: string | undefined;
  /** Day the agency names for the next news (ISO date). */
  readonly nextOn?: string | undefined;
  /** Null takes the blocker away; left out, what stood before stands. */
  readonly blocker?: Blocker | null | undefined;
}

/** What can be done to a due item. Days are ISO dates. */
export type WorkDeed =
  | ProgressReport
  /** Written on another day than it arrived where there was no line (hand-in-day.ts). */
  | { readonly kind: 'submit'; readonly text: string; readonly writtenOn?: string | undefined }
  | { readonly kind: 'take-back' }
  | { readonly kind: 'accept'; readonly text?: string | undefined }
  | { readonly kind: 'return'; readonly reasonCode?: string | undefined; readonly text: string }
  | { readonly kind: 'close'; readonly text: string }
  | { readonly kind: 'reopen'; readonly text: string }
  | { readonly kind: 'ask-not-applicable'; readonly text: string }
  | { readonly kind: 'ask-extension'; readonly text: string; readonly dueOn: string }
  /** Decides what was asked; an extension may be granted to another day than the one asked for. */
  | { readonly kind: 'grant'; readonly text?: string | undefined; readonly dueOn?: string | undefined }
  | { readonly kind: 'refuse'; readonly text: string }
  /** The schedule moved the day: the plan was edited, an official notice changed the calendar. */
  | {
      readonly kind: 'move-due';
      readonly from: string | null;
      readonly to: string | null;
      readonly text: string;
    };

export type WorkDeedKind = WorkDeed['kind'];

/** A deed as recorded: who, when it happened, when it became known. */
export type WorkAct = WorkDeed & {
  readonly id: string;
  readonly seq: number;
  readonly personId: string | null;
  readonly agencyId: string | null;
  readonly occurredOn: string;
  /** Instants, ISO 8601 in UTC. */
  readonly occurredAt: string;
  readonly recordedAt: string;
};
