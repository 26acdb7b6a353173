import { dayWords } from '../../calendar/day-words.ts';
import { refusal } from '../../kernel/refusal.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import type { WorkFold } from './fold-work.ts';
import { OPEN_STATES, type WorkDeed, type WorkDeedKind, type WorkState } from './work-act.ts';

/** Who does a deed: the agency whose work it is, who reviews it, or the owner of the plan. */
export type DeedBy = 'agency' | 'reviewer' | 'owner' | 'system';

interface DeedRule {
  readonly by: DeedBy;
  readonly states: readonly WorkState[];
  /** As it follows "không thể": "báo cáo". */
  readonly words: string;
}

const FINISHED: readonly WorkState[] = ['accepted', 'closed', 'not-applicable'];

/** Each deed: who does it, and in which states. The server decides by it, and a screen offers what it allows. */
export const DEEDS: Readonly<Record<WorkDeedKind, DeedRule>> = {
  report: { by: 'agency', states: OPEN_STATES, words: 'báo cáo tiến độ' },
  submit: { by: 'agency', states: OPEN_STATES, words: 'nộp kết quả' },
  'take-back': { by: 'agency', states: ['submitted'], words: 'lấy lại kết quả' },
  accept: { by: 'reviewer', states: ['submitted'], words: 'duyệt' },
  return: { by: 'reviewer', states: ['submitted'], words: 'trả lại' },
  close: { by: 'owner', states: [...OPEN_STATES, 'submitted'], words: 'kết thúc' },
  reopen: { by: 'owner', states: FINISHED, words: 'mở lại' },
  'ask-not-applicable': { by: 'agency', states: OPEN_STATES, words: 'đề nghị không áp dụng' },
  'ask-extension': { by: 'agency', states: OPEN_STATES, words: 'xin gia hạn' },
  grant: { by: 'reviewer', states: OPEN_STATES, words: 'đồng ý' },
  refuse: { by: 'reviewer', states: OPEN_STATES, words: 'từ chối' },
  'move-due': { by: 'system', states: [...OPEN_STATES, 'submitted'], words: 'chuyển thời hạn' },
};

export const WORK_STATE_WORDS: Readonly<Record<WorkState, string>> = {
  waiting: 'Chờ thực hiện',
  doing: 'Đang thực hiện',
  submitted: 'Chờ duyệt',
  returned: 'Bị trả lại',
  accepted: 'Đã duyệt',
  closed: 'Kết thúc, không có kết quả',
  'not-applicable': 'Không áp dụng',
};

/** What of the thing a deed goes by, besides its acts. */
export interface DeedFacts {
  readonly today: string;
  readonly dueOn: string | null;
  readonly dueItemId: string;
  /** Day the deed speaks of. */
  readonly occurredOn: string;
}

/** Whether a deed may be done as things stand; who may do it is decided apart (domain/access/acts.ts). */
export function decideDeed(
  deed: WorkDeed,
  fold: Pick<WorkFold, 'state' | 'asked'>,
  facts: DeedFacts,
): Result<true> {
  const rule = DEEDS[deed.kind];
  if (!rule.states.includes(fold.state))
    return refuse(refusal('work-state', { state: WORK_STATE_WORDS[fold.state], deed: rule.words }));
  if (facts.occurredOn > facts.today)
    return refuse(refusal('work-day-ahead', { day: dayWords(facts.occurredOn) }));
  switch (deed.kind) {
    case 'ask-not-applicable':
    case 'ask-extension':
      if (fold.asked !== null) return refuse(refusal('work-asked-already'));
      if (deed.kind === 'ask-extension') return laterDay(deed.dueOn, facts);
      break;
    case 'grant':
    case 'refuse':
      if (fold.asked === null) return refuse(refusal('work-nothing-asked'));
      if (deed.kind === 'grant' && deed.dueOn !== undefined) return laterDay(deed.dueOn, facts);
      break;
    case 'report': {
      const { blocker } = deed;
      if (blocker != null) {
        if (blocker.dueItemId === facts.dueItemId) return refuse(refusal('work-blocked-by-itself'));
        if (blocker.since > facts.today)
          return refuse(refusal('work-day-ahead', { day: dayWords(blocker.since) }));
      }
      if (deed.nextOn !== undefined && deed.nextOn < facts.occurredOn)
        return refuse(refusal('work-next-day-past', { day: dayWords(deed.nextOn) }));
      break;
    }
    default:
  }
  return accept(true);
}

/** A year mistyped must not reach beyond what the calendar knows. */
const MOST_YEARS_AHEAD = 5;

function laterDay(day: string, { dueOn, today }: DeedFacts): Result<true> {
  if (Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + MOST_YEARS_AHEAD)
    return refuse(refusal('work-extension-far', { day: dayWords(day), years: MOST_YEARS_AHEAD }));
  return day <= today || (dueOn !== null && day <= dueOn)
    ? refuse(refusal('work-extension-not-later', { day: dayWords(day) }))
    : accept(true);
}
