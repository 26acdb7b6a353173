import { sql } from 'kysely';
import { type Deps, inScope } from '../../deps.ts';
import { syncSchedule } from './sync-schedule.ts';

/** Plans that were there before anything could fall due get their schedule; a plan that has one is left alone. */
export async function syncExistingPlans(deps: Deps): Promise<void> {
  await inScope(deps, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select p.id from plan p
      where p.withdrawn_at is null
        and exists (select from task t where t.province_id = p.province_id and t.plan_id = p.id and t.kind = 'task')
        and not exists (select from schedule_item s where s.province_id = p.province_id and s.plan_id = p.id)
      for update`.execute(tx);
    for (const { id } of rows) await syncSchedule(tx, deps, id);
  });
}
