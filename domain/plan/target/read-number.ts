import { type ClauseText, getClauseText as clauseOf, sliceClause } from './clause-text.ts';
import type { Territory } from './divide-clause.ts';
import { type Bound, findBound } from './find-bound.ts';
import { type Change, findBaseline, findChange } from './find-change.ts';
import type { NumberSpan } from './find-numbers.ts';
import { findScopeAfter, findScopeBefore, findWholeScope } from './find-scope.ts';
import { cleanSubject, findCountedAfter, findSubjectAfter, withoutChangeVerb } from './find-subject.ts';
import { findUnit, type UnitFound } from './find-unit.ts';
import { isPromise, isStart, type NumberPlace } from './is-promise.ts';
import type { Target } from './target.ts';

// One number of a clause as a target. What a number does not say itself it takes from the number before it: the
// bound ("tối thiểu 70% … và 45%"), the change ("giảm 5% số vụ, 7% số người chết"), the subject ("cấp xã đạt 60%").

export interface Given {
  readonly subject?: string;
  readonly unit?: string;
}

export interface ClauseNumbers {
  readonly clause: ClauseText;
  readonly numbers: readonly NumberSpan[];
  readonly territories: readonly Territory[];
  readonly given: Given;
}

/** A number as read, with what the next one may take over. */
export interface NumberReading {
  readonly target: Target | undefined;
  readonly bound: Bound | undefined;
  readonly change: Change | undefined;
  readonly subject: string | undefined;
  /** The subject was not named again, only the scope or the year. */
  readonly shared: boolean;
}

/** "vượt 5% so với dự toán" is a growth over it, "vượt 95%" a level. */
const EXCEEDS = /\bvuot\s*\|\s*(?:so voi|du toan|ke hoach|chi tieu)/;
const GROWTH: Change = { direction: 'increase', level: false, from: 0, to: 0 };

export function readNumber(
  { clause, numbers, territories, given }: ClauseNumbers,
  at: number,
  last: NumberReading | undefined,
): NumberReading {
  const number = numbers[at];
  const territory = territories[at];
  if (number === undefined || territory === undefined)
    return { target: undefined, bound: undefined, change: undefined, subject: undefined, shared: false };
  const place = placeOf(clause, numbers, territories, at);
  const lead = leadOf(clause, numbers, territories, at);
  const right = sliceClause(clause, number.to, territory.to);
  const own = place.bound;
  const compared = /so voi/.test(clause.key);
  const moved = findChange(lead.key, clause.key.slice(0, number.from), compared);
  const bare = isBare(lead, own, moved, at, place);
  const exceeds = own === '>' && EXCEEDS.test(`${lead.key}|${right.key}`);
  const bound = exceeds ? undefined : (own ?? (bare && last?.target !== undefined ? last.bound : undefined));
  const change = exceeds ? GROWTH : (moved ?? (bare ? last?.change : undefined));
  const unit = unitOf(number, right, given);
  const named = nameOf({ lead, right, number, unit, change, given, place }, last);
  const promised = isPromise(place);
  const target = promised ? targetOf({ clause, number, bound, change, unit, lead, given }, named) : undefined;
  return { target, bound, change, subject: named.subject, shared: named.shared };
}

function placeOf(
  clause: ClauseText,
  numbers: readonly NumberSpan[],
  territories: readonly Territory[],
  at: number,
): NumberPlace {
  const number = numbers[at] as NumberSpan;
  const territory = territories[at] as Territory;
  const next = numbers[at + 1];
  const previous = numbers[at - 1];
  const before = clause.key.slice(Math.max(territory.from, previous?.to ?? 0), number.from);
  const after = clause.key.slice(number.to, next?.from ?? clause.key.length);
  return {
    number,
    previous,
    next,
    bound: findBound(before, after, number),
    before,
    after: clause.key.slice(number.to, territory.to),
    ahead: clause.key.slice(0, number.from),
    behind: clause.key.slice(number.to),
    apart: territory.apart,
    nextApart: territories[at + 1]?.apart ?? true,
  };
}

