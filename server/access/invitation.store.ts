import type { Tx } from '../db/executor.ts';

/** The newest invitation of a person that was neither taken up nor withdrawn. */
export function findOpenInvitation(tx: Tx, personId: string) {
  return tx
    .selectFrom('invitation')
    .selectAll()
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
}

export function findNewestInvitation(tx: Tx, personId: string) {
  return tx
    .selectFrom('invitation')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function findInvitationById(tx: Tx, invitationId: string) {
  return tx
    .selectFrom('invitation as i')
    .innerJoin('person as h', (join) =>
      join.onRef('h.id', '=', 'i.person_id').onRef('h.province_id', '=', 'i.province_id'),
    )
    .leftJoin('person as b', (join) =>
      join.onRef('b.id', '=', 'i.invited_by').onRef('b.province_id', '=', 'i.province_id'),
    )
    .select([
      'i.id',
      'i.person_id as personId',
      'i.expires_at as expiresAt',
      'i.accepted_at as acceptedAt',
      'i.withdrawn_at as withdrawnAt',
      'h.name',
      'h.email',
      'h.user_id as userId',
      'h.disabled_at as disabledAt',
      'b.name as invitedBy',
    ])
    .where('i.id', '=', invitationId)
    .executeTakeFirst();
}

export interface NewInvitation {
  readonly provinceId: string;
  readonly id: string;
  readonly personId: string;
  readonly invitedBy: string | null;
  readonly expiresAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}

export async function insertInvitations(tx: Tx, invitations: readonly NewInvitation[]): Promise<void> {
  if (invitations.length === 0) return;
  await tx
    .insertInto('invitation')
    .values(
      invitations.map(({ provinceId, id, personId, invitedBy, expiresAt, now }) => ({
        province_id: provinceId,
        id,
        person_id: personId,
        invited_by: invitedBy,
        expires_at: expiresAt.toString(),
        recorded_at: now.toString(),
      })),
    )
    .execute();
}

export async function updateInvitation(
  tx: Tx,
  invitationId: string,
  values: { readonly sent_at?: string; readonly accepted_at?: string; readonly withdrawn_at?: string },
): Promise<void> {
  await tx.updateTable('invitation').set(values).where('id', '=', invitationId).execute();
}
