import { describe, expect, test } from 'vitest';
import { expandAssignments } from './expand-assignments.ts';
import { langSonDirectory } from './history/lang-son.ts';
import { matchAgency } from './match-agency.ts';
import { readAgencies } from './read-agencies.ts';

const DIRECTORY = langSonDirectory();
const cell = (text: string) => [{ text, reading: readAgencies(text) }];
const expand = (leads: string, coordinators: string, day = '2024-06-03') =>
  expandAssignments({ leads: cell(leads), coordinators: cell(coordinators) }, DIRECTORY, day);

describe('one part for each real agency', () => {
  test('the eleven districts of 2024 stand behind "UBND cấp huyện"', () => {
    expect(expand('UBND cấp huyện', '').parts).toHaveLength(11);
  });

  test('the communes stand behind "UBND cấp xã" once they are known, and their absence is told before', () => {
    expect(expand('UBND cấp xã', '', '2025-08-01').parts).toHaveLength(65);
    expect(expand('UBND cấp xã', '').problems).toMatchObject([{ code: 'group-empty' }]);
  });

  test('who leads does not also coordinate', () => {
    const { parts } = expand('Sở Nội vụ', 'Các sở');
    expect(parts.filter(({ agencyId }) => agencyId === 'so-noi-vu')).toMatchObject([{ role: 'lead' }]);
  });

  test('who only watches oversees', () => {
    expect(expand('Các sở', 'Sở Nội vụ theo dõi, đôn đốc').parts).toContainEqual({
      agencyId: 'so-noi-vu',
      role: 'oversee',
      basis: 'Sở Nội vụ theo dõi, đôn đốc',
    });
  });

  test('no agency has the same part twice', () => {
    const { parts } = expand('Các sở, ban, ngành, các cơ quan, Sở Y tế', '');
    expect(new Set(parts.map(({ agencyId }) => agencyId)).size).toBe(parts.length);
  });
});

describe('names against the directory', () => {
  const match = (text: string, day = '2024-06-03') =>
    matchAgency(readAgencies(text)[0] ?? { name: '', kind: 'single' }, DIRECTORY, day);

  test.each(['Sở TT&TT', 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG', 'Sở thông tin và truyền thông'])(
    '%s is the department of information',
    (text) => {
      expect(match(text)).toMatchObject({ kind: 'single', agency: { id: 'so-thong-tin-va-truyen-thong' } });
    },
  );

  test('an unknown name comes with the nearest ones, never a guess', () => {
    const found = match('Sở Kế hoạch và Phát triển');
    expect(found.kind).toBe('unknown');
    expect(found).toMatchObject({ candidates: [{ agency: { name: 'Sở Kế hoạch và Đầu tư' } }] });
  });

  test('an agency that ended names its successors', () => {
    expect(match('Sở Kế hoạch và Đầu tư', '2025-08-01')).toMatchObject({
      kind: 'ended',
      successors: [{ name: 'Sở Tài chính' }],
    });
  });

  test('a name that lives on after a merger is the new agency', () => {
    expect(match('Sở Nội vụ', '2025-08-01')).toMatchObject({
      kind: 'single',
      agency: { id: 'so-noi-vu-2025' },
    });
  });

  test('every successor stands in the directory, and ids are given once', () => {
    const ids = new Set(DIRECTORY.map(({ id }) => id));
    expect(ids.size).toBe(DIRECTORY.length);
    expect(DIRECTORY.flatMap(({ successors }) => successors).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('an agency that changed its name', () => {
  const renamed = [
    {
      id: 'so-x',
      name: 'Sở Văn hóa và Du lịch',
      shortNames: [],
      level: 'province',
      kind: 'department',
      validFrom: null,
      validTo: null,
      formerNames: [{ name: 'Sở Du lịch', shortNames: ['Sở DL'], validFrom: null, validTo: '2025-06-30' }],
      namedSince: '2025-07-01',
      successors: [],
      verified: true,
      source: '',
    },
  ] as const;
  const match = (name: string, day: string) => matchAgency({ name, kind: 'single' }, renamed, day);

  test('is known by each name in the days of that name', () => {
    expect(match('Sở Du lịch', '2025-06-30')).toMatchObject({ kind: 'single' });
    expect(match('Sở Văn hóa và Du lịch', '2025-07-01')).toMatchObject({ kind: 'single' });
  });

  test('on other days the right name is told', () => {
    expect(match('Sở Du lịch', '2025-07-01')).toMatchObject({ kind: 'renamed', lastDay: '2025-06-30' });
    expect(match('Sở Văn hóa và Du lịch', '2025-06-30')).toMatchObject({ kind: 'renamed', lastDay: null });
    const { problems, parts } = expandAssignments(
      { leads: cell('Sở Du lịch'), coordinators: [] },
      renamed,
      '2025-07-01',
    );
    expect(parts).toEqual([]);
    expect(problems).toMatchObject([
      {
        message: '"Sở Du lịch" là tên gọi đến hết ngày 30/06/2025.',
        remedy: 'Ghi tên vào ngày này: Sở Văn hóa và Du lịch.',
      },
    ]);
  });
});

test('the committee of the province is none of the agencies it instructs, and no other committee', () => {
  expect(expand('Các cơ quan, đơn vị', '').parts.map(({ agencyId }) => agencyId)).not.toContain('ubnd-tinh');
  expect(matchAgency({ name: 'UBND tỉnh', kind: 'single' }, DIRECTORY, '2024-06-03')).toMatchObject({
    kind: 'single',
    agency: { id: 'ubnd-tinh' },
  });
  expect(matchAgency({ name: 'UBND', kind: 'single' }, DIRECTORY, '2024-06-03').kind).toBe('unknown');
});