/** The words that lead to a number; past the number a change starts from, they go on from its own lead. */
function leadOf(
  clause: ClauseText,
  numbers: readonly NumberSpan[],
  territories: readonly Territory[],
  at: number,
): ClauseText {
  const number = numbers[at] as NumberSpan;
  let first = at;
  while (first > 0 && isStart(placeOf(clause, numbers, territories, first - 1))) first--;
  if (first === at) return sliceClause(clause, territories[at]?.from ?? 0, number.from);
  const start = numbers[first] as NumberSpan;
  const head = sliceClause(clause, territories[first]?.from ?? 0, start.from);
  const between = sliceClause(clause, numbers[at - 1]?.to ?? 0, number.from);
  // "từ 30 ngày xuống còn 20 ngày": the unit said in between names nothing.
  const tail = sliceClause(
    between,
    Math.max(0, between.key.search(/(?:^|\s)(?:len|xuong|con|den|sang)(?:\s|$)/)),
  );
  return {
    text: `${head.text} ${tail.text}`,
    toned: `${head.toned} ${tail.toned}`,
    key: `${head.key} ${tail.key}`,
  };
}

/** The number says nothing of how it is meant: only a comma, "và", a scope or a year lead to it. */
function isBare(
  lead: ClauseText,
  own: Bound | undefined,
  moved: Change | undefined,
  at: number,
  place: NumberPlace,
): boolean {
  if (at === 0 || own !== undefined || moved !== undefined || place.previous === undefined) return false;
  if (place.previous.kind !== place.number.kind || place.number.upper !== undefined) return false;
  const words = lead.key.replace(/^[\s,:()]*(?:va|hoac|cung)?\s*/, '').trim();
  return (
    words === '' ||
    cleanSubject(lead) === undefined ||
    findWholeScope(lead) !== undefined ||
    /^(?:den )?nam 20\d{2}\s*:?$/.test(words) ||
    words.length < 30
  );
}

function unitOf(number: NumberSpan, right: ClauseText, given: Given): UnitFound | undefined {
  const said = (unit: string, measured = true): UnitFound => ({ unit, measured, length: 0 });
  if (number.unit !== undefined) return said(number.unit);
  if (number.kind === 'percent') return said('%');
  if (number.kind === 'permille') return said('‰');
  if (number.kind === 'rank' || number.kind === 'fraction')
    return given.unit === undefined ? undefined : said(given.unit);
  const found = findUnit(right);
  if (given.unit !== undefined && (found === undefined || found.length === 0)) return said(given.unit);
  return found ?? (given.unit === undefined ? undefined : said(given.unit));
}

interface Naming {
  readonly lead: ClauseText;
  readonly right: ClauseText;
  readonly number: NumberSpan;
  readonly unit: UnitFound | undefined;
  readonly change: Change | undefined;
  readonly given: Given;
  readonly place: NumberPlace;
}

interface Named {
  readonly subject: string | undefined;
  readonly scope: string | undefined;
  readonly shared: boolean;
}

function nameOf(naming: Naming, last: NumberReading | undefined): Named {
  const { lead, right, number, change, given } = naming;
  const whole = findWholeScope(trimmed(lead));
  const found = whole === undefined ? findScopeBefore(lead) : undefined;
  const behind = findScopeAfter(right);
  const scope = whole ?? found?.scope ?? behind?.scope;
  if (given.subject !== undefined) return { subject: given.subject, scope, shared: false };
  const inherited: Named = { subject: last?.subject, scope, shared: last?.subject !== undefined };
  if (whole !== undefined && last?.subject !== undefined) return inherited;
  const ahead =
    whole === undefined ? cleanSubject(found === undefined ? lead : without(lead, found)) : undefined;
  const doing = ahead !== undefined && isDoing(ahead, naming);
  const leading = ahead !== undefined && number.kind !== 'plain' && LEADING.test(ahead);
  if (ahead !== undefined && !doing && !leading) {
    const isName = change === undefined || (change.level && /^tăng trưởng /iu.test(ahead));
    const subject = isName ? ahead : cleanChanged(ahead);
    if (subject !== undefined) return { subject, scope, shared: false };
  }
  const counted = number.kind === 'plain' || number.kind === 'rank';
  const clear = behind === undefined ? right : without(right, behind);
  const after = counted ? countedName(clear, naming) : findSubjectAfter(clear);
  if (after !== undefined)
    return scope === undefined && /^cấp /iu.test(after) && findWholeScope(clauseOf(after)) !== undefined
      ? { subject: inherited.subject, scope: after, shared: inherited.subject !== undefined }
      : { subject: after, scope, shared: false };
  if (doing) return { subject: undefined, scope, shared: false };
  if (ahead !== undefined)
    return { subject: change === undefined ? ahead : cleanChanged(ahead), scope, shared: false };
  if (whole !== undefined) return { subject: undefined, scope, shared: false };
  return inherited;
}

