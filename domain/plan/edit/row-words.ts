import type { AgencyMention } from '../../agency/agency-phrase.ts';
import { clean } from '../../kernel/text.ts';
import { presentField } from '../document/diff-plans.ts';
import { findUnread } from '../document/find-unread.ts';
import type { AgencyCell, LeadCell, PlanRow, TaskField } from '../document/plan-reading.ts';
import type { PhraseReaders } from '../document/read-row.ts';
import { readTargets } from '../target/read-target.ts';

// A row is corrected and edited in words; how they are read is computed from them, never entered.

/** The words of a row; a field left out stays as it is. Lists hold one lead, coordinator or product a line. */
export interface RowWords {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly deadline?: string | undefined;
  readonly leads?: readonly string[] | undefined;
  readonly coordinators?: readonly string[] | undefined;
  readonly deliverables?: readonly string[] | undefined;
}

/** Fields a heading hands down to the rows below it that have no words of their own. */
export const HANDED_DOWN = ['deadline', 'leads', 'coordinators'] as const;
type HandedDown = (typeof HANDED_DOWN)[number];

/**
 * The row with other words, read anew. A deadline or agencies left empty are those of the heading above; words
 * that stay the same keep their reading, whose unit or subject may have stood in another cell.
 */
export function rewordRow(
  row: PlanRow,
  words: RowWords,
  { above, read }: { readonly above: PlanRow | undefined; readonly read: PhraseReaders },
): PlanRow {
  let reworded = row;
  const touched = new Set<TaskField>();
  const put = (field: TaskField, change: Partial<PlanRow>) => {
    touched.add(field);
    reworded = { ...reworded, ...change, inherited: reworded.inherited.filter((held) => held !== field) };
  };
  if (words.code !== undefined && clean(words.code) !== row.code) put('code', { code: clean(words.code) });
  if (words.name !== undefined && clean(words.name) !== row.name) put('name', { name: clean(words.name) });
  if (words.deadline !== undefined && clean(words.deadline) !== row.deadline.text) {
    const text = clean(words.deadline);
    put('deadline', { deadline: { text, reading: read.deadline(text) } });
  }
  if (isOther(words.leads, row.leads)) put('leads', { leads: rewordLeads(row, lines(words.leads), read) });
  // A document has one cell for all coordinators; so has a row that is edited.
  const coordinators = lines(words.coordinators).join('; ');
  if (
    words.coordinators !== undefined &&
    coordinators !== row.coordinators.map(({ text }) => text).join('; ')
  )
    put('coordinators', { coordinators: coordinators === '' ? [] : [readCell(coordinators, read)] });
  const deliverables = lines(words.deliverables);
  if (words.deliverables !== undefined && deliverables.join('\n') !== row.deliverables.join('\n'))
    put('deliverables', {
      deliverables,
      targets: row.kind === 'task' ? deliverables.flatMap((text) => readTargets({ text })) : [],
    });
  if (touched.size === 0) return row;
  for (const field of HANDED_DOWN) if (touched.has(field)) reworded = handDown(reworded, field, above);
  return {
    ...reworded,
    doubts: [
      ...row.doubts.filter(({ field }) => !touched.has(field)),
      ...findUnread(reworded).filter(({ field }) => touched.has(field)),
    ],
  };
}

/** An empty field takes the words of the heading above; an area hands nothing down. */
function handDown(row: PlanRow, field: HandedDown, above: PlanRow | undefined): PlanRow {
  if (row.kind === 'area' || above === undefined || above.kind === 'area') return row;
  if (presentField(row, field) !== '' || presentField(above, field) === '') return row;
  return { ...row, [field]: above[field], inherited: [...row.inherited, field] };
}

/** The rows with what is inherited taken anew from the rows above, from the given row down. */
export function inheritBelow(rows: readonly PlanRow[], key: string): readonly PlanRow[] {
  const changed = new Map<string, PlanRow>();
  for (const row of rows) if (row.key === key) changed.set(key, row);
  return rows.map((row) => {
    const above = row.parentKey === null ? undefined : changed.get(row.parentKey);
    if (above === undefined) return row;
    let own = row;
    for (const field of HANDED_DOWN) {
      if (!row.inherited.includes(field) || presentField(row, field) === presentField(above, field)) continue;
      const isEmpty = presentField(above, field) === '';
      own = {
        ...own,
        [field]: above[field],
        inherited: isEmpty ? own.inherited.filter((held) => held !== field) : own.inherited,
      };
    }
    if (own !== row) changed.set(row.key, own);
    return own;
  });
}

function lines(words: readonly string[] | undefined): readonly string[] {
  return (words ?? []).map(clean).filter((line) => line !== '');
}

function isOther(words: readonly string[] | undefined, cells: readonly AgencyCell[]): boolean {
  return words !== undefined && lines(words).join('\n') !== cells.map(({ text }) => clean(text)).join('\n');
}

/** A lead whose words stay keeps the coordinators the document gave it. */
function rewordLeads(row: PlanRow, texts: readonly string[], read: PhraseReaders): readonly LeadCell[] {
  return texts.map((text) => {
    const held = row.leads.find((lead) => clean(lead.text) === text);
    if (held !== undefined) return held;
    const cell = readCell(text, read);
    const note = cell.reading.find((mention: AgencyMention) => mention.note !== undefined)?.note;
    return note === undefined ? cell : { ...cell, note };
  });
}

function readCell(text: string, read: PhraseReaders): AgencyCell {
  return { text, reading: read.agencies(text) };
}
