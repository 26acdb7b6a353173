import { rollBack, rollForward, subtractWorkingDays } from '../../calendar/count-working-days.ts';
import { dayWords, weekdayWords } from '../../calendar/day-words.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import { clean, fold } from '../../kernel/text.ts';
import leadTimes from './data/lead-times.json' with { type: 'json' };
import scoring from './data/scoring.json' with { type: 'json' };
import { listReportDates, type ReportDate } from './report-dates.ts';
import {
  type CitedRule,
  type MilestoneProposal,
  type ProposalGround,
  type ScheduledTask,
  type ScheduleItem,
  type ScheduleKind,
  WHOLE,
} from './schedule-item.ts';
import { LAST_DAY_RULE, LEAD_TIME_RULE, REPORT_RULE, WORDS_RULE, YEAR_RULE } from './schedule-rules.ts';
import { derive } from './schedule-task.ts';

// "Trong năm 2024" leaves every task to the last week of December, and "Thường xuyên" leaves it to nobody. What is
// proposed here goes by what the province has to hand in anyway; nothing of it stands until the owner says so.

const PRODUCTS = leadTimes.products.map(({ product, ...rest }) => ({
  product: new RegExp(product),
  ...rest,
}));
/** Which of two proposals that fall together stays: those a document asks for before our own. */
const WEIGHT: Readonly<Record<ProposalGround, number>> = { report: 0, scoring: 1, year: 2, product: 3 };

interface Draft {
  readonly kind: ScheduleKind;
  readonly label: string;
  readonly startsOn: string | null;
  readonly dueOn: string;
  readonly ground: ProposalGround;
  readonly reason: string;
  readonly rules: readonly CitedRule[];
  readonly steps: readonly string[];
  readonly skipped: readonly string[];
  readonly madeUp: readonly string[];
  readonly covered: boolean;
  readonly fixed: boolean;
}

/** Days proposed for a task that names only a year, a far day, or none; each with why. In order of the days. */
export function proposeMilestones(
  task: ScheduledTask,
  items: readonly ScheduleItem[],
  calendar: WorkCalendar,
): readonly MilestoneProposal[] {
  if (task.year === null) return [];
  const [whole, ...others] = items;
  if (whole === undefined || others.length > 0 || whole.kind !== 'whole') return [];
  const drafts =
    whole.dueOn === null
      ? proposeForUndated({ task, year: task.year, calendar })
      : proposeBefore({ task, year: task.year, calendar }, whole.dueOn);
  return drafts
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || WEIGHT[a.ground] - WEIGHT[b.ground])
    .map((draft) => asProposal(task, draft));
}

interface Setting {
  readonly task: ScheduledTask;
  readonly year: number;
  readonly calendar: WorkCalendar;
}

function proposeForUndated(setting: Setting): readonly Draft[] {
  const { task, year } = setting;
  const { kind } = task.deadline.reading;
  const reports = listReportDates(year);
  if (kind !== 'continuous' && isPeriodicReport(task))
    return reports
      .filter(({ due }) => task.issuedOn === null || due >= task.issuedOn)
      .map((report) => sendReport(setting, report));
  const closings = reports.filter(({ closes }) => hasRoom(setting, closes));
  // Work without an end is told of at each report; work whose day is not known yet likewise, on the way to its day.
  if (kind === 'continuous') return closings.map((report) => closeReport(setting, report, 'period'));
  const milestones = closings.map((report) => closeReport(setting, report, 'milestone'));
  if (kind !== 'none' && kind !== 'fragment') return milestones;
  const last = endOfYear(setting);
  return task.issuedOn === null || last.dueOn > task.issuedOn ? [last, ...milestones] : milestones;
}

function proposeBefore(setting: Setting, end: string): readonly Draft[] {
  const { task, year, calendar } = setting;
  const from = task.issuedOn ?? `${year}-01-01`;
  if (end <= from || workingDays(calendar, from, end) <= leadTimes.far) return [];
  const reports = listReportDates(year)
    .filter(({ closes }) => closes < end)
    .map((report) => closeReport(setting, report, 'milestone'));
  const steps = (productOf(task)?.steps ?? []).map((step) => stepBefore(setting, end, step));
  const drafts = [...reports, ...(end >= `${year}-12-31` ? [readyForScoring(setting, end)] : []), ...steps];
  return thinOut(
    drafts.filter(({ dueOn }) => hasRoom(setting, dueOn) && dueOn < end),
    calendar,
  );
}

/** Leaves one of those that fall within a week; what goes gives its reason to what stays. */
function thinOut(drafts: readonly Draft[], calendar: WorkCalendar): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts.toSorted((a, b) => WEIGHT[a.ground] - WEIGHT[b.ground])) {
    const near = kept.findIndex(
      ({ dueOn }) => Math.abs(workingDays(calendar, dueOn, draft.dueOn)) < leadTimes.apart,
    );
    const held = kept[near];
    if (held === undefined) kept.push(draft);
    else
      kept[near] = {
        ...held,
        rules: [...held.rules, ...draft.rules.filter((rule) => !held.rules.includes(rule))],
        steps: [...held.steps, `Gộp mốc "${draft.label}" (ngày ${dayWords(draft.dueOn)}): ${draft.reason}`],
      };
  }
  return kept;
}

