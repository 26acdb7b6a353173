import { auditActWords } from './audit-words.ts';
import type { RootFault } from './chain-break.ts';
import type { ChainFault } from './explain-break.ts';

const ROOT_WORDS: Readonly<Record<RootFault, string>> = {
  chain: 'nhật ký đã bị viết lại: dòng cuối ngày không còn là dòng lúc niêm phong',
  content: 'dấu niêm phong đã bị sửa',
  signature: 'chữ ký của dấu niêm phong không đúng với khóa',
  previous: 'thiếu dấu niêm phong của một ngày trước đó',
  day: 'có dòng không thuộc ngày đã niêm phong',
  tail: 'dòng đã niêm phong không còn',
};

/** The first broken link in a sentence: which line, when, what act, and what was done to it. */
export function describeFault(fault: ChainFault): string {
  const { kind, seq, entry, toSeq, day, why } = fault;
  const range = toSeq === undefined || toSeq === seq ? `dòng ${seq}` : `dòng ${seq} đến ${toSeq}`;
  const line = entry === undefined ? `dòng ${seq}` : `dòng ${seq} (${describeEntry(entry)})`;
  switch (kind) {
    case 'altered':
      return `${line}: nội dung đã bị sửa sau khi ghi.`;
    case 'inserted':
      return `${line}: bị chèn thêm, không do hệ thống ghi.`;
    case 'reordered':
      return `${line}: bị đổi chỗ${toSeq === undefined ? '' : `, vốn là dòng ${toSeq}`}.`;
    case 'missing':
      return `${range}: đã bị xóa.`;
    case 'tail-cut':
      if (toSeq === undefined)
        return `Từ ${line}: mất phần ghi cuối chuỗi nên không biết nhật ký dài đến đâu.`;
      return `${range}: phần cuối nhật ký đã bị cắt${day === undefined ? '' : ` (ngày ${writeDay(day)} đã niêm phong đến dòng ${toSeq})`}.`;
    case 'root':
      return `Dấu niêm phong ngày ${writeDay(day ?? '')}, ${line}: ${ROOT_WORDS[why ?? 'content']}.`;
  }
}

function describeEntry({ occurredAt, act, personName }: NonNullable<ChainFault['entry']>): string {
  return `${writeInstant(occurredAt)}, ${personName} ${auditActWords(act)}`;
}

function writeDay(day: string): string {
  return day.split('-').toReversed().join('/');
}

/** What was tampered with may be no instant at all. */
function writeInstant(text: string): string {
  try {
    const at = Temporal.Instant.from(text).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
    return `${writeDay(at.toPlainDate().toString())} ${at.toPlainTime().toString({ smallestUnit: 'second' })}`;
  } catch {
    return text;
  }
}
