import { sql } from 'kysely';
import type { EarlierLetter, LetterDraft } from '#domain/notice/letter/letter-draft.ts';
import type { Tx } from '../../db/executor.ts';

/** Plans as a letter names them. */
export function listPlansNamed(tx: Tx, planIds: readonly string[]) {
  return tx
    .selectFrom('plan')
    .select(['id', 'number', 'issued_on', 'issuer', 'title'])
    .where('id', '=', sql<string>`any(${[...planIds]}::uuid[])`)
    .execute();
}

/** What plans say in their tasks, always in the same order. */
export async function listWordsOfPlans(
  tx: Tx,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ plan_id: string; name: string; deliverables: string[] }>`
    select plan_id, name, deliverables from task where plan_id = any(${[...planIds]}::uuid[]) order by id`.execute(
    tx,
  );
  const byPlan = Map.groupBy(rows, ({ plan_id: id }) => id);
  return new Map(
    [...byPlan].map(([id, tasks]) => [
      id,
      tasks.flatMap(({ name, deliverables }) => [name, ...deliverables]),
    ]),
  );
}

/** What each task must produce. */
export async function listDeliverables(
  tx: Tx,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; deliverables: string[] }>`
    select id, deliverables from task where id = any(${[...taskIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, deliverables }) => [id, deliverables]));
}

export interface UrgedBefore extends EarlierLetter {
  readonly dueItemId: string;
  readonly letterId: string;
}

/** Letters in force that urged these items, the first first. */
export async function listUrgings(tx: Tx, dueItemIds: readonly string[]): Promise<readonly UrgedBefore[]> {
  const { rows } = await sql<UrgedBefore>`
    select i.due_item_id as "dueItemId", l.id as "letterId", n.number, l.symbol, l.issued_on as "issuedOn"
    from urging_letter_item i
    join urging_letter l on l.province_id = i.province_id and l.id = i.letter_id
    join letter_number n on n.province_id = l.province_id and n.letter_id = l.id
    where i.due_item_id = any(${[...dueItemIds]}::uuid[])
      and not exists (select from urging_letter_withdrawal w where w.province_id = l.province_id and w.letter_id = l.id)
    order by l.issued_on, n.number`.execute(tx);
  return rows;
}

/** What the last letter of an agency said, for the next to begin with. */
export async function findLastDraft(tx: Tx, agencyId: string): Promise<LetterDraft | undefined> {
  const row = await tx
    .selectFrom('urging_letter')
    .select('draft')
    .where('agency_id', '=', agencyId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  // Written from the same shape.
  return row?.draft as unknown as LetterDraft | undefined;
}

/** One taker of numbers of a register at a time. */
export async function lockRegister(tx: Tx, provinceId: string, agencyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('letters ' || ${provinceId} || ' ' || ${agencyId}, 0))`.execute(
    tx,
  );
}

/** The last number taken in the year of an agency; 0 where none was. */
export async function findLastNumber(tx: Tx, agencyId: string, year: number): Promise<number> {
  const row = await tx
    .selectFrom('letter_number')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'urging')
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export interface NewLetter {
  readonly id: string;
  readonly agencyId: string;
  readonly number: number;
  readonly draft: LetterDraft;
  readonly subject: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly personId: string | null;
  readonly actor: string;
  readonly recordedAt: string;
}

