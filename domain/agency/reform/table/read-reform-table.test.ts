import { describe, expect, test } from 'vitest';
import { refusalSentence } from '../../../kernel/refusal.ts';
import { directoryOf } from '../../history/directory-of.ts';
import { foldEvents } from '../../history/fold-events.ts';
import { LANG_SON_EVENTS } from '../../history/lang-son.ts';
import { completeEvents, nameDrafts } from '../draft-event.ts';
import { readReformTable } from './read-reform-table.ts';

const known = foldEvents(LANG_SON_EVENTS);
if (!known.ok) throw new Error('the known history does not fold');
const { value: lives } = known;
const directory = directoryOf(lives);
const EFFECTIVE = '2026-07-01';
const HEADER = 'TT\tĐơn vị cũ\tĐơn vị mới\tLoại\tMã\tNgày hiệu lực\tSố quyết định';

const grid = (text: string) => text.split('\n').map((line) => line.split('\t'));
function read(...lines: readonly string[]) {
  const table = readReformTable(grid([HEADER, ...lines].join('\n')), {
    directory,
    lives,
    effectiveOn: EFFECTIVE,
  });
  if (!table.ok) throw new Error(table.refusals.map(refusalSentence).join(' '));
  return table.value;
}

/** The table as events that stand in the history, to see that they are coherent. */
function fold(...lines: readonly string[]) {
  let id = 0;
  const events = nameDrafts(read(...lines).events, {
    effectiveOn: EFFECTIVE,
    takenIds: lives.keys(),
    newId: () => `e${id++}`,
  });
  const decision = { number: null, date: null, title: null };
  return foldEvents([
    ...LANG_SON_EVENTS,
    ...completeEvents(events, { title: 'thử', effectiveOn: EFFECTIVE, decision }),
  ]);
}

describe('what happened is seen from all rows together', () => {
  test.each([
    [
      'several into one that is there already',
      ['1\tXã Thất Khê\tXã Tràng Định', '2\tUBND xã Đoàn Kết\txã Tràng Định'],
      [
        {
          kind: 'merge',
          agencyIds: ['ubnd-xa-that-khe', 'ubnd-xa-doan-ket'],
          heir: { kind: 'held', agencyId: 'ubnd-xa-trang-dinh' },
        },
      ],
    ],
    [
      'several into a new one, which stands where they stood',
      ['1\tXã Bình Gia\tXã Văn Mịch\t\t06111', '2\tXã Tân Văn\tXã Văn Mịch'],
      [
        {
          kind: 'merge',
          agencyIds: ['ubnd-xa-binh-gia', 'ubnd-xa-tan-van'],
          heir: {
            kind: 'founded',
            founding: {
              id: 'ubnd-xa-van-mich',
              name: 'UBND xã Văn Mịch',
              shortNames: ['Xã Văn Mịch'],
              level: 'commune',
              kind: 'peoples-committee',
              parentId: 'ubnd-tinh',
              codes: [{ system: 'gso', code: '06111' }],
            },
          },
        },
      ],
    ],
    [
      'several in one cell',
      ['1\tXã Thất Khê; Xã Đoàn Kết\tXã Tràng Định'],
      [{ kind: 'merge', agencyIds: ['ubnd-xa-that-khe', 'ubnd-xa-doan-ket'] }],
    ],
    [
      'one into one of another name',
      ['1\tSở Tư pháp\tSở Tư pháp và Pháp chế'],
      [{ kind: 'rename', agencyId: 'so-tu-phap', name: 'Sở Tư pháp và Pháp chế' }],
    ],
    [
      'one into several',
      ['1\tXã Hưng Vũ\tXã Bắc Sơn', '2\tXã Hưng Vũ\tXã Vũ Lăng'],
      [{ kind: 'split', agencyId: 'ubnd-xa-hung-vu', goesOn: false }],
    ],
    [
      'a part of one',
      ['1\tXã Hưng Vũ\tXã Bắc Sơn\tmột phần'],
      [
        {
          kind: 'split',
          agencyId: 'ubnd-xa-hung-vu',
          goesOn: true,
          heirs: [{ agencyId: 'ubnd-xa-bac-son' }],
        },
      ],
    ],
    [
      'united under the name of one of them, a new one',
      ['1\tSở Nội vụ\tSở Nội vụ\thợp nhất', '2\tSở Ngoại vụ\tSở Nội vụ\thợp nhất'],
      [
        {
          kind: 'merge',
          agencyIds: ['so-noi-vu-2025', 'so-ngoai-vu'],
          heir: { kind: 'founded', founding: { id: 'so-noi-vu-2026', parentId: 'ubnd-tinh' } },
        },
      ],
    ],
    [
      'none any more',
      ['1\tXã Khánh Khê\t\tgiải thể\t\t01/8/2026\t12/NQ-HĐND'],
      [
        {
          kind: 'abolish',
          agencyId: 'ubnd-xa-khanh-khe',
          effectiveOn: '2026-08-01',
          decision: { number: '12/NQ-HĐND' },
        },
      ],
    ],
    [
      'new without an old',
      ['1\t\tTrung tâm Dữ liệu tỉnh'],
      [{ kind: 'establish', founding: { kind: 'service-unit' } }],
    ],
    ['as it was', ['1\tXã Khánh Khê\tXã Khánh Khê\tgiữ nguyên'], []],
    [
      'below another',
      ['1\tTrung tâm Phục vụ hành chính công tỉnh\tVăn phòng UBND tỉnh\tchuyển'],
      [{ kind: 'move', parentId: 'van-phong-ubnd-tinh' }],
    ],
  ])('%s', (_title, lines, expected) => {
    const table = read(...lines);
    expect(table.problems).toEqual([]);
    expect(table.events).toMatchObject(expected);
    expect(table.events).toHaveLength(expected.length);
    expect(fold(...lines)).toMatchObject({ ok: true });
  });

  test('communes that are not in the directory are founded and merged by the same table', () => {
    const table = readReformTable(
      grid(
        [
          'Xã, thị trấn cũ\tHuyện cũ\tĐơn vị mới\tCấp trên\tNgày hiệu lực\tLoại',
          '\t\tXã Hoàng Văn Thụ\tUBND huyện Bình Gia\t01/12/2024\tthành lập',
          '\t\tXã Hoàng Văn Thụ\tUBND huyện Văn Lãng\t01/12/2024\tthành lập',
          'Xã Hoàng Văn Thụ\tUBND huyện Bình Gia\tXã Bình Gia\t\t01/7/2025\t',
          'Xã Hoàng Văn Thụ\tUBND huyện Văn Lãng\tXã Na Sầm\t\t01/7/2025\t',
        ].join('\n'),
      ),
      { directory, lives, effectiveOn: '2025-07-01' },
    );
    expect(table).toMatchObject({ ok: true, value: { problems: [] } });
    if (table.ok)
      expect(table.value.events).toMatchObject([
        {
          kind: 'establish',
          founding: { id: 'ubnd-xa-hoang-van-thu-2024', parentId: 'ubnd-huyen-binh-gia' },
        },
        {
          kind: 'establish',
          founding: { id: 'ubnd-xa-hoang-van-thu-2024-2', parentId: 'ubnd-huyen-van-lang' },
        },
        { kind: 'merge', agencyIds: ['ubnd-xa-hoang-van-thu-2024'], heir: { agencyId: 'ubnd-xa-binh-gia' } },
        { kind: 'merge', agencyIds: ['ubnd-xa-hoang-van-thu-2024-2'], heir: { agencyId: 'ubnd-xa-na-sam' } },
      ]);
  });
});

