import { type CountedDay, rollForward } from '../../calendar/count-working-days.ts';
import { dayWords, weekdayWords } from '../../calendar/day-words.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { spanOf } from '../deadline/span-of.ts';
import { listPeriods } from './recurring-periods.ts';
import {
  type CitedRule,
  type ScheduleDerivation,
  type ScheduledTask,
  type ScheduleItem,
  WHOLE,
} from './schedule-item.ts';
import { LAST_DAY_RULE, WORDS_RULE } from './schedule-rules.ts';

// What of a task falls due when, as its words say and no further: "Trong năm 2024" is due on its last day, "hàng quý"
// each quarter, "Thường xuyên" on no day. Milestones in between are proposed elsewhere (propose-milestones.ts).

/** The items of a task, in order; there is always one, without a day where the words name none. */
export function scheduleTask(task: ScheduledTask, calendar: WorkCalendar): readonly ScheduleItem[] {
  const { reading } = task.deadline;
  const parts = reading.kind === 'multi' ? (reading.parts ?? []) : [reading];
  const single = parts.length === 1;
  const items = parts.flatMap((part, index) =>
    schedulePart(task, part, calendar, single ? WHOLE : `Lần ${index + 1}`),
  );
  return uniqueLabels(items);
}

function schedulePart(
  task: ScheduledTask,
  part: Deadline,
  calendar: WorkCalendar,
  label: string,
): readonly ScheduleItem[] {
  if (part.kind === 'recurring') return scheduleRecurring(task, part, calendar);
  const isDated =
    part.end !== undefined && part.kind !== 'continuous' && part.openEnd !== true && part.kind !== 'none';
  if (!isDated) return [undated(task, label, part, [whyNoDay(part)])];
  const last = part.end ?? '';
  const end =
    part.endExclusive === true ? Temporal.PlainDate.from(last).subtract({ days: 1 }).toString() : last;
  const isNamed = part.kind === 'date' || (part.kind === 'range' && namesDay(task.deadline.text));
  const steps = [
    part.endExclusive === true
      ? `Trước ngày ${dayWords(last)} nên ngày cuối cùng còn đúng hạn là ${dayWords(end)}.`
      : isNamed
        ? `Văn bản ghi ngày ${dayWords(end)}.`
        : `Ngày cuối cùng của thời hạn là ${dayWords(end)}.`,
  ];
  const start = later(part.start ?? null, task.issuedOn);
  return [
    {
      kind: label === WHOLE ? 'whole' : 'period',
      label,
      startsOn: start !== null && start > end ? (part.start ?? null) : start,
      ...settle({ task, part: task.deadline.text, end, isNamed, steps }, calendar),
    },
  ];
}

function scheduleRecurring(
  task: ScheduledTask,
  part: Deadline,
  calendar: WorkCalendar,
): readonly ScheduleItem[] {
  const { recurrence } = part;
  if (task.year === null) return [undated(task, WHOLE, part, ['Kế hoạch không ghi năm'])];
  const periods = recurrence === undefined ? [] : listPeriods(task.year, recurrence, calendar);
  if (periods.length === 0) return [undated(task, WHOLE, part, ['Văn bản không ghi bao lâu một lần'])];
  const items = periods.map(
    (period): ScheduleItem => ({
      kind: 'period',
      label: period.label,
      startsOn: period.start,
      ...settle(
        {
          task,
          part: recurrence?.by ?? task.deadline.text,
          end: period.due,
          isNamed: period.isNamed,
          steps: [
            period.isNamed
              ? `Kỳ ${period.label}: "${recurrence?.by ?? ''}" là ngày ${dayWords(period.due)}.`
              : `Kỳ ${period.label} kết thúc ngày ${dayWords(period.due)}.`,
          ],
        },
        calendar,
      ),
    }),
  );
  // A plan issued in June asks for no first quarter.
  const asked = items.filter(
    ({ dueOn }) => dueOn === null || task.issuedOn === null || dueOn >= task.issuedOn,
  );
  return asked.length > 0
    ? asked
    : [undated(task, WHOLE, part, ['Mọi kỳ trong năm đã qua trước ngày ban hành kế hoạch'])];
}