/** Stores a letter, the number it took and what it urges. */
export async function insertLetter(tx: Tx, provinceId: string, letter: NewLetter): Promise<void> {
  const { draft } = letter;
  await tx
    .insertInto('urging_letter')
    .values({
      province_id: provinceId,
      id: letter.id,
      agency_id: letter.agencyId,
      symbol: draft.symbol,
      issued_on: draft.day,
      ask_by: draft.askBy,
      subject: letter.subject,
      addressed: draft.agencies.map(({ agencyId }) => agencyId),
      draft: JSON.stringify(draft),
      file_name: letter.fileName,
      sha256: letter.sha256,
      bytes: Buffer.from(letter.bytes),
      person_id: letter.personId,
      actor: letter.actor,
      recorded_at: letter.recordedAt,
    })
    .execute();
  await tx
    .insertInto('letter_number')
    .values({
      province_id: provinceId,
      agency_id: letter.agencyId,
      kind: 'urging',
      year: Number(draft.day.slice(0, 4)),
      number: letter.number,
      letter_id: letter.id,
      recorded_at: letter.recordedAt,
    })
    .execute();
  const items = draft.agencies.flatMap(({ agencyId, tasks }) =>
    tasks.map(({ dueItemId, daysLate }) => ({ agencyId, dueItemId, daysLate })),
  );
  await sql`
    insert into urging_letter_item (province_id, letter_id, due_item_id, agency_id, days_late)
    select ${provinceId}::uuid, ${letter.id}::uuid, due_item_id, agency_id, days_late
    from unnest(
      ${items.map(({ dueItemId }) => dueItemId)}::uuid[],
      ${items.map(({ agencyId }) => agencyId)}::text[],
      ${items.map(({ daysLate }) => daysLate)}::int[]) as given (due_item_id, agency_id, days_late)`.execute(
    tx,
  );
}

export async function findLetter(tx: Tx, id: string) {
  const { rows } = await sql<{
    id: string;
    number: number;
    symbol: string;
    subject: string;
    file_name: string;
    bytes: Uint8Array;
    person_id: string | null;
    withdrawn: boolean;
  }>`
    select l.id, n.number, l.symbol, l.subject, l.file_name, l.bytes, l.person_id,
           exists (select from urging_letter_withdrawal w where w.province_id = l.province_id and w.letter_id = l.id) as withdrawn
    from urging_letter l join letter_number n on n.province_id = l.province_id and n.letter_id = l.id
    where l.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export interface LetterRecord {
  readonly id: string;
  readonly number: number;
  readonly symbol: string;
  readonly issued_on: string;
  readonly ask_by: string;
  readonly subject: string;
  readonly agency_name: string;
  readonly agencies: number;
  readonly tasks: number;
  readonly settled: number;
  readonly actor: string;
  readonly withdrawn_reason: string | null;
  readonly withdrawn_by: string | null;
}

/** The register, the newest first; of an agency, the letters that urge it. */
export async function listLetterRecords(
  tx: Tx,
  { agencyId, year }: { readonly agencyId?: string | undefined; readonly year?: number | undefined },
): Promise<readonly LetterRecord[]> {
  const { rows } = await sql<LetterRecord>`
    select l.id, n.number, l.symbol, l.issued_on, l.ask_by, l.subject, g.name as agency_name,
           cardinality(l.addressed) as agencies, i.tasks, i.settled, l.actor,
           w.reason as withdrawn_reason, w.actor as withdrawn_by
    from urging_letter l
    join letter_number n on n.province_id = l.province_id and n.letter_id = l.id
    join agency g on g.province_id = l.province_id and g.id = l.agency_id
    left join urging_letter_withdrawal w on w.province_id = l.province_id and w.letter_id = l.id
    cross join lateral (
      select count(*)::int as tasks,
             (count(*) filter (where d.state not in ('waiting', 'doing', 'returned')))::int as settled
      from urging_letter_item u
      join due_item d on d.province_id = u.province_id and d.id = u.due_item_id
      where u.province_id = l.province_id and u.letter_id = l.id) i
    where (${agencyId ?? null}::text is null or ${agencyId ?? null}::text = any (l.addressed))
      and (${year ?? null}::int is null or n.year = ${year ?? null}::int)
    order by l.issued_on desc, n.number desc
    limit 1000`.execute(tx);
  return rows;
}

export async function insertWithdrawal(
  tx: Tx,
  provinceId: string,
  withdrawal: {
    readonly letterId: string;
    readonly reason: string;
    readonly personId: string | null;
    readonly actor: string;
    readonly recordedAt: string;
  },
): Promise<void> {
  await tx
    .insertInto('urging_letter_withdrawal')
    .values({
      province_id: provinceId,
      letter_id: withdrawal.letterId,
      reason: withdrawal.reason,
      person_id: withdrawal.personId,
      actor: withdrawal.actor,
      recorded_at: withdrawal.recordedAt,
    })
    .execute();
}

export function findProvinceName(tx: Tx, provinceId: string) {
  return tx.selectFrom('province').select('name').where('id', '=', provinceId).executeTakeFirstOrThrow();
}
