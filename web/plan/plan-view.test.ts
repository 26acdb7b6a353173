import { describe, expect, test } from 'vitest';
import { countFilters, listFilters, parsePlanView } from './plan-view.ts';

describe('the address keeps the view of a plan', () => {
  test('what it knows is kept', () =>
    expect(parsePlanView({ search: 'thu tuc', role: 'lead', dueTo: '2024-12-31', hide: 'targets' })).toEqual({
      search: 'thu tuc',
      role: 'lead',
      dueTo: '2024-12-31',
      hide: 'targets',
    }));
  test('a number typed as search is words', () =>
    expect(parsePlanView({ search: 2024 })).toEqual({ search: '2024' }));
  test('what means nothing is dropped, not refused', () =>
    expect(parsePlanView({ role: 'boss', dueTo: '31/12/2024', area: 'I', offset: 5, x: 1 })).toEqual({}));
  test('the server is asked for a descending order only where there is one', () => {
    expect(listFilters({ sort: 'due', descending: true, hide: 'x' })).toEqual({
      sort: 'due',
      descending: true,
    });
    expect(listFilters({ sort: 'due', descending: false })).toEqual({ sort: 'due' });
  });
  test('search, order and columns are not counted as filters', () =>
    expect(countFilters({ search: 'a', sort: 'name', hide: 'x', role: 'lead', finding: 'no-lead' })).toBe(2));
});
