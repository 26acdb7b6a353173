import type { Agency } from '../../agency/agency.ts';
import { findOneAgency } from '../../agency/find-one-agency.ts';
import { readDay } from '../../kernel/read-day.ts';
import { clean, fold } from '../../kernel/text.ts';
import { parseNumber } from '../../plan/target/parse-number.ts';
import type { Amount } from '../work/work-act.ts';
import { PROGRESS_COLUMN_WORDS, type ProgressColumn, type WrittenColumn } from './progress-columns.ts';

/** What a row says of the work; what it does not say is left out. Null takes away what stood. */
export interface WrittenProgress {
  readonly text?: string;
  readonly amount?: Amount;
  readonly step?: string;
  readonly blocker?: { readonly words: string; readonly agencyId?: string } | null;
  readonly nextOn?: string;
}

export interface CellProblem {
  readonly column: ProgressColumn;
  readonly value: string;
  /** A sentence that says what is wrong and what to write. */
  readonly problem: string;
}

export interface RowReading {
  readonly progress: WrittenProgress;
  readonly problems: readonly CellProblem[];
  readonly warnings: readonly string[];
}

interface RowFacts {
  readonly directory: readonly Agency[];
  readonly today: string;
  /** What is counted so far: a row that gives only what is done goes on counting the same. */
  readonly amount: Amount | null;
}

const NOTHING = /^(khong( co)?|chua co|0|-+)$/;
/** "45/129 xã" alone in a cell is a count; "20/6" may be a day and is left as words. */
const COUNT = /^(\d[\d.]*)\s*\/\s*(\d[\d.]*)\s+(\p{L}+(?: \p{L}+){0,3})$/u;
const PERCENT = /^(?:đạt |khoảng )?\d+(?:[.,]\d+)?\s*%$/i;

/** Reads the written cells of a row; whatever is not understood is a problem with its column, never a guess. */
export function readProgressRow(
  cellOf: (column: WrittenColumn) => string | undefined,
  facts: RowFacts,
): RowReading {
  const problems: CellProblem[] = [];
  const warnings: string[] = [];
  const words = (column: WrittenColumn) => clean(cellOf(column) ?? '');
  const complain = (column: ProgressColumn, problem: string, value: string) =>
    problems.push({ column, value, problem });

  const text = cellOf('text')?.trim() ?? '';
  const counted = readCount(words, text, facts.amount, complain);
  if (counted === undefined && PERCENT.test(clean(text)))
    warnings.push(
      `"${clean(text)}" không có mẫu số nên không tính được; hãy ghi "${PROGRESS_COLUMN_WORDS.done}" và "${PROGRESS_COLUMN_WORDS.whole}".`,
    );

  const nextWords = words('nextOn');
  const nextOn = readDay(nextWords);
  if (nextWords !== '' && nextOn === null)
    complain('nextOn', `"${nextWords}" không phải một ngày (dd/mm/yyyy).`, nextWords);
  if (nextOn !== null && nextOn < facts.today)
    complain('nextOn', `ngày ${nextWords} đã qua; hãy ghi ngày sẽ báo tiếp.`, nextWords);

  const blocker = readBlocker(words, facts, complain);
  const step = words('step');
  return {
    progress: {
      ...(text === '' ? {} : { text }),
      ...(counted === undefined ? {} : { amount: counted }),
      ...(step === '' ? {} : { step }),
      ...(blocker === undefined ? {} : { blocker }),
      ...(nextOn === null ? {} : { nextOn }),
    },
    problems,
    warnings,
  };
}

type Words = (column: WrittenColumn) => string;
type Complain = (column: ProgressColumn, problem: string, value: string) => void;

function readCount(
  words: Words,
  text: string,
  before: Amount | null,
  complain: Complain,
): Amount | undefined {
  const [doneWords, wholeWords] = [words('done'), words('whole')];
  if (doneWords === '' && wholeWords === '') {
    const [, done, whole, unit] = COUNT.exec(clean(text)) ?? [];
    const amount = { done: parseNumber(done), whole: parseNumber(whole), unit: unit ?? '' };
    return amount.unit !== '' && amount.whole > 0 && amount.done <= amount.whole ? amount : undefined;
  }
  // "45/129" in the one column says both.
  const [, joinedDone, joinedWhole] = /^([\d.,]+)\s*\/\s*([\d.,]+)$/.exec(doneWords) ?? [];
  const done = parseNumber(joinedDone ?? doneWords);
  const whole =
    wholeWords !== '' || joinedWhole !== undefined ? parseNumber(joinedWhole ?? wholeWords) : before?.whole;
  const unit = words('unit') || (before?.unit ?? '');
  if (doneWords === '' || Number.isNaN(done) || done < 0) {
    complain(
      'done',
      doneWords === '' ? 'chưa ghi đã làm được bao nhiêu.' : `"${doneWords}" không phải một số.`,
      doneWords,
    );
    return undefined;
  }
  if (whole === undefined || Number.isNaN(whole) || whole <= 0) {
    complain(
      'whole',
      wholeWords === '' ? 'chưa ghi phải làm bao nhiêu.' : `"${wholeWords}" không phải một số lớn hơn 0.`,
      wholeWords,
    );
    return undefined;
  }
  if (unit === '') {
    complain('unit', 'chưa ghi đếm cái gì (xã, thủ tục, lớp…).', '');
    return undefined;
  }
  return { done, whole, unit };
}

function readBlocker(
  words: Words,
  { directory, today }: RowFacts,
  complain: Complain,
): WrittenProgress['blocker'] | undefined {
  const said = words('blocker');
  if (said === '') return undefined;
  if (NOTHING.test(fold(said))) return null;
  const waits = words('waitsFor');
  if (waits === '') return { words: said };
  const agency = findOneAgency(waits, today, directory);
  if (typeof agency !== 'string') return { words: said, agencyId: agency.id };
  complain('waitsFor', agency, waits);
  return undefined;
}
