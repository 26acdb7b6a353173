import type { WorkState } from '../../task/work/work-act.ts';

/** The state of a due item as a letter says it. */
export const WORK_STATE_WORDS = {
  waiting: 'Chưa thực hiện',
  doing: 'Đang thực hiện',
  submitted: 'Chờ duyệt',
  returned: 'Bị trả lại, chưa nộp lại',
  accepted: 'Đã duyệt',
  closed: 'Kết thúc, không có kết quả',
  'not-applicable': 'Không áp dụng',
} as const satisfies Record<WorkState, string>;
