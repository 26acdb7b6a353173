import { Workbook } from '@cj-tech-master/excelts';
import type { AuditEntry } from '#domain/audit/audit-entry.ts';
import {
  auditActWords,
  auditFieldWords,
  auditSubjectWords,
  auditValueWords,
} from '#domain/audit/audit-words.ts';
import { compareValues } from '#domain/audit/compare-values.ts';
import { rowHeight } from '../http/row-height.ts';

const COLUMNS = [
  ['Số', 8],
  ['Thời điểm', 20],
  ['Người', 24],
  ['Chức vụ', 20],
  ['Cơ quan', 28],
  ['Thay cho', 20],
  ['Việc', 30],
  ['Đối tượng', 40],
  ['Giá trị cũ', 40],
  ['Giá trị mới', 40],
  ['Lý do', 30],
  ['Địa chỉ', 16],
  ['Mã băm', 20],
] as const;

const FONT = { name: 'Times New Roman', size: 11 };

/** The audit as a table to read and print; only the lines of JSON can be checked. */
export async function writeAuditXlsx(entries: readonly AuditEntry[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Nhật ký', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = COLUMNS.map(([, width]) => ({ width }));
  const header = sheet.addRow(COLUMNS.map(([title]) => title));
  for (let at = 1; at <= COLUMNS.length; at++) header.getCell(at).font = { ...FONT, bold: true };
  for (const entry of entries) {
    const cells = cellsOf(entry);
    const row = sheet.addRow(cells);
    row.height = rowHeight(COLUMNS.map(([, width], at) => ({ words: String(cells[at] ?? ''), width })));
    for (let at = 1; at <= COLUMNS.length; at++) {
      row.getCell(at).font = FONT;
      row.getCell(at).alignment = { vertical: 'top', wrapText: true };
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function cellsOf(entry: AuditEntry): (string | number)[] {
  const altered = compareValues(entry.before, entry.after);
  const side = (of: 'before' | 'after') =>
    altered
      .filter((one) => one[of] !== '')
      .map((one) => {
        const words = auditValueWords(one.field, one[of]);
        return one.field === '' ? words : `${auditFieldWords(one.field)}: ${words}`;
      })
      .join('\n');
  return [
    entry.seq,
    writeInstant(entry.occurredAt),
    entry.personName,
    entry.postTitle ?? '',
    entry.agencyName ?? '',
    entry.onBehalfOfName ?? '',
    auditActWords(entry.act),
    `${auditSubjectWords(entry.subjectKind)} ${entry.subjectWords}`.trim(),
    side('before'),
    side('after'),
    entry.reason ?? '',
    entry.address ?? '',
    entry.hash,
  ];
}

function writeInstant(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  const day = at.toPlainDate().toString().split('-').toReversed().join('/');
  return `${day} ${at.toPlainTime().toString({ smallestUnit: 'second' })}`;
}
