import { describe, expect, test } from 'vitest';
import type { Staff } from '../find-recipients.ts';
import { letterDraft, overdueAgency, overdueTask } from './letter.cases.ts';
import { planUrgedNotices } from './plan-urged-notices.ts';

const person = (id: string, disabled = false) => ({ id, name: `Người ${id}`, disabled });
const post = (personId: string, role: 'head' | 'officer' | 'owner', agencyId: string) => ({
  id: `chức vụ ${personId}`,
  personId,
  agencyId,
  title: 'Chuyên viên',
  role,
  validFrom: '2024-01-01',
  validTo: null,
});
const STAFF: Staff = {
  people: [person('a'), person('b'), person('c'), person('d', true)],
  posts: [
    post('a', 'head', 'sở tư pháp'),
    post('b', 'officer', 'sở tư pháp'),
    post('c', 'officer', 'sở y tế'),
    post('d', 'officer', 'sở tư pháp'),
  ],
  delegations: [],
  today: '2024-11-05',
};
const LETTER = { id: 'thư 1', number: 5, draft: letterDraft([overdueAgency('Sở Tư pháp', 3)]) };

describe('of a letter is told', () => {
  test('the head and the officers of the agency it urges, nobody locked out, nobody elsewhere', () => {
    expect(planUrgedNotices(LETTER, STAFF).map(({ personId }) => personId)).toEqual(['a', 'b']);
  });

  test('what it urges, until when, why them, and where one acts', () => {
    const worst = overdueTask(3);
    expect(planUrgedNotices(LETTER, STAFF)[0]).toMatchObject({
      rule: 'urged',
      subject: { kind: 'due-item', id: worst.dueItemId },
      occasion: 'thư 1',
      words: 'Công văn số 05/SNV-CCHC đôn đốc 3 việc quá hạn của Sở Tư pháp',
      reason: 'Yêu cầu hoàn thành chậm nhất ngày 12/11/2024; vì bạn là thủ trưởng cơ quan thực hiện',
      actBy: '2024-11-12',
    });
  });

  test('somebody of two agencies for each of them', () => {
    const draft = letterDraft([overdueAgency('Sở Tư pháp', 1), overdueAgency('Sở Y tế', 1)]);
    const staff = {
      ...STAFF,
      posts: [post('a', 'head', 'sở tư pháp'), { ...post('a', 'head', 'sở y tế'), id: 'x' }],
    };
    const notices = planUrgedNotices({ ...LETTER, draft }, staff);
    expect(notices.map(({ agencyId }) => agencyId)).toEqual(['sở tư pháp', 'sở y tế']);
  });
});
