import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/audit/canonical.ts';
import { describeFault } from '#domain/audit/chain-words.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { runCli } from '#test/run-cli.ts';
import { type Deps, inScope, systemDeps, uuidV7 } from '../deps.ts';
import { appendAudit } from './append-audit.ts';
import { type AuditKey, openAuditKey, readPublicKeys, signatureChecker } from './audit-key.ts';
import { checkAudit } from './check-audit.ts';
import { checkExport } from './check-export.ts';
import { exportAudit } from './export-audit.ts';
import { sealDays } from './seal-days.ts';
import { sha256 } from './sha256.ts';

let database: TestDatabase;
let owner: pg.Client;
let folder: string;
let key: AuditKey;
let deps: Deps;
let now = Temporal.Instant.from('2026-06-01T01:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  folder = mkdtempSync(path.join(tmpdir(), 'don-doc-audit-'));
  key = openAuditKey(folder);
  const provinceId = uuidV7(now);
  await owner.query(`insert into province (id, code, name) values ($1, 'H37', 'Lạng Sơn')`, [provinceId]);
  deps = systemDeps({
    db: database.db,
    provinceId,
    agencies: { held: undefined },
    now: () => now,
    newId: () => uuidV7(now),
  });
  // Three days of three acts, and a fourth that is not over.
  for (let day = 1; day <= 4; day++) {
    now = Temporal.Instant.from(`2026-06-0${day}T01:00:00Z`);
    for (let act = 1; act <= 3; act++) await write(`${day}.${act}`);
  }
  await sealDays({ ...deps, auditKey: key });
  await owner.query(
    'create table kept_entry as table audit_entry; create table kept_head as table audit_head',
  );
  await owner.query('create table kept_root as table audit_root');
});

afterAll(async () => {
  await owner.end();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  await byHand(`
    delete from audit_entry; delete from audit_head; delete from audit_root;
    insert into audit_head table kept_head; insert into audit_root table kept_root`);
  await copyEntries('kept_entry');
});

async function write(words: string): Promise<void> {
  await inScope(deps, (tx) =>
    appendAudit(tx, deps, {
      act: 'task.update',
      subject: { kind: 'task', id: words, words },
      before: { deadline: 'Quý II', share: 0.1 },
      after: { deadline: `Quý III ${words}`, share: 95 },
    }),
  );
}

/** As someone does who has every right on the database: with no trigger in the way. */
async function byHand(statements: string): Promise<void> {
  await owner.query(
    `set session_replication_role = replica; ${statements}; set session_replication_role = origin`,
  );
}

const COLUMNS = `province_id, seq, id, occurred_at, recorded_at, person_id, person_name, agency_id, agency_name,
  post_id, post_title, role, on_behalf_of, on_behalf_of_name, session, address, act, subject_kind, subject_id,
  subject_words, before, after, reason, previous_hash, hash`;

async function copyEntries(from: string): Promise<void> {
  await byHand(`insert into audit_entry (${COLUMNS}) select ${COLUMNS} from ${from}`);
}

async function check() {
  const check = signatureChecker(readPublicKeys(key.publicKey));
  const found = await inScope(deps, (tx) => checkAudit(tx, check));
  return { ...found, words: found.fault === undefined ? '' : describeFault(found.fault) };
}

describe('a chain as it was written', () => {
  test('is whole, sealed by day, and sealing again changes nothing', async () => {
    expect(await sealDays({ ...deps, auditKey: key })).toEqual({ roots: [] });
    expect(await check()).toMatchObject({ count: 12, sealedDays: 3, lastSealedDay: '2026-06-03', words: '' });
  });

  test('is refused to be rewritten: to the product by its rights, to the owner by triggers', async () => {
    for (const statement of [
      'update audit_entry set reason = null',
      'delete from audit_entry',
      'truncate audit_entry',
      'update audit_root set signature = null',
      'delete from audit_root',
      'truncate audit_root',
      'delete from audit_head',
      'update audit_head set seq = 3',
    ]) {
      await expect(owner.query(statement), statement).rejects.toThrow(/append-only|only moves on/);
      await expect(
        owner.query(
          `begin; set local role don_doc_app; set local app.province = '${deps.provinceId}'; ${statement}`,
        ),
        statement,
      ).rejects.toThrow(/permission denied|only moves on/);
      await owner.query('rollback');
    }
  });
});