interface Ending {
  readonly task: ScheduledTask;
  readonly part: string;
  readonly end: string;
  readonly isNamed: boolean;
  readonly steps: readonly string[];
}

/** A period rolls on from a rest day by law; a day the words name stays, and is warned of. */
function settle(
  { task, part, end, isNamed, steps }: Ending,
  calendar: WorkCalendar,
): Pick<ScheduleItem, 'dueOn' | 'derivation'> {
  const words = task.deadline.text;
  if (isNamed) {
    const warning = calendar.isWorkingDay(end)
      ? []
      : [
          `Ngày ${dayWords(end)} (${weekdayWords(end)}) là ngày nghỉ; văn bản ấn định ngày nên không chuyển, cần làm xong trước.`,
        ];
    return {
      dueOn: end,
      derivation: derive({ words, part, rules: [WORDS_RULE], steps: [...steps, ...warning], fixed: true }),
    };
  }
  const rolled = rollForward(calendar, end);
  const rolling =
    rolled.day === end
      ? []
      : [
          `Ngày ${dayWords(end)} (${weekdayWords(end)}) là ngày nghỉ nên hạn chuyển sang ${dayWords(rolled.day)} (${weekdayWords(rolled.day)}).`,
        ];
  return {
    dueOn: rolled.day,
    derivation: derive({
      words,
      part,
      rules: [LAST_DAY_RULE],
      steps: [...steps, ...rolling],
      counted: rolled,
      fixed: false,
    }),
  };
}

interface Derived {
  readonly words: string;
  readonly part: string;
  readonly rules: readonly CitedRule[];
  readonly steps: readonly string[];
  readonly fixed: boolean;
  readonly counted?: CountedDay;
  readonly missing?: readonly string[];
}

export function derive({ counted, missing = [], ...rest }: Derived): ScheduleDerivation {
  return {
    ...rest,
    skipped: (counted?.skipped ?? []).map(({ day }) => day),
    madeUp: (counted?.madeUp ?? []).map(({ day }) => day),
    missing:
      counted === undefined || counted.covered
        ? missing
        : [...missing, 'Lịch ngày nghỉ chưa có cho thời gian này'],
  };
}

function undated(
  task: ScheduledTask,
  label: string,
  part: Deadline,
  missing: readonly string[],
): ScheduleItem {
  const { text } = task.deadline;
  const span = spanOf(part);
  return {
    kind: label === WHOLE ? 'whole' : 'period',
    label,
    startsOn: later(part.start ?? null, task.issuedOn),
    dueOn: null,
    derivation: {
      ...derive({ words: text, part: text, rules: [], steps: [], missing, fixed: false }),
      ...(span === undefined ? {} : { event: { span } }),
    },
  };
}

function whyNoDay(part: Deadline): string {
  switch (part.kind) {
    case 'continuous':
      return 'Việc làm thường xuyên, văn bản không ghi kỳ nào';
    case 'by_external_plan':
      return 'Thời hạn nằm ở văn bản khác, chưa biết ngày';
    case 'relative_days':
    case 'relative_working_days':
    case 'relative_event':
      return part.anchor === undefined
        ? 'Chưa biết ngày bắt đầu tính'
        : `Chưa biết ngày xảy ra sự kiện "${part.anchor}"`;
    case 'fragment':
      return 'Lời văn bị cắt, không đọc được thời hạn';
    case 'none':
      return 'Văn bản không ghi thời hạn';
    default:
      return part.openEnd === true ? 'Văn bản chỉ ghi ngày bắt đầu' : 'Văn bản không ghi năm';
  }
}

function namesDay(words: string): boolean {
  return /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s*tháng\s*\d{1,2}/u.test(words);
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Two parts of one phrase may name the same period; the second is told apart by its number. */
function uniqueLabels(items: readonly ScheduleItem[]): readonly ScheduleItem[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const key = `${item.kind} ${item.label}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? item : { ...item, label: `${item.label} (${count})` };
  });
}
