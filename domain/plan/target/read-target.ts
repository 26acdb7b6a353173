import { clean, fold } from '../../kernel/text.ts';
import { readDeadline } from '../deadline/read-deadline.ts';
import { findNumbers, type NumberSpan } from './numbers.ts';
import type { Comparator, Target } from './target.ts';

// A product phrase is cut into clauses; in each clause numbers that are measures are found, and the words around a
// number say how it is meant. A clause without a measure may still be a change ("cao hơn năm 2023"), a ban
// ("không để …") or a thing that must exist ("Quyết định của UBND tỉnh").

export interface TargetPhrase {
  readonly text: string;
  /** Name of the indicator, where it stands in a column of its own. */
  readonly subject?: string;
  readonly unit?: string;
}

/** The measurable promises of a phrase, in order; empty where it promises nothing measurable. */
export function readTargets({ text, subject, unit }: TargetPhrase): readonly Target[] {
  const whole = clean(text.replace(/\n/g, ' ; '));
  if (whole === '') return [];
  const given = {
    ...(subject === undefined ? {} : { subject: clean(subject) }),
    ...(unit === undefined ? {} : { unit: clean(unit) }),
  };
  const targets = splitClauses(whole).flatMap((clause) => readClause(clause, given));
  return targets;
}

interface Given {
  readonly subject?: string;
  readonly unit?: string;
}

function splitClauses(text: string): readonly string[] {
  return text
    .split(/\s*;\s*|(?<=[^\d\s.])\.\s+(?=\p{Lu})|(?:^|\s)[-+•]\s+(?=\p{Lu})/u)
    .map((clause) =>
      clause
        .trim()
        .replace(/[.;,]+$/, '')
        .replace(/^[-+•*]\s*/, ''),
    )
    .filter((clause) => /[\p{L}\d]/u.test(clause));
}

function readClause(clause: string, given: Given): readonly Target[] {
  const folded = fold(clause);
  if (folded.length !== clause.length) return [];
  const numbers = findNumbers(folded, given.unit !== undefined);
  const due = deadlineOf(clause, folded);
  const extra = due === undefined ? {} : { deadline: due };
  if (numbers.length === 0)
    return readWithoutNumber(clause, folded, given).map((target) => ({ ...target, ...extra }));
  const targets = numbers.flatMap((_number, at) => readNumber({ clause, folded, numbers, at, given }));
  return targets.map((target) => ({ ...target, ...extra }));
}

/** The period a clause sets for its measures: "đến năm 2025", "trước 30/6/2025". */
function deadlineOf(clause: string, folded: string): string | undefined {
  const match =
    /(?:den|toi|truoc|cham nhat)\s+(?:het\s+|cuoi\s+|ngay\s+)*(?:nam\s+20\d{2}|quy\s+\S+|thang\s+\d{1,2}\s*[/]\s*20\d{2}|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*20\d{2}|20\d{2})/.exec(
      folded,
    );
  if (match === null) return undefined;
  return readDeadline(clause.slice(match.index, match.index + match[0].length)).end;
}

interface Reading {
  readonly clause: string;
  readonly folded: string;
  readonly numbers: readonly NumberSpan[];
  readonly at: number;
  readonly given: Given;
}

const AT_LEAST =
  /(?:it nhat|toi thieu|khong duoi|khong thap hon|khong it hon|khong nho hon|>=|≥|dat va vuot|tu)\s*(?:la\s*|dat\s*|co\s*|bang\s*|tu\s*|khoang\s*|ty le\s*)*$/;
const MORE = /(?:(?<!dia ban |tren )\btren|\bhon|\bvuot|>)\s*(?:muc\s*)?$/;
const AT_MOST =
  /(?:khong qua|khong vuot qua|khong vuot|toi da|nhieu nhat|khong cao hon|khong lon hon|khong tren|khong hon|<=|≤|trong thoi han|trong vong|cham nhat|khong muon hon)\s*(?:la\s*|chi\s*)*$/;
const LESS = /(?:\bduoi|thap hon|nho hon|it hon|<)\s*(?:muc\s*)?$/;
const AFTER_AT_LEAST = /^\s*(?:\p{L}+\s){0,4}?tro len|^\s*(?:tro len|\+)/u;
const AFTER_AT_MOST = /^\s*(?:\p{L}+\s){0,3}?tro xuong/u;
const UP = /(?:^|\s)(?:tang|nang|tang them|tang truong|phat trien them)(?=\s|$)/;
const DOWN = /(?:^|\s)(?:giam|keo giam|cat giam|tiet giam|ha)(?=\s|$)/;

