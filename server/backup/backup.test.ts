import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { refusalSentence } from '#domain/kernel/refusal.ts';
import type { Result } from '#domain/kernel/result.ts';
import { createTestDatabase, openTestDatabase, type TestDatabase } from '#test/database.ts';
import { withDatabase } from '#test/postgres.setup.ts';
import { type Answer, type ProductUnderTest, startProduct } from '#test/product.ts';
import { runCli } from '#test/run-cli.ts';
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts';
import { listMigrations, type Migration, migrate } from '../db/migrate.ts';
import { writeArchive } from './backup-archive.ts';
import { tableKey } from './backup-manifest.ts';
import { settle } from './backup-refused.ts';
import { fixWriting, listTables, readTable } from './backup-tables.ts';
import { createBackup } from './create-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { restoreInto } from './restore-into.ts';
import { scheduledBackup } from './scheduled-backup.ts';
import { readVerified, verifyBackup } from './verify-backup.ts';

const NOW = '2024-06-10T02:00:00Z';
const SAMPLE = path.join(
  import.meta.dirname,
  '..',
  '..',
  'samples',
  'ke-hoach-126-kh-ubnd-lang-son-2024.txt',
);
const isRoot = process.getuid?.() === 0;

let above: string;
let product: ProductUnderTest;
let dataFolder: string;
let file: string;
const databases: TestDatabase[] = [];

const place = (name: string): string => path.join(above, name);

beforeAll(async () => {
  above = mkdtempSync(path.join(tmpdir(), 'don-doc-backup-'));
  chmodSync(above, 0o711);
  dataFolder = place('data');
  mkdirSync(path.join(dataFolder, 'keys'), { recursive: true });
  mkdirSync(path.join(dataFolder, 'files', 'ab'), { recursive: true });
  writeFileSync(path.join(dataFolder, 'keys', 'sign-in.key'), 'secret');
  writeFileSync(
    path.join(dataFolder, 'files', 'ab', 'Tài liệu kiểm chứng của Sở.pdf'),
    Buffer.alloc(300_000, 'đ'),
  );
  writeFileSync(path.join(dataFolder, 'files', 'rỗng'), '');
  writeFileSync(path.join(dataFolder, 'files', 'half.partial'), 'being written');
  product = await startProduct({ now: NOW });
  const { body } = await product.upload(path.basename(SAMPLE), readFileSync(SAMPLE));
  await product.call('POST', `/api/imports/${body.importId}/confirm`);
  product.setNow('2024-06-12T02:00:00Z');
  expect(await product.product.sealDays()).toBeUndefined();
  product.setNow(NOW);
  file = place('whole.tar.zst');
  accepted(await createBackup({ url: product.database.url, dataFolder, file, replace: false }));
});

afterAll(async () => {
  await product.close();
  for (const database of databases) await database.close();
  rmSync(above, { recursive: true, force: true });
});

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusals.map(refusalSentence).join());
  return result.value;
}

function saidBy(result: Result<unknown>): string {
  if (result.ok) throw new Error('it was not refused');
  return result.refusals.map(refusalSentence).join();
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ empty: true });
  databases.push(database);
  return database;
}

async function onClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const ask = (url: string, text: string) => onClient(url, async (client) => (await client.query(text)).rows);

/** Digest of every table, read apart from what a restore checks by itself. */
function digestsOf(url: string): Promise<Record<string, string>> {
  return onClient(url, async (client) => {
    await fixWriting(client);
    const sums: Record<string, string> = {};
    for (const table of await listTables(client)) {
      const { rows, sha256 } = await readTable(client, table);
      sums[tableKey(table)] = `${rows} ${sha256}`;
    }
    return sums;
  });
}

/** Keys, triggers, indexes, policies and rights: what the schema is besides its tables. */
const shapeOf = (url: string) =>
  ask(
    url,
    `select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as it from pg_constraint where connamespace in ('public'::regnamespace, 'auth'::regnamespace)
     union all select tgrelid::regclass::text || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
     union all select indexdef from pg_indexes where schemaname in ('public', 'auth')
     union all select tablename || policyname || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
     union all select table_name || grantee || privilege_type from information_schema.role_table_grants where grantee like 'don_doc%' order by 1`,
  );

