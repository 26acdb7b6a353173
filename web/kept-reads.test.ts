import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { KEPT, openKeptReads, type ReadStore } from './kept-reads.ts';

let queries: QueryClient;
beforeEach(() => {
  queries = new QueryClient();
});

/** A store that opens only when it is told to. */
function slowStore(held: Awaited<ReturnType<ReadStore['listKeptReads']>> = []) {
  const opening = Promise.withResolvers<void>();
  const kept: unknown[] = [];
  const store: ReadStore = {
    keepRead: async (_personId, _name, { value }) => void kept.push(value.data),
    listKeptReads: async () => held,
    dropReadsOfOthers: () => opening.promise,
    dropReadsBefore: async () => undefined,
  };
  return { store, kept, open: opening.resolve };
}

const ask = (data: string) => queries.fetchQuery({ queryKey: [KEPT, 'my-work'], queryFn: async () => data });

test('an answer that comes before the database is open is kept, and what is older does not take its place', async () => {
  const { store, kept, open } = slowStore([{ value: { key: [KEPT, 'my-work'], data: 'old' }, at: 1 }]);
  const stop = openKeptReads(queries, 'an', store);
  await ask('new');
  expect(kept).toEqual(['new']);
  open();
  await new Promise((done) => setTimeout(done));
  expect(queries.getQueryData([KEPT, 'my-work'])).toBe('new');
  stop();
});

test('what was kept is shown until the server answers, and nothing more is kept once it is over', async () => {
  const { store, kept, open } = slowStore([{ value: { key: [KEPT, 'part'], data: 'old' }, at: 1 }]);
  const stop = openKeptReads(queries, 'an', store);
  open();
  await new Promise((done) => setTimeout(done));
  expect(queries.getQueryData([KEPT, 'part'])).toBe('old');
  stop();
  await ask('after');
  expect(kept).toEqual([]);
});

test('of somebody who is gone nothing is shown', async () => {
  const { store, open } = slowStore([{ value: { key: [KEPT, 'part'], data: 'of another' }, at: 1 }]);
  openKeptReads(queries, 'an', store)();
  open();
  await new Promise((done) => setTimeout(done));
  expect(queries.getQueryData([KEPT, 'part'])).toBeUndefined();
});