function readNumber({ clause, folded, numbers, at, given }: Reading): readonly Target[] {
  const number = numbers[at];
  if (number === undefined) return [];
  const previousEnd = numbers[at - 1]?.to ?? 0;
  const nextStart = numbers[at + 1]?.from ?? folded.length;
  const before = folded.slice(previousEnd, number.from);
  const after = folded.slice(number.to, nextStart);
  if (isReported(folded.slice(0, number.from))) return [];
  const approx = /(?:khoang|gan|xap xi|uoc|binh quan khoang)\s*$/.test(before) ? { approx: true } : {};
  const bound = boundOf(before, after, number) ?? governing(folded, numbers, at);
  const unit = unitOf({ clause, folded, nextStart }, number, given);
  const change = changeOf(folded, number, previousEnd);
  const subject = subjectOf(clause, { number, previousEnd, nextStart, changed: change !== undefined }, given);
  const value = { value: number.value, ...(number.upper === undefined ? {} : { upper: number.upper }) };
  const common = {
    ...value,
    ...(unit === undefined ? {} : { unit }),
    ...approx,
    ...(subject === undefined ? {} : { subject }),
  };
  if (change?.level)
    return [
      {
        comparator:
          change.direction === 'decrease' && bound === undefined && change.below
            ? '<'
            : (bound ?? (change.below ? '<' : '=')),
        ...common,
      },
    ];
  if (change !== undefined) {
    const baseline = baselineOf(clause, folded);
    const amount: NonNullable<Target['bound']> =
      number.upper !== undefined
        ? 'between'
        : bound === undefined || bound === '='
          ? '='
          : (bound as NonNullable<Target['bound']>);
    return [
      {
        comparator: change.direction,
        ...common,
        bound: amount,
        ...(baseline === undefined ? {} : { baseline }),
      },
    ];
  }
  if (
    number.upper !== undefined &&
    (bound === undefined || bound === '=' || bound === '>=' || number.kind === 'rank')
  )
    return [{ comparator: 'between', ...common }];
  if (bound !== undefined && (bound !== '=' || unit === '%' || unit === '‰'))
    return [{ comparator: bound, ...common }];
  if (number.kind !== 'plain' || given.unit !== undefined) return [{ comparator: '=', ...common }];
  if (number.value === 0) return [{ comparator: '=', ...common }];
  return [
    {
      comparator:
        /(?:^|\s)(?:dat|bang|la|con|o muc|duoc)\s*$/.test(before) && !/lan|cuoc|lop/.test(unit ?? '')
          ? '='
          : 'count',
      ...common,
    },
  ];
}

function isReported(before: string): boolean {
  return /(?:da dat|da co|hien co|hien dat|hien nay (?:la|dat|co)|(?<!so voi )nam 20\d{2} (?:dat|la)|da thuc hien(?: duoc)?|da hoan thanh|tinh den ngay [\d/]+,?)\s*(?:ty le\s*)?$/.test(
    before,
  );
}

function boundOf(before: string, after: string, number: NumberSpan): Comparator | undefined {
  if (AT_MOST.test(before)) return '<=';
  if (AFTER_AT_LEAST.test(after)) return '>=';
  if (AFTER_AT_MOST.test(after)) return '<=';
  if (number.kind === 'rank') return '<=';
  if (/(?:\btu)\s*$/.test(before) && number.upper === undefined)
    return AT_LEAST.test(before) && /tro len/.test(after) ? '>=' : undefined;
  if (AT_LEAST.test(before)) return '>=';
  if (LESS.test(before)) return '<';
  if (MORE.test(before) && !/^\s*(?:dia ban|dan|tong so)/.test(after)) return '>';
  if (
    /(?:^|\s)(?:dat|bang|la|du|hoan thanh|bao dam|dam bao)\s*(?:ty le\s*|muc\s*)?$/.test(before) &&
    (number.kind === 'percent' || number.kind === 'fraction')
  )
    return '=';
  return undefined;
}

