import { describe, expect, test } from 'vitest';
import { isLikeName } from './compare-issuer.ts';
import { listAskedTypes } from './document-type.ts';
import { areExclusive } from './exclusive-claims.ts';
import { isDraftDocument } from './is-draft.ts';
import { type LintInput, lintEvidence } from './lint-evidence.ts';
import { judgeValidity } from './validity.ts';

const GOOD: LintInput = {
  today: '2025-04-10',
  asked: {
    types: ['Báo cáo'],
    agencyName: 'Sở Tư pháp',
    issuerIds: ['so-tu-phap'],
    issuerNames: ['Sở Tư pháp'],
    isPeriod: true,
    startsOn: '2025-01-01',
    dueOn: '2025-04-05',
  },
  evidence: {
    kind: 'docx',
    reading: 'read',
    facts: {
      number: '12/BC-STP',
      issuedOn: '2025-04-03',
      issuer: 'SỞ TƯ PHÁP',
      signer: 'Lê Văn A',
      type: 'Báo cáo',
      title: 'Kết quả',
      validFrom: null,
      validTo: null,
    },
    issuerId: 'so-tu-phap',
    isDraft: false,
    picture: null,
  },
  sameFiles: [],
  twins: [],
};
type Facts = Partial<LintInput['evidence']['facts']>;
const withFacts = (facts: Facts): LintInput => ({
  ...GOOD,
  evidence: { ...GOOD.evidence, facts: { ...GOOD.evidence.facts, ...facts } },
});
const withDocument = (evidence: Partial<LintInput['evidence']>): LintInput => ({
  ...GOOD,
  evidence: { ...GOOD.evidence, ...evidence },
});
const same = {
  agencyName: 'Sở Tư pháp',
  taskName: 'Rà soát',
  label: 'Quý I',
  isSameAgency: true,
  isSameTask: true,
};

describe('before evidence is handed in it is told', () => {
  test.each<[string, LintInput, readonly string[]]>([
    ['nothing where all is as asked', GOOD, []],
    ['that it is locked', withDocument({ reading: 'encrypted' }), ['encrypted']],
    ['that it is broken', withDocument({ reading: 'damaged' }), ['damaged']],
    ['that a scan has no letters', withDocument({ reading: 'no-text', kind: 'pdf' }), ['unreadable']],
    [
      'that a picture is too small to read',
      withDocument({ reading: 'no-text', kind: 'jpeg', picture: { width: 320, height: 240 } }),
      ['small-picture'],
    ],
    ['that another type is asked', withFacts({ type: 'Kế hoạch' }), ['type-other']],
    ['that it is a draft', withDocument({ isDraft: true }), ['draft']],
    [
      'what an issued document lacks',
      withFacts({ number: null, signer: null }),
      ['number-missing', 'signer-missing'],
    ],
    ['that it has no date', withFacts({ issuedOn: null }), ['date-missing']],
    ['that its day is yet to come', withFacts({ issuedOn: '2025-04-11' }), ['date-future']],
    ['that it is of an earlier period', withFacts({ issuedOn: '2024-12-31' }), ['date-early']],
    ['that it is of after the deadline', withFacts({ issuedOn: '2025-04-06' }), ['date-late']],
    [
      'that it is of another agency',
      {
        ...withFacts({ issuer: 'SỞ Y TẾ' }),
        evidence: { ...withFacts({ issuer: 'SỞ Y TẾ' }).evidence, issuerId: 'so-y-te' },
      },
      ['agency-other'],
    ],
    ['that it is no longer in force', withFacts({ validTo: '2025-04-09' }), ['ended']],
    ['that it ends soon', withFacts({ validTo: '2025-05-01' }), ['ends-soon']],
    ['that another period has it already', { ...GOOD, sameFiles: [same] }, ['same-file-period']],
    [
      'that another agency has it already',
      { ...GOOD, sameFiles: [{ ...same, isSameAgency: false, agencyName: null }] },
      ['same-file-agency'],
    ],
    [
      'that it says what another agency says',
      { ...GOOD, twins: [{ agencyName: 'Sở Y tế', likeness: 0.9 }] },
      ['near-identical'],
    ],
    [
      'nothing of a document that is somewhat alike',
      { ...GOOD, twins: [{ agencyName: null, likeness: 0.5 }] },
      [],
    ],
  ])('%s', (_title, input, codes) => {
    const found = lintEvidence(input);
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { message, remedy } of found) {
      expect(message).toMatch(/[.]$/);
      expect(remedy).toMatch(/^\p{Lu}.*[.]$/u);
    }
  });

  test('gently that it is older than a task that is no period', () => {
    const early = withFacts({ issuedOn: '2024-12-31' });
    const whole = { ...early, asked: { ...early.asked, isPeriod: false } };
    expect(lintEvidence(whole).map(({ severity }) => severity)).toEqual(['warning']);
    expect(lintEvidence(early).map(({ severity }) => severity)).toEqual(['error']);
  });

  test('the gravest first', () => {
    const input = { ...withFacts({ type: 'Kế hoạch', issuedOn: '2024-12-31' }), sameFiles: [same] };
    expect(lintEvidence(input).map(({ severity }) => severity)).toEqual(['error', 'error', 'warning']);
  });
});

