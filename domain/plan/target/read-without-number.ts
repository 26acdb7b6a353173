import { type ClauseText, sliceClause } from './clause-text.ts';
import { findBaseline } from './find-change.ts';
import { cleanSubject } from './find-subject.ts';
import type { Target } from './target.ts';

// What a clause promises without a number: that something does not happen, that it changes, or that it exists.

const BAN =
  /(?<![a-z~])(khong de xay ra|khong de phat sinh|khong de ton tai|khong de tinh trang|khong de|khong co|khong con xay ra|khong con|khong xay ra|khong phat sinh|khong ton dong|khong no dong|cham dut|xoa bo tinh trang|xoa bo hoan toan)\s+(?!(?:gi|nhu cau|kha nang|thoi han|nghia|phep|dieu kien)(?:\s|$))(.+)$/;
const BAN_KEEPS = /^(?:ton dong|no dong)$/;
/** "đưa điện về các thôn không có điện": the words only tell which ones. */
const RELATIVE =
  /(?:^(?:ho tro|dua|ra soat|xu ly|giai quyet|bo tri|cap|thu hoi|xac minh|kiem tra|khac phuc|trien khai|dau tu|xay dung|thong ke|lap danh sach|sua doi|bai bo|thay the|thu gom|di doi|tuyen truyen|van dong|cat giam|don gian hoa|loai bo|giam|tap trung)\s.*|(?:^|\s)(?:cac|nhung|doi voi|truong hop|voi|khi|neu|do|ma)\s(?:[a-z~]+\s){0,6})$/;

