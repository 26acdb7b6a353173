import { sql } from 'kysely';
import type { AgencyEvent } from '#domain/agency/history/agency-event.ts';
import type { AgencyLives, Span } from '#domain/agency/history/agency-life.ts';
import { directoryOf } from '#domain/agency/history/directory-of.ts';
import type { Tx } from '../db/executor.ts';

/** The revision of the agencies; 0 while they have no events yet. */
export async function findRevision(tx: Tx): Promise<number> {
  const held = await tx.selectFrom('agency_revision').select('revision').executeTakeFirst();
  return held?.revision ?? 0;
}

/** Changes of the agencies come one after another: whoever changes them holds this until the transaction ends. */
export async function lockAgencies(tx: Tx, provinceId: string): Promise<void> {
  await tx
    .insertInto('agency_revision')
    .values({ province_id: provinceId, revision: 0 })
    .onConflict((on) => on.column('province_id').doNothing())
    .execute();
  await tx.selectFrom('agency_revision').select('revision').forUpdate().execute();
}

export async function raiseRevision(tx: Tx): Promise<void> {
  await tx
    .updateTable('agency_revision')
    .set((of) => ({ revision: of('revision', '+', 1) }))
    .execute();
}

/** Events in force: all but those of reforms that were reversed. */
export async function listEvents(tx: Tx): Promise<readonly AgencyEvent[]> {
  const rows = await tx
    .selectFrom('agency_event as e')
    .leftJoin('agency_event_reversal as r', (join) =>
      join.onRef('r.province_id', '=', 'e.province_id').onRef('r.event_id', '=', 'e.id'),
    )
    .select('e.event')
    .where('r.event_id', 'is', null)
    .orderBy('e.recorded_at')
    .orderBy('e.id')
    .execute();
  // What is stored as JSON was written from this same shape.
  return rows.map(({ event }) => event as AgencyEvent);
}

export async function insertEvents(
  tx: Tx,
  provinceId: string,
  {
    events,
    reformId,
    recordedAt,
  }: {
    readonly events: readonly AgencyEvent[];
    readonly reformId: string | null;
    readonly recordedAt: string;
  },
): Promise<void> {
  const records = events.map((event) => ({
    id: event.id,
    kind: event.kind,
    effective_on: event.effectiveOn,
    event,
  }));
  await sql`
    insert into agency_event (province_id, id, reform_id, kind, effective_on, event, recorded_at)
    select ${provinceId}::uuid, id, ${reformId}::uuid, kind, effective_on, event, ${recordedAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (id text, kind text, effective_on date, event jsonb)`.execute(
    tx,
  );
}

export async function insertReversals(
  tx: Tx,
  provinceId: string,
  { reformId, recordedAt }: { readonly reformId: string; readonly recordedAt: string },
): Promise<void> {
  await sql`
    insert into agency_event_reversal (province_id, event_id, reform_id, recorded_at)
    select ${provinceId}::uuid, id, ${reformId}::uuid, ${recordedAt}::timestamptz
    from agency_event where reform_id = ${reformId}::uuid`.execute(tx);
}

/** Writes what follows from the events; agencies whose founding is no longer in force stay for rows that name them. */
export async function saveLives(tx: Tx, provinceId: string, lives: AgencyLives): Promise<void> {
  const records = directoryOf(lives).map((agency) => ({
    id: agency.id,
    name: agency.name,
    short_names: agency.shortNames,
    level: agency.level,
    kind: agency.kind,
    valid_from: agency.validFrom,
    valid_to: agency.validTo,
    successors: agency.successors,
    verified: agency.verified,
    source: agency.source,
  }));
  const columns = sql.raw(
    'id, name, short_names, level, kind, valid_from, valid_to, successors, verified, source',
  );
  await sql`
    insert into agency (province_id, ${columns})
    select ${provinceId}::uuid, ${columns}
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (
      id text, name text, short_names text[], level text, kind text, valid_from date, valid_to date,
      successors text[], verified boolean, source text)
    on conflict (province_id, id) do update set
      name = excluded.name, short_names = excluded.short_names, level = excluded.level, kind = excluded.kind,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, successors = excluded.successors,
      verified = excluded.verified, source = excluded.source, withdrawn = false`.execute(tx);
  await tx
    .updateTable('agency')
    .set({ withdrawn: true })
    .where('withdrawn', '=', false)
    .where('id', 'not in', [...lives.keys()])
    .execute();
  await saveDated(tx, provinceId, lives);
}

async function saveDated(tx: Tx, provinceId: string, lives: AgencyLives): Promise<void> {
  const all = [...lives.values()];
  const dated = <T extends Span>(of: (life: (typeof all)[number]) => readonly T[]) =>
    all.flatMap((life) =>
      of(life).map(({ validFrom, validTo, ...rest }, ord) => ({
        agency_id: life.id,
        ord,
        valid_from: validFrom,
        valid_to: validTo,
        ...rest,
      })),
    );
  const write = async (
    table: 'agency_name' | 'agency_parent' | 'agency_code' | 'agency_group',
    columns: string,
    rows: readonly unknown[],
  ) => {
    await tx.deleteFrom(table).execute();
    const names = columns
      .split(', ')
      .map((column) => column.split(' ')[0])
      .join(', ');
    await sql`
      insert into ${sql.table(table)} (province_id, agency_id, ord, valid_from, valid_to, ${sql.raw(names)})
      select ${provinceId}::uuid, agency_id, ord, valid_from, valid_to, ${sql.raw(names)}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
        agency_id text, ord int, valid_from date, valid_to date, ${sql.raw(columns)})`.execute(tx);
  };
  await write(
    'agency_name',
    'name text, short_names text[]',
    dated(({ names }) => names).map(({ shortNames, ...row }) => ({ ...row, short_names: shortNames })),
  );
  await write(
    'agency_parent',
    'parent_id text',
    dated(({ parents }) => parents).map(({ parentId, ...row }) => ({ ...row, parent_id: parentId })),
  );
  await write(
    'agency_code',
    'system text, code text',
    dated(({ codes }) => codes),
  );
  await write(
    'agency_group',
    'name text',
    dated(({ groups }) => groups).map(({ group, ...row }) => ({ ...row, name: group })),
  );
}
