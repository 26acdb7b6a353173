import { sql } from 'kysely';
import type { EvidenceFilter } from '#contract/evidence.ts';
import { listSearchWords } from '#domain/evidence/find-excerpt.ts';
import type { Tx } from '../db/executor.ts';
import { EVIDENCE_COLUMNS, EVIDENCE_JOINS, type EvidenceRecord } from './evidence.present.ts';
import { isoInstant } from './evidence.store.ts';

export interface FoundRecord extends EvidenceRecord {
  readonly body: string | null;
  readonly total: number;
}

const SOON = 30;

/** Documents that match, the best first; all that are seen where nothing is asked. */
export async function searchRecords(
  tx: Tx,
  { text, agencyId, type, from, to, validity }: EvidenceFilter,
  {
    offset,
    limit,
    withWords,
    today,
  }: {
    readonly offset: number;
    readonly limit: number;
    /** Whether what each says comes with it. */
    readonly withWords: boolean;
    readonly today: string;
  },
): Promise<readonly FoundRecord[]> {
  const words = listSearchWords(text ?? '');
  // Whoever still types the last word finds what it begins. The words are letters and digits only.
  const query = sql`to_tsquery('simple', ${words.length === 0 ? '' : `${words.join(' & ')}:*`})`;
  const conditions = [
    sql`exists (select from evidence_claim c where c.province_id = e.province_id and c.evidence_id = e.id and c.ended_at is null)`,
    ...(words.length === 0 ? [] : [sql`e.search @@ ${query}`]),
    ...(agencyId === undefined ? [] : [sql`e.agency_id = ${agencyId}`]),
    ...(type === undefined ? [] : [sql`e.type = ${type}`]),
    ...(from === undefined ? [] : [sql`e.issued_on >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`e.issued_on <= ${to}::date`]),
    ...(validity === 'ended' ? [sql`e.valid_to < ${today}::date`] : []),
    ...(validity === 'ends-soon'
      ? [sql`e.valid_to >= ${today}::date and e.valid_to <= ${today}::date + ${SOON}::int`]
      : []),
  ];
  const rank = words.length === 0 ? sql`0` : sql`ts_rank_cd(e.search, ${query})`;
  const { rows } = await sql<FoundRecord>`
    with page as (
      select e.province_id, e.id, ${rank} as rank, count(*) over ()::int as total
      from evidence e where ${sql.join(conditions, sql` and `)}
      order by rank desc, e.changed_at desc, e.id limit ${limit} offset ${offset})
    select ${EVIDENCE_COLUMNS}, ${withWords ? sql`r.body` : sql`null::text`} as body, page.total
    from page join evidence e on e.province_id = page.province_id and e.id = page.id
    ${EVIDENCE_JOINS}
    order by page.rank desc, e.changed_at desc, e.id`.execute(tx);
  return rows;
}

export interface ItemOfEvidence {
  readonly evidence_id: string;
  readonly claim_id: string;
  readonly due_item_id: string;
  readonly assignment_id: string;
  readonly task_name: string;
  readonly label: string;
  readonly ended_at: string | null;
  readonly reason: string | null;
}

/** The items these documents are or were shown for, as far as they are seen. */
export async function listItemsOf(
  tx: Tx,
  evidenceIds: readonly string[],
): Promise<readonly ItemOfEvidence[]> {
  const { rows } = await sql<ItemOfEvidence>`
    select c.evidence_id, c.id as claim_id, d.id as due_item_id, d.assignment_id, coalesce(t.name, '') as task_name, d.label,
           ${isoInstant('c.ended_at')} as ended_at, c.reason
    from evidence_claim c join due_item d on d.province_id = c.province_id and d.id = c.due_item_id
    left join task t on t.province_id = d.province_id and t.id = d.task_id
    where c.evidence_id = any(${[...evidenceIds]}::uuid[])
    order by c.recorded_at, c.id`.execute(tx);
  return rows;
}

export async function findRecord(tx: Tx, evidenceId: string): Promise<EvidenceRecord | undefined> {
  const { rows } = await sql<EvidenceRecord>`
    select ${EVIDENCE_COLUMNS} from evidence e ${EVIDENCE_JOINS} where e.id = ${evidenceId}::uuid`.execute(
    tx,
  );
  return rows[0];
}

export interface VersionRecord {
  readonly number: number;
  readonly sha256: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly actor: string;
  readonly recorded_at: string;
}

export async function listVersions(tx: Tx, evidenceId: string): Promise<readonly VersionRecord[]> {
  const { rows } = await sql<VersionRecord>`
    select v.number, v.sha256, v.name, f.kind, f.size, v.actor, ${isoInstant('v.recorded_at')} as recorded_at
    from evidence_version v join stored_file f on f.province_id = v.province_id and f.sha256 = v.sha256
    where v.evidence_id = ${evidenceId}::uuid order by v.number desc`.execute(tx);
  return rows;
}

export interface PreviewRecord {
  readonly kind: string;
  readonly name: string;
  readonly reading: string | null;
  readonly blocks: unknown;
}

export async function findPreview(
  tx: Tx,
  evidenceId: string,
  version: number,
): Promise<PreviewRecord | undefined> {
  const { rows } = await sql<PreviewRecord>`
    select f.kind, v.name, r.state as reading, r.blocks
    from evidence_version v
    join stored_file f on f.province_id = v.province_id and f.sha256 = v.sha256
    left join file_reading r on r.province_id = v.province_id and r.sha256 = v.sha256
    where v.evidence_id = ${evidenceId}::uuid and v.number = ${version}`.execute(tx);
  return rows[0];
}
