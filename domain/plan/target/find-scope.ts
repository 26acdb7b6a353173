import type { ClauseText } from './clause-text.ts';

// Whom a measure holds for, where one indicator is set apart by level or place: "cấp tỉnh đạt 80%, cấp xã đạt 60%".

export interface ScopeFound {
  readonly scope: string;
  readonly from: number;
  readonly to: number;
}

const LEVEL =
  '(?:(?:cac |ubnd |~ubnd |uy ban nhan dan |chinh quyen |co quan (?:chuyen mon |hanh chinh |nha nuoc )?|~o quan (?:chuyen mon |hanh chinh |nha nuoc )?|don vi (?:hanh chinh )?|bo phan mot cua |ho so |ho so cong viec )?cap (?:tinh|huyen|xa|trung uong|~o so|co so|so|bo)(?:,? (?:va )?(?:cap )?(?:huyen|xa))*)';
const GROUP =
  '(?:(?:cac |khoi )?(?:~o|so), (?:ban, )?nganh(?: va tuong duong)?(?: cap tinh)?|(?:cac )?xa, phuong(?:, thi tran|, dac khu)?|(?:cac )?(?:so|~o), nganh|(?:ubnd )?(?:cac )?huyen, (?:thi xa, )?thanh pho|(?:ubnd )?cac (?:xa|huyen|phuong|~o|bo|nganh|dia phuong)(?: dac biet kho khan| bien gioi| mien nui| vung cao)?)';
const AREA =
  '(?:(?:o |tai )?(?:khu vuc |vung |~ung )?(?:thanh thi|~hanh thi|do thi|nong thon|mien nui|dong bang|thanh pho|ven bien|bien gioi|dong bao dan toc thieu so|dan toc thieu so)(?: va (?:mien nui|nong thon))?|khu vuc (?:i{1,3}|[123_])|xa khu vuc (?:i{1,3}|[123_])|bac hoc|cap hoc|mam non|tieu hoc|trung hoc (?:co so|~o so|pho thong)|thcs|thpt)';
const LEAD = '(?:(?:o|tai|doi voi|cho|cua|thuoc|tren|voi|rieng|trong do|gom|nhom)\\s+)*';
/** The whole of a text is a scope. */
const WHOLE = new RegExp(`^\\s*(?:${LEAD})(${LEVEL}|${GROUP}|${AREA})\\s*:?\\s*$`);
const EACH =
  /(?:^|[\s,(:])(moi\s+(?:co quan|~o quan|~o|so|nganh|don vi|dia phuong|xa|phuong|huyen|thon|ban|to|truong|tinh|thanh pho|can bo|cong chuc|vien chuc|doanh nghiep|nam|quy|thang|tuan|hoc sinh|nguoi|~o\b|ho\b|linh vuc|cap|ky|dot|dai bieu|phong|chi bo|nguoi dan|khu dan cu|nhiem vu|lanh dao|mo hinh|lop)(?:,\s*(?:[a-z]+)(?:\s[a-z]+)?(?=\s*,|\s+(?:co|it|toi|phai|dat|to chuc|xay|chon|dang|dang ky|ban hanh|thuc hien)|\s+\d))*(?:\s+(?:cap (?:tinh|huyen|xa)|hoc|truc thuoc|chuyen mon|nong thon|thuoc [a-z]+))?(?:,\s*(?:co quan|don vi|dia phuong|xa|phuong|huyen|thanh pho|to dan pho|ban|khu pho|thi tran|dac khu|vien chuc|nganh|thon))*)(?=\s|,|$|:)/;
const WITH_LEAD = new RegExp(
  `(?:^|[\\s(,])(?:o|tai|doi voi|rieng|thuoc)\\s+((?:[a-z]+ ){0,0}(?:${LEVEL}|${GROUP}|${AREA}))\\s*(?=[,)(]|$|\\s(?:dat|la|con|tren|duoi|toi thieu|it nhat|tu|khong|phan dau|bao dam|dam bao))`,
);
/** "Tỷ lệ số hóa: cấp tỉnh 100%": after the name and a colon. */
const AFTER_NAME = new RegExp(
  `[:,]\\s*(?:${LEAD})(${LEVEL}|${GROUP}|${AREA})(?:\\s+(?:dat|la|con|tren|duoi|toi thieu|it nhat|tu))*\\s*$`,
);
const IN_BRACKETS = new RegExp(`^\\s*(?:so\\s+)?\\((?:${LEAD})(${LEVEL}|${GROUP}|${AREA})\\)`);
const AFTER = new RegExp(
  `^[^,;]{0,40}?\\b(?:o|tai|doi voi)\\s+(${LEVEL}|${AREA}|${GROUP})\\s*(?=$|[,)(.]|\\s+va\\s)`,
);

/** The scope a text is nothing but, e.g. what stands between two numbers. */
export function findWholeScope(clause: ClauseText): string | undefined {
  const match = WHOLE.exec(clause.key);
  return match?.[1] === undefined ? undefined : placed(clause, match, match[1]).scope;
}

/** "Mỗi xã …", "đối với cấp huyện …" among the words before a number. */
export function findScopeBefore(clause: ClauseText): ScopeFound | undefined {
  const match = EACH.exec(clause.key) ?? WITH_LEAD.exec(clause.key) ?? AFTER_NAME.exec(clause.key);
  return match?.[1] === undefined ? undefined : placed(clause, match, match[1]);
}

/** "80% (cấp tỉnh)", "80% đối với cấp tỉnh". */
export function findScopeAfter(clause: ClauseText): ScopeFound | undefined {
  const match = IN_BRACKETS.exec(clause.key) ?? AFTER.exec(clause.key);
  return match?.[1] === undefined ? undefined : placed(clause, match, match[1]);
}

function placed({ text }: ClauseText, match: RegExpExecArray, words: string): ScopeFound {
  const from = match.index + match[0].lastIndexOf(words);
  return {
    scope: text.slice(from, from + words.length).trim(),
    from: match.index,
    to: match.index + match[0].length,
  };
}
