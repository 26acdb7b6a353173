import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { S3_KEYS, type S3Server, startS3Server } from '#test/s3-server.ts';
import { openDiskStore } from './disk-store.ts';
import { type FileStore, getFile, keyOfFile, keyOfPart } from './file-store.ts';
import { openS3Store } from './s3-store.ts';

const SHA = 'ab'.repeat(32);
const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-store-'));
let s3: S3Server;
const stores = new Map<string, FileStore>();

beforeAll(async () => {
  s3 = await startS3Server();
  stores.set('on a disk', openDiskStore(folder));
  stores.set('on S3 storage', openS3Store({ bucket: s3.bucket, ...S3_KEYS }));
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

function storeOf(where: string): FileStore {
  const store = stores.get(where);
  if (store === undefined) throw new Error(where);
  return store;
}

describe.each(['on a disk', 'on S3 storage'])('files %s', (where) => {
  test('come back as they were kept, also when they are kept again', async () => {
    const store = storeOf(where);
    const bytes = Buffer.from('một tệp\0có mọi byte\xff', 'latin1');
    await store.write(keyOfFile(SHA), bytes);
    await store.write(keyOfFile(SHA), bytes);
    expect(Buffer.compare(await getFile(store, SHA), bytes)).toBe(0);
  });

  test('that were never kept are missed, and that one is lost is a fault', async () => {
    expect(await storeOf(where).find('files/00/none')).toBeUndefined();
    await expect(getFile(storeOf(where), '00'.repeat(32))).rejects.toThrow(/lost/);
  });

  test('on their way are removed, twice as well as once', async () => {
    const store = storeOf(where);
    await store.write(keyOfPart('u', 0), Buffer.from('a'));
    await store.remove(keyOfPart('u', 0));
    await store.remove(keyOfPart('u', 0));
    expect(await store.find(keyOfPart('u', 0))).toBeUndefined();
  });
});

test('a disk holds no half-written file, nor a folder of an upload that is over', async () => {
  const store = storeOf('on a disk');
  await Promise.all(
    Array.from({ length: 8 }, () => store.write(keyOfFile('cd'.repeat(32)), Buffer.alloc(100_000, 1))),
  );
  await store.write(keyOfPart('v', 0), Buffer.from('a'));
  await store.remove(keyOfPart('v', 0));
  expect(
    readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.partial')),
  ).toEqual([]);
  expect(readdirSync(path.join(folder, 'uploads'))).toEqual([]);
});

describe('S3 storage', () => {
  test('that fails for a moment is asked again', async () => {
    s3.failNext(2);
    await storeOf('on S3 storage').write('files/ef/1', Buffer.from('x'));
    expect(s3.objects.get('files/ef/1')?.toString()).toBe('x');
  });

  test('that does not know the key refuses, and this is told without the secret', async () => {
    const other = openS3Store({ bucket: s3.bucket, ...S3_KEYS, secretAccessKey: 'another secret' });
    await expect(other.write('files/ef/2', Buffer.from('x'))).rejects.toThrow(
      /^the file store answered 403 to writing of files\/ef\/2$/,
    );
    await expect(other.find('files/ef/1')).rejects.toThrow(/403/);
    await expect(other.remove('files/ef/1')).rejects.toThrow(/403/);
  });
});
