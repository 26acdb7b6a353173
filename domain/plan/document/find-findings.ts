import { findInTask } from './find-in-task.ts';
import { documentFindings, lawFindings, slipFindings, wordsOf } from './find-in-words.ts';
import { findNumbering } from './find-numbering.ts';
import type { Finding, FindingDraft, PlanRow } from './plan-reading.ts';

// The X-ray of a document: what will make a plan hard to carry out or to measure, each with its place and a remedy.
// Findings about agencies of a directory are made where the directory is known (find-agency-findings.ts).

/** Day from which the district level no longer exists (Nghị quyết 202/2025/QH15; rules.md section 8). */
export const DISTRICTS_END = '2025-07-01';

export interface XrayOptions {
  /** ISO date on which agencies and laws must still exist: the day somebody asks; '' where no day is known. */
  readonly asOf: string;
}

/** Findings of the rows, in their order; `title` is looked at for slips too. */
export function findFindings(rows: readonly PlanRow[], options: XrayOptions, title = ''): readonly Finding[] {
  return [...documentFindings(title), ...findRowFindings(rows, options), ...findNumbering(rows)];
}

/** Findings each row has by itself, whatever stands beside it. */
export function findRowFindings(rows: readonly PlanRow[], options: XrayOptions): readonly Finding[] {
  return rows.flatMap((row) => findingsOf(row, options).map((draft) => atRow(row, draft)));
}

export function atRow(row: PlanRow, draft: FindingDraft): Finding {
  return { ...draft, row: row.code, rowKey: row.key, place: row.source };
}

function findingsOf(row: PlanRow, options: XrayOptions): readonly FindingDraft[] {
  const words = wordsOf(row);
  const everywhere = [
    ...slipFindings(words),
    ...lawFindings(words, options.asOf),
    ...levelFindings(row, words, options),
  ];
  return row.kind === 'task' ? [...findInTask(row), ...everywhere] : everywhere;
}

function levelFindings(row: PlanRow, words: string, options: XrayOptions): FindingDraft[] {
  if (options.asOf < DISTRICTS_END) return [];
  const mentions = [...row.leads, ...row.coordinators].flatMap(({ reading }) => reading);
  if (!row.inherited.includes('leads') && mentions.some(({ level }) => level === 'district'))
    return [
      {
        code: 'level-ended',
        message: 'Giao cho cấp huyện, đã kết thúc hoạt động từ ngày 01/7/2025.',
        remedy: 'Chuyển phần việc cho xã, phường hoặc sở kế thừa.',
      },
    ];
  return /cấp huyện/iu.test(words)
    ? [
        {
          code: 'level-ended',
          message: 'Nói đến cấp huyện, đã kết thúc hoạt động từ ngày 01/7/2025.',
          remedy: 'Viết lại theo hai cấp: tỉnh và xã.',
        },
      ]
    : [];
}
