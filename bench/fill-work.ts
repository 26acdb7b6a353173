import type pg from 'pg';

export const AGENCIES = 300;
const TASKS = 82;
/** Twelve quarters, 2024 to 2026. */
const QUARTERS = 12;

/**
 * Three years of progress on the sample plan, in bulk: each of its tasks has somebody who leads it and is helped by all others,
 * quarter by quarter; what is past was mostly accepted, some of it is late, stuck, silent or returned.
 */
export async function fillWork(
  owner: pg.Client,
  { today, agencyId }: { readonly today: string; readonly agencyId: string },
): Promise<{ planId: string; items: number; acts: number }> {
  const run = async (text: string) => (await owner.query(text)).rows[0] as Record<string, unknown>;
  // What refers to what is right by how it is made; checking it a million times over is not what is measured.
  await run('set session_replication_role = replica');
  const { id: planId } = await run('select id from plan order by id limit 1');
  await run(`delete from due_item`);
  await run(`delete from schedule_item`);
  await run(`delete from assignment`);
  await run(`
    insert into agency (province_id, id, name, level, kind, verified, source)
    select p.id, 'co-quan-do-' || n, 'UBND xã Phép đo số ' || n, 'commune', 'committee', false, 'bench'
    from province p, generate_series(1, greatest(0, ${AGENCIES} - (select count(*)::int from agency))) n`);
  await run(`
    create temp table asked_agency as
    select id, row_number() over (order by id <> '${agencyId}', id) - 1 as n from agency order by 2 limit ${AGENCIES}`);
  await run(`
    create temp table asked_task as
    with recursive root as (
      select id, id as task_id, kind, parent_id from task where plan_id = '${String(planId)}' and kind = 'task'
      union all
      select up.id, root.task_id, up.kind, up.parent_id from task up join root on up.id = root.parent_id
    )
    select province_id, t.id, (select id from root where task_id = t.id and kind = 'area' limit 1) as area_id,
           row_number() over (order by ord) as n
    from task t where plan_id = '${String(planId)}' and kind = 'task' order by ord limit ${TASKS}`);
  await run(`
    insert into assignment (province_id, id, plan_id, task_id, agency_id, role, basis)
    select t.province_id, gen_random_uuid(), '${String(planId)}', t.id, g.id,
           case when (t.n * 7) % ${AGENCIES} = g.n or t.n = 1 and g.n = 0 then 'lead' else 'coordinate' end, 'phép đo'
    from asked_task t cross join asked_agency g`);
  await run(`
    insert into schedule_item (province_id, id, plan_id, task_id, kind, label, starts_on, due_on, derivation, origin, recorded_at)
    select t.province_id, gen_random_uuid(), '${String(planId)}', t.id, 'period',
           'Quý ' || extract(quarter from d)::int || '/' || extract(year from d)::int, d::date, (d + interval '3 months - 1 day')::date,
           '{"words": "Hằng quý", "steps": [], "missing": []}', 'document', now()
    from asked_task t cross join generate_series(date '2024-01-01', date '2026-10-01', interval '3 months') d`);
  // The remainder of a running number by 97 says what became of an item.
  await run(`
    insert into due_item (province_id, id, schedule_item_id, assignment_id, plan_id, task_id, area_id, agency_id, role, kind, label,
      starts_on, due_on, state, seq, last_act_at, last_report_at, last_report_on, last_text, done_amount, whole_amount,
      amount_unit, next_on, blocked_since, blocker, submitted_at, submitted_on, finished_on, flags, evidence_count)
    select province_id, gen_random_uuid(), schedule_item_id, assignment_id, plan_id, task_id, area_id, agency_id, role, 'period', label,
      starts_on, due_on, state, case state when 'waiting' then 0 when 'doing' then 2 when 'submitted' then 3 else 4 end,
      reported, reported, reported,
      case when reported is not null then 'Đã hoàn thành ' || fate || ' trên 100 hồ sơ của kỳ, đang rà soát phần còn lại.' end, case when reported is not null then fate end,
      case when reported is not null then 100 end, case when reported is not null then 'hồ sơ' end, case when fate % 3 = 0 and state = 'doing' then reported + 30 end,
      case when state = 'doing' and fate % 5 = 0 then reported end,
      case when state = 'doing' and fate % 5 = 0 then '{"words": "Chờ danh mục của Sở Nội vụ", "agencyId": "so-noi-vu-2025"}'::jsonb end,
      case when state in ('accepted', 'submitted') then due_on - 20 + fate % 25 end,
      case when state in ('accepted', 'submitted') then due_on - 20 + fate % 25 end,
      case when state = 'accepted' then due_on - 20 + fate % 25 end, '{}', case when fate % 11 = 0 then 0 else 1 end
    from (
      select *, case when state <> 'waiting' then starts_on + 50 end as reported from (
      select s.province_id, s.id as schedule_item_id, a.id as assignment_id, s.plan_id, s.task_id, t.area_id, a.agency_id, a.role, s.label,
        s.starts_on, s.due_on, h.fate,
        case when s.due_on >= date '${today}' then case when h.fate < 40 then 'waiting' else 'doing' end
             when h.fate < 90 then 'accepted' when h.fate < 92 then 'submitted' when h.fate = 92 then 'returned' else 'doing' end as state
      from schedule_item s join asked_task t on t.id = s.task_id join assignment a on a.task_id = t.id
      cross join lateral (select (abs(hashtext(s.id::text || a.agency_id)) % 97) as fate) h) placed
    ) made`);
  await run(`
    insert into work_act (province_id, id, due_item_id, seq, kind, body, agency_id, actor, occurred_on, occurred_at)
    select d.province_id, gen_random_uuid(), d.id, n, kind.words,
      jsonb_build_object('kind', kind.words, 'text', 'Kỳ này đã làm ' || n * 25 || ' trên 100 hồ sơ.'), d.agency_id, 'Phép đo',
      d.starts_on + n * 20, d.starts_on + n * 20
    from due_item d cross join lateral generate_series(1, d.seq) n
    cross join lateral (select case when n < 3 then 'report' when n = 3 then 'submit' when d.state = 'returned' then 'return' else 'accept' end as words) kind`);
  await run('set session_replication_role = origin');
  // As a database stands after its first minute: looked over by its own housekeeping.
  await run('vacuum analyze');
  const { items, acts } = await run(
    `select (select count(*) from due_item)::int as items, (select count(*) from work_act)::int as acts`,
  );
  if (items !== TASKS * AGENCIES * QUARTERS) throw new Error(`${String(items)} due items were made`);
  return { planId: String(planId), items: Number(items), acts: Number(acts) };
}
