import type pg from 'pg';
import { NO_MAILER } from '#server/mail/mailer.ts';
import { planReminders } from '#server/notice/plan-reminders.ts';
import { type BenchLine, round } from './bench-line.ts';
import { withProvince } from './with-province.ts';

// 10,000 people each with several things due today: who is reminded of what and why is worked out, stored, and one
// digest a person is queued, beside storing the same rows and doing nothing else.

const PEOPLE = 10_000;
const ITEMS_EACH = 5;
const NOW = '2026-06-15T00:00:00Z';
const PARTS = {
  mailer: { ...NO_MAILER, isConfigured: true },
  publicUrl: 'https://don-doc.example',
};

export function benchDigests(): Promise<readonly BenchLine[]> {
  return withProvince(NOW, async ({ deps, owner }) => {
    await fill(owner, deps.provinceId);
    const begin = performance.now();
    const { notices, digests } = await planReminders(deps, PARTS);
    const planned = (performance.now() - begin) / 1000;
    if (digests !== PEOPLE) throw new Error(`${digests} digests for ${PEOPLE} people`);
    const again = performance.now();
    await planReminders(deps, PARTS);
    const repeated = (performance.now() - again) / 1000;
    const bare = await storeBare(owner);
    return [
      { name: `bare inserts of ${notices} reminders and ${digests} digests`, seconds: round(bare), ratio: 1 },
      {
        name: `${digests} digests of ${notices} reminders computed and queued`,
        seconds: round(planned),
        ratio: round(planned / bare),
      },
      {
        name: 'the same again, with nothing new',
        seconds: round(repeated),
        ratio: round(repeated / bare),
      },
    ];
  });
}

/** The same rows into the same tables, with their indexes and foreign keys. */
async function storeBare(owner: pg.Client): Promise<number> {
  for (const table of ['notice', 'digest', 'digest_notice'])
    await owner.query(`create temp table copy_of_${table} as select * from ${table}`);
  await owner.query('truncate notice, notice_read, digest, digest_notice');
  const begin = performance.now();
  await owner.query('begin');
  for (const table of ['notice', 'digest', 'digest_notice'])
    await owner.query(`insert into ${table} select * from copy_of_${table}`);
  await owner.query('commit');
  return (performance.now() - begin) / 1000;
}

/** A plan of many tasks; each person an officer who holds some parts of their agency, due that day. */
async function fill(owner: pg.Client, provinceId: string): Promise<void> {
  const given = [provinceId];
  await owner.query(
    `insert into person (province_id, id, name, email, recorded_at)
     select $1, gen_random_uuid(), 'Cán bộ ' || n, 'can-bo-' || n || '@mau.example', now() from generate_series(1, ${PEOPLE}) n`,
    given,
  );
  await owner.query(
    `insert into post (province_id, id, person_id, agency_id, title, role, valid_from, recorded_at)
     select $1, gen_random_uuid(), p.id, g.ids[1 + (row_number() over ())::int % cardinality(g.ids)], 'Chuyên viên', 'officer', '2026-01-01', now()
     from person p, (select array_agg(id order by id) as ids from agency) g`,
    given,
  );
  await owner.query(
    `insert into plan (province_id, id, title, recorded_at) values ($1, gen_random_uuid(), 'Kế hoạch', now())`,
    given,
  );
  await owner.query(
    `insert into task (province_id, id, plan_id, ord, depth, kind, code, name, deadline)
     select $1, gen_random_uuid(), p.id, n, 1, 'task', 'I.' || n, 'Rà soát văn bản quy phạm pháp luật số ' || n, '{"text": "15/6/2026"}'
     from plan p, generate_series(1, ${ITEMS_EACH} * ${PEOPLE} / (select count(*) from agency) + ${ITEMS_EACH}) n`,
    given,
  );
  await owner.query(
    `insert into schedule_item (province_id, id, plan_id, task_id, kind, label, due_on, derivation, origin, recorded_at)
     select province_id, gen_random_uuid(), plan_id, id, 'whole', name, '2026-06-15', '{}', 'document', now() from task`,
  );
  // the n-th officer of an agency holds its tasks from n * ITEMS_EACH on
  await owner.query(
    `with holder as (
       select person_id, agency_id, row_number() over (partition by agency_id order by id) - 1 as n from post
     ), numbered as (select t.*, ord - 1 as at from task t)
     insert into assignment (province_id, id, plan_id, task_id, agency_id, role, basis, holder_id)
     select t.province_id, gen_random_uuid(), t.plan_id, t.id, h.agency_id, 'lead', '', h.person_id
     from holder h join numbered t on t.at / ${ITEMS_EACH} = h.n`,
  );
  await owner.query(
    `insert into due_item (province_id, id, schedule_item_id, assignment_id, plan_id, task_id, agency_id, role, kind, label, due_on)
     select a.province_id, gen_random_uuid(), s.id, a.id, a.plan_id, a.task_id, a.agency_id, 'lead', 'whole', s.label, s.due_on
     from assignment a join schedule_item s on s.province_id = a.province_id and s.task_id = a.task_id`,
  );
  await owner.query('vacuum analyze');
}