/** "tối thiểu 70% … và 45%": a bound said once holds for the number after "và" or a comma, if it says nothing of its own. */
function governing(folded: string, numbers: readonly NumberSpan[], at: number): Comparator | undefined {
  const previous = numbers[at - 1];
  const own = numbers[at];
  if (previous === undefined || own === undefined || previous.kind !== own.kind) return undefined;
  const between = folded.slice(previous.to, own.from);
  if (!/(?:^|\s)(?:va|,)\s*$/.test(between) && !/,\s*$|\bva\b[^,;]{0,30}$/.test(between)) return undefined;
  if (/(?:dat|bang|100)\s*$/.test(between)) return undefined;
  const earlier = boundOf(
    folded.slice(numbers[at - 2]?.to ?? 0, previous.from),
    folded.slice(previous.to, own.from),
    previous,
  );
  return earlier ?? governing(folded, numbers, at - 1);
}

interface Change {
  readonly direction: 'increase' | 'decrease';
  /** "lên đạt 50%", "xuống dưới 15%", "còn 3%": where it ends, not how much it moves. */
  readonly level: boolean;
  readonly below: boolean;
}

function changeOf(folded: string, number: NumberSpan, previousEnd: number): Change | undefined {
  const before = folded.slice(previousEnd, number.from);
  const up = UP.test(before);
  const down = DOWN.test(before);
  if (!up && !down) return undefined;
  const last = before.slice(
    Math.max(before.lastIndexOf('tang '), before.lastIndexOf('giam '), before.lastIndexOf('nang '), 0),
  );
  const level =
    /(?:^|\s)(?:len|xuong|con|dat)(?:\s|$)/.test(last) && !/(?:giam|tang) (?:dat|duoc)/.test(last);
  const rate = /^(?:tang|giam)\s*ty le/.test(last) && /dat\s*$/.test(last);
  return {
    direction: up && !down ? 'increase' : 'decrease',
    level: level || rate,
    below: /xuong duoi\s*$|con duoi\s*$/.test(last),
  };
}

function baselineOf(clause: string, folded: string): string | undefined {
  const match =
    /so voi\s+(?:cung ky\s+)?(.+?)(?=$|[,;(]|\s+va\s|\s+dat\s)/.exec(folded) ??
    /(?:cao hon|thap hon|hon)\s+(nam\s+(?:20\d{2}|truoc))/.exec(folded);
  if (match?.[1] === undefined) return undefined;
  const from = match.index + match[0].indexOf(match[1]);
  const words = clause.slice(from, from + match[1].length).trim();
  return /^năm\s+(20\d{2})$/iu.exec(words)?.[1] ?? words;
}

const UNIT_STOP =
  /\s(?:tro len|tro xuong|va|dat|duoc|co|cho|theo|tren|trong|tai|den|truoc|so voi|cua|hoan thanh|thuoc|bi|moi|do|de|voi|o|la|khi|ve|tu|thuc hien|da|phai|dam bao|bao dam|nham|tham gia|su dung|lien quan|[a-z]*\d)(?=\s|$|[,.;)])/;

function unitOf(
  { clause, folded, nextStart }: { clause: string; folded: string; nextStart: number },
  number: NumberSpan,
  given: Given,
): string | undefined {
  if (number.kind === 'percent') return '%';
  if (number.kind === 'permille') return '‰';
  if (number.kind === 'rank' || number.kind === 'fraction') return given.unit;
  if (given.unit !== undefined) return given.unit;
  const rest = ` ${folded.slice(number.to, nextStart)}`;
  const end = Math.min(
    ...[rest.search(/[,.;:()–-]/), rest.search(UNIT_STOP)].filter((place) => place !== -1),
    rest.length,
  );
  const words = clause.slice(number.to, number.to + Math.max(0, end - 1)).trim();
  const short = words.split(' ').slice(0, 4).join(' ');
  return short === '' ? undefined : short;
}

