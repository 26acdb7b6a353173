import type { LetterDocument as Document, LetterRow } from '#contract/notice/letter.ts';
import type { LetterBlock, LetterDocument, LetterTable } from '#domain/notice/letter/letter-document.ts';
import { officialNumber } from '#domain/notice/letter/letter-words.ts';
import type { LetterRecord } from './letter.store.ts';

export function presentLetter(letter: LetterDocument): Document {
  return {
    name: letter.name,
    head: letter.head,
    addressees: { label: letter.addressees.label, lines: [...letter.addressees.lines] },
    body: letter.body.map(presentBlock),
    recipients: { label: letter.recipients.label, lines: [...letter.recipients.lines] },
    signature: { lines: [...letter.signature.lines], name: letter.signature.name },
    annexes: letter.annexes.map(({ table, ...annex }) => ({ ...annex, table: presentTable(table) })),
  };
}

export function presentLetterRow(record: LetterRecord): LetterRow {
  return {
    id: record.id,
    number: officialNumber(record.number, record.symbol),
    issuedOn: record.issued_on,
    agencyName: record.agency_name,
    subject: record.subject,
    askBy: record.ask_by,
    agencies: record.agencies,
    tasks: record.tasks,
    settled: record.settled,
    actor: record.actor,
    withdrawn:
      record.withdrawn_reason === null
        ? null
        : { reason: record.withdrawn_reason, actor: record.withdrawn_by ?? '' },
  };
}

function presentBlock(block: LetterBlock): Document['body'][number] {
  return block.kind === 'paragraph' ? { ...block } : presentTable(block);
}

function presentTable({ kind, columns, rows }: LetterTable) {
  return { kind, columns: [...columns], rows: rows.map((row) => [...row]) };
}
