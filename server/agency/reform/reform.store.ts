import type { Decision } from '#domain/agency/history/agency-event.ts';
import type { NamedEvent } from '#domain/agency/reform/draft-event.ts';
import type { OwnerChoices } from '#domain/agency/reform/new-owner.ts';
import type { Tx } from '../../db/executor.ts';

export type ReformState = 'draft' | 'submitted' | 'approved' | 'applied' | 'reversed';
export type ReformActKind =
  | 'created'
  | 'changed'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'applied'
  | 'reversed';

export interface HeldReform {
  readonly id: string;
  readonly title: string;
  readonly state: ReformState;
  readonly revision: number;
  readonly effectiveOn: string;
  readonly decision: Decision;
  readonly note: string;
  readonly events: readonly NamedEvent[];
  readonly choices: OwnerChoices;
  readonly authorId: string | null;
  readonly author: string;
  readonly recordedAt: Date;
}

export async function listReforms(tx: Tx): Promise<readonly HeldReform[]> {
  const rows = await tx.selectFrom('reform').selectAll().orderBy('recorded_at', 'desc').execute();
  return rows.map(asReform);
}

export async function findReform(
  tx: Tx,
  reformId: string,
  { lock }: { readonly lock: boolean },
): Promise<HeldReform | undefined> {
  const row = await tx
    .selectFrom('reform')
    .selectAll()
    .where('id', '=', reformId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? undefined : asReform(row);
}

type ReformRow = Awaited<ReturnType<typeof selectAll>>[number];
const selectAll = (tx: Tx) => tx.selectFrom('reform').selectAll().execute();

function asReform(row: ReformRow): HeldReform {
  // What is stored as JSON was written from these same shapes.
  return {
    id: row.id,
    title: row.title,
    state: row.state as ReformState,
    revision: row.revision,
    effectiveOn: row.effective_on,
    decision: row.decision as Decision,
    note: row.note,
    events: row.events as readonly NamedEvent[],
    choices: row.choices as OwnerChoices,
    authorId: row.author_id,
    author: row.author,
    recordedAt: row.recorded_at,
  };
}

export async function insertReform(
  tx: Tx,
  provinceId: string,
  reform: Omit<HeldReform, 'state' | 'revision' | 'recordedAt'> & { readonly recordedAt: string },
): Promise<void> {
  await tx
    .insertInto('reform')
    .values({
      province_id: provinceId,
      id: reform.id,
      title: reform.title,
      state: 'draft',
      effective_on: reform.effectiveOn,
      decision: JSON.stringify(reform.decision),
      note: reform.note,
      events: JSON.stringify(reform.events),
      choices: JSON.stringify(reform.choices),
      author_id: reform.authorId,
      author: reform.author,
      recorded_at: reform.recordedAt,
    })
    .execute();
}

/** Its new state; what is left out stays. */
export interface ReformChange {
  readonly state?: ReformState;
  readonly title?: string;
  readonly effectiveOn?: string;
  readonly decision?: Decision;
  readonly note?: string;
  readonly events?: readonly NamedEvent[];
  readonly choices?: OwnerChoices;
  readonly approverId?: string | null;
  readonly appliedAt?: string;
  readonly reversedAt?: string;
}

export async function updateReform(
  tx: Tx,
  reformId: string,
  revision: number,
  change: ReformChange,
): Promise<void> {
  await tx
    .updateTable('reform')
    .set({
      revision,
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.title === undefined ? {} : { title: change.title }),
      ...(change.effectiveOn === undefined ? {} : { effective_on: change.effectiveOn }),
      ...(change.decision === undefined ? {} : { decision: JSON.stringify(change.decision) }),
      ...(change.note === undefined ? {} : { note: change.note }),
      ...(change.events === undefined ? {} : { events: JSON.stringify(change.events) }),
      ...(change.choices === undefined ? {} : { choices: JSON.stringify(change.choices) }),
      ...(change.approverId === undefined ? {} : { approver_id: change.approverId }),
      ...(change.appliedAt === undefined ? {} : { applied_at: change.appliedAt }),
      ...(change.reversedAt === undefined ? {} : { reversed_at: change.reversedAt }),
    })
    .where('id', '=', reformId)
    .execute();
}

export interface NewReformAct {
  readonly id: string;
  readonly reformId: string;
  readonly revision: number;
  readonly kind: ReformActKind;
  readonly personId: string | null;
  readonly person: string;
  readonly reason: string | null;
  /** Of applying: what each mover needs to put everything back. */
  readonly moved: Readonly<Record<string, unknown>> | null;
  readonly occurredAt: string;
}

export async function insertReformAct(tx: Tx, provinceId: string, act: NewReformAct): Promise<void> {
  await tx
    .insertInto('reform_act')
    .values({
      province_id: provinceId,
      id: act.id,
      reform_id: act.reformId,
      revision: act.revision,
      kind: act.kind,
      person_id: act.personId,
      person: act.person,
      reason: act.reason,
      moved: act.moved === null ? null : JSON.stringify(act.moved),
      occurred_at: act.occurredAt,
    })
    .execute();
}

export function listReformActs(tx: Tx, reformId: string) {
  return tx
    .selectFrom('reform_act')
    .select(['kind', 'person_id', 'person', 'reason', 'occurred_at'])
    .where('reform_id', '=', reformId)
    .orderBy('revision')
    .execute();
}

/** Who had a hand in what the reform says: none of them may approve it. */
export async function listDrafters(tx: Tx, reformId: string): Promise<readonly (string | null)[]> {
  const rows = await tx
    .selectFrom('reform_act')
    .select('person_id')
    .distinct()
    .where('reform_id', '=', reformId)
    .where('kind', 'in', ['created', 'changed', 'submitted'])
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** What applying it moved, by the name of each mover. */
export async function findMoved(tx: Tx, reformId: string): Promise<Readonly<Record<string, unknown>>> {
  const row = await tx
    .selectFrom('reform_act')
    .select('moved')
    .where('reform_id', '=', reformId)
    .where('kind', '=', 'applied')
    .executeTakeFirst();
  return (row?.moved ?? {}) as Readonly<Record<string, unknown>>;
}
