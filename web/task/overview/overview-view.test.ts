import { expect, test } from 'vitest';
import { asFilter } from './as-filter.ts';
import { countNarrowing, filterQuery } from './overview-view.ts';

test('an address says which work is asked for; what means nothing is left out', () => {
  const view = {
    view: 'late',
    role: 'khong-co',
    from: '2026-13',
    to: '2026-06-30',
    agency: 'so-tu-phap',
    tab: 'rows',
  };
  expect(asFilter(view)).toEqual({ view: 'late', dueTo: '2026-06-30', agencyId: 'so-tu-phap' });
  expect(filterQuery(asFilter(view))).toBe('agencyId=so-tu-phap&view=late&dueTo=2026-06-30');
  expect(countNarrowing(view)).toBe(4);
});