describe('a row altered, removed, moved or put in by hand is found', () => {
  test.each<[string, string, object, RegExp]>([
    [
      'a value altered',
      `update audit_entry set after = '{"deadline":"Quý IV","share":95}' where seq = 5`,
      { kind: 'altered', seq: 5 },
      /^dòng 5 \(02\/06\/2026 08:00:00, Hệ thống đã sửa nhiệm vụ\): nội dung đã bị sửa/,
    ],
    [
      'a time altered by a millisecond',
      `update audit_entry set occurred_at = occurred_at + interval '1 ms' where seq = 5`,
      { kind: 'altered', seq: 5 },
      /bị sửa/,
    ],
    [
      'a name altered',
      `update audit_entry set person_name = 'Khác' where seq = 12`,
      { kind: 'altered', seq: 12 },
      /bị sửa/,
    ],
    [
      'a row removed from the middle',
      'delete from audit_entry where seq = 5',
      { kind: 'missing', seq: 5 },
      /^dòng 5: đã bị xóa/,
    ],
    [
      'a row removed and those after it renumbered',
      `delete from audit_entry where seq = 5; update audit_entry set seq = -seq where seq > 5;
       update audit_entry set seq = -seq - 1 where seq < 0; update audit_head set seq = 11`,
      { kind: 'missing', seq: 5 },
      /đã bị xóa/,
    ],
    [
      'the tail removed',
      'delete from audit_entry where seq > 10',
      { kind: 'tail-cut', seq: 11, toSeq: 12 },
      /dòng 11 đến 12: phần cuối/,
    ],
    [
      'a whole day removed',
      'delete from audit_entry where seq between 4 and 6',
      { kind: 'missing', seq: 4, toSeq: 6 },
      /dòng 4 đến 6: đã bị xóa/,
    ],
    [
      'the last days removed and the end set back',
      `delete from audit_entry where seq > 6; update audit_head set (seq, hash) = (select seq, hash from audit_entry where seq = 6)`,
      { kind: 'tail-cut', seq: 7, toSeq: 9, day: '2026-06-03' },
      /ngày 03\/06\/2026 đã niêm phong đến dòng 9/,
    ],
    [
      'two rows exchanged',
      `update audit_entry set seq = 100 where seq = 4; update audit_entry set seq = 4 where seq = 8;
       update audit_entry set seq = 8 where seq = 100`,
      { kind: 'reordered', seq: 4, toSeq: 8 },
      /^dòng 4 .*bị đổi chỗ, vốn là dòng 8/,
    ],
    [
      'a row put in between',
      `update audit_entry set seq = -seq where seq >= 5; update audit_entry set seq = 1 - seq where seq < 0;
       insert into audit_entry (${COLUMNS}) select province_id, 5, gen_random_uuid(), occurred_at, recorded_at, person_id,
         'Kẻ gian', agency_id, agency_name, post_id, post_title, role, on_behalf_of, on_behalf_of_name, session, address,
         act, subject_kind, subject_id, subject_words, before, after, reason, hash, repeat('a', 64)
       from audit_entry where seq = 4; update audit_head set seq = 13`,
      { kind: 'inserted', seq: 5 },
      /^dòng 5 .*Kẻ gian.*bị chèn thêm/,
    ],
    [
      'a row put after the last',
      `insert into audit_entry (${COLUMNS}) select province_id, 13, gen_random_uuid(), occurred_at, recorded_at, person_id,
         person_name, agency_id, agency_name, post_id, post_title, role, on_behalf_of, on_behalf_of_name, session, address,
         act, subject_kind, subject_id, subject_words, before, after, reason, hash, repeat('a', 64)
       from audit_entry where seq = 12`,
      { kind: 'inserted', seq: 13 },
      /bị chèn thêm/,
    ],
    [
      'the end removed',
      'delete from audit_head',
      { kind: 'tail-cut', seq: 13 },
      /không biết nhật ký dài đến đâu/,
    ],
    [
      'everything removed',
      'delete from audit_entry',
      { kind: 'tail-cut', seq: 1, toSeq: 12 },
      /dòng 1 đến 12/,
    ],
    [
      'a seal altered',
      'update audit_root set count = 2 where first_seq = 4',
      { kind: 'root', day: '2026-06-02', why: 'content' },
      /Dấu niêm phong ngày 02\/06\/2026/,
    ],
    ['a seal removed', 'delete from audit_root where first_seq = 4', { kind: 'root' }, /ngày 03\/06\/2026/],
    [
      'a seal signed with another key',
      `update audit_root set signature = '${'A'.repeat(86)}==' where first_seq = 4`,
      { kind: 'root', why: 'signature' },
      /chữ ký/,
    ],
  ])('%s', async (_what, statements, fault, words) => {
    await byHand(statements);
    const found = await check();
    expect(found.fault).toMatchObject(fault);
    expect(found.words).toMatch(words);
  });

  test('all linked anew from an altered row on, the end too: the seal of the day tells', async () => {
    const { rows } = await owner.query('select * from audit_entry order by seq');
    let previous = rows[3].hash;
    for (const row of rows.slice(4)) {
      const content = {
        provinceId: row.province_id,
        seq: Number(row.seq),
        id: row.id,
        occurredAt: row.occurred_at.toISOString(),
        recordedAt: row.recorded_at.toISOString(),
        personId: null,
        personName: row.seq === 5 ? 'Kẻ gian' : row.person_name,
        agencyId: null,
        agencyName: null,
        postId: null,
        postTitle: null,
        role: null,
        onBehalfOf: null,
        onBehalfOfName: null,
        session: null,
        address: null,
        act: row.act,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        subjectWords: row.subject_words,
        before: row.before,
        after: row.after,
        reason: null,
        previousHash: previous,
      };
      const hash = sha256(canonicalJson(content));
      await byHand(
        `update audit_entry set person_name = '${content.personName}', previous_hash = '${previous}', hash = '${hash}' where seq = ${row.seq}`,
      );
      previous = hash;
    }
    await byHand(`update audit_head set hash = '${previous}'`);
    const found = await check();
    expect(found.fault).toMatchObject({ kind: 'root', day: '2026-06-02', why: 'chain' });
    expect(found.words).toMatch(/đã bị viết lại/);
  });

  test('and what was tampered with is not sealed', async () => {
    await byHand('delete from audit_root where first_seq = 7; delete from audit_entry where seq = 8');
    const { roots, fault } = await sealDays({ ...deps, auditKey: key });
    expect(roots).toEqual([]);
    expect(fault).toMatchObject({ kind: 'missing', seq: 8 });
  });
});

