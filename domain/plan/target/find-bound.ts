import type { NumberSpan } from './find-numbers.ts';

// The words beside a number that say on which side of it the measure must fall.

export type Bound = '>=' | '>' | '<=' | '<' | '=';

const FILL =
  '(?:\\s*\\b(?:la|dat|dat duoc|co|bang|tu|khoang|ty le|muc|duoc|ca|them|con|cung|chi|o|o muc|len|xuong|moi nam|hang nam|~ang nam|binh quan|cho|tong so|so|thu hang|vi tri|chiem)\\b)*\\s*$';
const tail = (words: string): RegExp => new RegExp(`(?:${words})${FILL}`);

const AT_MOST = tail(
  '\\bkhong qua|khong vuot qua|khong vuot|toi da|nhieu nhat|cao nhat|khong cao hon|khong lon hon|khong nhieu hon|khong tren|khong hon|(?:nho|thap|it) hon hoac bang|duoi hoac bang|bang hoac (?:duoi|thap hon|nho hon|it hon)|≤|<=|trong thoi (?:han|gian)(?: khong qua| toi da)?|trong vong|cham nhat(?: la)?(?: sau| trong| khong qua)?|muon nhat(?: la)?(?: sau)?|khong muon (?:hon|qua)|khong cham (?:hon|qua)|khong keo dai qua',
);
const AT_LEAST = tail(
  'it nhat|toi thieu|khong duoi|khong thap hon|khong it hon|khong nho hon|khong kem hon|khong kem|(?:lon|cao|nhieu) hon hoac bang|tren hoac bang|bang hoac (?:tren|cao hon|lon hon|nhieu hon|hon)|≥|>=|dat va vuot|dat hoac vuot|thap nhat(?: la)?|dat tu',
);
const FROM = /(?:^|[\s(:])tu(?:\s+(?:khoang|muc|tren))?\s*$/;
const MORE =
  /(?:(?<!dia ban |\btren )\btren|\bhon|vuot qua|\bvuot(?: tren| muc)?|>|\bqua)\s*(?:muc |ty le |khoang )?$/;
const LESS = /(?:\bduoi|thap hon|nho hon|it hon|<|khong den|khong toi|chua den|kem hon)\s*(?:muc |ty le )?$/;
const EQUAL =
  /(?:^|[\s(])(?:dat|bang|la|du|hoan thanh|bao dam|dam bao|con|len|xuong|chiem|dat duoc|o muc|duy tri)\s*(?:ty le\s*|muc\s*|khoang\s*|la\s*|du\s*)*$|[:=]\s*$/;
const ONWARD = /^\s*(?:\+(?!\s*\d)|tro len|do len|hoac (?:cao )?hon|hoac nhieu hon|va hon)/;
const ONWARD_FAR =
  /^\s*(?:\/\s*[a-z]+\s*)?(?:(?!tu\b|co\b|dat\b|duoc\b|dung\b|xep\b|trinh do\b|muc\b|loai\b|va\b|tot\b|kha\b)[^\s\d;:.()]+\s+){0,7}?(tro len|tro xuong)/;
/** "trình độ đại học trở lên", "loại khá trở lên" bound the grade, not the number. */
const GRADE =
  /(?:dai hoc|cao dang|trung cap|thac si|so cap|tot|kha|trung binh|tuoi|gioi|muc do \S+|loai \S+|bac \S+|xuat sac|nhiem vu|~o ~o|a2|b1)\s*$/;

export function findBound(before: string, after: string, number: NumberSpan): Bound | undefined {
  const near = before.slice(-90);
  if (
    /(?:cham nhat\s*(?:la\s*)?|^\s*|[a-z]\s+)truoc\s*(?:it nhat\s*)?$/.test(near) &&
    number.kind === 'plain'
  )
    return '>=';
  if (AT_MOST.test(near)) return '<=';
  if (ONWARD.test(after)) return number.kind === 'rank' ? '<=' : '>=';
  const far = ONWARD_FAR.exec(after.slice(0, 90));
  if (far?.[1] !== undefined && !GRADE.test(far[0].slice(0, -far[1].length))) {
    if (number.kind === 'rank') return '<=';
    return far[1] === 'tro len' ? '>=' : '<=';
  }
  if (number.kind === 'rank') return number.exact === true && !/\btu\s*$/.test(near) ? equalOr(near) : '<=';
  if (AT_LEAST.test(near)) return '>=';
  if (/tren duoi\s*$/.test(near)) return '=';
  if (LESS.test(near)) return '<';
  if (MORE.test(near) && !/^\s*(?:dia ban|tong so)/.test(after)) return '>';
  if (FROM.test(near) && number.upper === undefined && number.kind !== 'plain') return '>=';
  return EQUAL.test(near) ? '=' : undefined;
}

function equalOr(near: string): Bound {
  if (AT_LEAST.test(near) || MORE.test(near)) return '<=';
  return LESS.test(near) ? '<' : '=';
}