describe('what cannot be understood is told with its row and value, all at once', () => {
  test('and no other row is lost by it', () => {
    const { problems, events } = read(
      '1\tSở Kế hoạch và Đầu tư\tSở Tài chính',
      '2\tXã Thất Khe Dưới\tXã Tràng Định',
      '3\tXã Đoàn Kết\tXã Tràng Định\t\t\t31/02/2026',
      '4\tXã Quốc Khánh\t',
      '5\t\tXã Mới Lập\t\tmã lạ',
      '6\tSở Y tế\tHội đồng tư vấn\thợp nhất',
    );
    expect(problems.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'Đơn vị cũ', 'Sở Kế hoạch và Đầu tư'],
      [3, 'Đơn vị cũ', 'Xã Thất Khe Dưới'],
      [4, 'Ngày hiệu lực', '31/02/2026'],
      [5, 'Đơn vị mới', 'Xã Quốc Khánh'],
      [6, 'Mã', 'mã lạ'],
    ]);
    expect(problems[0]?.message).toBe('Không còn từ sau ngày 28/02/2025, nay là Sở Tài chính.');
    expect(problems[1]?.candidates.map(({ name }) => name)).toContain('UBND xã Thất Khê');
    expect(events).toMatchObject([
      { kind: 'merge', agencyIds: ['ubnd-xa-doan-ket'] },
      { kind: 'merge', agencyIds: ['so-y-te'], heir: { founding: { kind: 'department' } } },
    ]);
  });

  test('an agency that is there already is not founded again', () => {
    expect(read('1\t\tXã Thất Khê').problems).toMatchObject([
      { row: 2, candidates: [{ id: 'ubnd-xa-that-khe' }] },
    ]);
  });

  test.each([
    ['table-empty', ''],
    ['table-headers', 'Tên\tGhi chú\nXã Thất Khê\tkhông'],
  ])('%s', (code, text) => {
    const table = readReformTable(grid(text), { directory, lives, effectiveOn: EFFECTIVE });
    expect(table).toMatchObject({ ok: false, refusals: [{ code }] });
  });
});
