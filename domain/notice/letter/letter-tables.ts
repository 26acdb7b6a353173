import { WORK_STATE_WORDS } from '../../task/work/decide-deed.ts';
import words from './data/letter-words.json' with { type: 'json' };
import type { LetterColumn, LetterTable } from './letter-document.ts';
import { type OverdueAgency, type OverdueTask, worstOf } from './letter-draft.ts';
import { officialDay, say } from './letter-words.ts';

const { columns, summaryColumns } = words;

const OVERDUE: readonly LetterColumn[] = [
  { header: columns.stt, share: 12, centred: true },
  { header: columns.code, share: 16, centred: true },
  { header: columns.task, share: 42, centred: false },
  { header: columns.due, share: 23, centred: true },
  { header: columns.late, share: 20, centred: true },
  { header: columns.state, share: 27, centred: false },
  { header: columns.deliverable, share: 25, centred: false },
];

const SUMMARY: readonly LetterColumn[] = [
  { header: summaryColumns.stt, share: 13, centred: true },
  { header: summaryColumns.agency, share: 75, centred: false },
  { header: summaryColumns.count, share: 25, centred: true },
  { header: summaryColumns.worst, share: 30, centred: true },
  { header: summaryColumns.annex, share: 25, centred: true },
];

/** What of one agency is overdue, a row a piece, in the order given. */
export function overdueTable(tasks: readonly OverdueTask[]): LetterTable {
  return {
    kind: 'table',
    columns: OVERDUE,
    rows: tasks.map((task, at) => [
      String(at + 1),
      task.code,
      taskWords(task),
      dueWords(task),
      String(task.daysLate),
      stateWords(task),
      shortened(task.deliverable),
    ]),
  };
}

/** The agencies of a letter to many: how much of each, and where it stands. */
export function summaryTable(
  agencies: readonly OverdueAgency[],
  annexName: (at: number) => string,
): LetterTable {
  return {
    kind: 'table',
    columns: SUMMARY,
    rows: agencies.map((agency, at) => [
      String(at + 1),
      agency.agencyName,
      String(agency.tasks.length),
      String(worstOf([agency])),
      annexName(at),
    ]),
  };
}

/** The task; which part of it is due and that the agency only helps, where it is so. */
function taskWords({ name, label, role }: OverdueTask): string {
  const more = [label, role === 'coordinate' ? columns.coordinate : null].filter((part) => part !== null);
  return more.length === 0 ? name : `${name} (${more.join('; ')})`;
}

/** A plan may describe a product on half a page; a letter names it and leaves the rest to the plan. */
function shortened(deliverable: string): string {
  if (deliverable.length <= words.longestDeliverable) return deliverable;
  const cut = deliverable.slice(0, words.longestDeliverable);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s.,;:–-]+$/, '')}…`;
}

/** The day, and the words of the plan it follows from where they say more than the day. */
function dueWords({ dueOn, basis }: OverdueTask): string {
  const day = officialDay(dueOn);
  return basis === '' || basis === day ? day : `${day} (${basis})`;
}

function stateWords({ state, lastReportOn }: OverdueTask): string {
  const report =
    lastReportOn === null ? words.noReport : say(words.lastReport, { day: officialDay(lastReportOn) });
  return `${WORK_STATE_WORDS[state]}; ${report}`;
}
