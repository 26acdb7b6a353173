import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../kernel/result.ts';
import { parseText } from '../document/parse-text.ts';
import type { PlanRow } from '../document/plan-reading.ts';
import { readPlan } from '../document/read-plan.ts';
import { phraseReaders } from '../document/read-row.ts';
import { createRow, type Edited, moveRow, removeRow, updateRow } from './edit-plan.ts';
import { applyPatch, invertPatch } from './plan-patch.ts';

const READ = phraseReaders(2026);
const PLAN = rowsOf(
  ['I', 'CẢI CÁCH THỂ CHẾ', '', '', '', ''],
  ['1', 'Rà soát văn bản', 'Quý II/2026', 'Sở Tư pháp', '', 'Đạt 80%'],
  ['2', 'Theo dõi thi hành pháp luật', 'Năm 2026', 'Sở Tư pháp', 'Các sở, ban, ngành', ''],
  ['2.1', 'Ban hành kế hoạch', '', '', '', '01 kế hoạch'],
  ['2.2', 'Báo cáo kết quả', 'Tháng 12/2026', '', '', '01 báo cáo'],
  ['II', 'CHUYỂN ĐỔI SỐ', '', '', '', ''],
  ['1', 'Vận hành cổng thông tin', 'Thường xuyên', 'Văn phòng UBND tỉnh', '', 'Báo cáo'],
);