async function answersOf(of: ProductUnderTest): Promise<readonly Answer[]> {
  const plans = await of.call('GET', '/api/plans');
  const planId = plans.body[0].id;
  const parts = ['', '/rows', '/outline', '/findings', '/agencies', '/changes'].map(
    (part) => `/api/plans/${planId}${part}`,
  );
  const answers = [plans];
  for (const url of [...parts, '/api/agencies', '/api/imports']) answers.push(await of.call('GET', url));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  return answers;
}

describe('what was restored', () => {
  test('is equal to what was backed up, from an outer database to an embedded one and back again', async () => {
    const before = { digests: await digestsOf(product.database.url), answers: await answersOf(product) };
    expect(JSON.stringify(before.answers)).toContain('126/KH-UBND');
    const home = place('moved');
    accepted(await restoreBackup({ file, dataFolder: home, databaseUrl: undefined }));
    expect(readdirSync(above).filter((name) => name.includes('restoring'))).toEqual([]);
    const postgres = await startEmbeddedPostgres({ folder: home });
    const again = place('again.tar.zst');
    try {
      expect(await digestsOf(postgres.url)).toEqual(before.digests);
      expect(await shapeOf(postgres.url)).toEqual(await shapeOf(product.database.url));
      accepted(await createBackup({ url: postgres.url, dataFolder: home, file: again, replace: false }));
      const moved = await startProduct({ now: NOW, database: openTestDatabase(postgres.url) });
      expect(await answersOf(moved)).toEqual(before.answers);
      await moved.close();
      const told = await runCli(['audit', 'verify'], { DATABASE_URL: postgres.url, DON_DOC_DATA: home });
      expect(told).toMatchObject({
        code: 0,
        out: expect.stringContaining('1 ngày đã niêm phong, đến 10/06/2024'),
      });
    } finally {
      await postgres.stop();
    }
    const outer = await emptyDatabase();
    const files = place('outer-data');
    accepted(await restoreBackup({ file: again, dataFolder: files, databaseUrl: outer.url }));
    expect(await digestsOf(outer.url)).toEqual(before.digests);
    expect(await shapeOf(outer.url)).toEqual(await shapeOf(product.database.url));
    for (const kept of ['keys/sign-in.key', 'files/ab/Tài liệu kiểm chứng của Sở.pdf', 'files/rỗng'])
      expect(readFileSync(path.join(files, kept)).equals(readFileSync(path.join(dataFolder, kept)))).toBe(
        true,
      );
    expect(existsSync(path.join(files, 'files', 'half.partial'))).toBe(false);
    expect(statSync(path.join(files, 'keys', 'sign-in.key')).mode & 0o077).toBe(0);
    const returned = await startProduct({ now: NOW, database: openTestDatabase(outer.url) });
    expect(await answersOf(returned)).toEqual(before.answers);
    await returned.close();
  });

  test('can be compared with the heads and roots of the audit that were written down, without restoring', async () => {
    const held = await ask(
      product.database.url,
      `select 'audit_head' as table, to_jsonb(h) as row from audit_head h union all select 'audit_root', to_jsonb(r) from audit_root r`,
    );
    expect(held.map(({ table }) => table)).toEqual(['audit_head', 'audit_root']);
    expect((await readVerified(file)).manifest.audit).toEqual(held);
  });

  test('needs no superuser on an outer server', async () => {
    const { pathname } = new URL((await emptyDatabase()).url);
    const server = inject('postgresUrl');
    const name = `${pathname.slice(1)}_owner`;
    await ask(
      server,
      `create role ${name} login password 'x' in role don_doc_app, don_doc_reader, don_doc_auth`,
    );
    await ask(server, `alter database ${pathname.slice(1)} owner to ${name}`);
    const url = new URL(withDatabase(server, pathname.slice(1)));
    [url.username, url.password] = [name, 'x'];
    accepted(await restoreBackup({ file, dataFolder: place('plain-data'), databaseUrl: url.href }));
    expect(await digestsOf(url.href)).toEqual(await digestsOf(product.database.url));
    const again = createBackup({
      url: url.href,
      dataFolder: place('plain-data'),
      file: place('plain.tar.zst'),
      replace: false,
    });
    expect(accepted(await again).manifest.tables).toEqual((await readVerified(file)).manifest.tables);
  });

  test('was one instant, whatever was written meanwhile', async () => {
    const { url } = await emptyDatabase();
    await restoreInto({ url, folder: place('none') }, file, await readVerified(file));
    const before = await digestsOf(url);
    const writer = new pg.Client({ connectionString: url });
    await writer.connect();
    // Holds up the backup before the first table, with its snapshot taken.
    await writer.query('begin; lock table task in access exclusive mode');
    const target = place('meanwhile.tar.zst');
    const making = createBackup({ url, dataFolder: place('none'), file: target, replace: false });
    const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    while ((await ask(url, waiting)).length === 0);
    await writer.query(`update task set name = name || ' (đã sửa)'`);
    await writer.query('commit');
    await writer.end();
    expect(await digestsOf(url)).not.toEqual(before);
    expect(
      accepted(await making).manifest.tables.map((table) => [
        tableKey(table),
        `${table.rows} ${table.sha256}`,
      ]),
    ).toEqual(Object.entries(before));
  });
});

