import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuTime } from '#test/cpu-time.ts';
import { readTargets } from './read-target.ts';
import type { Target } from './target.ts';
import { TARGET_PHRASES } from './target-phrases.cases.ts';

const CASES: readonly (readonly [string, readonly Partial<Target>[]])[] = [
  ['100% nhiệm vụ đề ra được thực hiện hoàn thành', [{ comparator: '=', value: 100, unit: '%' }]],
  [
    'Bảo đảm tỷ lệ hồ sơ giải quyết đúng hạn trên 99%.',
    [{ comparator: '>', value: 99, unit: '%', subject: 'tỷ lệ hồ sơ giải quyết đúng hạn' }],
  ],
  ['Đạt tỷ lệ tối thiểu 90%', [{ comparator: '>=', value: 90, unit: '%' }]],
  ['Từ 90% cơ quan đạt điểm đánh giá từ tốt trở lên', [{ comparator: '>=', value: 90, unit: '%' }]],
  [
    'Số lượng đơn vị giảm tối thiểu 3% so với năm 2021',
    [{ comparator: 'decrease', bound: '>=', value: 3, unit: '%', baseline: '2021' }],
  ],
  ['Phấn đấu tỷ lệ giảm chi trực tiếp ngân sách so với năm 2021 đạt 5%', [{ value: 5, unit: '%' }]],
  [
    '100% các sở có tỷ lệ xử lý văn bản đạt từ 80% trở lên',
    [
      { comparator: '=', value: 100 },
      { comparator: '>=', value: 80 },
    ],
  ],
  [
    'Tổng số vốn thu hút đầu tư trong năm 2024 cao hơn năm 2023',
    [{ comparator: 'increase', baseline: '2023', subject: 'Tổng số vốn thu hút đầu tư' }],
  ],
  ['Quyết định của UBND tỉnh', [{ comparator: 'exists' }]],
  [
    'Bảo đảm trong năm không có TTHC ban hành trái thẩm quyền',
    [{ comparator: '=', value: 0, subject: 'TTHC ban hành trái thẩm quyền' }],
  ],
  ['Không để xảy ra cháy rừng', [{ comparator: '=', value: 0 }]],
  [
    'Giảm tỷ lệ hộ nghèo từ 1 - 1,5%/năm',
    [
      {
        comparator: 'decrease',
        bound: 'between',
        value: 1,
        upper: 1.5,
        unit: '%',
        subject: 'tỷ lệ hộ nghèo',
      },
    ],
  ],
  ['Tổ chức 02 lần/năm', [{ comparator: 'count', value: 2, unit: 'lần/năm' }]],
  ['Công nhận 25 xã đạt chuẩn nông thôn mới', [{ comparator: 'count', value: 25, unit: 'xã' }]],
  [
    'Giảm tỷ lệ hộ nghèo xuống dưới 15%',
    [{ comparator: '<', value: 15, unit: '%', subject: 'tỷ lệ hộ nghèo' }],
  ],
  [
    'Tăng tỷ lệ che phủ rừng lên đạt 50%',
    [{ comparator: '=', value: 50, unit: '%', subject: 'tỷ lệ che phủ rừng' }],
  ],
  ['Tỷ suất sinh thô 0,5%0', [{ comparator: '=', value: 0.5, unit: '‰' }]],
  ['Nằm trong nhóm 10 - 15/63 tỉnh', [{ comparator: 'between', value: 10, upper: 15 }]],
  ['Chỉ số PCI thuộc nhóm 20', [{ comparator: '<=', value: 20 }]],
  [
    'Tỷ lệ dân số từ 15 tuổi trở lên biết chữ đạt 98,5%',
    [{ comparator: '=', value: 98.5, unit: '%', subject: 'Tỷ lệ dân số từ 15 tuổi trở lên biết chữ' }],
  ],
  ['Thu ngân sách trên địa bàn đạt 10.500 tỷ đồng', [{ comparator: '=', value: 10_500, unit: 'tỷ đồng' }]],
  [
    'tối thiểu 70% hồ sơ trực tuyến và 45% thanh toán trực tuyến',
    [
      { comparator: '>=', value: 70, subject: 'hồ sơ trực tuyến' },
      { comparator: '>=', value: 45, subject: 'thanh toán trực tuyến' },
    ],
  ],
  ['Không quá 05 ngày làm việc', [{ comparator: '<=', value: 5, unit: 'ngày làm việc' }]],
  ['Năm 2023 đã đạt 97%', []],
  ['1/3 số xã đạt chuẩn', [{ comparator: '=', value: 1 / 3 }]],
  [
    'Giảm 5% số vụ tai nạn giao thông so với cùng kỳ năm trước',
    [{ comparator: 'decrease', bound: '=', value: 5, unit: '%', baseline: 'năm trước' }],
  ],
  [
    'Đến năm 2025, 100% hộ dân được dùng nước sạch',
    [{ comparator: '=', value: 100, unit: '%', subject: 'hộ dân', deadline: '2025-12-31' }],
  ],
  ['Thực hiện theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018', []],
  ['Thực hiện theo khoản 2 Điều 23 Luật Quản lý, sử dụng tài sản công', []],
  ['', []],
];

describe('target phrases', () => {
  test.each(TARGET_PHRASES)('%s', (text, expected) => {
    expect(readTargets({ text })).toEqual(expected);
  });

  test.each(CASES)('%s', (text, expected) => {
    const targets = readTargets({ text });
    expect(targets).toMatchObject(expected);
    expect(targets).toHaveLength(expected.length);
  });

  test.each([
    [
      { text: '≥ 95', subject: 'Tỷ lệ trẻ đến trường', unit: '%' },
      { comparator: '>=', value: 95, unit: '%', subject: 'Tỷ lệ trẻ đến trường' },
    ],
    [
      { text: '1.500', subject: 'Trồng rừng', unit: 'ha' },
      { comparator: '=', value: 1500, unit: 'ha' },
    ],
    [
      { text: 'Giảm 2 - 3', subject: 'Hộ nghèo', unit: '%' },
      { comparator: 'decrease', bound: 'between', value: 2, upper: 3 },
    ],
  ])('name and unit may stand in columns of their own: %j', (phrase, expected) => {
    expect(readTargets(phrase)).toMatchObject([expected]);
  });
});

describe('whatever is written', () => {
  const known = fc.constantFrom(...[...CASES, ...TARGET_PHRASES].map(([text]) => text));

  test.each([...CASES, ...TARGET_PHRASES].map(([text]) => text))(
    'composition of letters and kind of spaces change nothing: %s',
    (text) => {
      expect(readTargets({ text: text.normalize('NFD') })).toEqual(readTargets({ text }));
      expect(readTargets({ text: text.replaceAll(' ', '\u00a0') })).toEqual(readTargets({ text }));
    },
  );

  test('reading never breaks, and every value is a number', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(known, fc.string({ unit: 'grapheme' })), { maxLength: 4 }), (texts) => {
        for (const { value } of readTargets({ text: texts.join(' ') }))
          expect(value === undefined || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  test('a hundred thousand letters are read without delay', () => {
    const spent = cpuTime(() => {
      for (const unit of ['100% ', 'tăng 5% ', 'và ', '1-', 'ít nhất 2, ', 'tu '])
        readTargets({ text: unit.repeat(100_000 / unit.length) });
    });
    expect(spent).toBeLessThan(20_000);
  });
});
