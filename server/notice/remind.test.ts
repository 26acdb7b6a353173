import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type ProductUnderTest, startProduct } from '#test/product.ts';
import { readMessage, startSmtp, type TestSmtp } from '#test/smtp.ts';
import { createSmtpMailer } from '../mail/smtp-mailer.ts';
import { remind } from './remind.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tRà soát văn bản\tTrước ngày 16/6/2026\tSở Tư pháp\tUBND xã Thất Khê\tBáo cáo\n' +
  '2\tTập huấn\tTháng 12/2026\tSở Nội vụ\t\t02 lớp\n';
const PUBLIC_URL = 'https://don-doc.langson.gov.vn';
/** 07:30 in Việt Nam. */
const MORNING = 'T00:30:00Z';
const OFFICERS = 40;

let product: ProductUnderTest;
let smtp: TestSmtp;
let owner: pg.Client;
let officer: Client;
let provinceId = '';
let itemId = '';
/** Set by a test: looks at each message once the server has it, before it answers. */
let onMessage: (count: number) => Error | undefined = () => undefined;

beforeAll(async () => {
  smtp = await startSmtp({
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        smtp.received.push({
          from: '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
          secure: false,
          user: undefined,
        });
        answer(onMessage(smtp.received.length) ?? null);
      });
    },
  });
  const mailer = createSmtpMailer({
    url: `smtp://127.0.0.1:${smtp.port}`,
    from: 'Đôn Đốc <don-doc@langson.gov.vn>',
  });
  product = await startProduct({
    now: `2026-06-01${MORNING}`,
    signIn: { mailer, publicUrl: PUBLIC_URL },
  });
  owner = new pg.Client({ connectionString: product.database.url });
  await owner.connect();
  provinceId = (await owner.query('select id from province')).rows[0].id;
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  await product.call('POST', `/api/imports/${body.importId}/confirm`, {});
  officer = await product.as('officer');
  itemId = (
    await owner.query(
      `select d.id from due_item d join task t on t.id = d.task_id where t.code = 'I.1' and d.agency_id = 'so-tu-phap'`,
    )
  ).rows[0].id;
});
afterAll(async () => {
  await owner.end();
  await product.close();
  await smtp.close();
});

const messageId = (raw: string) => /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';
const remindAt = async (instant: string) => {
  product.setNow(instant);
  const before = smtp.received.length;
  await product.product.remind();
  return smtp.received.slice(before).map(({ to: [to = ''], raw }) => ({ to, raw, ...readMessage(raw) }));
};
const addressees = (letters: readonly { to: string }[]) => letters.map(({ to }) => to).toSorted();

