import { type JudgedReport, judgeReport, type ReportFlag } from './judge-report.ts';
import type { Amount, Blocker, WorkAct, WorkState } from './work-act.ts';

/** Where a due item stands after its acts. Days are ISO dates, instants ISO 8601. */
export interface WorkFold {
  readonly state: WorkState;
  /** Number of acts. */
  readonly seq: number;
  readonly asked: 'not-applicable' | 'extension' | null;
  /** Who asked, and the day asked for. */
  readonly askedBy: string | null;
  readonly askedDueOn: string | null;
  readonly lastActAt: string | null;
  readonly lastReportAt: string | null;
  readonly lastReportOn: string | null;
  readonly lastText: string | null;
  readonly amount: Amount | null;
  readonly step: string | null;
  readonly nextOn: string | null;
  readonly blocker: Blocker | null;
  readonly submittedAt: string | null;
  readonly submittedOn: string | null;
  readonly submittedBy: string | null;
  readonly finishedOn: string | null;
  /** The day it is due by its acts; undefined where none moved it. */
  readonly dueOn: string | null | undefined;
  readonly flags: readonly ReportFlag[];
}

export const UNTOUCHED: WorkFold = {
  state: 'waiting',
  seq: 0,
  asked: null,
  askedBy: null,
  askedDueOn: null,
  lastActAt: null,
  lastReportAt: null,
  lastReportOn: null,
  lastText: null,
  amount: null,
  step: null,
  nextOn: null,
  blocker: null,
  submittedAt: null,
  submittedOn: null,
  submittedBy: null,
  finishedOn: null,
  dueOn: undefined,
  flags: [],
};

/** The state of a due item from its acts, in their order. `dueOn` is the day it was made with. */
export function foldWork(acts: readonly WorkAct[], dueOn: string | null): WorkFold {
  const reports: JudgedReport[] = [];
  let fold = UNTOUCHED;
  for (const act of acts) {
    fold = { ...apply(fold, act, { reports, dueOn }), seq: act.seq, lastActAt: act.occurredAt };
    if (act.kind === 'report') reports.push(act);
  }
  return fold;
}

interface Known {
  readonly reports: readonly JudgedReport[];
  readonly dueOn: string | null;
}

const UNSUBMITTED = { submittedAt: null, submittedOn: null, submittedBy: null } as const;
const NOTHING_ASKED = { asked: null, askedBy: null, askedDueOn: null } as const;

function apply(fold: WorkFold, act: WorkAct, known: Known): WorkFold {
  switch (act.kind) {
    case 'report':
      return {
        ...fold,
        ...said(act),
        // What was returned stays so until it is handed in again.
        state: fold.state === 'returned' ? 'returned' : 'doing',
        amount: act.amount ?? fold.amount,
        step: act.step ?? fold.step,
        nextOn: act.nextOn ?? null,
        blocker: act.blocker === undefined ? fold.blocker : act.blocker,
        flags: judgeReport(act, known.reports, {
          dueOn: fold.dueOn === undefined ? known.dueOn : fold.dueOn,
          promisedOn: fold.nextOn,
        }),
      };
    case 'submit':
      return {
        ...fold,
        ...said(act),
        ...NOTHING_ASKED,
        state: 'submitted',
        nextOn: null,
        blocker: null,
        submittedAt: act.occurredAt,
        submittedOn: act.occurredOn,
        submittedBy: act.personId,
      };
    case 'take-back':
      return { ...fold, ...UNSUBMITTED, state: 'doing' };
    case 'accept':
      return { ...fold, state: 'accepted', finishedOn: fold.submittedOn };
    case 'return':
      return { ...fold, ...UNSUBMITTED, state: 'returned' };
    case 'close':
      return {
        ...fold,
        ...NOTHING_ASKED,
        state: 'closed',
        finishedOn: act.occurredOn,
        blocker: null,
        nextOn: null,
      };
    case 'reopen':
      return { ...fold, ...UNSUBMITTED, state: 'doing', finishedOn: null };
    case 'ask-not-applicable':
      return { ...fold, asked: 'not-applicable', askedBy: act.personId, askedDueOn: null };
    case 'ask-extension':
      return { ...fold, asked: 'extension', askedBy: act.personId, askedDueOn: act.dueOn };
    case 'grant':
      return fold.asked === 'not-applicable'
        ? {
            ...fold,
            ...NOTHING_ASKED,
            state: 'not-applicable',
            finishedOn: act.occurredOn,
            blocker: null,
            nextOn: null,
          }
        : { ...fold, ...NOTHING_ASKED, dueOn: act.dueOn ?? fold.askedDueOn };
    case 'refuse':
      return { ...fold, ...NOTHING_ASKED };
    case 'move-due':
      return { ...fold, dueOn: act.to };
  }
}

function said(act: { readonly text: string; readonly occurredAt: string; readonly occurredOn: string }) {
  return { lastText: act.text, lastReportAt: act.occurredAt, lastReportOn: act.occurredOn };
}