test.each([
  [['Báo cáo của Sở'], ['Báo cáo']],
  [
    ['Kế hoạch; Quyết định của UBND tỉnh', 'Báo cáo kết quả'],
    ['Kế hoạch', 'Quyết định', 'Báo cáo'],
  ],
  [['02 lớp tập huấn'], []],
  [['Các kế hoạch và báo cáo của UBND tỉnh'], ['Kế hoạch', 'Báo cáo']],
  [['02 báo cáo, 01 Quyết định'], ['Báo cáo', 'Quyết định']],
  [['100% nhiệm vụ đề ra tại Kế hoạch được thực hiện hoàn thành'], []],
])('%j asks for %j', (deliverables, types) => {
  expect(listAskedTypes(deliverables)).toEqual(types);
});

test.each([
  ['Sở Nội vụ', 'SỞ NỘI VỤ', true],
  ['Sở Nội vụ', 'Sở Nội vụ tỉnh Lạng Sơn', true],
  ['UBND tỉnh', 'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN', true],
  ['Văn phòng UBND tỉnh', 'VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH', true],
  ['UBND xã Tri Lễ', 'UBND xã Tri Phương', false],
  ['Sở Y tế', 'Sở Nội vụ', false],
  ['', 'Sở Nội vụ', false],
])('%s and %s are one agency: %s', (a, b, expected) => {
  expect(isLikeName(a, b)).toBe(expected);
  expect(isLikeName(b, a)).toBe(expected);
});

test.each([
  [['SỞ NỘI VỤ', 'DỰ THẢO', 'BÁO CÁO'], true],
  [['Dự thảo lần 2'], true],
  [['Số:    /BC-SNV'], true],
  [['Số: 12/BC-SNV', 'Báo cáo về dự thảo Nghị quyết'], false],
])('%j is a draft: %s', (lines, expected) => {
  expect(isDraftDocument(lines)).toBe(expected);
});

const item = { dueItemId: 'a', taskId: 't', agencyId: 'x' };
test.each([
  ['itself', item, false],
  ['another period of the same task', { ...item, dueItemId: 'b' }, true],
  ['another task of the same agency', { ...item, dueItemId: 'b', taskId: 'u' }, false],
  ['the part of another agency', { ...item, dueItemId: 'b', agencyId: 'y' }, true],
])('one file cannot prove both an item and %s: %s', (_title, other, expected) => {
  expect(areExclusive(item, other)).toBe(expected);
});

test.each([
  ['2025-01-01', 'not-yet'],
  ['2025-02-01', 'valid'],
  ['2025-12-31', 'ends-soon'],
  ['2026-01-01', 'ended'],
])('on %s a document in force from 02/01 to 31/12/2025 is %s', (day, standing) => {
  expect(judgeValidity({ validFrom: '2025-01-02', validTo: '2025-12-31' }, day)).toBe(standing);
});
