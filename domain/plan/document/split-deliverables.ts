import { clean } from '../../kernel/text.ts';

// A cell of products as a list. Items stand on lines of their own or behind dashes; dashes inside names
// ("Lao động - Thương binh và Xã hội", "kinh tế - xã hội") divide nothing.

const TAG = /<\/?[a-z][^<>]*>/gi;

/** The words without HTML left over from copying, and those scraps themselves. */
export function stripMarkup(text: string): { readonly text: string; readonly markup: readonly string[] } {
  if (!text.includes('<')) return { text, markup: [] };
  return { text: text.replace(TAG, ' '), markup: text.match(TAG) ?? [] };
}

const INSIDE_NAME =
  /(?:lao động|đồng đăng|văn hóa|văn hoá|kinh tế|chính trị|tài chính|phát thanh|khoa học|y tế|giáo dục|quốc phòng|nông|công nghiệp|dân số|thanh niên|hà nội|phòng|nghề) - (?:thương binh|lạng sơn|xã hội|kế hoạch|truyền hình|an ninh|công nghệ|môi trường|ngân sách|kỹ thuật|kế hoạch hóa|lâm|thể thao|du lịch|hải phòng|đầu tư|đào tạo)/iu;

/** A semicolon divides products only before words that begin one; lists of places and cited documents stay whole. */
const NEXT_PRODUCT =
  /;\s+(?=(?:các |bản )?(?:báo cáo|biên bản|thông báo|quyết định|kế hoạch|tờ trình|văn bản|công văn|nghị quyết|đề án|danh mục|hồ sơ|hướng dẫn|chương trình|phương án|quy chế|dự thảo|chỉ thị|kết luận|phụ lục|tỷ lệ|tỉ lệ|\d+(?:[.,]\d+)?\s?%)(?!\p{L}|\s+số\s+\d))/iu;

export function splitDeliverables(cell: string): readonly string[] {
  return stripMarkup(cell)
    .text.split('\n')
    .flatMap(splitDashes)
    .reduce<string[]>(joinContinuations, [])
    .flatMap((item) => item.split(NEXT_PRODUCT))
    .map((item) =>
      clean(item.replace(/^\s*[-+•*–]\s*/u, ''))
        .replace(/[;]$/, '')
        .trim(),
    )
    .filter((item) => item !== '');
}

function splitDashes(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  for (let found = nextDash(rest); found !== -1; found = nextDash(rest)) {
    parts.push(rest.slice(0, found));
    rest = rest.slice(found + 1);
    rest = `-${rest.replace(/^[-–+•*]/, '')}`;
  }
  return [...parts, rest];
}

/** Index of the blank before a dash that begins an item: an upper-case letter or, in a list, a number follows, and no name or range holds it. */
function nextDash(line: string): number {
  const pattern = /^\s*[-–+•*]/.test(line) ? /(?<!\d)\s[-–+•]\s+(?=\p{Lu}|\d)/gu : /\s[-–+•]\s+(?=\p{Lu})/gu;
  for (const match of line.matchAll(pattern)) {
    if (match.index === 0 || line.slice(0, match.index).trim() === '') continue;
    const around = line
      .slice(Math.max(0, match.index - 14), match.index + 22)
      .replace(/\s+/g, ' ')
      .replaceAll('–', '-');
    if (!INSIDE_NAME.test(around)) return match.index;
  }
  return -1;
}

function joinContinuations(items: string[], line: string): string[] {
  const text = line.trim();
  const begins =
    /^[-+•*–]/.test(text) || /^\d+[.)]\s/.test(text) || /^[a-zđ]\)\s/.test(text) || /^\p{Lu}/u.test(text);
  const last = items.at(-1);
  if (begins || last === undefined) items.push(text);
  else items[items.length - 1] = `${last} ${text}`;
  return items;
}
