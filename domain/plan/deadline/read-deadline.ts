import { clean, fold } from '../../kernel/text.ts';
import type { Deadline } from './deadline.ts';
import { findPeriods, movedByYears, type Period } from './periods.ts';
import { findRecurrences } from './recurrences.ts';
import { findRelative } from './relative.ts';

// A deadline phrase, read in this order: parts, what is no deadline, distance from an event, recurrence, whose plan
// decides, calendar periods with the words before them ("trước", "chậm nhất", "đến hết"), and last bare events.

/** When the phrase says the work is due. `planYear` is used only where the phrase names no year of its own. */
export function readDeadline(text: string, planYear?: number): Deadline {
  const parts = splitParts(text);
  if (parts.length === 0) return { kind: 'none' };
  const read = parts
    .map((part) => readPart(part, planYear))
    .filter(({ kind }) => kind !== 'none' || parts.length === 1);
  return together(read);
}

function together(parts: readonly Deadline[]): Deadline {
  const [only] = parts;
  if (only === undefined) return { kind: 'none' };
  if (parts.length === 1) return only;
  return {
    kind: 'multi',
    parts: parts.flatMap((part) => (part.kind === 'multi' ? (part.parts ?? []) : [part])),
  };
}

function splitParts(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(
      /[;\n\r]+|(?:^|\s)[-–+•]\s+(?=\p{Lu})(?!(?<=(?:\d|[IVX])\s[-–]\s+)(?:quý|tháng|ngày|năm|q)[\s\dIVX])/iu,
    )
    .map((part) =>
      clean(part)
        .replace(/^[-+•*]\s*/, '')
        .replace(/[.,:]+$/, ''),
    )
    .filter((part) => part !== '' && !/^[-./]+$/.test(part));
}

const FRAGMENT =
  /^(?:trong|nam|trong nam|theo|theo ke|theo quy|ke|quy|thang|ngay|truoc|truoc ngay|den|den het|den ngay|het|tu|hang|dinh|dinh ky theo|thuong|xuyen|lien|tuc|hoach|hoach .*|dinh cua .*|cua .*|va|va cac|tiep theo|giai doan|giai|doan)$/;
const CONTINUOUS = /thuong xuyen|lien tuc|trong suot|suot nam|quanh nam|hang ngay/;
const TERM = /nhiem ky/;
const DOCUMENT =
  /(?:quyet dinh|nghi quyet|ke hoach|cong van|thong tu|nghi dinh|chi thi|van ban|thong bao|huong dan|chuong trinh|ket luan|de an)\s+(?:so\s+)?\d+[\w/.-]*/;
const BY_PLAN =
  /^(?:(?:thuc hien|hoan thanh|dam bao|dung)\s+)?(?:theo|dung theo|bam sat|can cu|tuan thu|phu hop)\b|^(?:dung )?(?:tien do|lo trinh|ke hoach) (?:cua|de ra|duoc|chung|do)|^khi co (?:van ban |yeu cau |chi dao |huong dan |ke hoach )?.*(?:trung uong|bo |chinh phu|cap tren|huong dan|yeu cau|chi dao|ke hoach)/;

function readPart(whole: string, planYear: number | undefined): Deadline {
  // "Báo cáo năm: trước 15/12": what stands before the colon says which work, not when.
  const apart = /^[^:]*:\s*(?=.*\d)(.+)$/.exec(whole);
  const part = spellNumbers(
    apart?.[1] !== undefined && findPeriods(fold(apart[1]), planYear).length > 0 ? apart[1] : whole,
  );
  const folded = fold(part);
  if (FRAGMENT.test(folded)) return { kind: 'fragment' };
  if (TERM.test(folded)) return { kind: 'none' };
  const masked = maskDocuments(folded)
    .replace(/\bqui(?=\s|\d|i)/g, 'quy')
    // Scanning takes the Roman I for an l.
    .replace(/(?<=\bquy\s*)[il]{1,3}(?=v?\b)/g, (marks) => marks.replaceAll('l', 'i'));
  const relative = findRelative(part, masked);
  if (relative !== undefined) return relative;
  const recurrences = findRecurrences(part, masked);
  const periods = findPeriods(masked, planYear);
  if (recurrences.length > 0 && CONTINUOUS.test(masked) && !/hang ngay/.test(masked))
    return isOnlyYearly(recurrences)
      ? continuous(masked, periods)
      : together([{ kind: 'continuous' }, ...recurrences]);
  // "báo cáo 6 tháng trước ngày 15/6/2025": what is reported on, and one day for it.
  const isDated = periods.some(({ kind, start }) => kind === 'date' && start !== undefined);
  if (isDated && !/(?<![a-z])(?:hang|moi|dinh ky|thuong nien)\s|lan\s*\//.test(masked))
    return calendar(masked, periods);
  if (recurrences.length > 0) return recurring(recurrences, masked, periods);
  if (CONTINUOUS.test(masked)) return continuous(masked, periods);
  if (BY_PLAN.test(masked))
    return periods.length > 0 && !/^(?:theo|can cu)/.test(masked)
      ? calendar(masked, periods)
      : { kind: 'by_external_plan' };
  if (periods.length > 0) return calendar(masked, periods);
  if (masked !== folded) return { kind: 'none' };
  return readEvent(part, masked);
}

const SPELLED: Readonly<Record<string, number>> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};
const SPELLED_PERIOD = new RegExp(
  `(?<=(?:tháng|quý|quí)\\s+)(?:${Object.keys(SPELLED)
    .sort((one, other) => other.length - one.length)
    .join('|')})(?!\\p{L}|\\s+(?:lần|đầu|cuối|một))`,
  'giu',
);

