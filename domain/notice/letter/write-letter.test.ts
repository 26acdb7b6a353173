import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLetter } from './check-letter.ts';
import { COMMUNES, letterDraft, overdueAgency, overdueTask, PLAN } from './letter.cases.ts';
import type { LetterDraft } from './letter-draft.ts';
import { officialDay, officialNumber, placeAndDate, roman } from './letter-words.ts';
import { writeLetter } from './write-letter.ts';

const bodyWords = (draft: LetterDraft) =>
  writeLetter(draft)
    .body.map((block) => (block.kind === 'paragraph' ? block.text : ''))
    .join('\n');
const tables = (draft: LetterDraft) =>
  writeLetter(draft).body.flatMap((block) => (block.kind === 'table' ? [block] : []));

describe('days and numbers as NĐ 30/2020 writes them', () => {
  test.each([
    ['2024-11-05', '05/11/2024'],
    ['2024-06-03', '03/6/2024'],
    ['2024-02-28', '28/02/2024'],
    ['2024-01-01', '01/01/2024'],
  ])('%s is %s', (iso, words) => {
    expect(officialDay(iso)).toBe(words);
  });

  test('the place stands before the day', () => {
    expect(placeAndDate('Lạng Sơn', '2026-02-03')).toBe('Lạng Sơn, ngày 03 tháng 02 năm 2026');
  });

  test('a number below ten has two digits', () => {
    expect(officialNumber(5, 'SNV-CCHC')).toBe('05/SNV-CCHC');
    expect(officialNumber(126, 'SNV-CCHC')).toBe('126/SNV-CCHC');
  });

  test('annexes are numbered in Roman numerals that read back', () => {
    const value: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 399 }), (n) => {
        const digits = [...roman(n)].map((letter) => value[letter] ?? 0);
        const read = digits.reduce((sum, one, at) => sum + (one < (digits[at + 1] ?? 0) ? -one : one), 0);
        expect(read).toBe(n);
      }),
    );
  });
});