describe('acts at once', () => {
  test('follow one another without a gap, and one taken back leaves none', async () => {
    const acts = Array.from({ length: 12 }, (_, at) =>
      inScope(deps, async (tx) => {
        await appendAudit(tx, deps, {
          act: 'task.update',
          subject: { kind: 'task', id: `at once ${at}`, words: '' },
        });
        if (at % 3 === 0) throw new Error('taken back');
      }).catch((error: Error) => error.message),
    );
    expect((await Promise.all(acts)).filter((answer) => answer === 'taken back')).toHaveLength(4);
    expect(await check()).toMatchObject({ count: 20, fault: undefined });
  });

  test('never bear a time before the one in front, whatever a clock says', async () => {
    const late = now;
    now = now.subtract({ hours: 30 });
    await write('late');
    now = late;
    const { rows } = await owner.query(
      'select recorded_at from audit_entry where seq in (12, 13) order by seq',
    );
    expect(rows[1].recorded_at).toEqual(rows[0].recorded_at);
    expect(await check()).toMatchObject({ count: 13, fault: undefined });
  });
});

describe('don-doc audit', () => {
  const env = () => ({ DATABASE_URL: database.url, DON_DOC_DATA: folder });

  test('verify tells that the database is whole, and names what is not', async () => {
    const whole = await runCli(['audit', 'verify'], env());
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toBe(
      'Lạng Sơn: nhật ký nguyên vẹn: 12 dòng, 3 ngày đã niêm phong, đến 03/06/2026 (chữ ký đúng, khóa của máy chủ này).\n',
    );
    await byHand(`update audit_entry set reason = 'bịa' where seq = 2`);
    const broken = await runCli(['audit', 'verify'], env());
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(
      /nhật ký KHÔNG nguyên vẹn\. dòng 2 \(01\/06\/2026 08:00:00, Hệ thống đã sửa nhiệm vụ\)/,
    );
    const asJson = await runCli(['audit', 'verify', '--json'], env());
    expect(JSON.parse(asJson.out)).toMatchObject({
      intact: false,
      checks: [{ count: 1, fault: { kind: 'altered', seq: 2, act: 'task.update' } }],
    });
  });

  test('export writes what verify checks without any database', async () => {
    const file = path.join(folder, 'nhat-ky.jsonl');
    const exported = await runCli(['audit', 'export', file], env());
    expect(exported).toMatchObject({ code: 0, out: `Đã xuất nhật ký: 13 dòng, vào ${file}.\n` });
    const nowhere = { DON_DOC_DATA: path.join(folder, 'nowhere') };
    expect(await runCli(['audit', 'verify', file], nowhere)).toMatchObject({
      code: 0,
      out: expect.stringContaining('nhật ký nguyên vẹn: 13 dòng, 3 ngày đã niêm phong'),
    });
    const publicKey = path.join(folder, 'keys', 'audit.pub');
    expect((await runCli(['audit', 'verify', file, '--public-key', publicKey], nowhere)).code).toBe(0);
    const other = path.join(folder, 'other');
    openAuditKey(other);
    const foreign = await runCli(
      ['audit', 'verify', file, '--public-key', path.join(other, 'keys', 'audit.pub')],
      nowhere,
    );
    expect(foreign).toMatchObject({ code: 1, out: expect.stringContaining('chữ ký') });
    writeFileSync(file, readFileSync(file, 'utf8').replace('Quý III 2.2', 'Quý III 2.9'));
    expect(await runCli(['audit', 'verify', file], nowhere)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/KHÔNG nguyên vẹn\. dòng 5 /),
    });
  });

  test('where there is nothing to check it says what to set', async () => {
    const nowhere = { DON_DOC_DATA: path.join(folder, 'nowhere') };
    expect(await runCli(['audit', 'verify'], nowhere)).toMatchObject({
      code: 1,
      err: expect.stringContaining('DON_DOC_DATA'),
    });
    expect((await runCli(['audit', 'verify', 'không-có.jsonl'], nowhere)).err).toContain(
      'Không tìm thấy tệp',
    );
    expect(await runCli(['audit', 'export'], nowhere)).toMatchObject({ code: 2 });
  });
});

