import { sql } from 'kysely';
import type { AccessRole } from '#domain/access/role.ts';
import type { Tx } from '../db/executor.ts';

export interface DelegationRow {
  readonly id: string;
  readonly postId: string;
  readonly title: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: AccessRole;
  readonly fromId: string;
  readonly fromName: string;
  readonly toId: string;
  readonly toName: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
  readonly revokedOn: string | null;
}

function selectDelegations(tx: Tx) {
  return tx
    .selectFrom('delegation as d')
    .innerJoin('post as p', (join) =>
      join.onRef('p.id', '=', 'd.post_id').onRef('p.province_id', '=', 'd.province_id'),
    )
    .innerJoin('agency as g', (join) =>
      join.onRef('g.id', '=', 'p.agency_id').onRef('g.province_id', '=', 'p.province_id'),
    )
    .innerJoin('person as f', (join) =>
      join.onRef('f.id', '=', 'p.person_id').onRef('f.province_id', '=', 'p.province_id'),
    )
    .innerJoin('person as t', (join) =>
      join.onRef('t.id', '=', 'd.to_person_id').onRef('t.province_id', '=', 'd.province_id'),
    )
    .select([
      'd.id',
      'd.post_id as postId',
      'p.title',
      'p.agency_id as agencyId',
      'g.name as agencyName',
      sql<AccessRole>`p.role`.as('role'),
      'f.id as fromId',
      'f.name as fromName',
      't.id as toId',
      't.name as toName',
      'd.valid_from as validFrom',
      'd.valid_to as validTo',
      'd.reason',
      'd.revoked_on as revokedOn',
    ]);
}

export function findDelegation(tx: Tx, delegationId: string): Promise<DelegationRow | undefined> {
  return selectDelegations(tx).where('d.id', '=', delegationId).executeTakeFirst();
}

/** Given and received, newest first. */
export function listDelegationsOf(tx: Tx, personId: string): Promise<DelegationRow[]> {
  return selectDelegations(tx)
    .where((either) => either.or([either('f.id', '=', personId), either('t.id', '=', personId)]))
    .orderBy('d.valid_from', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
}

/** Of a post, those that run on a day or later; the post is locked, so that two are not given at once. */
export async function listRunningOf(tx: Tx, postId: string, day: string): Promise<DelegationRow[]> {
  await sql`select id from post where id = ${postId} for update`.execute(tx);
  return selectDelegations(tx)
    .where('d.post_id', '=', postId)
    .where('d.valid_to', '>=', day)
    .where('d.revoked_on', 'is', null)
    .execute();
}

export interface NewDelegation {
  readonly provinceId: string;
  readonly id: string;
  readonly postId: string;
  readonly toPersonId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
  readonly now: Temporal.Instant;
}

export async function insertDelegation(tx: Tx, delegation: NewDelegation): Promise<void> {
  await tx
    .insertInto('delegation')
    .values({
      province_id: delegation.provinceId,
      id: delegation.id,
      post_id: delegation.postId,
      to_person_id: delegation.toPersonId,
      valid_from: delegation.validFrom,
      valid_to: delegation.validTo,
      reason: delegation.reason,
      recorded_at: delegation.now.toString(),
    })
    .execute();
}

export async function revokeDelegations(tx: Tx, ids: readonly string[], day: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('delegation').set({ revoked_on: day }).where('id', 'in', ids).execute();
}
