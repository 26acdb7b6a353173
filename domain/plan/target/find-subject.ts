import { type ClauseText, sliceClause } from './clause-text.ts';

// The name of what is measured: the words beside a number without those that only say how it is measured or by when.

const DUE =
  '(?:(?:tinh )?(?:den|trong|toi|het|cuoi|truoc|vao|tu|cham nhat)?\\s*(?:het |cuoi |ngay |thoi ky )*(?:nam (?:hoc )?20\\d{2}(?:\\s*-\\s*20\\d{2})?|(?:giai doan )?20\\d{2}\\s*-\\s*20\\d{2}|(?:quy|~uy) (?:iv|i{1,3}|0?[1-4])(?![a-z\\d])\\s*/?\\s*(?:nam )?(?:20\\d{2})?|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]20\\d{2})?|thang \\d{1,2}(?:/| nam )20\\d{2}|\\d{1,2} thang (?:dau|cuoi) nam(?: 20\\d{2})?|20\\d{2}))';
const LEFT = new RegExp(
  `^(?:[\\s,;:.)(-]+|${DUE}(?=[\\s,:]|$)|(?:va|thi|trong nam|hang nam|~ang nam|moi nam|co|trong do|phan dau|~han dau|phan ~au|~han ~au|bao dam|dam bao|hoan thanh|thuc hien|tro len|tro xuong|(?:muc tieu|chi tieu)(?=\\s*[:,]|\\s(?:den|nam|la|ty le|phan dau)(?:\\s|$))|binh quan|rieng|phai|duy tri|tiep tuc|cong nhan|dat va vuot|gom|bao gom|con|voi|dat|duoc|nham|de|hoac|dong thoi|nang cao|kha nang|ty le la|tong(?! so)|cu the|yeu cau|it nhat|toi thieu|dua|giu vung|co gang|day manh|tu|tren|duoi|hon|nam)(?=[\\s,:]|$)|(?:so|cac)(?=\\s(?:cac|nhung)\\s)|/[a-z]+(?=[\\s,]|$))`,
);
const RIGHT = new RegExp(
  `(?:[\\s,;:(=≥≤<>+-]+|(?:^|\\s)${DUE}|(?:^|\\s)(?:dat va vuot|dat duoc|dat|toi thieu|it nhat|khong qua|toi da|khong duoi|khong thap hon|khong vuot qua|khong it hon|khong cao hon|tu|tren|duoi|hon|la|bang|chiem|tang them|tang truong|tang|giam|keo giam|cat giam|rut ngan|len|xuong|con|khoang|xap xi|uoc|vuot|phan dau|hoan thanh|bao dam|dam bao|co|khong|ty le|muc|o|binh quan|den|cham nhat|trong vong|trong thoi han|trong thoi gian|thap hon|cao hon|lon hon|nho hon|de|thuoc nhom|thuoc|nam trong|trong|nhom|xep thu|xep hang|xep|dung thu|(?<!xay )dung|lot vao|lot|vao|top|va|gap|phai|tong so|hang nam|~ang nam|moi nam|trong do|duy tri|gan|qua|duoc|so voi|muon nhat|lan luot|tuong ung|lan luot la|them|voi|cho|cung|deu|thu|dao dong|ve|hoac|cu the|nhu sau|sau|theo|truoc|nhieu nhat|nang|la tu|thi|(?<!(?:chung|tieu|~ieu|dia|bao|tap|kinh|dong) )chi|(?<!tho )trung binh|dat tu))$`,
);

/** Only the words that name something, or nothing. */
export function cleanSubject(clause: ClauseText): string | undefined {
  let [from, to] = [0, clause.key.length];
  for (let rounds = 0; rounds < 40; rounds++) {
    const part = clause.key.slice(from, to);
    const left = LEFT.exec(part.slice(0, 80))?.[0].length ?? 0;
    if (left > 0) {
      from += left;
      continue;
    }
    const right = RIGHT.exec(part.slice(-80))?.[0].length ?? 0;
    if (right === 0) break;
    to -= right;
  }
  const text = clause.text
    .slice(from, to)
    .trim()
    .replace(/^["“”']+|["“”']+$/g, '')
    .trim();
  return /\p{L}{2}/u.test(text) ? text : undefined;
}

/** "kéo giảm số vụ …": the verb of the change is told by the comparator. */
export function withoutChangeVerb(subject: string): string {
  return subject.replace(
    /^(?:kéo giảm|cắt giảm|tiết giảm|tinh giản|rút ngắn|giảm bớt|giảm|tăng thêm|tăng trưởng|tăng|nâng cao|nâng|hạ thấp|hạ|cải thiện)\s+(?:dần\s+|mạnh\s+)?/iu,
    '',
  );
}

const PREDICATE =
  /\s(?:dat|duoc|co ty le|phai|khong|bao dam|dam bao|(?<!tuoi )tro len|so voi|vao nam|den nam|truoc ngay|truoc nam|trong nam|den het|den ngay|tren tong so|trong tong so)(?=\s|$)|[.(]|\s-\s/;

/** "100% hộ dân được dùng nước sạch": what follows a share names what it is a share of, up to what is said of it. */
export function findSubjectAfter(after: ClauseText): string | undefined {
  const onward = /^\s*tro (?:len|xuong)(?=\s)/.exec(after.key);
  if (onward !== null) return findSubjectAfter(sliceClause(after, onward[0].length));
  const stop = PREDICATE.exec(` ${after.key} `);
  return cleanSubject(stop === null ? after : sliceClause(after, 0, Math.max(0, stop.index - 1)));
}

/** What is counted, with all that is said of it: "25 xã đạt chuẩn nông thôn mới". */
export function findCountedAfter(after: ClauseText): string | undefined {
  const stop = / (?:so voi|truoc ngay|truoc nam|den nam|den het|vao nam|tro len|tro xuong)(?=\s)|[(:]/.exec(
    ` ${after.key} `,
  );
  return cleanSubject(stop === null ? after : sliceClause(after, 0, Math.max(0, stop.index - 1)));
}
