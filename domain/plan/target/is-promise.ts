import type { Bound } from './find-bound.ts';
import type { NumberSpan } from './find-numbers.ts';

// Not every number with a unit is promised: some are reported, some are where a change starts from, and some only
// narrow what is spoken of ("dự án trên 5 tỷ đồng").

export interface NumberPlace {
  readonly number: NumberSpan;
  readonly previous: NumberSpan | undefined;
  readonly next: NumberSpan | undefined;
  readonly bound: Bound | undefined;
  /** From the cut before the number to the number. */
  readonly before: string;
  readonly after: string;
  /** All of the clause before the number, and after it. */
  readonly ahead: string;
  readonly behind: string;
  readonly apart: boolean;
  readonly nextApart: boolean;
}

export function isPromise(place: NumberPlace): boolean {
  return !(isReported(place) || isStart(place) || isNarrowing(place) || isRepeated(place));
}

const REPORTED =
  /(?:da (?:dat|co|hoan thanh|thuc hien|giai ngan|giai quyet|tiep nhan|xu ly|cap|cong nhan|ban hanh|to chuc|trien khai|xay dung|giam|tang|thu)|hien (?:dat|co|la|con|moi|dang)|hien nay|hien tai|den nay|tinh den|uoc (?:dat|thuc hien|ca nam)|moi (?:chi )?dat|~oi (?:chi )?dat|ket qua (?:dat duoc|thuc hien)|nam truoc dat|cung ky (?:nam truoc |nam 20\d{2} )?(?:dat|la|:)|den thoi diem)(?:[^,;%]*)$/;
/** "(năm 2023 đạt 85%)" in brackets tells where one starts from. */
const REPORTED_IN_BRACKETS =
  /\((?:so voi )?(?:ket qua |thuc hien |muc |so lieu |hien trang )?(?:cua )?(?:cuoi |dau |cung ky )?(?:nam 20\d{2}|nam truoc|~am truoc|cung ky|hien nay|hien tai|nen|chi tieu ~u|20\d{2})[^)]*$/;

function isReported({ before, ahead, behind }: NumberPlace): boolean {
  if (REPORTED.test(before.slice(-120))) return !/(?:phan dau|muc tieu|nang len)\s[^,;]*$/.test(before);
  if (REPORTED_IN_BRACKETS.test(ahead.slice(-90))) return true;
  return isYearBefore(ahead, behind);
}

/** "Năm 2023 đạt 85%, phấn đấu đến năm 2025 đạt 95%": the year that is behind is not promised. */
function isYearBefore(ahead: string, behind: string): boolean {
  const own =
    /(?<!den |het |vao |trong |dau )nam (20\d{2})\s*(?:,\s*)?(?:[a-z~]+\s){0,8}(?:dat|la|con|o muc|:)\s*(?:khoang\s*)?$/.exec(
      ahead.slice(-90),
    );
  const later =
    /(?:phan dau|muc tieu|den|chi tieu|nang len|tang len|giam xuong|len)\s+(?:[a-z]+\s){0,3}?(?:nam\s+)?(20\d{2})/.exec(
      behind.slice(0, 120),
    );
  return own?.[1] !== undefined && later?.[1] !== undefined && own[1] < later[1];
}

/** "giảm từ 12% xuống còn 8%": the first number is where it starts. */
export function isStart({ number, next, ahead, behind }: NumberPlace): boolean {
  if (next === undefined || number.upper !== undefined) return false;
  if (
    !/(?:^|[\s(])tu\s+(?:muc\s+|khoang\s+|tren\s+)?$/.test(`${ahead} `.slice(-20)) &&
    !/^tu\s/.test(ahead.slice(-3))
  )
    return false;
  const between = behind.slice(0, next.from - number.to);
  return !/[,;]/.test(between) && /(?:^|[\s)])(?:len|xuong|con|den|sang)(?:\s|$)/.test(between);
}

const NARROWED =
  /(?:^|[\s(])(?:du an|goi thau|hop dong|doanh nghiep|co so|~o so|ho|~o|ho gia dinh|~o gia dinh|nguoi|tre|tre em|cong trinh|do thi|phuong tien|von|khoan|cong suat|quy mo|hoc sinh|phu nu|lao dong|xa|thon|van ban|ho so|~o so|thu tuc|gia tri|thu nhap|tre han|qua han|cham|cam ket|thoi gian|tai san|hang hoa|~ang hoa|hoa don|dan so|muc dau tu|tong muc dau tu|muc von|to chuc|don vi|to)\s+(?:co\s+)?(?:quy mo\s+|su dung\s+|gia tri\s+|tong muc dau tu\s+|thu nhap\s+|dien tich\s+|cong suat\s+)?(?:tu\s+|tren\s+|duoi\s+|qua\s+)$/;

/** A bound that narrows the subject: the measure itself stands elsewhere in the clause. */
function isNarrowing(place: NumberPlace): boolean {
  const { number, previous, next, bound, before, after, ahead } = place;
  if (number.kind !== 'plain') return false;
  const near = before.slice(-70);
  const bounded = /(?:^|\s)(?:tren|duoi|tu|qua|hon|den)\s*$/.test(near) || /^\s*tu\s/.test(near);
  const said =
    /(?:dat|it nhat|toi thieu|toi da|khong qua|con|len|xuong|≥|≤|>|<|=)\s*(?:tu\s*|la\s*|tren\s*)?$/.test(
      near,
    );
  const measured =
    /^(?:so|tong|ty le|ti le|muc|thu nhap|dien tich|san luong|von|tong von|gia tri|thoi gian|doanh thu)\s/.test(
      before.trim(),
    );
  if (previous !== undefined && /^per|fraction/.test(previous.kind) && !place.apart && !said)
    return bound === undefined || !/^\s*(?:$|,|\.)/.test(after) || bounded;
  if (next !== undefined && !place.nextApart && /^per|fraction|rank/.test(next.kind) && bounded && !said)
    return true;
  if (
    next !== undefined &&
    !place.nextApart &&
    next.kind === 'percent' &&
    /(?:^|\s)(?:trong|cua|tai|cho|theo)(?: so)?\s*$/.test(near)
  )
    return true;
  if (/(?:trong (?:tong )?so|tong so|cua|tren tong so)\s*$/.test(near) && previous !== undefined) return true;
  return (
    NARROWED.test(near) &&
    !measured &&
    !/(?:^|[\s:])(?:it nhat|toi thieu|so|tong so|thu hut|tao|giai quyet|dao tao|co|tang|giam|con|tong von|nguon von|phat trien)\s+(?:[a-z~]+\s){1,3}(?:tu|tren|duoi|qua)\s+$/.test(
      near,
    ) &&
    ahead.trim() !== ''
  );
}

/** "đạt 50% (8 xã)": the same said over again in another unit. */
function isRepeated({ number, previous, ahead }: NumberPlace): boolean {
  if (previous === undefined || number.kind !== 'plain') return false;
  return /^[^(]*\((?:tuong duong|tuong ung|khoang|uoc|la|voi|bang|=)?\s*(?:voi\s+)?(?:khoang\s+)?$/.test(
    ahead.slice(previous.to),
  );
}
