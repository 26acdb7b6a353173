import { sql } from 'kysely';
import type { Tx } from '../db/executor.ts';

/** Of each agency: itself and all below it on a day. */
export async function listSubtree(
  tx: Tx,
  agencyIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ top: string; id: string }>`
    with recursive below as (
      select top, top as id from unnest(${[...agencyIds]}::text[]) as given (top)
      union
      select below.top, p.agency_id
      from below join agency_parent p on p.parent_id = below.id
      where coalesce(p.valid_from, '-infinity') <= ${day}::date and ${day}::date <= coalesce(p.valid_to, 'infinity'))
    select top, id from below order by top, id`.execute(tx);
  const found = Map.groupBy(rows, ({ top }) => top);
  return new Map(agencyIds.map((id) => [id, (found.get(id) ?? []).map((row) => row.id)]));
}
