import { dayWords } from '#domain/calendar/day-words.ts';
import {
  PROGRESS_COLUMN_WORDS,
  PROGRESS_COLUMNS,
  type ProgressColumn,
  WRITTEN_COLUMNS,
} from '#domain/task/table/progress-columns.ts';
import { writeSheets } from '../../http/write-sheet.ts';
import type { HeldProgress } from './load-progress-items.ts';

const WIDTHS: Readonly<Record<ProgressColumn, number>> = {
  code: 8,
  task: 42,
  label: 16,
  agency: 22,
  due: 12,
  state: 14,
  text: 48,
  done: 9,
  whole: 9,
  unit: 12,
  step: 22,
  blocker: 30,
  waitsFor: 22,
  nextOn: 13,
  item: 4,
  seen: 4,
};
/** Say which work a row is when it comes back; nobody has to read them. */
const HIDDEN: readonly ProgressColumn[] = ['item', 'seen'];

/** The table people fill in and send back: what stands is filled in, what they write is tinted. */
export async function writeProgressXlsx(
  items: readonly HeldProgress[],
  { title, names }: { readonly title: string; readonly names: ReadonlyMap<string, string> },
): Promise<Uint8Array> {
  return await writeSheets([
    {
      name: 'Tiến độ',
      title,
      note: 'Ghi vào các ô màu; những cột khác để nhận ra việc. Lưu tệp rồi tải lên để xem trước thay đổi.',
      columns: PROGRESS_COLUMNS.map((column) => ({
        head: PROGRESS_COLUMN_WORDS[column],
        width: WIDTHS[column],
        hidden: HIDDEN.includes(column),
      })),
      rows: items.map((item) => {
        const cells = cellsOf(item, names);
        return PROGRESS_COLUMNS.map((column) => cells[column]);
      }),
      isTinted: (row, at) => {
        const column = PROGRESS_COLUMNS[at];
        return column !== undefined && isWritten(column) && items[row]?.barred === null;
      },
    },
  ]);
}

function isWritten(column: ProgressColumn): boolean {
  return (WRITTEN_COLUMNS as readonly ProgressColumn[]).includes(column);
}

function cellsOf(
  item: HeldProgress,
  names: ReadonlyMap<string, string>,
): Readonly<Record<ProgressColumn, string | number>> {
  const waitsFor = item.blocker?.agencyId;
  return {
    code: item.code,
    task: item.name,
    label: item.label,
    agency: item.agencyName,
    due: item.dueOn === null ? '' : dayWords(item.dueOn),
    state: item.state,
    text: item.text ?? '',
    done: item.amount?.done ?? '',
    whole: item.amount?.whole ?? '',
    unit: item.amount?.unit ?? '',
    step: item.step ?? '',
    blocker: item.blocker?.words ?? '',
    waitsFor: waitsFor === undefined ? '' : (names.get(waitsFor) ?? ''),
    nextOn: item.nextOn === null ? '' : dayWords(item.nextOn),
    item: item.dueItemId,
    seen: String(item.seq),
  };
}
