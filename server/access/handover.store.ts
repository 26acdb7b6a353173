import { sql } from 'kysely';
import type { HandoverItem } from '#domain/access/list-handover.ts';
import type { Tx } from '../db/executor.ts';

export interface Leaver {
  readonly personId: string;
  readonly postId: string;
  readonly agencyId: string;
  readonly day: string;
}

/** Parts of running plans a leaver does, except those of agencies where they keep another post. */
export async function listHeldAssignments(tx: Tx, { personId, postId, day }: Leaver) {
  const { rows } = await sql<{
    id: string;
    code: string;
    name: string;
    agencyName: string;
    dueOn: string | null;
  }>`
    select a.id, t.code, t.name, g.name as "agencyName", t.due_on as "dueOn"
    from assignment a
    join task t on t.province_id = a.province_id and t.id = a.task_id
    join plan n on n.province_id = a.province_id and n.id = a.plan_id and n.withdrawn_at is null
    join agency g on g.province_id = a.province_id and g.id = a.agency_id
    where a.holder_id = ${personId} and not exists (
      select from post p where p.province_id = a.province_id and p.person_id = ${personId} and p.id <> ${postId}
        and p.agency_id = a.agency_id and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day}))
    order by n.year desc nulls last, t.ord, a.role`.execute(tx);
  return rows;
}

export async function listDrafts(tx: Tx, personId: string) {
  const { rows } = await sql<{ id: string; fileName: string }>`
    select i.id, f.name as "fileName" from plan_import i
    join source_file f on f.province_id = i.province_id and f.id = i.source_file_id
    where i.author_id = ${personId} and i.state = 'draft' order by i.recorded_at`.execute(tx);
  return rows;
}

/** Reforms of agencies that are not decided yet; the others are history. */
export function listOpenReforms(tx: Tx, personId: string) {
  return tx
    .selectFrom('reform')
    .select(['id', 'title'])
    .where('author_id', '=', personId)
    .where('state', 'in', ['draft', 'submitted'])
    .orderBy('recorded_at')
    .execute();
}

export async function countOtherPosts(tx: Tx, { personId, postId, day }: Leaver): Promise<number> {
  const { rows } = await sql<{ others: number }>`
    select count(*) as others from post where person_id = ${personId} and id <> ${postId}
      and valid_from <= ${day} and (valid_to is null or valid_to > ${day})`.execute(tx);
  return rows[0]?.others ?? 0;
}

/** Passes what is on a list to another person. */
export async function passItems(
  tx: Tx,
  items: readonly HandoverItem[],
  to: { readonly personId: string; readonly name: string },
): Promise<void> {
  const idsOf = (kind: HandoverItem['kind']) =>
    items.filter((item) => item.kind === kind).map(({ id }) => id);
  const assignments = idsOf('assignment');
  if (assignments.length > 0)
    await tx
      .updateTable('assignment')
      .set({ holder_id: to.personId })
      .where('id', 'in', assignments)
      .execute();
  const imports = idsOf('import');
  if (imports.length > 0)
    await tx.updateTable('plan_import').set({ author_id: to.personId }).where('id', 'in', imports).execute();
  const reforms = idsOf('reform');
  if (reforms.length > 0)
    await tx
      .updateTable('reform')
      .set({ author_id: to.personId, author: to.name })
      .where('id', 'in', reforms)
      .execute();
}

export interface NewHandover {
  readonly provinceId: string;
  readonly id: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly postId: string;
  readonly endedOn: string;
  readonly items: readonly HandoverItem[];
  readonly now: Temporal.Instant;
}

export async function insertHandover(tx: Tx, handover: NewHandover): Promise<void> {
  await tx
    .insertInto('handover')
    .values({
      province_id: handover.provinceId,
      id: handover.id,
      from_person_id: handover.fromPersonId,
      to_person_id: handover.toPersonId,
      post_id: handover.postId,
      ended_on: handover.endedOn,
      items: JSON.stringify(handover.items),
      occurred_at: handover.now.toString(),
    })
    .execute();
}

/** Given and taken over, newest first. */
export function listHandoversOf(tx: Tx, personId: string) {
  return tx
    .selectFrom('handover as o')
    .innerJoin('person as f', (join) =>
      join.onRef('f.id', '=', 'o.from_person_id').onRef('f.province_id', '=', 'o.province_id'),
    )
    .innerJoin('person as t', (join) =>
      join.onRef('t.id', '=', 'o.to_person_id').onRef('t.province_id', '=', 'o.province_id'),
    )
    .select([
      'o.id',
      'o.post_id as postId',
      'f.id as fromId',
      'f.name as fromName',
      't.id as toId',
      't.name as toName',
      'o.ended_on as endedOn',
      'o.occurred_at as occurredAt',
      'o.items',
    ])
    .where((either) =>
      either.or([either('o.from_person_id', '=', personId), either('o.to_person_id', '=', personId)]),
    )
    .orderBy('o.occurred_at', 'desc')
    .execute();
}
