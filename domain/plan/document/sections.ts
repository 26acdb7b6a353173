import { clean } from '../../kernel/text.ts';
import type { RowDraft } from './draft-row.ts';
import type { OutsideText, PlanTable } from './plan-tables.ts';

// A document that gives each annex or each area a table of its own names it in the lines above that table
// ("PHỤ LỤC II", "III. Cải cách thể chế"). Those lines become the outermost rows.

const LABEL =
  /^(?:(phụ lục|biểu|phần|bảng)\s+(?:số\s+)?(?:thứ\s+)?([IVXLC]+|\d+|[A-ZĐ]|một|nhất|hai|ba|bốn|tư|năm)|([IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)[.)])(?:[.:)]?\s+(.*)|[.:)]?)$/iu;
const LONGEST = 250;
const SHORT: Readonly<Record<string, string>> = { 'phụ lục': 'PL', biểu: 'B', bảng: 'B', phần: 'P' };

/** For each table the row its caption makes; none where fewer than two tables have a caption of their own. */
export function findSections(tables: readonly PlanTable[]): readonly (RowDraft | undefined)[] {
  const seen = new Set<string>();
  const rows = tables.map((table) => {
    const row = table.header === undefined ? undefined : sectionOf(table.caption);
    const words = row?.cells.name?.text ?? '';
    const key = `${row?.cells.code?.text ?? ''} ${words}`;
    if (row === undefined || seen.has(key)) return undefined;
    seen.add(key);
    return row;
  });
  return seen.size < 2 ? tables.map(() => undefined) : rows;
}

function sectionOf(caption: readonly OutsideText[]): RowDraft | undefined {
  const lines = caption
    .flatMap(({ text, place }) => text.split('\n').map((line) => ({ text: clean(line), place })))
    .filter(({ text }) => text !== '');
  const at = lines.findLastIndex(({ text }) => text.length <= LONGEST && LABEL.test(text));
  const first = lines[at];
  const match = first === undefined ? null : LABEL.exec(first.text);
  if (first === undefined || match === null || lines.length - at > 6) return undefined;
  const kind = (match[1] ?? '').toLowerCase();
  const number = match[2] ?? match[3] ?? '';
  const title = lines
    .slice(at + 1)
    .map(({ text }) => text)
    .filter((text) => !text.startsWith('(') && text.length <= LONGEST && !/^đơn vị tính|^đvt/iu.test(text));
  const name = [match[4] ?? '', ...title].filter((text) => text !== '').join(' ');
  const cell = (text: string) => ({ text, places: [first.place], parts: [], hanging: false });
  return {
    place: first.place,
    cells: {
      code: cell(kind === '' ? number : `${SHORT[kind] ?? ''}${number.toUpperCase()}`),
      name: cell(name === '' ? first.text : name),
    },
    notes: [],
    secondLeads: [],
    spilled: false,
    merged: true,
    section: true,
  };
}
