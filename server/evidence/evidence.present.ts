import { sql } from 'kysely';
import type { Evidence } from '#contract/evidence.ts';
import { type FactCorrection, foldFacts, type ReadFacts } from '#domain/evidence/document-facts.ts';
import type { ReadingState } from '#domain/evidence/lint-evidence.ts';
import type { FileKind, PictureSize } from '#domain/evidence/sniff-content.ts';
import { judgeValidity } from '#domain/evidence/validity.ts';
import { isoInstant } from './evidence.store.ts';

/** What is asked of a document to show it; to stand in a select from evidence e, stored_file f, file_reading r, agency g. */
export const EVIDENCE_COLUMNS = sql`
  e.id, e.agency_id, g.name as agency_name, e.version, e.name, f.kind, f.size, f.picture, r.state as reading, r.facts as read_facts,
  r.is_draft, e.issuer_id, e.sha256, ${isoInstant('e.recorded_at')} as recorded_at, ${isoInstant('e.changed_at')} as changed_at`;
export const EVIDENCE_JOINS = sql`
  join stored_file f on f.province_id = e.province_id and f.sha256 = e.sha256
  left join file_reading r on r.province_id = e.province_id and r.sha256 = e.sha256
  join agency g on g.province_id = e.province_id and g.id = e.agency_id`;

export interface EvidenceRecord {
  readonly id: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly version: number;
  readonly name: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly picture: PictureSize | null;
  readonly reading: ReadingState | null;
  readonly read_facts: ReadFacts | null;
  readonly is_draft: boolean | null;
  readonly issuer_id: string | null;
  readonly sha256: string;
  readonly recorded_at: string;
  readonly changed_at: string;
}

export function presentEvidence(
  record: EvidenceRecord,
  corrections: readonly FactCorrection[],
  today: string,
): Evidence {
  const facts = foldFacts(record.read_facts ?? {}, corrections);
  return {
    id: record.id,
    agencyId: record.agency_id,
    agencyName: record.agency_name,
    version: record.version,
    name: record.name,
    kind: record.kind,
    size: record.size,
    reading: record.reading ?? 'pending',
    facts,
    validity: judgeValidity({ validFrom: facts.validFrom.value, validTo: facts.validTo.value }, today),
    recordedAt: record.recorded_at,
    changedAt: record.changed_at,
  };
}

/** The facts of a shown document by their values alone. */
export function valuesOf({ facts }: Evidence) {
  return {
    number: facts.number.value,
    issuedOn: facts.issuedOn.value,
    issuer: facts.issuer.value,
    signer: facts.signer.value,
    type: facts.type.value,
    title: facts.title.value,
    validFrom: facts.validFrom.value,
    validTo: facts.validTo.value,
  };
}
