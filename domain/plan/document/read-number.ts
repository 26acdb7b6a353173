import { clean } from '../../kernel/text.ts';
import type { JoinedRow } from './join-rows.ts';

// The number of a row, from its own column or from the head of its name ("I CÔNG TÁC CHỈ ĐẠO", "1.2. Rà soát …").

export type Numbering = 'section' | 'part' | 'roman' | 'decimal' | 'letter' | 'bullet' | 'none';

export interface Numbered {
  readonly numbering: Numbering;
  /** The number as printed, cleaned: "2.2.1", "III". */
  readonly label: string;
  /** The words after it. */
  readonly rest: string;
}

const ROMAN = /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const PART = /^(?:phần|phụ lục|mục|chương|nhóm)\s+(?:thứ\s+|số\s+)?([\p{L}\d]+)(?:[.:)-]+\s*|\s+|$)(.*)$/isu;
const IN_NAME =
  /^(?:\d+(?:\.\d+)*[.)]\s|\d+(?:\.\d+)+\s|[IVXLC]+[.):]\s|[IVXLC]+\s+[-–]\s|[IVX]+\s+\p{Lu}{2}|[A-ZĐ][.)]\s|[a-zđ][.)]\s|[-+•*]\s|(?:phần|phụ lục|mục|chương|nhóm)\s+(?:thứ\s+)?(?:[IVXLC]+|\d+|[A-ZĐ]|nhất|hai|ba|tư|năm)\b)/iu;

export function numberOf(row: JoinedRow): Numbered {
  const code = row.cells.code?.hanging === true ? '' : (row.cells.code?.text ?? '');
  const name = row.cells.name?.text ?? '';
  if (code !== '') {
    const own = readNumber(code);
    return {
      numbering: row.section ? 'section' : own.numbering,
      label: row.section ? code : own.label,
      rest: row.section ? name : [own.rest, name].filter((text) => text !== '').join(' '),
    };
  }
  if (row.section) return { numbering: 'section', label: '', rest: name };
  if (!IN_NAME.test(clean(name)) || !isCaseRight(clean(name)))
    return { numbering: 'none', label: '', rest: name };
  const head = /^\s*(?:(?:phần|phụ lục|mục|chương|nhóm)\s|\S+)/iu.exec(name)?.[0] ?? '';
  const own = readNumber(/\s$/.test(head) ? name : head);
  return own.numbering === 'none' || own.rest !== '' || /\s$/.test(head)
    ? readNumber(name)
    : { ...own, rest: name.slice(head.length).replace(/^\s*[-–]?\s*/u, '') };
}

/** "i)" is a letter, "I." a roman number: the pattern above is blind to case for its words only. */
function isCaseRight(name: string): boolean {
  return !/^[ivxlc]{2,}[.):\s]/.test(name);
}

function readNumber(cell: string): Numbered {
  const text = clean(cell);
  const part = PART.exec(text);
  if (part !== null && /^([IVXLC]+|\d+|[A-ZĐ]|nhất|hai|ba|bốn|tư|năm|sáu)$/iu.test(part[1] ?? ''))
    return { numbering: 'part', label: (part[1] ?? '').toUpperCase(), rest: part[2] ?? '' };
  const match = /^[("[]?([^\s()]+?)[.)/:\]]*(?:\s*[-–:]?\s+(.*))?$/s.exec(text);
  const head = match?.[1] ?? '';
  const rest = match?.[2] ?? '';
  if (ROMAN.test(head)) return { numbering: 'roman', label: head, rest };
  if (/^([IVXLC]+|[A-ZĐ])[.-]?\d+([.,]\d+)*(\.?[a-zđ])?$/.test(head))
    return {
      numbering: 'decimal',
      label: head.replaceAll(',', '.').replace(/^([A-Z]+)-?(?=\d)/, '$1.'),
      rest,
    };
  if (/^\d{1,4}([.,]\d{1,3})*$/.test(head))
    return { numbering: 'decimal', label: head.replaceAll(',', '.').split('.').map(Number).join('.'), rest };
  if (/^\d+(\.\d+)*\.?[a-zđ]$/.test(head)) return { numbering: 'decimal', label: head, rest };
  if (/^[A-ZĐ]$/.test(head)) return { numbering: 'part', label: head, rest };
  if (/^[a-zđ]\d?$/.test(head)) return { numbering: 'letter', label: head, rest };
  if (/^[-+•*–]+$/.test(text.split(' ')[0] ?? ''))
    return { numbering: 'bullet', label: '-', rest: text.replace(/^[-+•*–]+\s*/, '') };
  return { numbering: 'none', label: '', rest: cell.trim() };
}