/** "Không để …", "không có …": none of it, as 0. */
export function readBan(clause: ClauseText, subject: string | undefined): Target | undefined {
  const ban = BAN.exec(clause.key);
  if (ban?.[1] === undefined || ban[2] === undefined) return undefined;
  if (
    RELATIVE.test(clause.key.slice(0, ban.index)) &&
    !/(?:bao dam|dam bao|phan dau|nham|,)\s*$/.test(clause.key.slice(0, ban.index))
  )
    return undefined;
  const words = /ton dong$|no dong$/.exec(ban[1])?.[0] ?? '';
  const from = clause.key.length - ban[2].length - (BAN_KEEPS.test(words) ? words.length + 1 : 0);
  const what = sliceClause(clause, from);
  const end =
    /[.,]\s+(?:dong thoi|bao dam|dam bao|gop phan|nham)\s|\s\(/.exec(what.key)?.index ?? what.key.length;
  const named = subject ?? what.text.slice(0, end).replace(/[\s,.]+$/, '');
  return { comparator: '=', value: 0, subject: named };
}

const HIGHER =
  /(?<![a-z~])(cao hon|tang(?! (?:cuong|toc|cao nang))|nhieu hon|vuot|tot hon|lon hon|cai thien)(?![a-z])/;
const LOWER = /(?<![a-z~])(thap hon|keo giam|giam(?! (?:ngheo|~at|sat))|it hon|nho hon|rut ngan)(?![a-z])/;
const STARTS =
  /^(?:(?:phan dau|bao dam|dam bao|tiep tuc|tung buoc|keo|hang nam|~ang nam|moi nam|nam 20\d{2},?|den (?:het )?nam 20\d{2},?|trong nam 20\d{2},?)\s+)*(?:tang|giam|keo giam|cat giam|rut ngan|cai thien|nang cao (?:chi so|thu hang|ty le|ti le|diem)|nang (?:ty le|thu hang|chi so))\s/;
const MEASURABLE =
  /(?:ty le|ti le|so luong|so |chi so|thu hang|diem|~iem|thoi gian|thoi luong|chi phi|ngheo|vu |tai nan|bien che|muc do|toc do|tong|von|thu nhap|san luong|nang suat|dau moi|thu tuc|tthc|ho so|don thu|chi tieu)/;
const ENDS = /\s(?:tang|giam)(?: dan| qua cac nam| hang nam| ~ang nam| manh| ro ret| so voi.*)?$/;

export function readBareChange(clause: ClauseText, subject: string | undefined): Target | undefined {
  const { key } = clause;
  const higher = HIGHER.exec(key);
  const lower = LOWER.exec(key);
  if (higher === null && lower === null && !STARTS.test(key)) return undefined;
  const first = higher !== null && (lower === null || higher.index <= lower.index) ? higher : lower;
  const baseline = findBaseline(clause, first?.index ?? 0);
  const starts = STARTS.test(key);
  if (
    baseline === undefined &&
    !(starts && MEASURABLE.test(key)) &&
    !(ENDS.test(key) && MEASURABLE.test(key))
  )
    return undefined;
  const before = cleanSubject(sliceClause(clause, 0, first?.index ?? 0));
  const end = / (?:so voi|cao hon|thap hon|theo quy dinh|nham|de )/.exec(
    key.slice((first?.index ?? 0) + (first?.[0].length ?? 0)),
  )?.index;
  const from = (first?.index ?? 0) + (first?.[0].length ?? 0);
  const after = cleanSubject(sliceClause(clause, from, end === undefined ? undefined : from + end));
  const named = subject ?? (starts ? (after ?? before) : (before ?? after));
  return {
    comparator: first === lower && first !== null ? 'decrease' : 'increase',
    ...(baseline === undefined ? {} : { baseline }),
    ...(named === undefined ? {} : { subject: named.replace(/^tối đa /iu, '') }),
  };
}

const PRODUCT =
  '(?:bao cao|bien ban|thong bao|quyet dinh|ke hoach|de an|van ban|nghi quyet|cong van|chuong trinh|danh muc|quy che|chi thi|to trinh|du thao|he thong|phan mem|co so du lieu|~o so du lieu|csdl|tai lieu|hoi nghi|hoi thao|hop dong|phuong an|ho so|~o so|so tay|~o tay|de cuong|bo tieu chi|bo chi so|bo du lieu|huong dan|quy dinh|quy trinh|du an|giay|chung nhan|chung chi|cong trinh|mo hinh|website|trang thong tin|cong thong tin|cong dich vu|tin bai|tin, bai|bai viet|san pham|lop|y kien|nghi dinh|thong tu|luat|ket luan|ket qua|cuoc hop|phieu|bang|~ang|ban do|ban (?:cam ket|ke hoach|quy hoach|mo ta)|quy hoach|kien truc|nen tang|ung dung|thoa thuan|bien ban ghi nho|cong bo|ky yeu|an pham|video|phong su|chuyen muc|chuyen trang|app|co so|trung tam|to cong tac|ban chi dao|doan kiem tra|lo trinh|khung|bieu mau|bo thu tuc|sang kien|de xuat|kien nghi|nhiem vu khoa hoc|de tai|clip|pano|ap phich|to roi|bao, dai)';
const EXISTS = new RegExp(
  `^(?:(?:\\d+ )?(?:co|ban hanh|xay dung|trinh|tham muu|gui|phe duyet|hoan thien|hoan thanh|lap|soan thao|cong bo|thanh lap|to chuc|ky ket|cac|nhung|moi|bo|ban)\\s+)*(?:(?:cac|nhung|duoc|mot|du)\\s+)*${PRODUCT}(?=[\\s,;/.:()]|$)`,
);
const MADE =
  /(?:^|\s)(?:duoc (?:[a-z~]+ ){0,6}?(?:ban hanh|phe duyet|thong qua|thanh lap|ky ket|cong bo|nghiem thu|xay dung|trien khai|thiet lap|van hanh))(?=\s|$)/;
const NOT_A_THING = /^(?:ban hanh|to chuc|xay dung)?\s*(?:bao cao ke quan|he thong hoa|co so vat chat)/;

export function readExistence({ key, text }: ClauseText, subject: string | undefined): Target | undefined {
  if (NOT_A_THING.test(key) || !(EXISTS.test(key) || MADE.test(key))) return undefined;
  return { comparator: 'exists', subject: subject ?? text };
}
