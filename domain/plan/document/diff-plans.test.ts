import { describe, expect, test } from 'vitest';
import { carryCorrections } from './carry-corrections.ts';
import { diffPlans, isUnchanged } from './diff-plans.ts';
import { parseText } from './parse-text.ts';
import type { PlanRow } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';

const HEADER = ['TT', 'Nhiệm vụ', 'Thời hạn', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Sản phẩm'];
const AREA = ['I', 'CẢI CÁCH THỂ CHẾ', '', '', '', ''];
const REVIEW = ['1', 'Rà soát văn bản quy phạm pháp luật', 'Quý II/2026', 'Sở Tư pháp', '', 'Đạt 80%'];
const TRAIN = ['2', 'Tập huấn cho công chức cấp xã', 'Quý III/2026', 'Sở Nội vụ', 'UBND cấp xã', '02 lớp'];
const OTHER = ['II', 'CHUYỂN ĐỔI SỐ', '', '', '', ''];
const PORTAL = ['1', 'Vận hành cổng thông tin', 'Thường xuyên', 'Văn phòng UBND tỉnh', '', 'Báo cáo'];

function rowsOf(...lines: string[][]): readonly PlanRow[] {
  const result = readPlan(parseText([HEADER, ...lines].map((line) => line.join('\t')).join('\n')));
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value.rows;
}

const BEFORE = rowsOf(AREA, REVIEW, TRAIN, OTHER, PORTAL);

describe('two documents of one plan', () => {
  test('the same document shows no difference', () => {
    const diff = diffPlans(BEFORE, rowsOf(AREA, REVIEW, TRAIN, OTHER, PORTAL));
    expect(isUnchanged(diff)).toBe(true);
    expect(diff.unchanged).toBe(5);
  });

  test('a raised target is told as a target, a new deadline as a field', () => {
    const diff = diffPlans(
      BEFORE,
      rowsOf(AREA, ['1', REVIEW[1] ?? '', 'Quý I/2026', 'Sở Tư pháp', '', 'Đạt 90%'], TRAIN, OTHER, PORTAL),
    );
    expect(diff.changed).toHaveLength(1);
    const [change] = diff.changed;
    expect(change?.fields).toEqual([
      { field: 'deadline', before: 'Quý II/2026', after: 'Quý I/2026' },
      { field: 'deliverables', before: 'Đạt 80%', after: 'Đạt 90%' },
    ]);
    expect(change?.targets.map(({ before, after }) => [before?.value, after?.value])).toEqual([[80, 90]]);
  });

  test('a task that moved to another area is one task, not one gone and one new', () => {
    const diff = diffPlans(BEFORE, rowsOf(AREA, REVIEW, OTHER, PORTAL, TRAIN));
    expect([diff.added, diff.removed]).toEqual([[], []]);
    expect(diff.changed.map(({ after, moved }) => [after.code, moved])).toEqual([['II.2', true]]);
  });

  test('a task put in between renumbers those after it and adds one', () => {
    const extra = ['1', 'Xây dựng kế hoạch kiểm tra văn bản', 'Quý I/2026', 'Sở Tư pháp', '', 'Kế hoạch'];
    const diff = diffPlans(
      BEFORE,
      rowsOf(AREA, extra, ['2', ...REVIEW.slice(1)], ['3', ...TRAIN.slice(1)], OTHER, PORTAL),
    );
    expect(diff.added.map(({ name }) => name)).toEqual(['Xây dựng kế hoạch kiểm tra văn bản']);
    expect(diff.removed).toEqual([]);
    expect(diff.changed.map(({ fields }) => fields.map(({ field }) => field))).toEqual([['code'], ['code']]);
  });

  test('a task left out is removed', () => {
    const diff = diffPlans(BEFORE, rowsOf(AREA, REVIEW, OTHER, PORTAL));
    expect(diff.removed.map(({ code }) => code)).toEqual(['I.2']);
  });
});

describe('what was set right by hand', () => {
  const corrected = BEFORE.map((row) =>
    row.code === 'I.1' ? { ...row, name: 'Rà soát văn bản của HĐND, UBND tỉnh' } : row,
  );

  test('goes onto the same task of the new document', () => {
    const document = rowsOf(AREA, ['3', ...REVIEW.slice(1)], TRAIN, OTHER, PORTAL);
    const { rows, carried, conflicts } = carryCorrections({ read: BEFORE, held: corrected, document });
    expect(rows.find(({ code }) => code === 'I.3')?.name).toBe('Rà soát văn bản của HĐND, UBND tỉnh');
    expect(carried.map(({ field }) => field)).toEqual(['name']);
    expect(conflicts).toEqual([]);
  });

  test('yields to nobody unseen: where the document changed the same words, somebody decides', () => {
    const document = rowsOf(
      AREA,
      ['1', 'Rà soát văn bản quy phạm pháp luật năm 2026', ...REVIEW.slice(2)],
      TRAIN,
      OTHER,
      PORTAL,
    );
    const { rows, conflicts } = carryCorrections({ read: BEFORE, held: corrected, document });
    expect(rows.find(({ code }) => code === 'I.1')?.name).toBe('Rà soát văn bản quy phạm pháp luật năm 2026');
    expect(conflicts).toMatchObject([{ field: 'name', held: 'Rà soát văn bản của HĐND, UBND tỉnh' }]);
  });

  test('a row added by hand stays in its area, a row removed by hand stays away', () => {
    const area = BEFORE[0];
    const review = BEFORE[1];
    if (area === undefined || review === undefined) throw new Error('the plan has an area and a task');
    const added = { ...review, key: 'x1', code: 'I.3', name: 'Việc thêm tay' };
    const held = [...BEFORE.filter(({ code }) => code !== 'I.2'), added];
    const { rows, addedByHand, removedByHand } = carryCorrections({ read: BEFORE, held, document: BEFORE });
    expect(rows.map(({ name }) => name)).toEqual([
      'CẢI CÁCH THỂ CHẾ',
      'Rà soát văn bản quy phạm pháp luật',
      'Việc thêm tay',
      'CHUYỂN ĐỔI SỐ',
      'Vận hành cổng thông tin',
    ]);
    expect(addedByHand.map(({ parentKey }) => parentKey)).toEqual([area.key]);
    expect(removedByHand.map(({ code }) => code)).toEqual(['I.2']);
  });
});
