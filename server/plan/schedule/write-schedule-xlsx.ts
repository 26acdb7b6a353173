import type { ScheduleItem, ScheduleProposal, TaskSchedule } from '#contract/plan/schedule.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import type { ShownTask } from '#domain/plan/schedule/filter-schedule.ts';
import { PROPOSAL_GROUND_WORDS } from '#domain/plan/schedule/schedule-item.ts';
import { writeSheets } from '../../http/write-sheet.ts';

const COLUMNS = [
  { head: 'TT', width: 8 },
  { head: 'Nhiệm vụ', width: 48 },
  { head: 'Thời hạn theo văn bản', width: 26 },
  { head: 'Mốc', width: 22 },
  { head: 'Tình trạng', width: 18 },
  { head: 'Ngày', width: 12 },
  { head: 'Ngày làm việc còn lại', width: 11 },
  { head: 'Căn cứ', width: 20 },
  { head: 'Vì sao là ngày đó', width: 60 },
  { head: 'Người quyết định', width: 22 },
  { head: 'Lý do không dùng', width: 30 },
];

const ORIGIN_WORDS: Readonly<Record<ScheduleItem['origin'], string>> = {
  document: 'Theo văn bản',
  accepted: 'Đề xuất đã chấp nhận',
  entered: 'Chủ trì kế hoạch ấn định',
};

/** What falls due of a plan and what is proposed, a row each, as the screen has them. */
export async function writeScheduleXlsx(
  shown: readonly ShownTask<TaskSchedule>[],
  { title, note }: { readonly title: string; readonly note: string },
): Promise<Uint8Array> {
  return await writeSheets([
    {
      name: 'Mốc thời hạn',
      title,
      note,
      columns: COLUMNS,
      rows: shown.flatMap(({ task, proposals }) =>
        [...task.items.map(ofItem), ...proposals.map(ofProposal)].map((cells) => [
          task.code,
          task.name,
          task.deadline,
          ...cells,
        ]),
      ),
    },
  ]);
}

function ofItem({ label, dueOn, workingDaysLeft, origin, derivation, author }: ScheduleItem) {
  return [
    label,
    dueOn === null ? 'Chưa có ngày' : 'Đang áp dụng',
    dueOn === null ? '' : dayWords(dueOn),
    workingDaysLeft ?? '',
    ORIGIN_WORDS[origin],
    (dueOn === null ? derivation.missing : derivation.steps).join(' '),
    author ?? '',
    '',
  ];
}

function ofProposal({
  label,
  dueOn,
  workingDaysLeft,
  ground,
  reason,
  derivation,
  declined,
}: ScheduleProposal) {
  return [
    label,
    declined === null ? 'Đề xuất, chờ quyết định' : 'Đề xuất, không dùng',
    dayWords(dueOn),
    workingDaysLeft,
    PROPOSAL_GROUND_WORDS[ground],
    [...new Set([reason, ...derivation.steps])].join(' '),
    declined?.author ?? '',
    declined?.reason ?? '',
  ];
}
