import { formatDay } from '../access/format-days.ts';
import { addWorkingDays, countWorkingDays } from '../calendar/count-working-days.ts';
import { shortDay } from '../calendar/day-words.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { OPEN_STATES, type WorkState } from '../task/work/work-act.ts';
import { createDirectory, type Directory, type Recipient, type Staff } from './find-recipients.ts';
import type { NoticeGroup, NoticeRecipient, NoticeRule, NoticeTrigger } from './notice-rule.ts';
import { RECIPIENT_WORDS } from './notice-words.ts';

/** A due item as far as reminding goes. Days are ISO dates. */
export interface NoticeItem {
  readonly id: string;
  readonly assignmentId: string;
  /** What a person calls it: "I.6. Hội nghị đối thoại · Quý III". */
  readonly words: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: 'lead' | 'coordinate';
  readonly startsOn: string | null;
  readonly dueOn: string | null;
  readonly state: WorkState;
  /** Number of the act that returned it last, so that each return reminds once. */
  readonly returnedSeq: number | null;
  readonly askedSeq: number | null;
  readonly asked: 'not-applicable' | 'extension' | null;
  readonly holderId: string | null;
  /** The agencies that lead the task, who review what coordinators confirm. */
  readonly leadAgencyIds: readonly string[];
  readonly submittedOn: string | null;
  readonly submittedBy: string | null;
  readonly lastReportOn: string | null;
  readonly nextOn: string | null;
  readonly blocker: {
    readonly agencyId: string | null;
    readonly words: string;
    readonly since: string;
  } | null;
}

export interface NoticeComment {
  readonly id: string;
  readonly assignmentId: string | null;
  readonly taskId: string;
  readonly words: string;
  readonly actor: string;
  readonly personId: string | null;
  readonly mentionedPeople: readonly string[];
  readonly mentionedAgencies: readonly string[];
}

export interface PlannedNotice {
  readonly rule: string;
  readonly personId: string;
  readonly agencyId: string;
  readonly subject: { readonly kind: 'due-item' | 'comment'; readonly id: string };
  /** With rule, person and subject what makes a reminder the same one: the due day, the day of the event. */
  readonly occasion: string;
  readonly group: NoticeGroup;
  readonly words: string;
  /** Why today, and why this person. */
  readonly reason: string;
  /** Path of the page where one acts. */
  readonly link: string;
  /** Last day on which an act counts as following from it. */
  readonly actBy: string;
}

export interface NoticeFacts extends Staff {
  readonly items: readonly NoticeItem[];
  readonly comments: readonly NoticeComment[];
  readonly rules: readonly NoticeRule[];
  readonly calendar: WorkCalendar;
  /** Keys of what was planned before (`noticeKey`). */
  readonly sent: ReadonlySet<string>;
  /** Working days within which an act counts as following from a reminder. */
  readonly effectDays: number;
}

export function noticeKey(
  notice: Pick<PlannedNotice, 'rule' | 'personId' | 'occasion'> & { subjectId: string },
) {
  return `${notice.rule}|${notice.personId}|${notice.subjectId}|${notice.occasion}`;
}

/** A reminder that is called for, before it is known to whom. */
interface Call {
  readonly rule: NoticeRule;
  readonly occasion: string;
  readonly group: NoticeGroup;
  readonly why: string;
}

/**
 * Whom to remind of what today. A rule whose day passed while nothing ran still calls; each person gets of the rules
 * about one due day the furthest only, so that what was missed comes once. Nothing is planned on a rest day, and
 * nothing twice.
 */
