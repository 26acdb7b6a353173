import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProductUnderTest, startProduct } from '#test/product.ts';

const HEADER = 'TT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm';
const TITLE = 'KẾ HOẠCH\nCải cách hành chính năm 2026';
const plan = (...lines: string[]) => `${TITLE}\n${HEADER}\n${lines.join('\n')}\n`;
const FIRST = plan(
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t',
  '1\tRà soát văn bản quy phạm pháp luật\tQuý II/2026\tSở Tư pháp\t\tĐạt 80% văn bản',
  '2\tTập huấn cho công chức\tQuý III/2026\tSở Nội vụ\tSở Tài chính\t02 lớp',
  'II\tCHUYỂN ĐỔI SỐ\t\t\t\t',
  '1\tVận hành cổng thông tin\tThường xuyên\tVăn phòng UBND tỉnh\t\tBáo cáo',
);

let product: ProductUnderTest;
let planId = '';

beforeAll(async () => {
  product = await startProduct({ now: '2026-02-01T02:00:00Z' });
  planId = await importAndConfirm('ke-hoach.txt', FIRST);
});

afterAll(() => product.close());

async function importAndConfirm(name: string, words: string): Promise<string> {
  const { importId } = (await product.upload(name, words)).body;
  return (await product.call('POST', `/api/imports/${importId}/confirm`)).body.planId;
}

interface Row {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly deadline: { readonly text: string };
  readonly leads: readonly { readonly text: string }[];
  readonly assignments: Record<string, number>;
}

const rows = async (): Promise<Row[]> =>
  (await product.call('GET', `/api/plans/${planId}/rows?limit=500`)).body.rows;
const revision = async (): Promise<number> =>
  (await product.call('GET', `/api/plans/${planId}`)).body.revision;
const changes = async () => (await product.call('GET', `/api/plans/${planId}/changes`)).body;
const undo = async () => product.call('POST', `/api/plans/${planId}/undo`, { revision: await revision() });