describe('a schema with all that tables may have', () => {
  const odd: Migration = {
    number: listMigrations().length + 1,
    name: 'odd.sql',
    sha256: 'a'.repeat(64),
    breaking: false,
    sql: `create table "Người ""lạ""" (id bigint generated always as identity primary key, "Tên" text, twice int generated always as (3 * 2) stored, above_id bigint references "Người ""lạ""" (id));
      create table egg (id int primary key, hen_id int not null);
      create table hen (id int primary key, egg_id int not null constraint hen_egg references egg (id));
      alter table egg add constraint egg_hen foreign key (hen_id) references hen (id) deferrable initially deferred;
      comment on constraint hen_egg on hen is 'circle';
      create table heap (word text, amount double precision, raw bytea, at timestamptz, list text[], doc jsonb);
      insert into heap (word) values ('comes with the schema');
      create function no_change() returns trigger language plpgsql as $f$ begin raise exception 'append-only'; end $f$;
      create trigger heap_fixed before insert or update or delete on heap for each row execute function no_change();`,
  };
  const all = [...listMigrations(), odd];

  test('comes back with circles, itself above itself, generated columns, triggers and counters', async () => {
    const [from, to] = [await emptyDatabase(), await emptyDatabase()];
    await migrate(from.url, all);
    await ask(
      from.url,
      `begin; insert into "Người ""lạ""" ("Tên", above_id) values ('b', 2), (E'a\\tb\\\\N\\nc', 1), (null, null);
       insert into egg values (1, 7), (2, 8); insert into hen values (7, 1), (8, 2);
       alter table heap disable trigger user; delete from heap;
       insert into heap values ('ạ', 0.1, '\\x00ff0a5c', '2024-06-01 00:00:00.123456+07', '{"a,b",NULL}', '{"đ": [1.10, null]}'), ('ạ', 'NaN', '', 'infinity', '{}', '[]'), (null, 1e300, null, null, null, 'null');
       alter table heap enable trigger user; commit`,
    );
    const target = place('odd.tar.zst');
    accepted(await createBackup({ url: from.url, dataFolder: place('none'), file: target, replace: false }));
    await restoreInto({ url: to.url, folder: place('none') }, target, await readVerified(target), all);
    expect(await digestsOf(to.url)).toEqual(await digestsOf(from.url));
    expect(await shapeOf(to.url)).toEqual(await shapeOf(from.url));
    expect(
      await ask(
        to.url,
        `select obj_description(oid, 'pg_constraint') as said from pg_constraint where conname = 'hen_egg'`,
      ),
    ).toEqual([{ said: 'circle' }]);
    expect(await ask(to.url, `insert into "Người ""lạ""" default values returning id, twice`)).toEqual([
      { id: 4, twice: 6 },
    ]);
    await expect(ask(to.url, 'delete from heap')).rejects.toThrow('append-only');
    await expect(ask(to.url, 'insert into hen values (9, 9)')).rejects.toThrow('hen_egg');
  });

  test('of an older program is brought up to date, and one of a newer program is refused', async () => {
    const [to, other] = [await emptyDatabase(), await emptyDatabase()];
    await restoreInto({ url: to.url, folder: place('none') }, file, await readVerified(file), all);
    expect(await ask(to.url, 'select max(number) as newest from schema_migration')).toEqual([
      { newest: all.length },
    ]);
    const older = listMigrations().slice(0, 2);
    const refused = await settle('x', async () =>
      restoreInto({ url: other.url, folder: place('none') }, file, await readVerified(file), older),
    );
    expect(saidBy(refused)).toMatch(/phiên bản \d+, mới hơn chương trình \(2\)/);
    const edited = listMigrations().map((one, at) => (at === 0 ? { ...one, sha256: 'b'.repeat(64) } : one));
    const differing = await settle('x', async () =>
      restoreInto({ url: other.url, folder: place('none') }, file, await readVerified(file), edited),
    );
    expect(saidBy(differing)).toContain('0001-plan.sql');
    expect(await ask(other.url, `select 1 from pg_tables where schemaname = 'public'`)).toEqual([]);
  });
});

