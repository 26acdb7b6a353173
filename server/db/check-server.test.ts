import { expect, inject, test } from 'vitest';
import { checkDatabaseServer, findLacks, type ServerFacts } from './check-server.ts';

const GOOD: ServerFacts = {
  version: 150_018,
  extensions: ['plpgsql', 'unaccent', 'pg_trgm'],
  icu: true,
  vietnamese: true,
  utf8: true,
};

test('a PostgreSQL 15 with its extensions and ICU lacks nothing', () => {
  expect(findLacks(GOOD)).toEqual([]);
});

test.each([
  ['an older version', { version: 140_011 }, [/từ 15 \(đang là 14\).*15 or later/]],
  ['an extension', { extensions: ['unaccent'] }, [/pg_trgm.*postgresql-contrib/]],
  ['both extensions', { extensions: [] }, [/unaccent/, /pg_trgm/]],
  ['ICU', { icu: false, vietnamese: false }, [/ICU/]],
  ['UTF-8', { utf8: false }, [/UTF8/]],
])('a server without %s is told so in both languages', (_what, facts, sentences) => {
  const lacks = findLacks({ ...GOOD, ...facts });
  expect(lacks).toHaveLength(sentences.length);
  sentences.forEach((sentence, at) => {
    expect(lacks[at]).toMatch(sentence);
  });
});

test('an ICU that only lacks Vietnamese is borne', () => {
  expect(findLacks({ ...GOOD, vietnamese: false })).toEqual([]);
});

test('the PostgreSQL that comes with the product has all that is asked of others', async () => {
  expect(await checkDatabaseServer(inject('postgresUrl'))).toEqual([]);
});

test('a server that does not answer is told with what to look at, never with the password', async () => {
  const failure = await checkDatabaseServer('postgres://me:secret-word@127.0.0.1:1/none').catch(
    (error: Error) => error.message,
  );
  expect(failure).toMatch(/Không kết nối được PostgreSQL.*ECONNREFUSED/);
  expect(failure).not.toContain('secret-word');
});