export function planNotices(facts: NoticeFacts): readonly PlannedNotice[] {
  const { calendar, today, rules, sent, effectDays } = facts;
  if (!calendar.isWorkingDay(today)) return [];
  const directory = createDirectory(facts);
  const actBy = addWorkingDays(calendar, today, effectDays).day;
  const judge = createJudge(
    calendar,
    today,
    rules.filter(({ enabled }) => enabled),
  );
  const planned = new Map<string, PlannedNotice>();
  const add = (notice: PlannedNotice) => {
    const key = noticeKey({ ...notice, subjectId: notice.subject.id });
    if (!sent.has(key) && !planned.has(key)) planned.set(key, notice);
  };
  for (const item of facts.items)
    for (const calls of judge(item)) {
      // Furthest first: whoever it addresses is not told of the nearer ones as well.
      const told = new Set<string>();
      for (const call of calls)
        for (const recipient of findRecipients(directory, item, call.rule)) {
          if (told.has(recipient.personId)) continue;
          told.add(recipient.personId);
          add({
            rule: call.rule.id,
            personId: recipient.personId,
            agencyId: recipient.agencyId,
            subject: { kind: 'due-item', id: item.id },
            occasion: call.occasion,
            group: call.group,
            words: `${item.words} (${item.agencyName})`,
            reason: `${call.why}. ${whyYou(recipient)}`,
            link: `/phan-viec/${item.assignmentId}`,
            actBy,
          });
        }
    }
  const mention = rules.find(({ trigger, enabled }) => enabled && trigger === 'mentioned');
  if (mention !== undefined)
    for (const comment of facts.comments)
      for (const recipient of findMentioned(directory, comment))
        add({
          rule: mention.id,
          personId: recipient.personId,
          agencyId: recipient.agencyId,
          subject: { kind: 'comment', id: comment.id },
          occasion: comment.id,
          group: 'mention',
          words: cut(comment.words),
          reason: `${comment.actor} nhắc đến bạn trong trao đổi. ${whyYou(recipient)}`,
          link:
            comment.assignmentId === null
              ? `/nhiem-vu/${comment.taskId}`
              : `/phan-viec/${comment.assignmentId}`,
          actBy,
        });
  return [...planned.values()];
}

/** What is called for, of one item: lists of calls of which each person gets the first that addresses them. */
function createJudge(calendar: WorkCalendar, today: string, rules: readonly NoticeRule[]) {
  const count = (from: string, to: string) => countWorkingDays(calendar, from, to);
  const of = (trigger: NoticeTrigger) => rules.filter((rule) => rule.trigger === trigger);
  const [beforeDue, unconfirmed, due, late] = [of('before-due'), of('unconfirmed'), of('due'), of('late')];
  const advance = (rule: NoticeRule) =>
    rule.trigger === 'late' ? rule.days : rule.trigger === 'due' ? 0 : -rule.days;
  const leadRules = [...beforeDue, ...due, ...late].toSorted((a, b) => advance(b) - advance(a));
  const helpRules = [...unconfirmed, ...due, ...late].toSorted((a, b) => advance(b) - advance(a));
  const words = new Map<string, string>();

  const onDay = (item: NoticeItem): readonly Call[] => {
    const { dueOn } = item;
    if (dueOn === null || !OPEN_STATES.includes(item.state)) return [];
    const past = count(dueOn, today);
    const group = past > 0 ? 'late' : 'due';
    return (item.role === 'lead' ? leadRules : helpRules)
      .filter((rule) => past >= advance(rule))
      .map((rule) => ({ rule, occasion: dueOn, group, why: countdown(dueOn, past) }));
  };
  /** How far the due day is, with the days that do not count as they seem. */
  const countdown = (dueOn: string, past: number): string => {
    const held = words.get(dueOn);
    if (held !== undefined) return held;
    const odd = past > 0 ? exceptions(calendar, dueOn, today) : exceptions(calendar, today, dueOn);
    const but = odd === '' ? '' : `, ${odd}`;
    const said =
      past > 0
        ? `Quá hạn ${past} ngày làm việc: hạn ${formatDay(dueOn)}${but}`
        : past === 0 && dueOn <= today
          ? `Đến hạn hôm nay, ${formatDay(dueOn)}`
          : `Còn ${-past} ngày làm việc: hạn ${formatDay(dueOn)}${but}`;
    words.set(dueOn, said);
    return said;
  };
  const since = (day: string | null, trigger: NoticeTrigger, why: (days: number, day: string) => string) =>
    day === null || day > today
      ? []
      : of(trigger).flatMap((rule): readonly Call[] => {
          const days = count(day, today);
          return days < rule.days ? [] : [{ rule, occasion: day, group: 'waiting', why: why(days, day) }];
        });
  const other = (item: NoticeItem): readonly (readonly Call[])[] => {
    const isOpen = OPEN_STATES.includes(item.state);
    const once = (trigger: NoticeTrigger, occasion: string, why: string) =>
      of(trigger).map((rule): Call => ({ rule, occasion, group: 'waiting', why }));
    return [
      item.state === 'returned'
        ? once('returned', String(item.returnedSeq), 'Kết quả bị trả lại để bổ sung')
        : [],
      item.asked === null || item.state === 'accepted' || item.state === 'closed'
        ? []
        : once(
            'asked',
            String(item.askedSeq),
            item.asked === 'extension'
              ? `${item.agencyName} xin gia hạn, chờ quyết định`
              : `${item.agencyName} đề nghị xác định là không áp dụng, chờ quyết định`,
          ),
      item.state === 'submitted'
        ? since(
            item.submittedOn,
            'review',
            (days, day) => `Nộp ngày ${formatDay(day)}, đã chờ duyệt ${days} ngày làm việc`,
          )
        : [],
      isOpen && item.blocker !== null
        ? since(
            item.blocker.since,
            'blocked',
            (days, day) =>
              `${item.agencyName} đang chờ cơ quan bạn từ ${formatDay(day)} (${days} ngày làm việc): ${cut(item.blocker?.words ?? '')}`,
          )
        : [],
      // Who is late is told so; that they are silent as well would be said twice.
      isOpen && item.role === 'lead' && !(item.dueOn !== null && item.dueOn < today)
        ? since(
            item.lastReportOn ?? item.startsOn,
            'silent',
            (days, day) => `${days} ngày làm việc không có báo cáo, từ ${formatDay(day)}`,
          )
        : [],
      isOpen && item.nextOn !== null && (item.lastReportOn === null || item.lastReportOn < item.nextOn)
        ? since(
            item.nextOn,
            'next-passed',
            (days, day) => `Đã hẹn báo cáo ngày ${formatDay(day)}, qua ${days} ngày làm việc`,
          )
        : [],
    ];
  };
  return (item: NoticeItem): readonly (readonly Call[])[] =>
    item.state === 'accepted' || item.state === 'closed' || item.state === 'not-applicable'
      ? []
      : [onDay(item), ...other(item)];
}

