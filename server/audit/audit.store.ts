import { type Insertable, type Selectable, sql } from 'kysely';
import { type AuditEntry, FIRST_LINK, type PlainValue } from '#domain/audit/audit-entry.ts';
import { type AuditRoot, endOfDay, startOfDay } from '#domain/audit/audit-root.ts';
import type { AuditHead } from '#domain/audit/verify-chain.ts';
import { fold } from '#domain/kernel/text.ts';
import type { Tx } from '../db/executor.ts';
import type { DB } from '../db/types.generated.ts';

/** Entries read at once: a chain is followed in steps, never held whole. */
const STEP = 2_000;

/** The end of the chain, locked until the transaction ends; a chain that has not begun is begun. */
export async function lockHead(
  tx: Tx,
  provinceId: string,
  now: Temporal.Instant,
): Promise<AuditHead & { readonly notBefore: Temporal.Instant }> {
  const held = (await selectHead(tx, provinceId)) ?? (await beginChain(tx, provinceId, now));
  return {
    seq: held.seq,
    hash: held.hash,
    notBefore: Temporal.Instant.from(held.not_before.toISOString()),
  };
}

function selectHead(tx: Tx, provinceId: string) {
  return tx
    .selectFrom('audit_head')
    .select(['seq', 'hash', 'not_before'])
    .where('province_id', '=', provinceId)
    .forUpdate()
    .executeTakeFirst();
}

/** Two that begin at once wait for one another here, and both go on from the one row. */
async function beginChain(tx: Tx, provinceId: string, now: Temporal.Instant) {
  await tx
    .insertInto('audit_head')
    .values({ province_id: provinceId, seq: 0, hash: FIRST_LINK, not_before: now.toString() })
    .onConflict((conflict) => conflict.column('province_id').doNothing())
    .execute();
  const begun = await selectHead(tx, provinceId);
  if (begun === undefined) throw new Error('the audit has no head');
  return begun;
}

/** Appends the entry and moves the end of the chain to it. */
export async function insertEntry(tx: Tx, entry: AuditEntry): Promise<void> {
  // One statement for both: the lock on the end of the chain is held as short as can be.
  await tx
    .with('moved', (query) =>
      query
        .updateTable('audit_head')
        .set({ seq: entry.seq, hash: entry.hash, not_before: entry.recordedAt })
        .where('province_id', '=', entry.provinceId)
        .returning('seq'),
    )
    .insertInto('audit_entry')
    .values(rowOf(entry))
    .execute();
}

