import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN = [
  'ỦY BAN NHÂN DÂN TỈNH',
  'KẾ HOẠCH',
  'Cải cách hành chính năm 2026',
  'TT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\tGhi chú',
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\t',
  '1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\tSở Nội vụ\tĐạt 80% văn bản\tTheo Nghị quyết 76',
  '2\tTheo dõi thi hành pháp luật\tNăm 2026\tSở Tư pháp\tCác sở, ban, ngành\t\t',
  '2.1\tBan hành kế hoạch\t\t\t\t01 kế hoạch\t',
  '2.2\tBáo cáo kết quả\tTháng 12/2026\t\t\t01 báo cáo\t',
].join('\n');

let product: ProductUnderTest;
let planId = '';

beforeAll(async () => {
  product = await startProduct({ now: '2026-02-01T02:00:00Z' });
  const { importId } = (await product.upload('ke-hoach.txt', PLAN)).body;
  planId = (await product.call('POST', `/api/imports/${importId}/confirm`)).body.planId;
});

afterAll(() => product.close());

async function edit(code: string, words: object): Promise<void> {
  const { revision } = (await product.call('GET', `/api/plans/${planId}`)).body;
  const { rows } = (await product.call('GET', `/api/plans/${planId}/rows?limit=500`)).body;
  const { id } = rows.find((row: { code: string }) => row.code === code);
  const answer = await product.call('PATCH', `/api/tasks/${id}`, { revision, words });
  expect(answer.status).toBe(200);
}

describe('a plan edited, exported and imported again shows no difference', () => {
  test.each([
    ['as it came', undefined, undefined],
    ['with two leads', 'I.1', { leads: ['Sở Tư pháp', 'Thanh tra tỉnh'] }],
    ['with coordinators on several lines', 'I.1', { coordinators: ['Sở Nội vụ', 'Sở Tài chính'] }],
    [
      'with several products',
      'I.1',
      { deliverables: ['Tối thiểu 90% văn bản', '02 báo cáo', 'Quyết định của UBND tỉnh'] },
    ],
    ['with another deadline', 'I.2', { deadline: 'Trước ngày 15/12/2026' }],
    ['with another number', 'I.2.2', { code: 'I.2.5' }],
  ])('%s', async (_how, code, words) => {
    if (code !== undefined && words !== undefined) await edit(code, words);
    for (const kind of ['docx', 'xlsx']) {
      const file = await product.download(`/api/plans/${planId}/export.${kind}`);
      const { importId } = (await product.upload(`lai.${kind}`, file)).body;
      const { replaces, rows } = (await product.call('GET', `/api/imports/${importId}`)).body;
      expect({ kind, ...replaces?.diff }).toMatchObject({
        kind,
        added: [],
        removed: [],
        changed: [],
        unchanged: 5,
      });
      const noted = rows.find((row: { code: string }) => row.code === 'I.1');
      expect(noted.notes).toEqual([{ header: 'Ghi chú', text: 'Theo Nghị quyết 76' }]);
      await product.call('POST', `/api/imports/${importId}/undo`);
    }
  });
});
