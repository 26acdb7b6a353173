import { describe, expect, test } from 'vitest';
import { isReady, type ReportDraft, reportOf } from './report-draft.ts';

const draft = (given: Partial<ReportDraft>): ReportDraft => ({
  text: ' Đã họp ngày 20/5 ',
  occurredOn: '2024-05-22',
  isCounted: false,
  done: '',
  whole: '',
  unit: '',
  step: undefined,
  nextOn: undefined,
  isBlocked: false,
  wasBlocked: false,
  blockedBy: '',
  blockedAgency: undefined,
  blockedItem: undefined,
  blockedSince: '2024-05-20',
  ...given,
});
const said = { text: 'Đã họp ngày 20/5', occurredOn: '2024-05-22' };

describe('what is sent of a report', () => {
  test.each([
    ['words alone, trimmed', {}, said],
    ['a step where nothing is counted', { step: 'Đã trình ký' }, { ...said, step: 'Đã trình ký' }],
    [
      'figures as they are written in Vietnamese',
      { isCounted: true, done: '1.250', whole: '2.000,5', unit: ' ha ', step: 'Đã trình ký' },
      { ...said, amount: { done: 1250, whole: 2000.5, unit: 'ha' } },
    ],
    ['no figures while they are not whole', { isCounted: true, done: '5', unit: 'xã' }, said],
    ['nothing of a blocker that never was', {}, said],
    ['the end of one that stood', { wasBlocked: true }, { ...said, blocker: null }],
    [
      'one, with whom it waits for',
      { isBlocked: true, blockedBy: 'chờ số liệu ', blockedAgency: 'so-y-te' },
      { ...said, blocker: { words: 'chờ số liệu', agencyId: 'so-y-te', since: '2024-05-20' } },
    ],
  ])('%s', (_what, given, sent) => expect(reportOf(draft(given))).toEqual(sent));
});

describe('whether it can be sent', () => {
  test.each([
    ['with words', {}, true],
    ['without', { text: '  ' }, false],
    ['counted, but not begun to fill in', { isCounted: true }, true],
    ['counted by halves', { isCounted: true, done: '5' }, false],
    ['of nothing', { isCounted: true, done: '0', whole: '0', unit: 'xã' }, false],
    ['counted whole', { isCounted: true, done: '0', whole: '20', unit: 'xã' }, true],
    ['blocked by nothing said', { isBlocked: true }, false],
  ])('%s', (_what, given, ready) => expect(isReady(draft(given))).toBe(ready));
});