function rowOf(entry: AuditEntry): Insertable<DB['audit_entry']> {
  return {
    province_id: entry.provinceId,
    seq: entry.seq,
    id: entry.id,
    occurred_at: entry.occurredAt,
    recorded_at: entry.recordedAt,
    person_id: entry.personId,
    person_name: entry.personName,
    agency_id: entry.agencyId,
    agency_name: entry.agencyName,
    post_id: entry.postId,
    post_title: entry.postTitle,
    role: entry.role,
    on_behalf_of: entry.onBehalfOf,
    on_behalf_of_name: entry.onBehalfOfName,
    session: entry.session,
    address: entry.address,
    act: entry.act,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    subject_words: entry.subjectWords,
    before: entry.before === null ? null : JSON.stringify(entry.before),
    after: entry.after === null ? null : JSON.stringify(entry.after),
    reason: entry.reason,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}

function entryOf(row: Selectable<DB['audit_entry']>): AuditEntry {
  return {
    provinceId: row.province_id,
    seq: row.seq,
    id: row.id,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    personId: row.person_id,
    personName: row.person_name,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    postId: row.post_id,
    postTitle: row.post_title,
    role: row.role,
    onBehalfOf: row.on_behalf_of,
    onBehalfOfName: row.on_behalf_of_name,
    session: row.session,
    address: row.address,
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectWords: row.subject_words,
    before: row.before as PlainValue,
    after: row.after as PlainValue,
    reason: row.reason,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** What the chain must agree with, and how far its entries go, all at one moment. */
export async function getChainEnd(
  tx: Tx,
): Promise<{ readonly head: AuditHead | null; readonly upTo: number; readonly roots: AuditRoot[] }> {
  const roots = await listRoots(tx);
  const { rows } = await sql<{ seq: number | null; hash: string | null; up_to: number | null }>`
    select (select seq from audit_head) as seq, (select hash from audit_head) as hash, (select max(seq) from audit_entry) as up_to`.execute(
    tx,
  );
  const { seq = null, hash = null, up_to = null } = rows[0] ?? {};
  return { head: seq === null || hash === null ? null : { seq, hash }, upTo: up_to ?? 0, roots };
}

/** The next entries of the chain, in its order. */
export async function readStep(
  tx: Tx,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<readonly AuditEntry[]> {
  const rows = await tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(STEP)
    .execute();
  return rows.map(entryOf);
}

/** All of them, some at a time. */
export async function* readEntries(
  tx: Tx,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): AsyncGenerator<readonly AuditEntry[]> {
  for (let last = after; ; ) {
    const entries = await readStep(tx, { after: last, upTo });
    if (entries.length === 0) return;
    yield entries;
    last = entries.at(-1)?.seq ?? upTo;
  }
}

export interface AuditFilter {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly personId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly act?: string | undefined;
  /** Days in Việt Nam, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Words in any order, without regard to diacritics. */
  readonly text?: string | undefined;
}

/** Entries that fit, newest first, older than the given one. */
export async function listEntries(
  tx: Tx,
  filter: AuditFilter,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<AuditEntry[]> {
  let query = tx.selectFrom('audit_entry').selectAll().orderBy('seq', 'desc').limit(limit);
  if (before !== undefined) query = query.where('seq', '<', before);
  for (const [column, value] of [
    ['subject_kind', filter.subjectKind],
    ['subject_id', filter.subjectId],
    ['person_id', filter.personId],
    ['agency_id', filter.agencyId],
    ['act', filter.act],
  ] as const)
    if (value !== undefined) query = query.where(column, '=', value);
  if (filter.from !== undefined)
    query = query.where('occurred_at', '>=', new Date(startOfDay(filter.from).epochMilliseconds));
  if (filter.to !== undefined)
    query = query.where('occurred_at', '<', new Date(endOfDay(filter.to).epochMilliseconds));
  for (const word of fold(filter.text ?? '').split(' '))
    if (word !== '') query = query.where('search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return (await query.execute()).map(entryOf);
}

/** Entries of these numbers that may be seen. */
export async function findEntries(tx: Tx, seqs: readonly number[]): Promise<AuditEntry[]> {
  const rows = await tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', 'in', [...seqs])
    .execute();
  return rows.map(entryOf);
}

export async function findSeqOfHash(tx: Tx, hash: string): Promise<number | undefined> {
  const row = await tx.selectFrom('audit_entry').select('seq').where('hash', '=', hash).executeTakeFirst();
  return row?.seq;
}

/** People of whom anything is written that may be seen. */
export function listAuditedPeople(tx: Tx) {
  return tx
    .selectFrom('person as p')
    .select(['p.id', 'p.name'])
    .where(
      sql<boolean>`exists (select from audit_entry e where e.province_id = p.province_id and e.person_id = p.id)`,
    )
    .orderBy(sql`p.name collate vi_order`)
    .execute();
}

/** Oldest first. */
export async function listRoots(tx: Tx): Promise<AuditRoot[]> {
  const rows = await tx.selectFrom('audit_root').selectAll().orderBy('day').execute();
  return rows.map((row) => ({
    provinceId: row.province_id,
    day: row.day,
    firstSeq: row.first_seq,
    lastSeq: row.last_seq,
    count: row.count,
    lastHash: row.last_hash,
    previousRoot: row.previous_root,
    root: row.root,
    keyId: row.key_id,
    signature: row.signature,
  }));
}

/** Seals a day; from now on no entry may bear a time within it. */
export async function insertRoot(tx: Tx, root: AuditRoot, now: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('audit_root')
    .values({
      province_id: root.provinceId,
      day: root.day,
      first_seq: root.firstSeq,
      last_seq: root.lastSeq,
      count: root.count,
      last_hash: root.lastHash,
      previous_root: root.previousRoot,
      root: root.root,
      key_id: root.keyId,
      signature: root.signature,
      recorded_at: now.toString(),
    })
    .execute();
  await sql`
    update audit_head set not_before = greatest(not_before, ${endOfDay(root.day).toString()}::timestamptz)
    where province_id = ${root.provinceId}`.execute(tx);
}