describe('one day after another', () => {
  test('reminds once, with one letter, of what is due, and why', async () => {
    const letters = await remindAt(`2026-06-01${MORNING}`);
    expect(addressees(letters)).toEqual(['cong-chuc@mau.example']);
    expect(letters[0]?.subject).toBe('Đôn Đốc 01/06/2026: 1 đến hạn');
    expect(letters[0]?.parts[0]).toContain('Còn 10 ngày làm việc: hạn 15/06/2026');
    expect(letters[0]?.parts[0]).toMatch(/https:\/\/don-doc\.langson\.gov\.vn\/phan-viec\/[0-9a-f-]{36}/);
    expect(await remindAt('2026-06-01T02:00:00Z')).toEqual([]);
    const { body } = await officer.call('GET', '/api/notices');
    expect(body).toMatchObject({
      total: 1,
      unread: 1,
      notices: [{ rule: 'before-first', group: 'due', read: false, done: false, plannedOn: '2026-06-01' }],
    });
  });

  test('plans before dawn, and lets nothing leave in quiet hours', async () => {
    expect(await remindAt('2026-06-07T17:10:00Z')).toEqual([]);
    expect(addressees(await remindAt(`2026-06-08${MORNING}`))).toEqual([
      'cong-chuc@mau.example',
      'thu-truong@mau.example',
    ]);
  });

  test('neither plans nor sends on a rest day', async () => {
    const planned = async () => (await owner.query('select count(*)::int as n from notice')).rows[0].n;
    const before = await planned();
    expect(await remindAt(`2026-06-13${MORNING}`)).toEqual([]);
    expect(await planned()).toBe(before);
  });

  test('keeps the page full for whoever wants no letters, and gives a weekly letter its last word only', async () => {
    const head = await product.as('head');
    await head.call('POST', '/api/notices/setting', { mail: 'none', quietFrom: '20:00', quietTo: '07:00' });
    await officer.call('POST', '/api/notices/setting', {
      mail: 'weekly',
      quietFrom: '20:00',
      quietTo: '07:00',
    });
    expect(addressees(await remindAt(`2026-06-12${MORNING}`))).toEqual(['xa@mau.example']);
    const own = (await remindAt(`2026-06-15${MORNING}`)).filter(({ to }) => to === 'cong-chuc@mau.example');
    expect(own).toHaveLength(1);
    const [letter] = own;
    expect(letter?.parts[0]).toContain('Đến hạn hôm nay');
    expect(letter?.parts[0]).not.toContain('Còn 1 ngày');
    expect((await head.call('GET', '/api/notices')).body.total).toBe(3);
    expect((await head.call('GET', '/api/notices/setting')).body).toMatchObject({ mail: 'none' });
    for (const client of [head, officer])
      await client.call('POST', '/api/notices/setting', {
        mail: 'daily',
        quietFrom: '20:00',
        quietTo: '07:00',
      });
  });

  test('counts what was opened and what was followed by an act in time', async () => {
    await remindAt(`2026-06-16${MORNING}`);
    product.setNow('2026-06-17T03:00:00Z');
    const { body } = await officer.call('GET', '/api/notices?unread=true');
    await officer.call('POST', '/api/notices/read', { ids: [body.notices[0].id] });
    const done = await officer.call('POST', `/api/due-items/${itemId}/reports`, {
      id: randomUUID(),
      seen: 99,
      occurredOn: '2026-06-17',
      text: 'Đã rà soát 12 văn bản',
    });
    expect(done.status).toBe(200);
    const overview = (await product.call('GET', '/api/notices/overview')).body;
    const effectOf = (rule: string) => overview.effects.find((one: { rule: string }) => one.rule === rule);
    expect(effectOf('late-first')).toEqual({ rule: 'late-first', reminded: 3, read: 1, acted: 2 });
    expect(effectOf('before-first')).toMatchObject({ reminded: 1, read: 0, acted: 0 });
    expect(overview.days.at(-1)).toEqual({ day: '2026-06-01', waiting: 0, sent: 1, failed: 0 });
  });

  test('says no more of what was handed in', async () => {
    product.setNow('2026-06-17T04:00:00Z');
    await officer.call('POST', `/api/due-items/${itemId}/submit`, {
      id: randomUUID(),
      seen: 99,
      text: 'Báo cáo số 12/BC-STP',
    });
    const letters = await remindAt(`2026-06-22${MORNING}`);
    for (const { parts } of letters) expect(parts[0]).not.toMatch(/Quá hạn.*\(Sở Tư pháp\)/);
    const [first] = (await officer.call('GET', '/api/notices')).body.notices;
    expect(first.done).toBe(true);
  });
});

describe('one’s own', () => {
  test('reminders of others are neither seen nor ticked off', async () => {
    const inspector = await product.as('inspector');
    const { body } = await officer.call('GET', '/api/notices');
    const { unread } = (await officer.call('GET', '/api/notices/count')).body;
    await inspector.call('POST', '/api/notices/read', {
      ids: body.notices.map(({ id }: { id: string }) => id),
    });
    expect((await inspector.call('GET', '/api/notices')).body.total).toBe(0);
    expect((await officer.call('GET', '/api/notices/count')).body).toEqual({ unread });
    expect((await officer.call('POST', '/api/notices/read', {})).body).toEqual({ unread: 0 });
  });

  test('an hour that is none is refused', async () => {
    const setting = { mail: 'daily', quietFrom: '25:00', quietTo: '07:00' };
    expect((await officer.call('POST', '/api/notices/setting', setting)).status).toBe(400);
  });
});

