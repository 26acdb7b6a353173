import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScope } from '#server/deps.ts';
import { type ProductUnderTest, startProduct } from '#test/product.ts';
import { syncExistingPlans } from './sync-existing.ts';
import { syncSchedule } from './sync-schedule.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\tSở Nội vụ\tBáo cáo\n' +
  '2\tBáo cáo định kỳ\tHàng quý, chậm nhất ngày 20 của tháng cuối quý\tSở Nội vụ\tSở Tư pháp\tBáo cáo\n' +
  '3\tTuyên truyền\tThường xuyên\tSở Nội vụ\t\tTin, bài\n';

let product: ProductUnderTest;
let planId: string;

beforeAll(async () => {
  product = await startProduct({ now: '2026-02-02T02:00:00Z' });
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  const confirmed = await product.call('POST', `/api/imports/${body.importId}/confirm`, {});
  planId = confirmed.body.planId;
});

afterAll(() => product.close());

interface DueRecord {
  readonly code: string | null;
  readonly agency_id: string;
  readonly role: string;
  readonly kind: string;
  readonly label: string;
  readonly due_on: string | null;
  readonly state: string;
  readonly seq: number;
  readonly placed: boolean;
}

function listDue(retired = false): Promise<DueRecord[]> {
  return inScope(product.product.deps, async (tx) => {
    const { rows } = await sql<DueRecord>`
      select t.code, d.agency_id, d.role, d.kind, d.label, d.due_on, d.state, d.seq, d.area_id = t.parent_id as placed
      from due_item d left join task t on t.id = d.task_id
      where d.plan_id = ${planId} and (d.retired_at is not null) = ${retired}
      order by t.code, d.role desc, d.due_on, d.agency_id`.execute(tx);
    return rows;
  });
}

const brief = (rows: readonly DueRecord[]) =>
  rows.map(({ code, agency_id, label, due_on }) => `${code} ${agency_id} ${label} ${due_on}`);

async function taskOf(code: string): Promise<{ id: string; revision: number }> {
  const { body } = await product.call('GET', `/api/plans/${planId}/rows`);
  const plan = await product.call('GET', `/api/plans/${planId}`);
  return {
    id: body.rows.find((row: { code: string }) => row.code === code).id,
    revision: plan.body.revision,
  };
}

describe('a confirmed plan', () => {
  test('gives each lead all its task asks and each coordinator the whole, or the periods where there is none', async () => {
    expect(brief(await listDue())).toEqual([
      'I.1 so-tu-phap Cả nhiệm vụ 2026-06-30',
      'I.1 so-noi-vu-2025 Cả nhiệm vụ 2026-06-30',
      'I.2 so-noi-vu-2025 Quý I/2026 2026-03-20',
      'I.2 so-noi-vu-2025 Quý II/2026 2026-06-20',
      'I.2 so-noi-vu-2025 Quý III/2026 2026-09-20',
      'I.2 so-noi-vu-2025 Quý IV/2026 2026-12-20',
      'I.2 so-tu-phap Quý I/2026 2026-03-20',
      'I.2 so-tu-phap Quý II/2026 2026-06-20',
      'I.2 so-tu-phap Quý III/2026 2026-09-20',
      'I.2 so-tu-phap Quý IV/2026 2026-12-20',
      'I.3 so-noi-vu-2025 Cả nhiệm vụ null',
    ]);
    expect((await listDue()).every(({ placed, state }) => placed && state === 'waiting')).toBe(true);
  });

  test('asks nothing more when it is brought up again', async () => {
    const before = await listDue();
    await inScope(product.product.deps, (tx) => syncSchedule(tx, product.product.deps, planId));
    await syncExistingPlans(product.product.deps);
    expect(await listDue()).toEqual(before);
    expect(await listDue(true)).toEqual([]);
  });
});

describe('when the plan is edited', () => {
  test('the day moves by an act of the system, and what was there keeps its identity', async () => {
    const { id, revision } = await taskOf('I.1');
    const edited = await product.call('PATCH', `/api/tasks/${id}`, {
      revision,
      words: { deadline: 'Trước ngày 15/10/2026' },
    });
    expect(edited.status).toBe(200);
    const moved = (await listDue()).filter(({ code }) => code === 'I.1');
    expect(moved.map(({ due_on, seq }) => ({ due_on, seq }))).toEqual([
      { due_on: '2026-10-14', seq: 1 },
      { due_on: '2026-10-14', seq: 1 },
    ]);
    const acts = await inScope(product.product.deps, (tx) =>
      tx.selectFrom('work_act').select(['kind', 'body', 'person_id', 'seq']).execute(),
    );
    expect(acts).toHaveLength(2);
    expect(acts[0]).toMatchObject({
      kind: 'move-due',
      seq: 1,
      body: { from: '2026-06-30', to: '2026-10-14' },
    });
  });

  test('a task removed retires what it asked, and undoing brings it back', async () => {
    const { id, revision } = await taskOf('I.2');
    const before = (await listDue()).filter(({ code }) => code === 'I.2');
    const removed = await product.call('POST', `/api/tasks/${id}/remove`, { revision });
    expect(removed.status).toBe(200);
    expect(await listDue(true)).toHaveLength(8);
    const undone = await product.call('POST', `/api/plans/${planId}/undo`, { revision: revision + 1 });
    expect(undone.status).toBe(200);
    expect(await listDue(true)).toEqual([]);
    expect((await listDue()).filter(({ code }) => code === 'I.2')).toEqual(before);
  });

  test('finished work keeps its day', async () => {
    const { id, revision } = await taskOf('I.1');
    await inScope(product.product.deps, (tx) =>
      sql`update due_item set state = 'accepted' where task_id = ${id} and role = 'lead'`.execute(tx),
    );
    await product.call('PATCH', `/api/tasks/${id}`, { revision, words: { deadline: 'Tháng 11/2026' } });
    const rows = (await listDue()).filter(({ code }) => code === 'I.1');
    expect(rows.map(({ role, due_on }) => [role, due_on])).toEqual([
      ['lead', '2026-10-14'],
      ['coordinate', '2026-11-30'],
    ]);
  });
});

test('a plan from before there were schedules gets one at the start', async () => {
  const { url } = product.database;
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const before = brief(await listDue());
  await owner.query('delete from work_act; delete from due_item; delete from schedule_item');
  await owner.end();
  await syncExistingPlans(product.product.deps);
  expect(brief(await listDue()).map((line) => line.replace(/I\.1 so-tu-phap.*/, ''))).toEqual(
    before.map((line) => line.replace(/I\.1 so-tu-phap.*/, '')),
  );
});

test('a plan whose import is undone asks nothing any more', async () => {
  const imports = await product.call('GET', '/api/imports');
  const undone = await product.call(
    'POST',
    `/api/imports/${imports.body[0].importId ?? imports.body[0].id}/undo`,
    {},
  );
  expect(undone.body).toMatchObject({ planId });
  expect(await listDue()).toEqual([]);
  expect(await listDue(true)).not.toEqual([]);
});
