import { describe, expect, test } from 'vitest';
import { asMyWorkFilter, mineQuery } from './my-work-view.ts';

describe('what the address asks of the server', () => {
  test.each([
    [{}, {}, ''],
    [{ group: 'review', page: '2' }, {}, 'group=review'],
    [{ group: 'undated', holder: 'toi' }, { holder: 'me' }, 'holder=me&group=undated'],
    [
      { search: 'thủ tục', agency: 'so-y-te', role: 'lead', state: 'submitted' },
      { search: 'thủ tục', state: 'submitted', role: 'lead', agencyId: 'so-y-te' },
      'search=th%E1%BB%A7+t%E1%BB%A5c&state=submitted&role=lead&agencyId=so-y-te',
    ],
    [{ state: 'khong-co', role: 'khac', holder: 'ai', group: 'gi' }, {}, ''],
  ])('%j', (view, filter, query) => {
    expect(asMyWorkFilter(view)).toEqual(filter);
    expect(mineQuery(view)).toBe(query);
  });
});
