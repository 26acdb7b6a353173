import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuTime } from '#test/cpu-time.ts';
import type { AgencyMention } from './agency-phrase.ts';
import { readAgencies } from './read-agencies.ts';

/** Names as read, groups starred. */
const names = (text: string) =>
  readAgencies(text).map(({ name, kind }) => (kind === 'group' ? `${name}*` : name));

const LISTS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Các sở, ban, ngành, UBND cấp huyện, cấp xã',
    ['sở*', 'ban*', 'ngành*', 'UBND cấp huyện*', 'UBND cấp xã*'],
  ],
  ['các sở, ban ngành', ['sở*', 'ban ngành*']],
  ['Các cơ quan, đơn vị, địa phương', ['cơ quan*', 'đơn vị*', 'địa phương*']],
  ['Sở Kế hoạch và Đầu tư', ['Sở Kế hoạch và Đầu tư']],
  ['Sở Kế hoạch và đầu tư', ['Sở Kế hoạch và đầu tư']],
  ['Sở Tài chính, Nội vụ, Tư pháp', ['Sở Tài chính', 'Sở Nội vụ', 'Sở Tư pháp']],
  ['Các Sở: Nội vụ, Tài chính, Giáo dục và Đào tạo', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Giáo dục và Đào tạo']],
  ['Sở Nội vụ và Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['Sở Nội vụ Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['UBND các xã, phường, thị trấn', ['UBND các xã*', 'UBND các phường*', 'UBND các thị trấn*']],
  [
    'Sở Lao động - Thương binh và Xã hội, Sở Văn hóa, Thể thao và Du lịch và Công an tỉnh',
    ['Sở Lao động - Thương binh và Xã hội', 'Sở Văn hóa, Thể thao và Du lịch', 'Công an tỉnh'],
  ],
  [
    '- Đoàn kiểm tra CCHC của tỉnh - Sở Nội vụ, Văn phòng UBND tỉnh',
    ['Đoàn kiểm tra CCHC của tỉnh', 'Sở Nội vụ', 'Văn phòng UBND tỉnh'],
  ],
  [
    'UBND xã, Công an xã, các thôn, MTTQ và các đoàn thể',
    ['UBND xã', 'Công an xã', 'thôn*', 'MTTQ', 'đoàn thể*'],
  ],
  ['Bộ Y tế và các bộ, cơ quan ngang bộ', ['Bộ Y tế', 'bộ*', 'cơ quan ngang bộ*']],
  [
    'Trung tâm Phục vụ hành chính công tỉnh; Các sở, ban, ngành, UBND cấp huyện',
    ['Trung tâm Phục vụ hành chính công tỉnh', 'sở*', 'ban*', 'ngành*', 'UBND cấp huyện*'],
  ],
  ['', []],
  ['-', []],
];

const MENTIONS: readonly (readonly [string, readonly Partial<AgencyMention>[]])[] = [
  ['Sở Nội vụ theo dõi, đôn đốc', [{ name: 'Sở Nội vụ', role: 'oversee', note: 'theo dõi, đôn đốc' }]],
  [
    'Sở Nội vụ chủ trì, tham mưu UBND tỉnh tổ chức',
    [{ name: 'Sở Nội vụ', role: 'lead', note: 'chủ trì, tham mưu UBND tỉnh tổ chức' }],
  ],
  [
    'Ban Tiếp công dân tỉnh: tham mưu tổ chức đối thoại',
    [{ name: 'Ban Tiếp công dân tỉnh', note: 'tham mưu tổ chức đối thoại' }],
  ],
  [
    'Chủ trì: Sở Y tế; Phối hợp: Sở Tài chính',
    [
      { name: 'Sở Y tế', role: 'lead' },
      { name: 'Sở Tài chính', role: 'coordinate' },
    ],
  ],
  [
    'Các cơ quan, đơn vị liên quan',
    [
      { name: 'cơ quan', scope: 'liên quan' },
      { name: 'đơn vị', scope: 'liên quan' },
    ],
  ],
  [
    'Các sở, ban, ngành theo lĩnh vực phụ trách',
    [
      { scope: 'theo lĩnh vực phụ trách' },
      { scope: 'theo lĩnh vực phụ trách' },
      { scope: 'theo lĩnh vực phụ trách' },
    ],
  ],
  [
    'Các sở, đơn vị sự nghiệp công lập thuộc UBND tỉnh',
    [{ name: 'sở' }, { name: 'đơn vị sự nghiệp công lập', scope: 'thuộc UBND tỉnh' }],
  ],
  ['Sở TT&TT', [{ name: 'Sở TT&TT', canonical: 'Sở Thông tin và Truyền thông' }]],
  ['Giám đốc Sở Y tế', [{ name: 'Sở Y tế', head: 'Giám đốc' }]],
  ['Chủ tịch UBND các xã', [{ name: 'UBND các xã', kind: 'group', level: 'commune', head: 'Chủ tịch' }]],
  ['Bảo hiểm xã hội tỉnh', [{ name: 'Bảo hiểm xã hội tỉnh', level: 'province' }]],
];

describe('agency phrases', () => {
  test.each(LISTS)('%s names just those', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test.each(MENTIONS)('%s says who does what', (text, expected) => {
    expect(readAgencies(text)).toMatchObject(expected);
  });

  test('a single agency is not narrowed by the qualifier of the groups', () => {
    expect(readAgencies('Sở Nội vụ và các đơn vị liên quan')[0]).not.toHaveProperty('scope');
  });
});

describe('whatever is written', () => {
  const known = fc.constantFrom(...LISTS.map(([text]) => text), ...MENTIONS.map(([text]) => text));

  test('composition of letters and kind of spaces change nothing', () => {
    fc.assert(
      fc.property(known, (text) => {
        expect(readAgencies(text.normalize('NFD'))).toEqual(readAgencies(text));
        expect(readAgencies(text.replaceAll(' ', '\u00a0'))).toEqual(readAgencies(text));
      }),
    );
  });

  test('reading never breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(known, fc.string({ unit: 'grapheme' })), { maxLength: 4 }),
        (texts) => void readAgencies(texts.join(' ')),
      ),
    );
  });

  test('a hundred thousand letters are read without delay', () => {
    const spent = cpuTime(() => {
      for (const unit of ['Sở Nội vụ, ', 'và ', 'các sở ', 'theo dõi ', 'Sở Nội vụ theo dõi, đôn đốc; '])
        readAgencies(unit.repeat(100_000 / unit.length));
    });
    expect(spent).toBeLessThan(10_000);
  });
});
