import type { ScheduleItem, ScheduleProposal, TaskSchedule } from '#contract/plan/schedule.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import type { ShownTask } from '#domain/plan/schedule/filter-schedule.ts';
import { PROPOSAL_GROUND_WORDS } from '#domain/plan/schedule/schedule-item.ts';
import { type ColumnOf, fillSheet, writeSheets } from '../../http/write-sheet.ts';

/** A day that stands, or one that is proposed. */
interface Line {
  readonly task: TaskSchedule;
  readonly label: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly workingDaysLeft: number | null;
  readonly basis: string;
  readonly why: readonly string[];
  readonly decidedBy: string | null;
  readonly declinedBecause: string | null;
}

const COLUMNS: readonly ColumnOf<Line>[] = [
  { head: 'TT', width: 8, of: ({ task }) => task.code },
  { head: 'Nhiệm vụ', width: 48, of: ({ task }) => task.name },
  { head: 'Thời hạn theo văn bản', width: 26, of: ({ task }) => task.deadline },
  { head: 'Mốc', width: 22, of: ({ label }) => label },
  { head: 'Tình trạng', width: 18, of: ({ state }) => state },
  { head: 'Ngày', width: 12, of: ({ dueOn }) => (dueOn === null ? '' : dayWords(dueOn)) },
  { head: 'Ngày làm việc còn lại', width: 11, of: ({ workingDaysLeft }) => workingDaysLeft ?? '' },
  { head: 'Căn cứ', width: 20, of: ({ basis }) => basis },
  // A reason is the first step of the counting too.
  { head: 'Vì sao là ngày đó', width: 60, of: ({ why }) => [...new Set(why)].join(' ') },
  { head: 'Người quyết định', width: 22, of: ({ decidedBy }) => decidedBy ?? '' },
  { head: 'Lý do không dùng', width: 30, of: ({ declinedBecause }) => declinedBecause ?? '' },
];

const ORIGIN_WORDS: Readonly<Record<ScheduleItem['origin'], string>> = {
  document: 'Theo văn bản',
  accepted: 'Đề xuất đã chấp nhận',
  entered: 'Chủ trì kế hoạch ấn định',
};

/** What falls due of a plan and what is proposed, a row each, as the screen has them. */
export function writeScheduleXlsx(
  shown: readonly ShownTask<TaskSchedule>[],
  { title, note }: { readonly title: string; readonly note: string },
): Promise<Uint8Array> {
  const lines = shown.flatMap(({ task, proposals }) => [
    ...task.items.map((item) => lineOfItem(task, item)),
    ...proposals.map((proposal) => lineOfProposal(task, proposal)),
  ]);
  return writeSheets([{ name: 'Mốc thời hạn', title, note, ...fillSheet(COLUMNS, lines) }]);
}

function lineOfItem(
  task: TaskSchedule,
  { label, dueOn, workingDaysLeft, origin, derivation, author }: ScheduleItem,
): Line {
  return {
    task,
    label,
    state: dueOn === null ? 'Chưa có ngày' : 'Đang áp dụng',
    dueOn,
    workingDaysLeft,
    basis: ORIGIN_WORDS[origin],
    why: dueOn === null ? derivation.missing : derivation.steps,
    decidedBy: author,
    declinedBecause: null,
  };
}

function lineOfProposal(
  task: TaskSchedule,
  { label, dueOn, workingDaysLeft, ground, reason, derivation, declined }: ScheduleProposal,
): Line {
  return {
    task,
    label,
    state: declined === null ? 'Đề xuất, chờ quyết định' : 'Đề xuất, không dùng',
    dueOn,
    workingDaysLeft,
    basis: PROPOSAL_GROUND_WORDS[ground],
    why: [reason, ...derivation.steps],
    decidedBy: declined?.author ?? null,
    declinedBecause: declined?.reason ?? null,
  };
}
