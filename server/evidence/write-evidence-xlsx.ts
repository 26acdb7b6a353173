import type { FoundEvidence } from '#contract/evidence.ts';
import { dayWords } from '#domain/calendar/day-words.ts';
import type { FactName } from '#domain/evidence/document-facts.ts';
import { type ColumnOf, fillSheet, writeSheets } from '../http/write-sheet.ts';

const fact =
  (name: FactName) =>
  ({ evidence }: FoundEvidence) =>
    evidence.facts[name]?.value ?? '';
const dayFact = (name: FactName) => (found: FoundEvidence) => {
  const day = fact(name)(found);
  return day === '' ? '' : dayWords(day);
};

const COLUMNS: readonly ColumnOf<FoundEvidence>[] = [
  { head: 'TT', width: 6, of: (_found, at) => at + 1 },
  { head: 'Tên tệp', width: 40, of: ({ evidence }) => evidence.name },
  { head: 'Loại văn bản', width: 16, of: fact('type') },
  { head: 'Số, ký hiệu', width: 18, of: fact('number') },
  { head: 'Ngày ban hành', width: 12, of: dayFact('issuedOn') },
  { head: 'Nơi ban hành', width: 26, of: fact('issuer') },
  { head: 'Người ký', width: 22, of: fact('signer') },
  { head: 'Có hiệu lực đến hết ngày', width: 13, of: dayFact('validTo') },
  { head: 'Cơ quan nộp', width: 26, of: ({ evidence }) => evidence.agencyName },
  {
    head: 'Dùng cho việc',
    width: 60,
    of: ({ claims }) => claims.map(({ taskName, label }) => `${taskName} (${label})`).join('; '),
  },
];

/** Documents that were found, a row each: the list of evidence a dossier begins with. */
export function writeEvidenceXlsx(
  found: readonly FoundEvidence[],
  { title, note }: { readonly title: string; readonly note: string },
): Promise<Uint8Array> {
  return writeSheets([
    {
      name: 'Tài liệu kiểm chứng',
      title,
      note,
      ...fillSheet(COLUMNS, found),
    },
  ]);
}