function subjectOf(
  clause: string,
  at: { number: NumberSpan; previousEnd: number; nextStart: number; changed: boolean },
  given: Given,
): string | undefined {
  if (given.subject !== undefined) return given.subject;
  const before = clause.slice(at.previousEnd, at.number.from);
  // "70% hồ sơ … và 45% thanh toán …": the words between belong to the number before them.
  const belongsBefore =
    at.previousEnd > 0 && /(?:,|và)\s*(?:ít nhất|tối thiểu|trên|không quá|tối đa)?\s*$/u.test(before);
  const cut = belongsBefore ? undefined : cleanSubject(before);
  if (cut !== undefined)
    return at.changed ? cut.replace(/^(?:kéo |cắt |tiết )?(?:giảm|tăng|nâng)\s+/iu, '') : cut;
  if (at.number.kind !== 'percent' && at.number.kind !== 'fraction') return undefined;
  const after = clause.slice(at.number.to, at.nextStart);
  const stop = /\s(?:đạt|được|có tỷ lệ|phải|không|bảo đảm|đảm bảo|trở lên|so với)\s/u.exec(` ${after} `);
  return cleanSubject(stop === null ? after : after.slice(0, Math.max(0, stop.index - 1)));
}

const SUBJECT_EDGES =
  /^(?:[\s,;:.)]|và(?!\p{L})|(?:đến|trong|hết|trước|tới)?\s*(?:cuối |hết )?năm 20\d{2}(?!\p{L})|trong năm(?!\p{L})|có(?!\p{L})|trong đó|phấn đấu|phân đầu|bảo đảm|đảm bảo|hoàn thành|thực hiện|trở lên|số(?=\s(?:các|những))|các(?=\s*$))+|(?:[\s,;:(]|đạt(?: và vượt| được)?|tối thiểu|ít nhất|không quá|tối đa|không dưới|từ|trên|dưới|hơn|là|bằng|tăng(?: thêm)?|giảm|lên|xuống|còn|khoảng|vượt|phấn đấu|hoàn thành|bảo đảm|đảm bảo|có|không|tỷ lệ|mức|ở|≥|≤|<|>|=|bình quân|đến|chậm nhất|trong vòng|trong thời hạn|thấp hơn|cao hơn|để|thuộc nhóm|nhóm|xếp thứ|xếp|top|và|nằm trong)+$/giu;

function cleanSubject(words: string): string | undefined {
  let text = words.trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(SUBJECT_EDGES, '').trim();
  }
  return /\p{L}{2}/u.test(text) ? text : undefined;
}

const EXISTS =
  /^(?:(?:ban hanh|xay dung|co|trinh|tham muu|gui|bao cao|bien ban|thong bao|quyet dinh|ke hoach|de an|van ban|nghi quyet|cong van|chuong trinh|danh muc|quy che|chi thi|to trinh|du thao|he thong|phan mem|co so du lieu|tai lieu|hoi nghi|hop dong|phuong an|ho so|so tay|de cuong|bo tieu chi|bo chi so|ban|huong dan|quy dinh|quy trinh|du an|cac (?:van ban|quyet dinh|bao cao|ke hoach|hoi nghi|de an|nghi quyet)|giay|chung|cong trinh|mo hinh|website|trang thong tin|cong thong tin|tin bai|tin, bai|bai viet|san pham|lop|hoi thao|y kien|nghi dinh|thong tu|luat)(?=[\s,;/.]|$))/;

function readWithoutNumber(clause: string, folded: string, given: Given): readonly Target[] {
  const ban =
    /(?:^|\s)(khong de|khong co|khong con|khong xay ra|khong phat sinh|cham dut tinh trang)\s+(.+)$/.exec(
      folded,
    );
  if (ban?.[2] !== undefined)
    return [
      { comparator: '=', value: 0, subject: given.subject ?? clause.slice(folded.length - ban[2].length) },
    ];
  const higher = /\b(cao hon|tang|nhieu hon|vuot)\b/.exec(folded);
  const lower = /\b(thap hon|giam|it hon|thap)\b/.exec(folded);
  const baseline = baselineOf(clause, folded);
  if (
    (higher !== null || lower !== null) &&
    (baseline !== undefined || /^(?:tang|giam|nang)\s/.test(folded))
  ) {
    const first = higher !== null && (lower === null || higher.index < lower.index) ? higher : lower;
    const subject =
      given.subject ??
      cleanSubject(clause.slice(0, first?.index ?? 0).replace(/\s*(?:trong\s+)?năm\s+20\d{2}\s*$/iu, ''));
    return [
      {
        comparator: first === higher ? 'increase' : 'decrease',
        ...(baseline === undefined ? {} : { baseline }),
        ...(subject === undefined ? {} : { subject }),
      },
    ];
  }
  return EXISTS.test(folded) ? [{ comparator: 'exists', subject: given.subject ?? clause }] : [];
}