describe('a letter', () => {
  test('names the plan, its day and issuer as its basis', () => {
    expect(bodyWords(letterDraft([overdueAgency('Sở Tư pháp', 1)]))).toContain(
      `Kế hoạch số 126/KH-UBND ngày 03/6/2024 của ${PLAN.issuer} “${PLAN.title}”`,
    );
  });

  test('leaves out what the plan does not say of itself', () => {
    const plan = { ...PLAN, number: null, issuer: null };
    const words = bodyWords(letterDraft([overdueAgency('Sở Tư pháp', 1, { plan })]));
    expect(words).toContain(`Thực hiện Kế hoạch “${PLAN.title}”`);
    expect(words).not.toMatch(/null|undefined|số {2}/);
  });

  test('to one agency with little overdue holds its table; with much, an annex', () => {
    const little = letterDraft([overdueAgency('Sở Tư pháp', 6)]);
    const much = letterDraft([overdueAgency('Sở Tư pháp', 7)]);
    expect([tables(little).length, writeLetter(little).annexes.length]).toEqual([1, 0]);
    expect([tables(much).length, writeLetter(much).annexes.length]).toEqual([0, 1]);
  });

  test('says of each task its deadline in the words of the plan, how late, how it stands, what is owed', () => {
    const [table] = tables(letterDraft([overdueAgency('Sở Tư pháp', 1)]));
    expect(table?.rows[0]).toEqual([
      '1',
      'III.2.1',
      'Rà soát, đơn giản hóa thủ tục hành chính nội bộ nhóm 1',
      '30/9/2024 (Quý III/2024)',
      '25',
      'Đang thực hiện; báo cáo gần nhất ngày 05/10/2024',
      'Quyết định của Chủ tịch UBND tỉnh',
    ]);
  });

  test('says which part is due, that the agency helps, and that it was silent', () => {
    const task = overdueTask(1, {
      label: 'Quý II/2024',
      role: 'coordinate',
      state: 'waiting',
      lastReportOn: null,
    });
    const [table] = tables(letterDraft([{ agencyId: 'a', agencyName: 'Sở Y tế', tasks: [task] }]));
    expect(table?.rows[0]?.[2]).toMatch(/nhóm 1 \(Quý II\/2024; phối hợp\)$/);
    expect(table?.rows[0]?.[5]).toBe('Chờ thực hiện; chưa có báo cáo');
  });

  test('names a product the plan describes at length by its beginning', () => {
    const deliverable = `Báo cáo kết quả ${'rà soát '.repeat(60)}`;
    const [table] = tables(letterDraft([overdueAgency('Sở Y tế', 1, { deliverable })]));
    const [words = ''] = table?.rows[0]?.slice(-1) ?? [];
    expect(words.length).toBeLessThanOrEqual(161);
    expect(words).toMatch(/^Báo cáo kết quả .*(rà|soát)…$/);
  });

  test('that follows others names them and counts itself', () => {
    const earlier = [{ number: 3, symbol: 'SNV-CCHC', issuedOn: '2024-10-10' }];
    const draft = letterDraft([overdueAgency('Sở Tư pháp', 1)], { earlier });
    expect(writeLetter(draft).head.subject).toContain('(lần 2)');
    expect(bodyWords(draft)).toContain('Công văn số 03/SNV-CCHC ngày 10/10/2024');
  });

  test('without a number leaves room for it and for the day', () => {
    const { head, name } = writeLetter(letterDraft([overdueAgency('Sở Tư pháp', 1)], { number: null }));
    expect(head.number).toMatch(/^Số: +\/SNV-CCHC$/);
    expect(head.placeAndDate).toMatch(/ngày +tháng +năm 2024$/);
    expect(name).toBe('Dự thảo công văn đôn đốc');
  });

  test('to many lists them in an annex and addresses the list', () => {
    const letter = writeLetter(letterDraft(COMMUNES.map((name) => overdueAgency(name, 2))));
    expect(letter.addressees.lines).toEqual(['Các cơ quan, đơn vị có tên tại Phụ lục I']);
    expect(letter.annexes.map(({ heading }) => heading).slice(0, 2)).toEqual(['PHỤ LỤC I', 'PHỤ LỤC II']);
    expect(letter.annexes[0]?.table.rows[0]?.at(-1)).toBe('Phụ lục II');
  });

  test('holds each piece of overdue work just once, and no gap in its words', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(counts, (sizes) => {
        const letter = writeLetter(letterDraft(sizes.map((n, at) => overdueAgency(`Xã số ${at}`, n))));
        const all = [...letter.body, ...letter.annexes.map(({ table }) => table)];
        const rows = all.flatMap((block) => (block.kind === 'table' ? block.rows : []));
        expect(rows.filter((row) => row[1]?.startsWith('III.2.'))).toHaveLength(
          sizes.reduce((sum, n) => sum + n, 0),
        );
        expect(JSON.stringify(letter)).not.toMatch(/[{}]\w+[}]|undefined/);
      }),
    );
  });
});

describe('a letter is not issued', () => {
  const good = letterDraft([overdueAgency('Sở Tư pháp', 1)]);
  test('but one that lacks nothing is', () => {
    expect(checkLetter(good)).toEqual([]);
  });
  test.each([
    ['letter-empty', { agencies: [] }],
    ['letter-signer-missing', { signer: { ...good.signer, name: ' ' } }],
    ['letter-recipients-missing', { recipients: [] }],
    ['letter-ask-by-past', { askBy: good.day }],
    ['letter-symbol', { symbol: 'SNV CCHC' }],
    ['letter-symbol', { symbol: '' }],
  ])('%s', (code, changes) => {
    expect(checkLetter({ ...good, ...changes }).map((one) => one.code)).toEqual([code]);
  });

  test('and is told all at once', () => {
    expect(checkLetter({ ...good, recipients: [], askBy: good.day })).toHaveLength(2);
  });
});