/** "triển khai tại 100% xã": what is named stands after. */
const LEADING = /\s(?:tại|ở|cho|với|tới|của|trên)$/iu;

function trimmed(lead: ClauseText): ClauseText {
  const edge = /^[\s,:();]*(?:va|hoac|con|trong do|rieng)?[\s,:]*/.exec(lead.key)?.[0].length ?? 0;
  const tail =
    /(?:\s+(?:dat|la|la tu|tren|duoi|toi thieu|it nhat|tu|tren|phan dau|con|khong qua|toi da|co|giam|tang|khoang)|\s*[:≥≤<>=])*\s*$/.exec(
      lead.key,
    )?.index ?? lead.key.length;
  return sliceClause(lead, edge, Math.max(edge, tail));
}

function without(clause: ClauseText, { from, to }: { from: number; to: number }): ClauseText {
  const join = (text: string) => `${text.slice(0, from)} ${text.slice(to)}`;
  return { text: join(clause.text), toned: join(clause.toned), key: join(clause.key) };
}

function cleanChanged(subject: string): string | undefined {
  const rest = withoutChangeVerb(subject).trim();
  return /\p{L}{2}/u.test(rest) && !/^(?:kéo giảm|giảm|tăng|nâng)$/iu.test(rest) ? rest : undefined;
}

const VERBS =
  '(?:tổ chức|xây dựng|thành lập|ban hành|triển khai|thực hiện|hoàn thành|trồng(?: mới| rừng)?|đào tạo|bồi dưỡng|tập huấn|mở|đăng(?: tải)?|phát(?: sóng)?|biên soạn|cấp|công nhận|hỗ trợ|tiến hành|xóa|xoá|sửa chữa|đầu tư|nâng cấp|lắp đặt|thu hút|kết nạp|tuyển dụng|giải quyết(?: việc làm)?|tạo(?: việc làm)?|phát triển(?: mới| thêm)?|khởi công|bàn giao|kiểm tra|thanh tra|ký kết|in|phát hành|mỗi .*|sắp xếp|cứng hóa|trao|tặng|tuyên truyền|thẩm định|số hóa|rà soát|cung cấp|khám|bố trí|tiếp nhận|huy động|vận động|tinh giản|công bố|họp|có|làm mới|làm|xuất bản|sản xuất|tham mưu|báo cáo|chọn|lựa chọn|đăng ký|cắt giảm|giảm|tăng|giao|tổ chức ít nhất|phấn đấu|thu|trình|đưa|tư vấn|phê duyệt|đề xuất|duy trì|nâng|chỉ đạo|xử lý|cải tạo|tái sử dụng|đồng bộ|cập nhật|kết nối)(?: (?:mới|thêm|được|cho|ít nhất))?';
const DOING = new RegExp(`^${VERBS}(?:(?:,| và) ${VERBS})*$`, 'iu');

/** "Tổ chức 02 lớp …", "Tiếp nhận và xử lý 100% …": the words before are what is done, not the name of a measure. */
function isDoing(ahead: string, { number, unit }: Naming): boolean {
  return DOING.test(ahead) && (number.kind !== 'plain' || unit !== undefined);
}

/** The counted things with what is said of them, unless that is no more than the unit. */
function countedName(right: ClauseText, { unit, number }: Naming): string | undefined {
  if (number.kind === 'rank' || unit === undefined || unit.length === 0) return undefined;
  const name = findCountedAfter(right);
  if (name === undefined) return undefined;
  const measured = unit.measured || /\/|^lần|^lượt/.test(unit.unit);
  if (!measured) return name.toLowerCase() === unit.unit.toLowerCase() ? undefined : name;
  return findCountedAfter(sliceClause(right, unit.length));
}