describe('a backup is refused', () => {
  const make = (target: string, replace = false, url = product.database.url) =>
    createBackup({ url, dataFolder, file: target, replace });

  test('where the file is there already, unless it is to be replaced', async () => {
    const target = place('taken.tar.zst');
    writeFileSync(target, 'old');
    expect(saidBy(await make(target))).toBe(
      `Đã có tệp "${target}". Hãy chọn tên khác, hoặc thêm --replace để thay tệp cũ.`,
    );
    expect(readFileSync(target, 'utf8')).toBe('old');
    accepted(await make(target, true));
    accepted(await verifyBackup(target));
  });

  test('where the folder is not there', async () => {
    expect(saidBy(await make(place('no/where.tar.zst')))).toMatch(
      /Không ghi được ".*where.tar.zst" \(ENOENT\)/,
    );
  });

  test('where the database does not answer, and leaves nothing behind', async () => {
    const target = place('lost.tar.zst');
    expect(saidBy(await make(target, false, 'postgres://a:b@127.0.0.1:1/c'))).toMatch(
      /Không làm việc được với cơ sở dữ liệu/,
    );
    expect(readdirSync(above).filter((name) => name.startsWith('lost'))).toEqual([]);
  });

  test('when it is told to stop', async () => {
    const target = place('stopped.tar.zst');
    const signal = AbortSignal.abort(new Error('the server stops'));
    await expect(
      createBackup({ url: product.database.url, dataFolder, file: target, replace: false, signal }),
    ).rejects.toThrow('stops');
    expect(readdirSync(above).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  test.runIf(isRoot && process.platform === 'linux')(
    'on a full disk, and the old file stays',
    async ({ skip }) => {
      const small = place('small');
      mkdirSync(small);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]);
      if (mounted.status !== 0) skip('this machine lets nobody mount a small disk');
      try {
        writeFileSync(path.join(small, 'a.tar.zst'), 'old');
        expect(saidBy(await make(path.join(small, 'a.tar.zst'), true))).toMatch(/^Hết chỗ trên đĩa/);
        expect(readFileSync(path.join(small, 'a.tar.zst'), 'utf8')).toBe('old');
        expect(readdirSync(small)).toEqual(['a.tar.zst']);
      } finally {
        spawnSync('umount', [small]);
      }
    },
  );
});

describe('a file', () => {
  test('of another kind is told so', async () => {
    expect(saidBy(await verifyBackup(SAMPLE))).toMatch(/không phải là bản sao lưu của Đôn Đốc/);
    const other = place('other.tar.zst');
    const archive = writeArchive(other);
    await archive.add('readme.txt', Buffer.from('hello'));
    await archive.finish();
    expect(saidBy(await verifyBackup(other))).toMatch(/không phải là bản sao lưu của Đôn Đốc/);
    expect(saidBy(await verifyBackup(place('absent')))).toMatch(/Không tìm thấy tệp/);
  });

  test('cut off anywhere is told to be damaged, and nothing is restored from it', async () => {
    const bytes = readFileSync(file);
    const cut = place('cut.tar.zst');
    for (const share of [0.02, 0.3, 0.6, 0.95, 1 - 3 / bytes.length]) {
      writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * share)));
      expect(saidBy(await verifyBackup(cut))).toMatch(/bị hỏng ở phần "|không phải là bản sao lưu/);
    }
    const home = place('from-cut');
    expect(saidBy(await restoreBackup({ file: cut, dataFolder: home, databaseUrl: undefined }))).toMatch(
      /bị hỏng/,
    );
    expect(existsSync(home)).toBe(false);
  });

  test('with any one byte changed is told to be damaged', async () => {
    const bytes = readFileSync(file);
    const bent = place('bent.tar.zst');
    for (let at = 10; at < bytes.length; at += Math.floor(bytes.length / 12)) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      writeFileSync(bent, changed);
      expect((await verifyBackup(bent)).ok).toBe(false);
    }
  });

  test.each([
    ['a table', 'Kế hoạch', 'public.'],
    ['a file', 'secret', 'keys/sign-in.key'],
  ])('packed again with a change in %s is told with where it is', async (_what, word, member) => {
    const plain = zstdDecompressSync(readFileSync(file));
    const at = plain.indexOf(Buffer.from(word));
    expect(at).toBeGreaterThan(0);
    plain[at] = 'X'.charCodeAt(0);
    const bent = place('packed-again.tar.zst');
    writeFileSync(bent, zstdCompressSync(plain));
    expect(saidBy(await verifyBackup(bent))).toContain(`bị hỏng ở phần "${member}`);
  });
});

