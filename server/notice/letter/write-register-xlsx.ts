import type { LetterRow } from '#contract/notice/letter.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import { type ColumnOf, fillSheet, writeSheets } from '../../http/write-sheet.ts';

const COLUMNS: readonly ColumnOf<LetterRow>[] = [
  { head: 'Số, ký hiệu', width: 18, of: ({ number }) => number },
  { head: 'Ngày', width: 12, of: ({ issuedOn }) => dayWords(issuedOn) },
  { head: 'Cơ quan ban hành', width: 26, of: ({ agencyName }) => agencyName },
  { head: 'Trích yếu', width: 56, of: ({ subject }) => subject },
  { head: 'Số cơ quan nhận', width: 10, of: ({ agencies }) => agencies },
  { head: 'Việc đôn đốc', width: 10, of: ({ tasks }) => tasks },
  { head: 'Đã xong', width: 10, of: ({ settled }) => settled },
  { head: 'Yêu cầu xong', width: 12, of: ({ askBy }) => dayWords(askBy) },
  { head: 'Người ban hành', width: 24, of: ({ actor }) => actor },
  {
    head: 'Thu hồi',
    width: 34,
    of: ({ withdrawn }) => (withdrawn === null ? '' : `${withdrawn.reason} (${withdrawn.actor})`),
  },
];

/** The register of letters, the newest first, as the screen has it. */
export function writeRegisterXlsx(
  letters: readonly LetterRow[],
  { title, note }: { readonly title: string; readonly note: string },
): Promise<Uint8Array> {
  return writeSheets([
    {
      name: 'Sổ công văn',
      title,
      note,
      ...fillSheet(COLUMNS, letters),
    },
  ]);
}