/** "Tháng Sáu" as "Tháng 6", letter for letter so that places stay; "sau" without its mark is the next month. */
function spellNumbers(part: string): string {
  return part.replace(SPELLED_PERIOD, (word) =>
    String(SPELLED[word.toLowerCase()] ?? word).padEnd(word.length, ' '),
  );
}

/** The number and date of a document are no deadline: they are blanked, letter for letter. */
function maskDocuments(folded: string): string {
  return folded.replace(
    new RegExp(
      `${DOCUMENT.source}(?:\\s*(?:,\\s*)?ngay\\s*\\d{1,2}\\s*(?:[/.-]|thang)\\s*\\d{1,2}\\s*(?:[/.-]|nam)\\s*\\d{4})?`,
      'g',
    ),
    (found) => found.replace(/[\d]/g, '_'),
  );
}

/** "Thường xuyên hằng năm" says no more than "thường xuyên". */
function isOnlyYearly(recurrences: readonly Deadline[]): boolean {
  return recurrences.every(({ recurrence }) => recurrence?.freq === 'yearly' && recurrence.by === undefined);
}

function recurring(recurrences: readonly Deadline[], folded: string, periods: readonly Period[]): Deadline {
  // "Năm 2025 và hằng năm": a period and what goes on after it.
  if (/(?:nam (?:19|20)\d{2})\s*(?:va|,)\s*hang nam/.test(folded) && periods[0] !== undefined)
    return together([periodOf(periods[0]), ...recurrences]);
  return together(recurrences);
}

function continuous(folded: string, periods: readonly Period[]): Deadline {
  const [period] = periods;
  if (period !== undefined && /(?:cham nhat|truoc ngay|truoc thang|bao cao)/.test(folded))
    return together([{ kind: 'continuous' }, calendar(folded, periods)]);
  if (period?.start === undefined || period.end === undefined) return { kind: 'continuous' };
  if (SINCE.test(folded.slice(0, period.from))) return { kind: 'continuous', start: period.start };
  return /^(?:trong )?nam/.test(folded) && /,\s*thuong xuyen|va thuong xuyen/.test(folded)
    ? { kind: 'multi', parts: [periodOf(period), { kind: 'continuous' }] }
    : { kind: 'continuous', start: period.start, end: period.end };
}

const SINCE = /(?:^|\s)(?:tu|bat dau|ke tu|sau)(?:\s+(?:ngay|thang|nam|tu))*\s*$/;

/** "Quý II năm 2025 (tháng 5)": of two periods of which brackets hold one, the one within the other. */
function narrowed(folded: string, periods: readonly Period[]): readonly Period[] {
  const [first, second] = periods;
  if (first === undefined || second === undefined || periods.length !== 2) return periods;
  if (!/\([^)]*$/.test(folded.slice(0, second.from)) && !/\([^)]*$/.test(folded.slice(0, first.from)))
    return periods;
  const holds = (outer: Period, inner: Period) =>
    outer.start !== undefined &&
    outer.end !== undefined &&
    inner.start !== undefined &&
    inner.end !== undefined &&
    outer.start <= inner.start &&
    inner.end <= outer.end;
  if (holds(first, second)) return [second];
  return holds(second, first) ? [first] : periods;
}

function calendar(folded: string, all: readonly Period[]): Deadline {
  return readCalendar(folded, narrowed(folded, all));
}

