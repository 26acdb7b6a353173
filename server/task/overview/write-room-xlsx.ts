import type { ControlRoom, DueCounts, HeatMap } from '#contract/task/overview.ts';
import type { DueRow } from '#contract/task/work.ts';
import { DUE_VIEW_WORDS, DUE_VIEWS } from '#domain/task/work/due-view.ts';
import {
  type Computed,
  FIRST_ROW,
  type Sheet,
  type SheetColumn,
  writeSheets,
} from '../../http/write-sheet.ts';
import { type About, rowsSheet } from './write-rows-xlsx.ts';

/** How the work stands by agency, by area and of each agency in each area, and the rows behind it. */
export function writeRoomXlsx(
  {
    room,
    heat,
    rows,
  }: { readonly room: ControlRoom; readonly heat: HeatMap; readonly rows: readonly DueRow[] },
  about: About,
): Promise<Uint8Array> {
  const areas = room.areas.map(({ code, name, counts }) => ({
    name: code === '' ? name : `${code}. ${name}`,
    counts,
  }));
  const counted = {
    title: about.title,
    note: `${room.counts.total} việc; tỷ lệ đúng hạn là số đúng hạn chia cho số đã đến hạn.`,
  };
  return writeSheets([
    countsSheet('Theo cơ quan', 'Cơ quan', room.agencies, counted),
    countsSheet('Theo lĩnh vực', 'Lĩnh vực', areas, counted),
    squaresSheet(heat, counted),
    rowsSheet([{ rows }], about),
  ]);
}

const COUNTED = [
  'total',
  ...DUE_VIEWS.filter((view) => view !== 'due' && view !== 'in-time'),
  'due',
  'in-time',
] as const;
const SHARE: SheetColumn = { head: 'Tỷ lệ đúng hạn', width: 11, format: '0%' };

function countsSheet(
  name: string,
  head: string,
  lines: readonly { readonly name: string; readonly counts: DueCounts }[],
  { title, note }: About,
): Sheet {
  const [first, last] = [FIRST_ROW, FIRST_ROW + lines.length - 1];
  const sum = (of: (typeof COUNTED)[number]) => lines.reduce((total, { counts }) => total + counts[of], 0);
  const share = (line: number, due: number, inTime: number) => shareOf(line, COUNTED.length, due, inTime);
  const total = [
    'Cộng',
    ...COUNTED.map((of, at) => {
      const column = columnName(at + 2);
      return { formula: `SUM(${column}${first}:${column}${last})`, result: sum(of) };
    }),
    share(last + 1, sum('due'), sum('in-time')),
  ];
  return {
    name,
    title,
    note,
    keptColumns: 1,
    columns: [
      { head, width: 44 },
      ...COUNTED.map((of) => ({ head: of === 'total' ? 'Tất cả' : DUE_VIEW_WORDS[of], width: 11 })),
      SHARE,
    ],
    rows: [
      ...lines.map(({ name: line, counts }, at) => [
        line,
        ...COUNTED.map((of) => counts[of]),
        share(first + at, counts.due, counts['in-time']),
      ]),
      ...(lines.length === 0 ? [] : [total]),
    ],
  };
}

function squaresSheet({ agencies, areas, squares }: HeatMap, { title, note }: About): Sheet {
  const areaNames = new Map(areas.map(({ id, code, name }) => [id, code === '' ? name : `${code}. ${name}`]));
  const lines = agencies.flatMap(({ id, name }) =>
    areas.flatMap((area) => {
      const square = squares.find((one) => one.agencyId === id && one.areaId === area.id);
      return square === undefined ? [] : [{ name, area: areaNames.get(area.id) ?? '', ...square }];
    }),
  );
  return {
    name: 'Cơ quan × lĩnh vực',
    title,
    note,
    columns: [
      { head: 'Cơ quan', width: 36 },
      { head: 'Lĩnh vực', width: 44 },
      ...['Tất cả', DUE_VIEW_WORDS.due, DUE_VIEW_WORDS['in-time']].map((head) => ({ head, width: 11 })),
      SHARE,
    ],
    rows: lines.map(({ name, area, total, due, inTime }, at) => [
      name,
      area,
      total,
      due,
      inTime,
      shareOf(FIRST_ROW + at, 4, due, inTime),
    ]),
  };
}

/** Of the two columns before it: in time of what was due; nothing where nothing was. */
function shareOf(line: number, column: number, due: number, inTime: number): string | Computed {
  if (due === 0) return '';
  const [of, part] = [columnName(column), columnName(column + 1)];
  return { formula: `${part}${line}/${of}${line}`, result: inTime / due };
}

/** 1 is A; no table here is wider than Z. */
function columnName(at: number): string {
  return String.fromCharCode(64 + at);
}