function closeReport(
  { year, calendar }: Setting,
  { name, from, closes, due }: ReportDate,
  kind: ScheduleKind,
): Draft {
  const counted = rollBack(calendar, closes);
  const what = `Báo cáo CCHC ${name} chốt số liệu ngày ${dayWords(closes)}, gửi Bộ Nội vụ chậm nhất ngày ${dayWords(due)}`;
  return {
    kind,
    label: kind === 'period' ? `Kỳ báo cáo ${name}` : `Có kết quả đưa vào báo cáo ${name}`,
    startsOn: kind === 'period' ? (from < `${year}-01-01` ? `${year}-01-01` : from) : null,
    dueOn: counted.day,
    ground: 'report',
    reason: `${what}; kết quả sau ngày chốt không vào báo cáo này.`,
    rules: [REPORT_RULE],
    steps: counted.reason === '' ? [] : [`${capital(counted.reason)}.`],
    ...marksOf(counted),
    fixed: false,
  };
}

function sendReport({ calendar }: Setting, { name, from, closes, due }: ReportDate): Draft {
  return {
    kind: 'period',
    label: `Báo cáo ${name}`,
    startsOn: from,
    dueOn: due,
    ground: 'report',
    reason: `Bộ Nội vụ nhận báo cáo CCHC ${name} chậm nhất ngày ${dayWords(due)} (số liệu chốt ngày ${dayWords(closes)}).`,
    rules: [REPORT_RULE, WORDS_RULE],
    steps: calendar.isWorkingDay(due)
      ? []
      : [
          `Ngày ${dayWords(due)} (${weekdayWords(due)}) là ngày nghỉ; văn bản ấn định ngày nên không chuyển, cần gửi trước.`,
        ],
    skipped: [],
    madeUp: [],
    covered: true,
    fixed: true,
  };
}

function readyForScoring({ year, calendar }: Setting, end: string): Draft {
  const held = scoring.known.find((one) => one.year === year) ?? scoring.otherwise;
  const last = end > `${year}-12-31` ? `${year}-12-31` : end;
  const counted = subtractWorkingDays(calendar, last, scoring.ready_before);
  return {
    kind: 'milestone',
    label: scoring.label,
    startsOn: null,
    dueOn: counted.day,
    ground: 'scoring',
    reason: `Chỉ số CCHC năm ${year} được tự chấm ${held.when}, theo kết quả và tài liệu của năm ${year}.`,
    rules: [
      { words: 'Thời gian tự chấm Chỉ số cải cách hành chính', source: held.source, verified: held.verified },
      LEAD_TIME_RULE,
    ],
    steps: [`Trước ngày ${dayWords(last)} ${counted.reason}: ngày ${dayWords(counted.day)}.`],
    ...marksOf(counted),
    fixed: false,
  };
}

function stepBefore(
  { task, calendar }: Setting,
  end: string,
  step: { readonly label: string; readonly before: number },
): Draft {
  const counted = subtractWorkingDays(calendar, end, step.before);
  return {
    kind: 'milestone',
    label: step.label,
    startsOn: null,
    dueOn: counted.day,
    ground: 'product',
    reason: `Sản phẩm là ${productOf(task)?.name ?? ''}, nên cần ${step.before} ngày làm việc từ "${step.label}" đến thời hạn ${dayWords(end)}.`,
    rules: [LEAD_TIME_RULE],
    steps: [`Trước ngày ${dayWords(end)} ${counted.reason}: ngày ${dayWords(counted.day)}.`],
    ...marksOf(counted),
    fixed: false,
  };
}

function endOfYear({ year, calendar }: Setting): Draft {
  const last = `${year}-12-31`;
  const counted = rollForward(calendar, last);
  return {
    kind: 'whole',
    label: WHOLE,
    startsOn: null,
    dueOn: counted.day,
    ground: 'year',
    reason: `Văn bản không ghi thời hạn; kế hoạch của năm ${year} nên chậm nhất là hết năm.`,
    rules: [YEAR_RULE, LAST_DAY_RULE],
    steps: counted.reason === '' ? [] : [`${capital(counted.reason)}.`],
    ...marksOf(counted),
    fixed: false,
  };
}

function marksOf({ skipped, madeUp, covered }: ReturnType<typeof rollBack>) {
  return { skipped: skipped.map(({ day }) => day), madeUp: madeUp.map(({ day }) => day), covered };
}

function asProposal(task: ScheduledTask, draft: Draft): MilestoneProposal {
  const { kind, label, startsOn, dueOn, ground, reason, rules, steps, skipped, madeUp, covered, fixed } =
    draft;
  const { text } = task.deadline;
  const derivation = derive({ words: text, part: text, rules, steps: [reason, ...steps], fixed });
  const missing = covered ? [] : ['Lịch ngày nghỉ chưa có cho thời gian này'];
  return {
    kind,
    label,
    startsOn,
    dueOn,
    ground,
    reason,
    derivation: { ...derivation, skipped, madeUp, missing },
  };
}

/** Enough working days after the plan was issued for somebody to do something until then. */
function hasRoom({ task, calendar }: Setting, day: string): boolean {
  return task.issuedOn === null || workingDays(calendar, task.issuedOn, day) >= leadTimes.room;
}

function workingDays(calendar: WorkCalendar, from: string, to: string): number {
  return calendar.running(to) - calendar.running(from);
}

function isPeriodicReport({ name, deliverables }: ScheduledTask): boolean {
  const folded = fold(clean(name));
  return (
    /^bao cao\b/.test(folded) &&
    /dinh ky/.test(folded) &&
    /cchc|cai cach hanh chinh/.test(folded) &&
    deliverables.some((product) => fold(clean(product)).startsWith('bao cao'))
  );
}

function productOf({ deliverables }: ScheduledTask) {
  const words = deliverables.map((product) => fold(clean(product)).replace(/^[-+•\d.)\s]+/, ''));
  return PRODUCTS.find(({ product }) => words.some((one) => product.test(one)));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