interface Reading {
  readonly clause: ClauseText;
  readonly number: NumberSpan;
  readonly bound: Bound | undefined;
  readonly change: Change | undefined;
  readonly unit: UnitFound | undefined;
  readonly lead: ClauseText;
  readonly given: Given;
}

const APPROX =
  /(?:khoang|\bgan|xap xi|\buoc|~uoc chung|uoc khoang|tren duoi|co khoang|dao dong)\s*(?:tren |tu |dat )?$/;

function targetOf(reading: Reading, { subject, scope }: Named): Target {
  const { clause, number, bound, change, unit, lead } = reading;
  const common = {
    value: number.value,
    ...(number.upper === undefined ? {} : { upper: number.upper }),
    ...(unit === undefined ? {} : { unit: unit.unit }),
    ...(APPROX.test(lead.key) && !/(?:~an|khong gan)\s*$/.test(lead.key) ? { approx: true } : {}),
    ...(subject === undefined ? {} : { subject }),
    ...(scope === undefined ? {} : { scope }),
  };
  if (change !== undefined && !change.level) {
    const baseline = findBaseline(clause, number.to);
    return {
      comparator: change.direction,
      ...common,
      bound: number.upper !== undefined ? 'between' : (bound ?? '='),
      ...(baseline === undefined ? {} : { baseline }),
    };
  }
  const start = change === undefined ? undefined : startOf(lead.key, clause, number);
  const from = start === undefined ? {} : { baseline: start };
  if (number.upper !== undefined && (bound !== '<=' || number.kind === 'rank' || number.kind === 'plain'))
    return { comparator: 'between', ...common, ...from };
  return { comparator: comparatorOf(reading), ...common, ...from };
}

/** "từ 60% lên 75%": the level it starts from. */
function startOf(lead: string, { key, text }: ClauseText, number: NumberSpan): string | undefined {
  if (!/(?:^|\s)tu\s+(?:muc\s+)?\s*(?:[^,;]*\s)?(?:len|xuong|con|den)/.test(lead)) return undefined;
  const match = /(?:^|\s)tu\s+(?:muc\s+)?(\d[\d.,]*\s*(?:%|[a-z]+(?: [a-z]+)?)?)(?=\s)[^,;]*$/.exec(
    key.slice(0, number.from),
  );
  if (match?.[1] === undefined) return undefined;
  const at = match.index + match[0].indexOf(match[1]);
  return text
    .slice(at, at + match[1].length)
    .replace(/\s+(?:năm|lên|xuống|còn|đến).*$/iu, '')
    .trim();
}

function comparatorOf({ number, bound, unit, lead, given }: Reading): Target['comparator'] {
  if (bound !== undefined && bound !== '=') return bound;
  if (number.kind !== 'plain' || number.value === 0) return '=';
  const done = /^(?:lần|cuộc|lớp|đợt|buổi|hội nghị|lượt)/iu.test(unit?.unit ?? '');
  if (given.unit !== undefined) return '=';
  if (bound === '=') return done ? 'count' : '=';
  if (unit === undefined) return '=';
  if (!unit.measured) return isIndicator(lead) ? '=' : 'count';
  return /^(?:ha|héc ta|km|m2|m3|m|tấn)(?!\p{L})/iu.test(unit.unit) && MAKES.test(lead.key) ? 'count' : '=';
}

const MAKES =
  /(?:trong(?: moi| ~oi)?|~rong(?: ~oi)?|xay dung|~ay dung|cung hoa|nang cap|sua chua|lam(?: ~oi)?|cai tao|dao dap|kien co hoa|trai nhua|be tong hoa|khoanh nuoi|cham soc|thi cong|dau tu)\s*(?:[a-z~]+\s){0,3}$/;

/** "Số xã đạt chuẩn: 25 xã": the words before name a measure. */
function isIndicator(lead: ClauseText): boolean {
  return (
    /^[\s,]*(?:tong so|so luong|so|tong|dan so|san luong|chi tieu)\s/.test(lead.key) &&
    !/(?:to chuc|xay dung|thanh lap|co)\s*$/.test(lead.key)
  );
}