describe('a place that is not empty is refused and left alone:', () => {
  test('a data folder', async () => {
    expect(saidBy(await restoreBackup({ file, dataFolder, databaseUrl: undefined }))).toMatch(
      /Chỉ khôi phục vào nơi còn trống, nhưng thư mục .* đã có/,
    );
    expect(existsSync(path.join(dataFolder, 'postgres'))).toBe(false);
  });

  test('a database', async () => {
    const { url } = await emptyDatabase();
    await ask(url, 'create table mine (id int)');
    expect(saidBy(await restoreBackup({ file, dataFolder: place('empty-1'), databaseUrl: url }))).toMatch(
      /đã có bảng public\.mine/,
    );
    expect(existsSync(place('empty-1'))).toBe(false);
  });

  test('files of another installation beside an empty database', async () => {
    const { url } = await emptyDatabase();
    const folder = place('others');
    mkdirSync(path.join(folder, 'keys'), { recursive: true });
    writeFileSync(path.join(folder, 'keys', 'sign-in.key'), 'of another');
    expect(saidBy(await restoreBackup({ file, dataFolder: folder, databaseUrl: url }))).toMatch(
      /tệp "keys\/sign-in.key"/,
    );
    expect(readFileSync(path.join(folder, 'keys', 'sign-in.key'), 'utf8')).toBe('of another');
  });
});

test('an empty folder that is there already takes a restore', async () => {
  const home = place('prepared');
  mkdirSync(home);
  accepted(await restoreBackup({ file, dataFolder: home, databaseUrl: undefined }));
  expect(readFileSync(path.join(home, 'keys', 'sign-in.key'), 'utf8')).toBe('secret');
});

test('each day one is made, checked, and older ones go; files of others stay', async () => {
  const folder = place('nightly');
  let now = Temporal.Instant.from('2026-11-20T19:00:00Z');
  const job = scheduledBackup({
    url: product.database.url,
    dataFolder,
    folder,
    at: { hour: 2, minute: 5 },
    keep: { days: 2, weeks: 1, months: 1 },
    now: () => now,
  });
  expect(job.cron).toBe('5 2 * * *');
  for (let night = 0; night < 4; night++) {
    await job.run(new AbortController().signal);
    writeFileSync(path.join(folder, 'mine.txt'), 'x');
    now = now.add({ hours: 24 });
  }
  expect(readdirSync(folder).sort()).toEqual([
    'don-doc-2026-11-23-020000.tar.zst',
    'don-doc-2026-11-24-020000.tar.zst',
    'mine.txt',
  ]);
});
