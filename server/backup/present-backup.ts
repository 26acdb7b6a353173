import type { BackupManifest } from './backup-manifest.ts';

/** What a backup holds, in words or in JSON; the digest is what to write down and compare later. */
export function presentBackup(
  said: string,
  { manifest, digest }: { readonly manifest: BackupManifest; readonly digest: string },
  { json }: { readonly json: boolean },
): string {
  const { schema, takenAt, tables, files } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  if (json)
    return `${JSON.stringify({ digest, schema, takenAt, tables: tables.length, rows, files: files.length })}\n`;
  const count = (number: number) => number.toLocaleString('vi-VN');
  const taken = Temporal.Instant.from(takenAt).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${two(taken.day)}/${two(taken.month)}/${taken.year}`;
  return [
    said,
    `  thời điểm dữ liệu: ${two(taken.hour)}:${two(taken.minute)}:${two(taken.second)} ngày ${day} (giờ Việt Nam)`,
    `  phiên bản dữ liệu: ${schema}`,
    `  ${count(tables.length)} bảng, ${count(rows)} dòng, ${count(files.length)} tệp`,
    `  SHA-256 của bản kê: ${digest}`,
    '',
  ].join('\n');
}
