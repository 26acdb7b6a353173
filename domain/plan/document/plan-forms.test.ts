import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from './parse-text.ts';
import type { PlanReading } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';
import type { SourceCell, SourceDocument } from './source.ts';

// Plans of other provinces, ministries and communes, each with something the sample plan has not.

const table = (...rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');

function read(source: SourceDocument | string): PlanReading {
  const result = readPlan(typeof source === 'string' ? parseText(source) : source, { file: 'ke-hoach' });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  expect(result.value.receipt.lost).toEqual([]);
  return result.value;
}

const brief = ({ rows }: PlanReading) => rows.map(({ code, kind, name }) => [code, kind, name]);

type Cell = string | readonly [text: string, spans: { readonly colSpan?: number; readonly rowSpan?: number }];

/** A table of a Word file, with its merged cells. */
function wordTable(...rows: Cell[][]): SourceDocument {
  return {
    kind: 'docx',
    blocks: [
      {
        type: 'table',
        rows: rows.map((cells, row) => ({
          place: { table: 1, row: row + 1 },
          cells: cells.map((cell, column): SourceCell => {
            const place = { table: 1, row: row + 1, column: column + 1 };
            return typeof cell === 'string' ? { text: cell, place } : { text: cell[0], place, ...cell[1] };
          }),
        })),
      },
    ],
  };
}

describe('a ministry divides its plan into parts, areas, tasks and letters', () => {
  const plan = read(
    table(
      [
        'TT',
        'Nội dung công việc',
        'Đơn vị chủ trì',
        'Đơn vị phối hợp',
        'Thời gian hoàn thành',
        'Sản phẩm đầu ra',
      ],
      ['A', 'NHIỆM VỤ CHUNG', '', '', '', ''],
      ['I', 'Hạ tầng số', '', '', '', ''],
      ['1', 'Nâng cấp trung tâm dữ liệu', 'Trung tâm Thông tin y tế Quốc gia', '', 'Tháng 12/2026', ''],
      ['a)', 'Mua sắm máy chủ', '', '', 'Quý I/2026', '02 máy chủ'],
      ['b)', 'Thuê đường truyền', 'Văn phòng Bộ', '', '', ''],
      ['B', 'NHIỆM VỤ CỤ THỂ', '', '', '', ''],
      ['1', 'Tập huấn', 'Vụ Tổ chức cán bộ', 'Các bệnh viện', 'Quý IV/2026', '03 lớp'],
    ),
  );

  test('each stands below its own', () => {
    expect(brief(plan)).toEqual([
      ['A', 'area', 'NHIỆM VỤ CHUNG'],
      ['A.I', 'area', 'Hạ tầng số'],
      ['A.I.1', 'heading', 'Nâng cấp trung tâm dữ liệu'],
      ['A.I.1.a', 'task', 'Mua sắm máy chủ'],
      ['A.I.1.b', 'task', 'Thuê đường truyền'],
      ['B', 'area', 'NHIỆM VỤ CỤ THỂ'],
      ['B.1', 'task', 'Tập huấn'],
    ]);
  });

  test('what a part does not say itself it has from the row above', () => {
    const [, , , buy, rent] = plan.rows;
    expect([buy?.inherited, rent?.inherited]).toEqual([['leads'], ['deadline']]);
    expect(buy?.leads[0]?.text).toBe('Trung tâm Thông tin y tế Quốc gia');
    expect(rent?.deadline.text).toBe('Tháng 12/2026');
  });
});

describe('headers', () => {
  test('of two rows, merged as Word merges them, with numbered columns', () => {
    const plan = read(
      wordTable(
        [
          ['TT', { rowSpan: 2 }],
          ['Nhiệm vụ', { rowSpan: 2 }],
          ['Cơ quan thực hiện', { colSpan: 2 }],
          ['Thời hạn', { rowSpan: 2 }],
        ],
        ['Chủ trì', 'Phối hợp'],
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        [['I. TRỒNG TRỌT', { colSpan: 5 }]],
        ['1', 'Chuyển đổi cơ cấu cây trồng', 'Sở Nông nghiệp và Môi trường', 'UBND các xã', 'Quý II/2026'],
      ),
    );
    expect(brief(plan)).toEqual([
      ['I', 'area', 'TRỒNG TRỌT'],
      ['I.1', 'task', 'Chuyển đổi cơ cấu cây trồng'],
    ]);
    expect(plan.rows[1]?.coordinators[0]?.text).toBe('UBND các xã');
  });

  test('of two rows in a text, where merged cells are blank', () => {
    const plan = read(
      table(
        ['STT', 'Nhiệm vụ', 'Cơ quan thực hiện', '', 'Thời gian'],
        ['', '', 'Chủ trì', 'Phối hợp', ''],
        ['1', 'Trồng rừng', 'Chi cục Kiểm lâm', 'UBND các xã', 'Quý III/2026'],
      ),
    );
    expect([plan.rows[0]?.leads[0]?.text, plan.rows[0]?.coordinators[0]?.text]).toEqual([
      'Chi cục Kiểm lâm',
      'UBND các xã',
    ]);
  });

  test('with a cross below the quarter', () => {
    const plan = read(
      wordTable(
        [
          ['TT', { rowSpan: 2 }],
          ['Công việc', { rowSpan: 2 }],
          ['Phụ trách', { rowSpan: 2 }],
          ['Thời gian thực hiện', { colSpan: 2 }],
        ],
        ['Quý I', 'Quý II'],
        ['1', 'Tập huấn', 'Phòng Văn hóa - Xã hội', '', 'x'],
      ),
    );
    expect(plan.rows[0]?.deadline.text).toBe('Quý II');
  });

  test('lost altogether: columns are told by what they hold', () => {
    const plan = read(
      table(
        [
          '1',
          'Rà soát thủ tục hành chính',
          'Quý I/2026',
          'Sở Tư pháp',
          'Các sở, ban, ngành',
          'Báo cáo rà soát',
        ],
        [
          '2',
          'Công khai thủ tục hành chính',
          'Thường xuyên',
          'Văn phòng UBND tỉnh',
          'Sở Tư pháp',
          'Đạt 100%',
        ],
        ['3', 'Tập huấn nghiệp vụ một cửa', 'Quý II/2026', 'Sở Nội vụ', 'UBND cấp xã', '02 lớp tập huấn'],
      ),
    );
    expect(plan.rows[1]).toMatchObject({
      code: '2',
      name: 'Công khai thủ tục hành chính',
      deadline: { text: 'Thường xuyên' },
      leads: [{ text: 'Văn phòng UBND tỉnh' }],
      coordinators: [{ text: 'Sở Tư pháp' }],
      deliverables: ['Đạt 100%'],
    });
  });

  test('without a number column: a commune counts nothing', () => {
    const plan = read(
      table(
        ['Nội dung', 'Người thực hiện', 'Thời gian', 'Kết quả'],
        ['Vận động hiến đất làm đường', 'Trưởng các thôn', 'Tháng 3/2026', '500 m đường'],
        ['Dọn vệ sinh môi trường', 'Đoàn Thanh niên xã', 'Hằng tháng', ''],
        ['LĨNH VỰC Y TẾ', '', '', ''],
        ['Tiêm chủng cho trẻ em', 'Trạm Y tế xã', 'Quý I/2026', 'Đạt 95% trở lên'],
      ),
    );
    expect(brief(plan)).toEqual([
      ['1', 'task', 'Vận động hiến đất làm đường'],
      ['2', 'task', 'Dọn vệ sinh môi trường'],
      ['3', 'area', 'LĨNH VỰC Y TẾ'],
      ['3.1', 'task', 'Tiêm chủng cho trẻ em'],
    ]);
  });

  test('one column for who leads and who helps', () => {
    const plan = read(
      table(
        ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì, phối hợp', 'Lộ trình', 'Ghi chú'],
        [
          '1',
          'Tiêm phòng gia súc',
          'Chủ trì: Chi cục Thú y. Phối hợp: UBND các xã',
          'Năm 2026',
          'Vốn sự nghiệp',
        ],
      ),
    );
    expect(plan.rows[0]).toMatchObject({
      leads: [{ text: 'Chi cục Thú y' }],
      coordinators: [{ text: 'UBND các xã' }],
      notes: [{ header: 'Ghi chú', text: 'Vốn sự nghiệp' }],
    });
  });
});

describe('tables', () => {
  test('each annex is an area, and its numbering its own', () => {
    const plan = read(
      [
        'Phụ lục I\nCHỈ TIÊU\n',
        table(
          ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch 2026', 'Đơn vị theo dõi, thực hiện'],
          ['1', 'Tỷ lệ hộ nghèo giảm', '%', '3', 'Sở Nông nghiệp và Môi trường'],
        ),
        '\nPhụ lục II\nNHIỆM VỤ\n',
        table(
          ['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'],
          ['1', 'Trồng rừng', 'Chi cục Kiểm lâm', 'Năm 2026'],
        ),
      ].join('\n'),
    );
    expect(brief(plan)).toEqual([
      ['PLI', 'area', 'CHỈ TIÊU'],
      ['PLI.1', 'task', 'Tỷ lệ hộ nghèo giảm'],
      ['PLII', 'area', 'NHIỆM VỤ'],
      ['PLII.1', 'task', 'Trồng rừng'],
    ]);
    expect(plan.rows[1]?.deliverables).toEqual(['3 %']);
  });

  test('a letterhead above and a signature below in the same sheet are no tasks', () => {
    const plan = read(
      table(
        ['UBND TỈNH CAO BẰNG', '', '', ''],
        ['Số: 12/KH-UBND', '', '', 'Cao Bằng, ngày 05/01/2026'],
        ['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
        ['1', 'Trồng rừng', 'Chi cục Kiểm lâm', 'Năm 2026'],
        ['Nơi nhận: Như trên', '', '', 'TM. ỦY BAN NHÂN DÂN'],
      ),
    );
    expect(plan.plan).toMatchObject({
      number: '12/KH-UBND',
      date: '2026-01-05',
      issuer: 'UBND TỈNH CAO BẰNG',
    });
    expect(plan.rows).toHaveLength(1);
    expect(plan.outside.map(({ text }) => text)).toContain('Nơi nhận: Như trên');
  });

  test('a cell that reaches over two rows serves both, and is counted once', () => {
    const plan = read(
      wordTable(
        ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
        ['1', 'Trồng rừng', ['Chi cục Kiểm lâm', { rowSpan: 2 }], 'Quý I/2026'],
        ['2', 'Chăm sóc rừng', 'Quý II/2026'],
      ),
    );
    expect(plan.rows.map(({ leads }) => leads[0]?.text)).toEqual(['Chi cục Kiểm lâm', 'Chi cục Kiểm lâm']);
    expect(plan.receipt.kept).toBe(2 + 2 + 3 + 4 + 4);
  });

  test('the second of two leads in a merged row keeps its own coordinators', () => {
    const plan = read(
      wordTable(
        ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn'],
        [
          ['1', { rowSpan: 2 }],
          ['Đối thoại', { rowSpan: 2 }],
          'Sở Tài chính',
          'Sở Tư pháp',
          ['Năm 2026', { rowSpan: 2 }],
        ],
        ['Ban Tiếp công dân tỉnh', 'Sở Nội vụ'],
      ),
    );
    expect(plan.rows[0]?.leads.map(({ text, coordinators }) => [text, coordinators?.[0]?.text])).toEqual([
      ['Sở Tài chính', 'Sở Tư pháp'],
      ['Ban Tiếp công dân tỉnh', 'Sở Nội vụ'],
    ]);
  });

  test('a plan goes on over pages that do not repeat the header', () => {
    const plan = read(
      [
        table(['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'], ['1', 'Trồng rừng', 'Chi cục', 'Năm 2026']),
        table(
          ['', 'phòng hộ đầu nguồn', 'Kiểm lâm', ''],
          ['2', 'Tuần tra rừng', 'Chi cục Kiểm lâm', 'Hằng tháng'],
        ),
      ].join('\n\n'),
    );
    expect(plan.rows.map(({ name, leads }) => [name, leads[0]?.text])).toEqual([
      ['Trồng rừng phòng hộ đầu nguồn', 'Chi cục Kiểm lâm'],
      ['Tuần tra rừng', 'Chi cục Kiểm lâm'],
    ]);
  });

  test('cells may be missing at the end of a row', () => {
    expect(read(table(['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'], ['1', 'Họp'])).rows[0]).toMatchObject({
      name: 'Họp',
      leads: [],
      deadline: { text: '' },
    });
  });
});

test.each([
  ['Thứ, ngày|Giờ|Nội dung|Chủ trì|Thành phần', 'Thứ Hai|08h00|Giao ban|Chủ tịch|Các phòng'],
  ['Thời gian|Nội dung công việc|Chủ trì|Địa điểm', 'Sáng thứ Hai|Giao ban|Giám đốc|Phòng 1'],
  ['STT|Họ và tên|Chức vụ|Nhiệm vụ|Đơn vị', '1|Nguyễn Văn A|Trưởng ban|Chỉ đạo chung|UBND tỉnh'],
])('a schedule or a list of persons is no plan: %s', (header, row) => {
  const result = readPlan(parseText(table(header.split('|'), row.split('|'))));
  expect(result.ok ? [] : result.refusals.map(({ code }) => code)).toEqual(['no-plan-table']);
});

describe('whatever a plan holds', () => {
  const word = fc.constantFrom(
    'Sở Nội vụ',
    'Quý II/2026',
    'Rà soát văn bản',
    '100% đạt',
    'I',
    '1.1',
    '',
    '- Báo cáo',
    '<li>x</li>',
    'a)',
  );
  const HEADER = ['STT', 'Nhiệm vụ', 'Tiến độ', 'Chủ trì', 'Phối hợp', 'Kết quả'];
  const rows = fc.array(fc.array(word, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 12 });

  test('its receipt adds up and no word is lost', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat(12)), (lines, breaks) => {
        const pages = lines.flatMap((line, at) =>
          breaks.includes(at) ? ['', line.join('\t')] : [line.join('\t')],
        );
        const result = readPlan(parseText([HEADER.join('\t'), ...pages].join('\n')));
        if (!result.ok) return;
        const { words, kept, header, markup, repeated, lost } = result.value.receipt;
        expect(lost).toEqual([]);
        expect(kept + header + markup + repeated.join(' ').split(' ').filter(Boolean).length).toBe(words);
      }),
    );
  });

  test('the order of its columns does not matter', () => {
    const numbered = fc.array(
      fc.tuple(
        fc.constantFrom('Rà soát', 'Tập huấn'),
        fc.constantFrom('Quý I/2026', ''),
        fc.constantFrom('Sở Tư pháp', 'Sở Y tế'),
        fc.constantFrom('Sở Nội vụ', ''),
        fc.constantFrom('Báo cáo', ''),
      ),
      { minLength: 1, maxLength: 6 },
    );
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    fc.assert(
      fc.property(numbered, order, (tasks, columns) => {
        const lines = [HEADER, ...tasks.map((task, at) => [String(at + 1), ...task])];
        const facts = ({ rows: found }: PlanReading) =>
          found.map(({ code, name, deadline, leads, coordinators, deliverables }) => ({
            code,
            name,
            deadline,
            leads,
            coordinators,
            deliverables,
          }));
        const shuffled = lines.map((line) => columns.map((column) => line[column] ?? ''));
        expect(facts(read(table(...shuffled)))).toEqual(facts(read(table(...lines))));
      }),
    );
  });
});
