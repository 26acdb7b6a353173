import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { langSonDirectory } from '../agency/history/lang-son.ts';
import { type KnownPerson, MOST_ROWS, readPeople } from './bulk-people.ts';
import { readCells } from './read-cells.ts';

const LAN: KnownPerson = {
  personId: '00000000-0000-7000-8000-000000000001',
  name: 'Nguyễn Thị Lan',
  email: 'lan@langson.gov.vn',
  disabled: false,
  posts: [{ agencyId: 'so-tu-phap', role: 'officer', validFrom: '2024-01-01', validTo: null }],
};
const FACTS = {
  directory: langSonDirectory(),
  people: [LAN, { ...LAN, name: 'Hoa', email: 'hoa@langson.gov.vn', disabled: true }],
  today: '2026-11-25',
};
const read = (text: string) => readPeople(text, FACTS);
const problems = (text: string) => {
  const table = read(text);
  if (!table.ok) return table.refusals.map(({ code }) => code);
  return table.value.refusals.map(({ at }) => `${at['row']} ${at['column']}: ${at['problem']}`);
};
const MINH = 'Lê Văn Minh\tminh@langson.gov.vn\tSở Tư pháp\tChuyên viên\tCông chức thực hiện\t01/12/2026';

describe('a table of people', () => {
  test('pasted without a head is read in the order of the form', () => {
    const table = read(MINH);
    expect(table.ok && table.value.rows).toEqual([
      {
        row: 1,
        name: 'Lê Văn Minh',
        email: 'minh@langson.gov.vn',
        agencyId: 'so-tu-phap',
        agencyName: 'Sở Tư pháp',
        title: 'Chuyên viên',
        role: 'officer',
        validFrom: '2026-12-01',
        validTo: null,
        personId: null,
        change: 'invite',
      },
    ]);
  });

  test('with a head is read by it, whatever the order and however the words are written', () => {
    const text =
      'TT,EMAIL,Họ tên,Vai tro,Đơn vị,Chức danh\n1,Minh@LangSon.gov.vn,Lê Văn Minh,officer,"Sở Tư pháp",Chuyên viên\n';
    const table = read(text);
    expect(table.ok && table.value.rows[0]).toMatchObject({
      row: 2,
      email: 'minh@langson.gov.vn',
      role: 'officer',
      validFrom: '2026-11-25',
    });
  });

  test.each([
    ['a row of a new person invites', MINH, 'invite'],
    [
      'a row of a known one adds a post',
      'Nguyen thi Lan\tlan@langson.gov.vn\tSở Tài chính\tChuyên viên\tofficer',
      'add-post',
    ],
    [
      'a post that is held already changes nothing',
      'Nguyễn Thị Lan\tlan@langson.gov.vn\tSở Tư pháp\tChuyên viên\tofficer',
      'nothing',
    ],
  ])('%s', (_what, text, change) => {
    const table = read(text);
    expect(table.ok && table.value.rows.map((row) => row.change)).toEqual([change]);
  });

  test('says everything that is not understood, with row and column', () => {
    const text = [
      '\tminh\tSở Nội vụm\t\tsếp\t31/02/2026',
      'Lê Văn Minh\tminh@langson.gov.vn\tCác sở, ban, ngành\tChuyên viên\tofficer',
      'Lê Văn Minh\tminh@langson.gov.vn\tSở Kế hoạch và Đầu tư\tChuyên viên\tofficer',
      'Người khác\tlan@langson.gov.vn\tSở Tư pháp\tChuyên viên\tofficer',
      'Hoa\thoa@langson.gov.vn\tSở Tư pháp\tChuyên viên\tofficer',
      'Nguyễn Thị Lan\tlan@langson.gov.vn\tSở Tư pháp\tTổ thẩm định\tverifier',
    ].join('\n');
    const said = problems(text);
    expect(said).toContain('1 Họ và tên: chưa có họ và tên.');
    expect(said).toContain('1 Thư điện tử: "minh" không phải địa chỉ thư điện tử.');
    expect(said).toContain('1 Chức vụ: chưa có chức vụ.');
    expect(said).toContain('1 Từ ngày: "31/02/2026" không phải một ngày (dd/mm/yyyy).');
    expect(said.find((one) => one.startsWith('1 Vai trò'))).toMatch(
      /"sếp" không phải vai trò nào.*Công chức thực hiện/,
    );
    expect(said.find((one) => one.startsWith('1 Cơ quan'))).toMatch(
      /không có cơ quan "Sở Nội vụm"; có phải: Sở Nội vụ/,
    );
    expect(said.find((one) => one.startsWith('2 Cơ quan'))).toMatch(/là một nhóm cơ quan/);
    expect(said.find((one) => one.startsWith('3 Cơ quan'))).toMatch(
      /không còn hoạt động vào ngày đó; có phải: Sở Tài chính/,
    );
    expect(said).toContain('4 Thư điện tử: địa chỉ này là của Nguyễn Thị Lan.');
    expect(said).toContain('5 Thư điện tử: tài khoản của Hoa đang bị khóa.');
    expect(said.find((one) => one.startsWith('6 Vai trò'))).toMatch(
      /không vừa là "Người thẩm định" vừa là "Công chức/,
    );
  });

  test('judges a row beside the rows above it', () => {
    const verifier = MINH.replace('Công chức thực hiện', 'verifier').replace('Sở Tư pháp', 'Sở Nội vụ');
    expect(problems(`${MINH}\n${verifier}`)).toHaveLength(1);
    const again = read(`${MINH}\n${MINH}`);
    expect(again.ok && again.value.rows.map(({ change }) => change)).toEqual(['invite', 'nothing']);
  });

  test.each([
    ['without a row', '', 'table-empty'],
    ['with a head only', 'Họ và tên\tEmail\tCơ quan\tChức vụ\tVai trò', 'table-empty'],
    [
      'without a column',
      'Họ và tên\tEmail\tCơ quan\tChức vụ\nA\tb@c.vn\tSở Tư pháp\tX',
      'table-column-missing',
    ],
    ['of too many rows', `${MINH}\n`.repeat(MOST_ROWS + 1), 'table-too-long'],
  ])('%s is refused as a whole', (_what, text, code) => {
    expect(problems(text)).toEqual([code]);
  });

  test('is never thrown at, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('\t', ',', ';', '\n', '"'),
        (text, sign) => {
          read(text.replaceAll(' ', sign));
        },
      ),
    );
  });

  test('gives one row or some refusals for each line with words', () => {
    const line = fc.array(
      fc.constantFrom('', 'Lan', 'lan@langson.gov.vn', 'Sở Tư pháp', 'officer', '1/1/2026'),
      {
        minLength: 1,
        maxLength: 7,
      },
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const text = lines.map((cells) => cells.join('\t')).join('\n');
        const table = read(text);
        if (!table.ok) return;
        const told = new Set([
          ...table.value.rows.map(({ row }) => row),
          ...table.value.refusals.map(({ at }) => at['row']),
        ]);
        expect(told.size).toBe(lines.filter((cells) => cells.some((cell) => cell !== '')).length);
      }),
    );
  });
});

describe('cells', () => {
  test.each([
    [
      'of a spreadsheet',
      'a\tb, c\r\n\r\nd\t',
      [
        [1, 'a', 'b, c'],
        [3, 'd', ''],
      ],
    ],
    [
      'of a file with commas',
      '\ufeff"a, b","c ""d"""\n e ,f',
      [
        [1, 'a, b', 'c "d"'],
        [2, 'e', 'f'],
      ],
    ],
    [
      'with line ends inside',
      '"a\nb"\tc\nd\te',
      [
        [1, 'a\nb', 'c'],
        [2, 'd', 'e'],
      ],
    ],
    ['with semicolons', 'a;b,c;d', [[1, 'a', 'b,c', 'd']]],
  ])('%s are told apart', (_what, text, expected) => {
    expect(readCells(text).map(({ row, cells }) => [row, ...cells])).toEqual(expected);
  });
});