describe('the rules', () => {
  test('are changed with an entry of the audit, refused with what to do, and kept', async () => {
    const administrator = await product.as('administrator');
    const { body: rules } = await administrator.call('GET', '/api/notices/rules');
    const change = (id: string, over: object) => ({
      sendAt: '07:30',
      effectDays: 3,
      rules: rules.rules.map(({ trigger, ...one }: { id: string; trigger: string }) =>
        one.id === id ? { ...one, ...over } : one,
      ),
    });
    const codeOf = async (id: string, over: object) =>
      (await administrator.call('POST', '/api/notices/rules', change(id, over))).body.data.refusals[0].code;
    expect(await codeOf('late-second', { days: 30 })).toBe('notice-rule-order');
    expect(await codeOf('late-first', { days: 99 })).toBe('notice-rule-days');
    expect(await codeOf('due', { to: [] })).toBe('notice-rule-recipients');
    const set = await administrator.call('POST', '/api/notices/rules', change('silent', { enabled: false }));
    expect(set.status).toBe(200);
    const kept = (await administrator.call('GET', '/api/notices/rules')).body;
    expect(kept.rules.find(({ id }: { id: string }) => id === 'silent')).toMatchObject({ enabled: false });
    const audit = await (await product.as('auditor')).call('GET', '/api/audit?act=notice.rules');
    expect(audit.body.entries).toHaveLength(1);
  });
});

describe('a mail server that is difficult', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  const sendTo = async (email: string, instant: string) => {
    const person = (
      await owner.query(
        `with p as (insert into person (province_id, id, name, email, recorded_at)
           values ($1, gen_random_uuid(), 'Người thử', $2, now()) returning id)
         insert into post (province_id, id, person_id, agency_id, title, role, valid_from, recorded_at)
         select $1, gen_random_uuid(), id, 'so-noi-vu-2025', 'Phó Chủ tịch', 'leader', '2026-01-01', now() from p returning person_id`,
        [provinceId, email],
      )
    ).rows[0].person_id;
    await owner.query(
      `insert into notice (province_id, id, person_id, agency_id, rule, subject_kind, subject_id, occasion, part, words, reason, link, planned_on, act_by, recorded_at)
       values ($1, gen_random_uuid(), $2, 'so-noi-vu-2025', 'mentioned', 'comment', gen_random_uuid(), 'x', 'mention', 'Một lời', 'Vì thế.', '/nhac-viec', $3::date, $3::date, $3::date)`,
      [provinceId, person, instant.slice(0, 10)],
    );
    await remindAt(instant);
    closing.push(() => owner.query('update person set disabled_at = now() where id = $1', [person]));
    return async () =>
      (
        await owner.query('select state, attempts, trouble, may_have_left from digest where person_id = $1', [
          person,
        ])
      ).rows[0];
  };

  test('refuses an address: given up at once, and told to whoever oversees', async () => {
    const digest = await sendTo('nobody@langson.gov.vn', `2026-06-23${MORNING}`);
    expect(await digest()).toMatchObject({ state: 'failed', attempts: 1 });
    const { troubles } = (await product.call('GET', '/api/notices/overview')).body;
    expect(troubles[0]).toMatchObject({
      name: 'Người thử',
      givenUp: true,
      trouble: expect.stringContaining('Hãy kiểm tra địa chỉ'),
    });
  });

  test('is not there for a day: the letter waits, takes in what comes, and is one', async () => {
    const away = createSmtpMailer({ url: 'smtp://127.0.0.1:9', from: 'x@mau.example' });
    closing.push(() => away.close());
    const digest = await sendTo('waits@langson.gov.vn', '2026-06-25T00:10:00Z');
    product.setNow(`2026-06-25${MORNING}`);
    await remind(product.product.deps, { mailer: away, publicUrl: PUBLIC_URL });
    expect(await digest()).toMatchObject({
      state: 'queued',
      may_have_left: false,
      trouble: 'Không kết nối được máy chủ thư; sẽ gửi lại sau 5 phút.',
    });
    await owner.query(
      `insert into notice (province_id, id, person_id, agency_id, rule, subject_kind, subject_id, occasion, part, words, reason, link, planned_on, act_by, recorded_at)
       select province_id, gen_random_uuid(), id, 'so-noi-vu-2025', 'mentioned', 'comment', gen_random_uuid(), 'y', 'mention', 'Lời thứ hai', 'Vì thế.', '/nhac-viec', '2026-06-26', '2026-06-26', '2026-06-26'
       from person where email = 'waits@langson.gov.vn'`,
    );
    const letters = await remindAt(`2026-06-26${MORNING}`);
    const own = letters.filter(({ to }) => to === 'waits@langson.gov.vn');
    expect(own.map(({ subject }) => subject)).toEqual(['Đôn Đốc 26/06/2026: 2 được nhắc tên']);
    expect(await digest()).toMatchObject({ state: 'sent' });
  });

  test('asks to come again: tried later, with growing pauses, and then left', async () => {
    onMessage = () => Object.assign(new Error('try again'), { responseCode: 451 });
    const digest = await sendTo('later@langson.gov.vn', `2026-06-24${MORNING}`);
    expect(await digest()).toMatchObject({ state: 'queued', attempts: 1, may_have_left: false });
    await remindAt('2026-06-24T00:34:00Z');
    expect((await digest()).attempts).toBe(1);
    onMessage = () => undefined;
    await remindAt('2026-06-24T00:36:00Z');
    expect(await digest()).toMatchObject({ state: 'sent', attempts: 2, trouble: null });
  });
});