function rowsOf(...lines: string[][]): readonly PlanRow[] {
  const header = ['TT', 'Nhiệm vụ', 'Thời hạn', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Sản phẩm'];
  const result = readPlan(parseText([header, ...lines].map((line) => line.join('\t')).join('\n')));
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value.rows;
}

function keyOf(rows: readonly PlanRow[], code: string): string {
  const row = rows.find((one) => one.code === code);
  if (row === undefined) throw new Error(`no ${code}`);
  return row.key;
}

function accepted(result: Result<Edited>): readonly PlanRow[] {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value.rows;
}

const codes = (rows: readonly PlanRow[]) => rows.map(({ code }) => code);
const refusals = (result: Result<Edited>) => (result.ok ? [] : result.refusals.map(({ code }) => code));

describe('a task edited in words', () => {
  const key = keyOf(PLAN, 'I.1');

  test('is read anew, and its targets with it', () => {
    const words = {
      deadline: 'Trước ngày 15/12/2026',
      deliverables: ['Tối thiểu 90% văn bản', ' ', '02 báo cáo'],
    };
    const row = accepted(updateRow(PLAN, key, words, READ)).find((one) => one.key === key);
    expect(row?.deadline.reading).toMatchObject({ kind: 'date', end: '2026-12-15', endExclusive: true });
    expect(row?.deliverables).toEqual(['Tối thiểu 90% văn bản', '02 báo cáo']);
    expect(row?.targets.map(({ comparator, value }) => [comparator, value])).toEqual([
      ['>=', 90],
      ['count', 2],
    ]);
  });

  test('keeps the words of the document beside', () => {
    const row = accepted(updateRow(PLAN, key, { name: 'Rà soát lại' }, READ)).find((one) => one.key === key);
    expect([row?.name, row?.fields.name?.text]).toEqual(['Rà soát lại', 'Rà soát văn bản']);
  });

  test('with the same words is not touched', () => {
    const result = updateRow(PLAN, key, { name: ' Rà soát  văn bản', leads: ['Sở Tư pháp'] }, READ);
    expect(result.ok && result.value.patch).toEqual({ before: [], after: [] });
  });

  test('with unreadable words is told as doubtful', () => {
    const row = accepted(updateRow(PLAN, key, { deadline: 'xyz' }, READ)).find((one) => one.key === key);
    expect(row?.doubts).toEqual([{ field: 'deadline', reason: 'Chưa hiểu thời hạn.' }]);
  });

  test.each([
    [{ name: '  ' }, 'task-name-missing'],
    [{ code: '' }, 'task-code-missing'],
    [{ code: 'II.1' }, 'task-code-taken'],
  ])('is refused with %j', (words, code) => {
    expect(refusals(updateRow(PLAN, key, words, READ))).toEqual([code]);
  });

  test('that is not there is refused', () => {
    expect(refusals(updateRow(PLAN, 'nowhere', {}, READ))).toEqual(['not-found']);
  });
});

describe('what a heading hands down', () => {
  const heading = keyOf(PLAN, 'I.2');
  const first = keyOf(PLAN, 'I.2.1');

  test('changes with the heading where the task has no words of its own', () => {
    const rows = accepted(updateRow(PLAN, heading, { deadline: 'Quý I/2026', leads: ['Sở Nội vụ'] }, READ));
    const of = (code: string) => rows.find((row) => row.code === code);
    expect([of('I.2.1')?.deadline.text, of('I.2.1')?.leads[0]?.text]).toEqual(['Quý I/2026', 'Sở Nội vụ']);
    expect([of('I.2.2')?.deadline.text, of('I.2.2')?.leads[0]?.text]).toEqual(['Tháng 12/2026', 'Sở Nội vụ']);
  });

  test('is taken up again when the task is left empty, and dropped when it gets words', () => {
    const own = accepted(updateRow(PLAN, first, { leads: ['Thanh tra tỉnh'] }, READ));
    expect(own.find(({ key }) => key === first)?.inherited).toEqual(['deadline', 'coordinators']);
    const again = accepted(updateRow(own, first, { leads: [] }, READ)).find(({ key }) => key === first);
    expect([again?.leads[0]?.text, again?.inherited.includes('leads')]).toEqual(['Sở Tư pháp', true]);
  });

  test('a new number of the heading is that of its tasks', () => {
    const rows = accepted(updateRow(PLAN, heading, { code: 'I.5' }, READ));
    expect(codes(rows)).toEqual(['I', 'I.1', 'I.5', 'I.5.1', 'I.5.2', 'II', 'II.1']);
    expect(rows.find(({ code }) => code === 'I.5.1')?.parent).toBe('I.5');
  });
});

describe('a new row', () => {
  const add = (kind: PlanRow['kind'], parent: string | null, after: string | null, name = 'Việc mới') =>
    createRow(
      PLAN,
      {
        key: 'new',
        kind,
        position: {
          parentKey: parent === null ? null : keyOf(PLAN, parent),
          afterKey: after === null ? null : keyOf(PLAN, after),
        },
        words: { name },
      },
      READ,
    );

  test.each([
    ['task', 'I', 'I.2', ['I', 'I.1', 'I.2', 'I.2.1', 'I.2.2', 'I.3', 'II', 'II.1']],
    ['task', 'I', null, ['I', 'I.3', 'I.1', 'I.2', 'I.2.1', 'I.2.2', 'II', 'II.1']],
    ['task', 'I.2', 'I.2.1', ['I', 'I.1', 'I.2', 'I.2.1', 'I.2.3', 'I.2.2', 'II', 'II.1']],
    ['area', null, 'II', ['I', 'I.1', 'I.2', 'I.2.1', 'I.2.2', 'II', 'II.1', 'III']],
  ] as const)('%s in %s after %s takes the next number', (kind, parent, after, expected) => {
    expect(codes(accepted(add(kind, parent, after)))).toEqual(expected);
  });

  test('stands with what its heading hands down', () => {
    const row = accepted(add('task', 'I.2', null)).find(({ key }) => key === 'new');
    expect([row?.deadline.text, row?.leads[0]?.text]).toEqual(['Năm 2026', 'Sở Tư pháp']);
  });

  test.each([
    [add('task', 'I.1', null), 'parent-is-task'],
    [add('area', 'I', null), 'area-inside'],
    [add('task', 'I', 'II.1'), 'not-found'],
    [add('task', 'I', null, ''), 'task-name-missing'],
  ])('is refused where it cannot stand', (result, code) => {
    expect(refusals(result)).toEqual([code]);
  });
});

describe('a row moved', () => {
  const move = (code: string, parent: string | null, after: string | null) =>
    moveRow(PLAN, keyOf(PLAN, code), {
      parentKey: parent === null ? null : keyOf(PLAN, parent),
      afterKey: after === null ? null : keyOf(PLAN, after),
    });

  test('within its heading keeps its number', () => {
    expect(codes(accepted(move('I.2', 'I', null)))).toEqual([
      'I',
      'I.2',
      'I.2.1',
      'I.2.2',
      'I.1',
      'II',
      'II.1',
    ]);
  });

  test('elsewhere takes the next number there, its tasks with it', () => {
    const rows = accepted(move('I.2', 'II', 'II.1'));
    expect(codes(rows)).toEqual(['I', 'I.1', 'II', 'II.1', 'II.2', 'II.2.1', 'II.2.2']);
    expect(rows.map(({ depth }) => depth)).toEqual([0, 1, 0, 1, 1, 2, 2]);
  });

  test('out of its heading keeps the words it had inherited', () => {
    const row = accepted(move('I.2.1', 'II', null)).find(({ key }) => key === keyOf(PLAN, 'I.2.1'));
    expect([row?.inherited, row?.leads[0]?.text]).toEqual([[], 'Sở Tư pháp']);
  });

  test.each([
    [move('I.2', 'I.2', null), 'move-into-itself'],
    [move('I', 'II', null), 'area-inside'],
    [move('I.2', 'I.1', null), 'parent-is-task'],
  ])('is refused where it cannot stand', (result, code) => {
    expect(refusals(result)).toEqual([code]);
  });
});

describe('a row removed', () => {
  test('is gone', () => {
    expect(codes(accepted(removeRow(PLAN, keyOf(PLAN, 'II.1'))))).toEqual([
      'I',
      'I.1',
      'I.2',
      'I.2.1',
      'I.2.2',
      'II',
    ]);
  });

  test('is refused while it holds others', () => {
    expect(refusals(removeRow(PLAN, keyOf(PLAN, 'I.2')))).toEqual(['task-has-children']);
  });
});

describe('any acts one after another', () => {
  const act = fc.record({
    verb: fc.constantFrom('update', 'create', 'move', 'remove'),
    at: fc.nat(30),
    parent: fc.nat(30),
    after: fc.nat(30),
    deadline: fc.constantFrom('', 'Năm 2026', 'Quý IV/2026'),
    kind: fc.constantFrom('area' as const, 'heading' as const, 'task' as const),
  });

  test('leave a tree in order, and are undone one by one to the very plan they began with', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const states = [PLAN];
        const patches: Edited['patch'][] = [];
        for (const [turn, { verb, at, parent, after, deadline, kind }] of acts.entries()) {
          const rows = states.at(-1) ?? [];
          const pick = (index: number) => rows[index % (rows.length + 1)]?.key ?? null;
          const position = { parentKey: pick(parent), afterKey: pick(after) };
          const key = pick(at) ?? '';
          const words = { name: `Việc ${turn}`, deadline };
          const result =
            verb === 'update'
              ? updateRow(rows, key, words, READ)
              : verb === 'create'
                ? createRow(rows, { key: `n${turn}`, kind, position, words }, READ)
                : verb === 'move'
                  ? moveRow(rows, key, position)
                  : removeRow(rows, key);
          if (!result.ok) continue;
          expect(applyPatch(rows, result.value.patch)).toEqual(result.value.rows);
          states.push(result.value.rows);
          patches.push(result.value.patch);
        }
        for (const rows of states) expectTree(rows);
        let rows = states.at(-1) ?? [];
        for (const [turn, patch] of [...patches.entries()].reverse()) {
          rows = applyPatch(rows, invertPatch(patch));
          expect(rows).toEqual(states[turn]);
        }
      }),
      { numRuns: 150 },
    );
  });

  /** Depth first: a row stands below the nearest row above it that is one less deep. */
  function expectTree(rows: readonly PlanRow[]) {
    const path: PlanRow[] = [];
    for (const row of rows) {
      path.length = row.depth;
      const above = path.at(-1);
      expect([row.parentKey, row.parent]).toEqual([above?.key ?? null, above?.code ?? null]);
      path.push(row);
    }
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
  }
});
