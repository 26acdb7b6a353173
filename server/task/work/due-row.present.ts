import type { Blocker, DueRow } from '#contract/task/work.ts';
import { countWorkingDays } from '#domain/calendar/count-working-days.ts';
import type { WorkCalendar } from '#domain/calendar/work-calendar.ts';
import type { ScheduleDerivation } from '#domain/plan/schedule/schedule-item.ts';
import { silentSince } from '#domain/task/work/silence.ts';
import type { DueRecord } from './due-row.store.ts';

export function presentDue(
  record: DueRecord,
  { today, calendar }: { readonly today: string; readonly calendar: WorkCalendar },
): DueRow {
  const derivation = record.derivation as ScheduleDerivation;
  return {
    id: record.id,
    assignmentId: record.assignment_id,
    taskId: record.task_id,
    planId: record.plan_id,
    code: record.code,
    name: record.name,
    areaId: record.area_id,
    agencyId: record.agency_id,
    agencyName: record.agency_name,
    role: record.role,
    kind: record.kind,
    label: record.label,
    startsOn: record.starts_on,
    dueOn: record.due_on,
    why: record.due_on === null ? [...derivation.missing] : [...derivation.steps],
    deadlineText: derivation.words,
    workingDaysLeft: record.due_on === null ? null : countWorkingDays(calendar, today, record.due_on),
    state: record.state,
    asked: record.asked,
    seq: record.seq,
    amount: amountOf(record),
    step: record.step,
    lastReportOn: record.last_report_on,
    lastText: record.last_text,
    nextOn: record.next_on,
    silentSince: silentSince(
      {
        state: record.state,
        startsOn: record.starts_on,
        dueOn: record.due_on,
        lastReportOn: record.last_report_on,
        nextOn: record.next_on,
      },
      today,
    ),
    blocker: blockerOf(record),
    submittedOn: record.submitted_on,
    finishedOn: record.finished_on,
    flags: [...record.flags],
    evidenceCount: record.evidence_count,
    holder: record.holder_id === null ? null : { personId: record.holder_id, name: record.holder_name },
  };
}

function amountOf({ done_amount, whole_amount, amount_unit }: DueRecord): DueRow['amount'] {
  if (done_amount === null || whole_amount === null || amount_unit === null) return null;
  return { done: Number(done_amount), whole: Number(whole_amount), unit: amount_unit };
}

/** What is stored as JSON was written from the same shape. */
function blockerOf({ blocker, blocked_since }: DueRecord): Blocker | null {
  if (blocker === null || blocked_since === null) return null;
  return { ...(blocker as Omit<Blocker, 'since'>), since: blocked_since };
}
