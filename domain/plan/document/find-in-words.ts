import { fold } from '../../kernel/text.ts';
import laws from './data/laws.json' with { type: 'json' };
import slips from './data/scanning-slips.json' with { type: 'json' };
import type { Finding, FindingDraft, PlanRow, TaskField } from './plan-reading.ts';

// What single words of a document tell: slips of scanning, laws that were replaced.

export function wordsOf(row: PlanRow): string {
  return [
    row.name,
    row.inherited.includes('deadline') ? '' : row.deadline.text,
    ...(row.inherited.includes('leads') ? [] : row.leads.map(({ text }) => text)),
    ...(row.inherited.includes('coordinators') ? [] : row.coordinators.map(({ text }) => text)),
    ...row.deliverables,
  ].join('\n');
}

interface Slip {
  readonly found: string;
  readonly meant: string;
}

const SLIPS: readonly Slip[] = slips.flatMap(({ found, meant }) => {
  const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  return capital(found) === found
    ? [{ found, meant }]
    : [
        { found, meant },
        { found: capital(found), meant: capital(meant) },
      ];
});
const ANY_SLIP = new RegExp(`(?<!\\p{L})(?:${SLIPS.map(({ found }) => found).join('|')})(?!\\p{L})`, 'gu');

function slipsIn(words: string): readonly Slip[] {
  const found = new Set(words.normalize('NFC').match(ANY_SLIP) ?? []);
  return found.size === 0 ? [] : SLIPS.filter((slip) => found.has(slip.found));
}

export function slipFindings(words: string): readonly FindingDraft[] {
  return slipsIn(words).map(({ found, meant }) => ({
    code: 'scanning-slip',
    message: `"${found}" có lẽ là "${meant}".`,
    remedy: `Sửa thành "${meant}" nếu đúng; văn bản gốc vẫn được giữ nguyên.`,
  }));
}

/** Findings about the title of the plan, of no row. */
export function documentFindings(title: string): readonly Finding[] {
  return slipFindings(title).map((draft) => ({ ...draft, row: null, rowKey: null, place: {} }));
}

/** Words that are likely a slip of scanning, and what was likely meant. */
export interface Proposal {
  readonly field: TaskField;
  readonly found: string;
  readonly meant: string;
}

/** Slips are offered as corrections of the fields they stand in; the words themselves stay until somebody accepts. */
export function proposeCorrections(
  row: Pick<PlanRow, 'name' | 'deliverables' | 'inherited'> & {
    readonly deadline: { readonly text: string };
    readonly leads: readonly { readonly text: string }[];
    readonly coordinators: readonly { readonly text: string }[];
  },
): readonly Proposal[] {
  const fields: readonly (readonly [TaskField, string])[] = [
    ['name', row.name],
    ['deliverables', row.deliverables.join('\n')],
    ['deadline', row.deadline.text],
    ['leads', row.leads.map(({ text }) => text).join('\n')],
    ['coordinators', row.coordinators.map(({ text }) => text).join('\n')],
  ];
  return fields
    .filter(([field]) => !row.inherited.includes(field))
    .flatMap(([field, words]) => slipsIn(words).map((slip) => ({ field, ...slip })));
}

/** A cited number as people write it: "61/2018/NĐCP", "Nghị định 61/2018". */
const LAWS = laws.map((law) => {
  const [number = '', year = '', kind = ''] = fold(law.cited).split('/');
  const full = `${number}/${year}/${kind.replace(/-/g, '-?')}`;
  const word = kind.startsWith('nd') ? 'nghi dinh' : 'thong tu';
  return { ...law, pattern: new RegExp(`(?<!\\d)${full}|${word}(?: so)?:? ?${number}/${year}(?![\\d/])`) };
});

export function lawFindings(words: string, asOf: string): readonly FindingDraft[] {
  if (!/\d\/20\d\d/.test(words)) return [];
  const folded = fold(words)
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s*-\s*/g, '-');
  return LAWS.filter(({ from, pattern }) => from <= asOf && pattern.test(folded)).map((law) => {
    const day = law.from.split('-').reverse().join('/');
    const mark = law.verified ? '' : ' (chưa đối chiếu văn bản gốc)';
    return law.change === 'replaced'
      ? {
          code: 'law-replaced',
          message: `Văn bản ${law.cited} (${law.subject}) đã được thay bằng ${law.by} từ ngày ${day}${mark}.`,
          remedy: `Viện dẫn ${law.by}.`,
        }
      : {
          code: 'law-amended',
          message: `Văn bản ${law.cited} (${law.subject}) đã được sửa đổi bởi ${law.by} từ ngày ${day}${mark}.`,
          remedy: `Viện dẫn kèm ${law.by}.`,
        };
  });
}