function readCalendar(folded: string, periods: readonly Period[]): Deadline {
  const [first, second] = periods;
  if (first === undefined) return { kind: 'none' };
  const before = folded.slice(0, first.from);
  const after = folded.slice(periods.at(-1)?.to ?? 0);
  if (second !== undefined && periods.length === 2) {
    const between = folded.slice(first.to, second.from);
    const isRange =
      /^\s*(?:-|den(?: het)?(?: ngay)?|toi)\s*$/.test(between) ||
      (/(?:^|\s)(?:tu|bat dau)(?:\s+(?:ngay|het|dau|thang))?\s*$/.test(before) &&
        /(?:den|-|toi)/.test(between));
    const range = isRange ? rangeOf(first, second) : undefined;
    if (range !== undefined) return range;
  }
  const areYears =
    periods.every(({ kind }) => kind === 'year') && !/giai doan|dinh huong|tam nhin/.test(folded);
  if (periods.length === 1 || (!areYears && periods.every(({ kind }, at) => at === 0 || kind === 'year')))
    return single(first, before, after);
  return together(
    periods.map((period, at) => single(period, folded.slice(periods[at - 1]?.to ?? 0, period.from), '')),
  );
}

/**
 * From one period to another. "Từ tháng 10/2025 đến tháng 3" goes over the turn of the year; where both years are
 * written and the last still ends before the first begins, it is no range.
 */
function rangeOf(first: Period, last: Period): Deadline | undefined {
  const [from, to] = inOrder(first, last);
  if (from.start !== undefined && to.end !== undefined && from.start > to.end) return undefined;
  return { kind: 'range', ...startOf(from), ...endOf(to) };
}

function inOrder(first: Period, last: Period): readonly [Period, Period] {
  if (first.start === undefined || last.end === undefined || first.start <= last.end) return [first, last];
  if (!last.hasOwnYear) return [first, movedByYears(last, 1)];
  return first.hasOwnYear ? [first, last] : [movedByYears(first, -1), last];
}

function single(period: Period, before: string, after: string): Deadline {
  if (
    /(?:^|[\s(,:])truoc(?:\s+(?:ngay|het|thoi diem|thang|thoi han))*\s*$/.test(before) &&
    !/truoc het/.test(before)
  )
    return { kind: 'date', ...(period.start === undefined ? {} : { end: period.start }), endExclusive: true };
  if (/(?:va|,)?\s*(?:cac|nhung)\s*nam\s*(?:tiep theo|tiep|sau|ke tiep)|tro di|tro ve sau|ve sau/.test(after))
    return { kind: 'range', ...startOf(period), openEnd: true };
  if (period.kind !== 'range' && SINCE.test(before))
    return { kind: 'range', ...startOf(period), openEnd: true };
  if (period.kind === 'date') return { kind: 'date', ...endOf(period) };
  if (
    /(?:^|\s)(?:den|toi|den het|cham nhat|muon nhat|khong qua|han cuoi|truoc het|den cuoi|cham nhat den|cham nhat la|cham nhat trong)(?:\s+(?:het|cuoi|ngay|thang|nam|la|trong|den))*\s*$/.test(
      before,
    )
  )
    return { kind: 'range', ...endOf(period), openStart: true };
  return periodOf(period);
}

function startOf({ start }: Period): { start?: string } {
  return start === undefined ? {} : { start };
}

function endOf({ end }: Period): { end?: string } {
  return end === undefined ? {} : { end };
}

function periodOf(period: Period): Deadline {
  const kind = period.kind === 'half' ? 'range' : period.kind;
  return kind === 'date' ? { kind, ...endOf(period) } : { kind, ...startOf(period), ...endOf(period) };
}

function readEvent(part: string, folded: string): Deadline {
  const event =
    /^(?:trong vong|hoan thanh|thuc hien)?\s*((?:ngay )?(?:sau khi|sau|khi|truoc khi|truoc|ke tu khi|ke tu|tu khi|ngay khi))\s+(.+)$/.exec(
      folded,
    );
  if (event?.[1] !== undefined && event[2] !== undefined) {
    const anchor = part.slice(folded.length - event[2].length);
    return { kind: 'relative_event', direction: event[1].includes('truoc') ? 'before' : 'after', anchor };
  }
  if (/theo (?:ke hoach|quy dinh|tien do|lo trinh|chi dao|yeu cau|huong dan|chuong trinh)/.test(folded))
    return { kind: 'by_external_plan' };
  if (/^(?:trong nam|ca nam|nam nay|(?:trong )?nam ke hoach)$/.test(folded)) return { kind: 'year' };
  if (/(?:phat sinh|co yeu cau|dot xuat)/.test(folded)) return { kind: 'relative_event', anchor: part };
  return { kind: 'none' };
}
