// A product phrase is cut into clauses: at semicolons and lines, at ends of sentences, before items of a list. No
// cut depends on upper case, so that a heading in capitals is read like any other line.

const ITEM =
  '(?:(?:100|\\d+(?:[.,]\\d+)?)\\s?%|\\d{1,3}\\s\\p{L}|(?:các |có )?(?:tỷ lệ|tỉ lệ|số lượng|số|ít nhất|tối thiểu|trên|bảo đảm|đảm bảo|phấn đấu|hoàn thành|thực hiện|không để|không có|không còn|giảm|tăng|nâng|duy trì|tổ chức|xây dựng|ban hành|báo cáo|kế hoạch|quyết định|văn bản|tờ trình|nghị quyết|đề án|danh mục|biên bản|thông báo|chỉ số|mỗi|đến năm|đến hết|trong năm|cấp tỉnh|cấp huyện|cấp xã)(?!\\p{L}))';
const CUTS = [
  /\s*;\s*/.source,
  // The end of a sentence: a stop after a word, a number or a sign; "TP. Hồ Chí Minh" and "v.v." go on.
  /(?<=[\p{L}\d%)‰"”]{2})(?<!(?:^|[\s(])(?:tp|tx|tt|ths|ts|gs|pgs|bs|vs|st|ks|v\.v|đ\/c|kt|tm))\.\s+(?=\p{L}|\d|[-+•(])/u
    .source,
  `(?:^|(?<=[\\s:,.)\\p{L}%]))(?<!(?:^|\\D)\\d{1,3}\\s?)\\s?[-+•*]\\s+(?=${ITEM})`,
  /\s(?=\(\d{1,2}\)\s)/.source,
  /\.{3,}|…/.source,
].join('|');
const CUT = new RegExp(CUTS, 'iu');
const BULLET =
  /^(?:[-+•*]\s*|(?:\(\d{1,2}\)|\d{1,2}[.)]|[a-zđ][.)]|(?:ix|iv|v?i{1,3}|v|x)[.)])\s+(?=\p{L}|\d))+/iu;

export function splitClauses(text: string): readonly string[] {
  return text
    .split(CUT)
    .map((clause) =>
      clause
        .trim()
        .replace(/[.;,:]+$/, '')
        .replace(BULLET, '')
        .trim(),
    )
    .filter((clause) => /[\p{L}\d]/u.test(clause));
}