function findRecipients(directory: Directory, item: NoticeItem, rule: NoticeRule): readonly Recipient[] {
  return rule.to.flatMap((as) => findOnes(directory, item, as));
}

function findOnes(directory: Directory, item: NoticeItem, as: NoticeRecipient): readonly Recipient[] {
  switch (as) {
    case 'holder':
      return directory.holders(item.agencyId, item.holderId);
    case 'head':
      return directory.heads(item.agencyId);
    case 'owner':
    case 'leader':
      return directory.ofRole(as, as);
    case 'reviewer': {
      const reviewers =
        item.role === 'lead'
          ? [...directory.ofRole('verifier', as), ...directory.ofRole('owner', as)]
          : item.leadAgencyIds.flatMap((id) => [
              ...directory.holders(id, null, as),
              ...directory.heads(id, as),
            ]);
      // Whoever handed in does not review.
      return reviewers.filter(({ personId }) => personId !== item.submittedBy);
    }
    case 'blocking': {
      const agencyId = item.blocker?.agencyId ?? null;
      return agencyId === null
        ? []
        : [...directory.holders(agencyId, null, as), ...directory.heads(agencyId, as)];
    }
    case 'mentioned':
      return [];
  }
}

function findMentioned(directory: Directory, comment: NoticeComment): readonly Recipient[] {
  return [
    ...comment.mentionedPeople.flatMap((id) => directory.person(id, 'mentioned')),
    ...comment.mentionedAgencies.flatMap((id) => directory.holders(id, null, 'mentioned')),
  ].filter(({ personId }) => personId !== comment.personId);
}

function whyYou({ as, onBehalfOf }: Recipient): string {
  const place = onBehalfOf === null ? '' : ` (thay ${onBehalfOf})`;
  return `Bạn nhận vì ${RECIPIENT_WORDS[as]}${place}.`;
}

const MOST_NAMED = 6;

/** Weekdays off and rest days worked in (from, to], as a sentence goes on: "trừ 30/4, 01/5; tính làm bù 26/4". */
function exceptions(calendar: WorkCalendar, from: string, to: string): string {
  const marks = calendar.marksBetween(from, to).filter(({ day }) => day > from);
  const say = (effect: 'off' | 'work', words: string, many: string) => {
    const days = marks.filter((mark) => mark.effect === effect).map(({ day }) => shortDay(day));
    if (days.length === 0) return [];
    return [`${words} ${days.length > MOST_NAMED ? `${days.length} ${many}` : days.join(', ')}`];
  };
  return [...say('off', 'trừ', 'ngày nghỉ giữa tuần'), ...say('work', 'tính làm bù', 'ngày')].join('; ');
}

const LONGEST = 160;

function cut(words: string): string {
  const one = words.replace(/\s+/g, ' ').trim();
  return one.length <= LONGEST ? one : `${one.slice(0, LONGEST).trimEnd()}…`;
}