describe('a process that is killed in the midst', () => {
  const children: ChildProcess[] = [];
  const startChild = (instant: string) => {
    const child = spawn(
      process.execPath,
      [
        path.join(import.meta.dirname, '../../test/remind-process.ts'),
        product.database.url,
        provinceId,
        instant,
        `smtp://127.0.0.1:${smtp.port}`,
      ],
      { stdio: 'inherit' },
    );
    children.push(child);
    return { child, ended: new Promise<number | null>((resolve) => child.on('close', resolve)) };
  };

  test('loses no digest, and repeats none but those the mail server took as it died, word for word', async () => {
    await owner.query(
      `with p as (insert into person (province_id, id, name, email, recorded_at)
         select $1, gen_random_uuid(), 'Cán bộ ' || n, 'can-bo-' || n || '@langson.gov.vn', now() from generate_series(1, ${OFFICERS}) n returning id)
       insert into post (province_id, id, person_id, agency_id, title, role, valid_from, recorded_at)
       select $1, gen_random_uuid(), id, 'so-noi-vu-2025', 'Phó Chủ tịch', 'leader', '2026-01-01', now() from p`,
      [provinceId],
    );
    const instant = `2026-07-14${MORNING}`;
    smtp.received.length = 0;
    let kills = 0;
    // Taken by the mail server, and the answer lost: the one moment SMTP leaves open.
    for (const at of [1, 8, 17, 29]) {
      const { child, ended } = startChild(instant);
      onMessage = (count) => {
        if (count < at) return undefined;
        child.kill('SIGKILL');
        return undefined;
      };
      expect(await ended).toBeNull();
      kills += 1;
    }
    onMessage = () => undefined;
    expect(await startChild(instant).ended).toBe(0);

    const { rows: digests } = await owner.query(
      `select d.message_id, p.email from digest d join person p on p.id = d.person_id where d.day = '2026-07-14'`,
    );
    expect(digests.length).toBeGreaterThanOrEqual(OFFICERS);
    expect((await owner.query(`select distinct state from digest where day = '2026-07-14'`)).rows).toEqual([
      { state: 'sent' },
    ]);
    const byId = Map.groupBy(smtp.received, ({ raw }) => messageId(raw));
    // Each digest arrived, under its own identifier, and nothing else did.
    expect([...byId.keys()].toSorted()).toEqual(digests.map((one) => one.message_id).toSorted());
    expect(new Set(digests.map(({ email }) => email)).size).toBe(digests.length);
    // What arrived twice says the same, so that it is the same letter to whoever receives it.
    const words = (raw: string) => JSON.stringify(readMessage(raw));
    const repeated = [...byId.values()].filter(({ length }) => length > 1);
    for (const [first, ...again] of repeated)
      for (const one of again) expect(words(one.raw)).toBe(words(first?.raw ?? ''));
    expect(smtp.received.length - byId.size).toBeLessThanOrEqual(3 * kills);
    // And once all is written down, another run says nothing.
    const before = smtp.received.length;
    expect(await startChild(instant).ended).toBe(0);
    expect(smtp.received.length).toBe(before);
  });

  test('and two at the same moment send each once', async () => {
    const instant = `2026-07-15${MORNING}`;
    await owner.query(
      `insert into notice (province_id, id, person_id, agency_id, rule, subject_kind, subject_id, occasion, part, words, reason, link, planned_on, act_by, recorded_at)
       select province_id, gen_random_uuid(), id, 'so-noi-vu-2025', 'mentioned', 'comment', gen_random_uuid(), 'x', 'mention', 'Một lời', 'Vì thế.', '/nhac-viec', '2026-07-15', '2026-07-15', '2026-07-15'
       from person where email like 'can-bo-%'`,
    );
    smtp.received.length = 0;
    const both = [startChild(instant), startChild(instant)];
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    const ids = smtp.received.map(({ raw }) => messageId(raw));
    expect(ids.length).toBeGreaterThanOrEqual(OFFICERS);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