async function row(code: string): Promise<Row> {
  const found = (await rows()).find((one) => one.code === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
}

describe('a task is edited in words', () => {
  test('readings, parts of agencies, findings and history follow; undone, all stands as before', async () => {
    const before = await rows();
    const { id } = await row('I.1');
    const words = {
      deadline: 'Trước ngày 15/12/2026',
      leads: ['Thanh tra tỉnh'],
      coordinators: ['Sở Tư pháp'],
    };
    const changed = await product.call('PATCH', `/api/tasks/${id}`, { revision: await revision(), words });
    expect(changed.status).toBe(200);
    const task = (await product.call('GET', `/api/tasks/${id}`)).body;
    expect(task.row).toMatchObject({ dueOn: '2026-12-14', assignments: { lead: 1, coordinate: 1 } });
    expect(task.assignments.map((part: { agencyName: string }) => part.agencyName).sort()).toEqual([
      'Sở Tư pháp',
      'Thanh tra tỉnh',
    ]);
    expect(task.source.deadline.text).toBe('Quý II/2026');
    const [latest] = await changes();
    expect(latest).toMatchObject({ kind: 'task-updated', taskId: id, undoable: true, undone: false });
    expect(latest.fields).toContainEqual({
      code: 'I.1',
      name: 'Rà soát văn bản quy phạm pháp luật',
      field: 'deadline',
      before: 'Quý II/2026',
      after: 'Trước ngày 15/12/2026',
    });
    expect((await undo()).status).toBe(200);
    expect(await rows()).toEqual(before);
    expect((await changes()).map((change: { kind: string }) => change.kind)).toEqual([
      'undone',
      'task-updated',
      'imported',
    ]);
  });

  test('a part that stays keeps its identity', async () => {
    const { id } = await row('I.2');
    const parts = async () => (await product.call('GET', `/api/tasks/${id}`)).body.assignments;
    const before = await parts();
    await product.call('PATCH', `/api/tasks/${id}`, {
      revision: await revision(),
      words: { coordinators: ['Sở Tư pháp'] },
    });
    const lead = (list: { role: string; id: string }[]) => list.find(({ role }) => role === 'lead')?.id;
    expect(lead(await parts())).toBe(lead(before));
    await undo();
  });

  test('on an older revision it is refused, and nothing is stored', async () => {
    const { id } = await row('I.1');
    const before = await rows();
    const answer = await product.call('PATCH', `/api/tasks/${id}`, { revision: 0, words: { name: 'Khác' } });
    expect(answer).toMatchObject({ status: 409, body: { data: { refusals: [{ code: 'plan-changed' }] } } });
    expect(await rows()).toEqual(before);
  });

  test('without a name it is refused', async () => {
    const { id } = await row('I.1');
    const answer = await product.call('PATCH', `/api/tasks/${id}`, {
      revision: await revision(),
      words: { name: ' ' },
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { data: { refusals: [{ code: 'task-name-missing' }] } },
    });
  });

  test('words are read before they are stored', async () => {
    const words = { deadline: 'quý 3', leads: ['GĐ Sở Y tế'], deliverables: ['tối thiểu 90% hồ sơ'] };
    const { body } = await product.call('POST', '/api/readings', { words, year: 2026 });
    expect(body).toMatchObject({
      deadline: { kind: 'quarter', end: '2026-09-30' },
      leads: [{ reading: [{ name: 'Sở Y tế' }] }],
      targets: [{ comparator: '>=', value: 90, unit: '%' }],
    });
  });
});

describe('a task is added, moved and removed', () => {
  test('each takes its place, and each is undone in turn', async () => {
    const before = await rows();
    const area = await row('I');
    const added = await product.call('POST', `/api/plans/${planId}/tasks`, {
      revision: await revision(),
      kind: 'task',
      parentId: area.id,
      afterId: (await row('I.1')).id,
      words: { name: 'Theo dõi thi hành pháp luật', leads: ['Sở Tư pháp'], deadline: 'Năm 2026' },
    });
    expect(added.status).toBe(200);
    expect((await rows()).map(({ code }) => code)).toEqual(['I', 'I.1', 'I.3', 'I.2', 'II', 'II.1']);
    const moved = await product.call('POST', `/api/tasks/${added.body.taskId}/move`, {
      revision: await revision(),
      parentId: (await row('II')).id,
      afterId: null,
    });
    expect(moved.status).toBe(200);
    expect((await rows()).map(({ code }) => code)).toEqual(['I', 'I.1', 'I.2', 'II', 'II.2', 'II.1']);
    const afterMove = await rows();
    const removed = await product.call('POST', `/api/tasks/${added.body.taskId}/remove`, {
      revision: await revision(),
    });
    expect(removed.status).toBe(200);
    expect((await product.call('GET', `/api/tasks/${added.body.taskId}`)).status).toBe(404);
    await undo();
    expect(await rows()).toEqual(afterMove);
    await undo();
    await undo();
    expect(await rows()).toEqual(before);
  });

  test('a heading that still holds tasks is not removed', async () => {
    const answer = await product.call('POST', `/api/tasks/${(await row('I')).id}/remove`, {
      revision: await revision(),
    });
    expect(answer).toMatchObject({
      status: 409,
      body: { data: { refusals: [{ code: 'task-has-children' }] } },
    });
  });

  test('with nothing left to undo, undoing is refused', async () => {
    expect(await undo()).toMatchObject({
      status: 409,
      body: { data: { refusals: [{ code: 'nothing-to-undo' }] } },
    });
  });
});

describe('a changed document is imported again', () => {
  const second = plan(
    'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t',
    '1\tRà soát văn bản quy phạm pháp luật\tQuý I/2026\tSở Tư pháp\t\tĐạt 90% văn bản',
    '2\tTập huấn cho công chức\tQuý III/2026\tSở Nội vụ\tSở Tài chính\t02 lớp',
    '3\tKiểm tra văn bản\tQuý IV/2026\tSở Tư pháp\t\t01 báo cáo',
    'II\tCHUYỂN ĐỔI SỐ\t\t\t\t',
  );
  let importId = '';
  let before: Row[] = [];

  test('shows the difference by task and target, and carries over what was set right by hand', async () => {
    const training = await row('I.2');
    await product.call('PATCH', `/api/tasks/${training.id}`, {
      revision: await revision(),
      words: { leads: ['Trường Chính trị Hoàng Văn Thụ'] },
    });
    before = await rows();
    importId = (await product.upload('ke-hoach-2.txt', second)).body.importId;
    const draft = (await product.call('GET', `/api/imports/${importId}`)).body;
    expect(draft.identical).toBe(false);
    const { diff, planId: replaced } = draft.replaces;
    expect(replaced).toBe(planId);
    expect(diff.added.map(({ code }: Row) => code)).toEqual(['I.3']);
    expect(diff.removed.map(({ code }: Row) => code)).toEqual(['II.1']);
    expect(diff.changed).toMatchObject([
      {
        code: 'I.1',
        fields: [
          { field: 'deadline', before: 'Quý II/2026', after: 'Quý I/2026' },
          { field: 'deliverables' },
        ],
        targets: [{ before: { value: 80 }, after: { value: 90 } }],
      },
    ]);
    expect(draft.rows.find(({ code }: Row) => code === 'I.2')).toMatchObject({
      leads: [{ text: 'Trường Chính trị Hoàng Văn Thụ' }],
      carried: ['leads'],
    });
  });

  test('is corrected before it is confirmed, and a correction is taken back', async () => {
    const draft = (await product.call('GET', `/api/imports/${importId}`)).body;
    const { key } = draft.rows.find(({ code }: Row) => code === 'I.3');
    const correct = (words: object | null) =>
      product.call('POST', `/api/imports/${importId}/corrections`, { rowKey: key, words });
    expect((await correct({ deadline: 'Tháng 11/2026' })).body.rows).toMatchObject([
      { key, deadline: { reading: { kind: 'month', end: '2026-11-30' } }, corrected: ['deadline'] },
    ]);
    expect((await correct({ name: '' })).body.data.refusals).toMatchObject([{ code: 'task-name-missing' }]);
    expect((await correct(null)).body.rows).toMatchObject([
      { deadline: { text: 'Quý IV/2026' }, corrected: [] },
    ]);
    await correct({ deadline: 'Tháng 11/2026' });
  });

  test('is confirmed on the plan it was compared with, and only there', async () => {
    const late = await product.call('POST', `/api/imports/${importId}/confirm`, { revision: 0 });
    expect(late).toMatchObject({ status: 409, body: { data: { refusals: [{ code: 'plan-changed' }] } } });
    const { body } = await product.call('POST', `/api/imports/${importId}/confirm`, {
      revision: await revision(),
    });
    expect(body).toEqual({ planId, created: 1, changed: 1, removed: 1 });
    const after = await rows();
    const idOf = (list: readonly Row[], code: string) => list.find((one) => one.code === code)?.id;
    expect(idOf(after, 'I.1')).toBe(idOf(before, 'I.1'));
    expect((await row('I.3')).deadline.text).toBe('Tháng 11/2026');
    expect((await row('I.2')).leads).toMatchObject([{ text: 'Trường Chính trị Hoàng Văn Thụ' }]);
    expect((await product.call('GET', `/api/imports/${importId}`)).body.identical).toBe(true);
  });

  test('corrections come too late once it is confirmed', async () => {
    const answer = await product.call('POST', `/api/imports/${importId}/corrections`, {
      rowKey: 'r2',
      words: null,
    });
    expect(answer.body.data.refusals).toMatchObject([{ code: 'import-already-confirmed' }]);
  });

  test('is not undone over later changes; these undone first, the plan stands as it did', async () => {
    const { id } = await row('I.1');
    await product.call('PATCH', `/api/tasks/${id}`, {
      revision: await revision(),
      words: { name: 'Đổi tên' },
    });
    expect((await product.call('POST', `/api/imports/${importId}/undo`)).body.data.refusals).toMatchObject([
      { code: 'import-has-later-changes' },
    ]);
    await undo();
    expect((await product.call('POST', `/api/imports/${importId}/undo`)).status).toBe(200);
    expect(await rows()).toEqual(before);
    // The first file is again what the plan holds, and the undone one can be imported anew.
    const again = (await product.upload('ke-hoach-2.txt', second)).body;
    expect(again.importId).not.toBe(importId);
  });
});
