import { sql } from 'kysely';
import type { Agency } from '#domain/agency/agency.ts';
import { matchAgency } from '#domain/agency/match-agency.ts';
import { readAgencies } from '#domain/agency/read-agencies.ts';
import { foldFacts } from '#domain/evidence/document-facts.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import type { Tx } from '../db/executor.ts';
import { type Deps, todayOf } from '../deps.ts';
import { listCorrections, listReadFacts } from './evidence.store.ts';

/** Writes the facts of documents as they stand, and what searching compares, from versions, readings and corrections. */
export async function refoldEvidence(tx: Tx, deps: Deps, evidenceIds: readonly string[]): Promise<void> {
  const directory = await loadDirectory(tx, deps);
  const corrections = Map.groupBy(await listCorrections(tx, evidenceIds), ({ evidence_id }) => evidence_id);
  for (const { id, facts: read } of await listReadFacts(tx, evidenceIds)) {
    const facts = foldFacts(read, corrections.get(id) ?? []);
    const issuedOn = facts.issuedOn.value;
    await sql`
      update evidence e set
        number = ${facts.number.value}, issued_on = ${issuedOn}::date, issuer = ${facts.issuer.value},
        issuer_id = ${findIssuer(facts.issuer.value, directory, issuedOn ?? todayOf(deps))},
        signer = ${facts.signer.value}, type = ${facts.type.value}, title = ${facts.title.value},
        valid_from = ${facts.validFrom.value}::date, valid_to = ${facts.validTo.value}::date,
        search = to_tsvector('simple', regexp_replace(fold(concat_ws(' ', e.name, ${facts.number.value}::text, ${facts.issuer.value}::text,
          ${facts.signer.value}::text, ${facts.type.value}::text, ${facts.title.value}::text,
          (select r.body from file_reading r where r.province_id = e.province_id and r.sha256 = e.sha256))), '[^a-z0-9]+', ' ', 'g'))
      where e.id = ${id}::uuid`.execute(tx);
  }
}

/** The agency of the directory that bears the name on the day; null where none does. */
export function findIssuer(name: string | null, directory: readonly Agency[], day: string): string | null {
  const [mention] = name === null ? [] : readAgencies(name);
  if (mention === undefined) return null;
  const match = matchAgency(mention, directory, day);
  return match.kind === 'single' || match.kind === 'ended' || match.kind === 'renamed'
    ? match.agency.id
    : null;
}