describe('an exported file', () => {
  const write = async (filter = {}) => {
    const file = path.join(folder, 'file.jsonl');
    const texts: string[] = [];
    for await (const text of (await exportAudit(deps, key, filter)).lines) texts.push(text);
    writeFileSync(file, texts.join(''));
    return { file, lines: texts.join('').split('\n') };
  };
  const isWhole = async (file: string) => {
    const { fault, fileFault } = await checkExport(file, key.publicKey);
    return fault === undefined && fileFault === undefined;
  };

  test('with any byte changed, any line gone, moved or put in is found', async () => {
    const { file, lines } = await write();
    expect(await isWhole(file)).toBe(true);
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 1 + (at % 101)) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file, changed);
      expect(await isWhole(file), `byte ${at}: ${bytes.subarray(at - 10, at + 10)}`).toBe(false);
    }
    for (let at = 0; at < lines.length - 1; at++)
      for (const others of [
        lines.toSpliced(at, 1),
        lines.toSpliced(at, 0, lines[at] ?? ''),
        lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
        lines.slice(0, at),
      ]) {
        writeFileSync(file, others.join('\n'));
        expect(await isWhole(file), `line ${at}`).toBe(false);
      }
  });

  test('that nobody signed is taken only where no key is asked for', async () => {
    const texts: string[] = [];
    for await (const text of (await exportAudit(deps, undefined, {})).lines) texts.push(text);
    const file = path.join(folder, 'unsigned.jsonl');
    writeFileSync(file, texts.join(''));
    expect((await checkExport(file, undefined)).fileFault).toBeUndefined();
    expect((await checkExport(file, key.publicKey)).fileFault).toContain('không có chữ ký');
  });

  test('of some entries is checked line by line, and says that it tells of no others', async () => {
    const { file } = await write({ subjectId: '2.2' });
    expect(await checkExport(file, undefined)).toMatchObject({
      count: 1,
      filtered: true,
      fault: undefined,
      fileFault: undefined,
    });
    const told = await runCli(['audit', 'verify', file]);
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('bản trích nguyên vẹn: 1 dòng') });
  });
});
