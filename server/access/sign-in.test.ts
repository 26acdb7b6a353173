import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, cookiesOf, type ProductUnderTest, startProduct } from '#test/product.ts';
import type { Letter, Mailer } from '../mail/mailer.ts';
import { createAuthentication } from './authentication.ts';
import { createAccount } from './create-account.ts';

// The library of sign-in dates sessions by the clock of the machine, so the clock of the product starts there.
const START = Temporal.Now.instant();
const PASSWORD = 'mèo mướp ngủ trên mái';
const OTHER_PASSWORD = 'chuồng gà cạnh bờ ao';
const TODAY = START.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();
const AGENCY = 'so-noi-vu-2025';

const letters: Letter[] = [];
const mailer: Mailer = {
  isConfigured: true,
  send: async (letter) => {
    letters.push(letter);
    return { sent: true };
  },
  close: () => undefined,
};

let product: ProductUnderTest;
let admin: Client;
let setupSecret = '';

beforeAll(async () => {
  product = await startProduct({
    now: START.toString(),
    signIn: { demo: false, publicUrl: 'http://localhost:8080', mailer },
  });
});
afterAll(() => product.close());

/** Sets the clock so long after the start. */
const passTime = (duration: Temporal.DurationLike = { seconds: 0 }) =>
  product.setNow(START.add(duration).toString());
const codeOf = (body: { data?: { refusals: { code: string }[] }; code?: string }) =>
  body.data?.refusals[0]?.code ?? body.code;
const signedIn = async (client: Client) => (await client.call('GET', '/api/session')).body.signedIn;
const secretOf = (letter: Letter | undefined) => /#([\w-]{20,})/.exec(letter?.text ?? '')?.[1] ?? '';

function tryPassword(email: string, password: string, remoteAddress = '10.1.1.1') {
  return product.anonymous.ask({
    method: 'POST',
    url: '/api/session',
    payload: { email, password },
    remoteAddress,
  });
}

async function signIn(email: string, password = PASSWORD, remoteAddress = '10.1.1.1'): Promise<Client> {
  const answer = await tryPassword(email, password, remoteAddress);
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
  return product.withCookies(cookiesOf(answer.headers));
}

/** A person who was invited and has chosen the password. */
async function join(email: string, role = 'officer'): Promise<string> {
  admin = await signIn('quan-tri@langson.gov.vn', PASSWORD, '10.9.9.9');
  const { body } = await admin.call('POST', '/api/invitations', {
    name: 'Lộc Thị Én',
    email,
    phone: null,
    post: { agencyId: AGENCY, title: 'Chuyên viên', role, validFrom: TODAY, validTo: null },
  });
  const secret = secretOf(letters.at(-1));
  expect(
    (await product.anonymous.call('POST', '/api/invitations/accept', { secret, chosen: PASSWORD })).status,
  ).toBe(200);
  return body.personId;
}

describe('the first administrator', () => {
  const complete = (secret: string, chosen = PASSWORD) =>
    product.anonymous.call('POST', '/api/setup', {
      secret,
      name: 'Hứa Văn Trị',
      email: 'Quan-Tri@langson.gov.vn',
      chosen,
      agencyId: AGENCY,
      title: 'Quản trị viên',
    });

  test('is not there at the first start, and no password is known beforehand', async () => {
    expect((await product.anonymous.call('GET', '/api/session')).body).toMatchObject({
      signedIn: null,
      needsSetup: true,
      demo: false,
    });
    for (const password of ['admin', 'password', 'dondoc', ''])
      expect((await tryPassword('admin@langson.gov.vn', password)).status).toBeGreaterThanOrEqual(400);
    expect((await product.anonymous.call('GET', '/api/demo/people')).body).toEqual([]);
  });

  test('is not made by a link that ran out, or that nobody was given', async () => {
    const old = (await product.product.createSetupSecret()) ?? '';
    passTime({ hours: 25 });
    expect((await complete(old)).status).toBe(410);
    passTime();
    expect((await complete('x'.repeat(43))).status).toBe(410);
  });

  test('is made by the link once, with a password worth having', async () => {
    setupSecret = (await product.product.createSetupSecret()) ?? '';
    expect(codeOf((await complete(setupSecret, 'admin')).body)).toBe('password-short');
    expect((await complete(setupSecret)).status).toBe(200);
    expect((await complete(setupSecret)).status).toBe(410);
    expect((await product.anonymous.call('POST', '/api/setup/find', { secret: setupSecret })).status).toBe(
      410,
    );
    expect(await product.product.createSetupSecret()).toBeUndefined();
    expect((await product.anonymous.call('GET', '/api/session')).body.needsSetup).toBe(false);
    expect(await signedIn(await signIn('quan-tri@langson.gov.vn'))).toMatchObject({
      name: 'Hứa Văn Trị',
      posts: [{ role: 'administrator' }],
    });
  });
});

describe('whoever may not come in', () => {
  test('is told the same of a wrong password and an unknown address, after comparable work', async () => {
    const spent = { wrong: [] as number[], unknown: [] as number[] };
    const said: unknown[] = [];
    for (let round = 0; round < 4; round += 1)
      for (const [kind, email] of [
        ['wrong', 'quan-tri@langson.gov.vn'],
        ['unknown', `khong-co-${round}@langson.gov.vn`],
      ] as const) {
        const began = process.cpuUsage();
        const { status, text, headers } = await tryPassword(email, 'sai mật khẩu rồi', `10.2.0.${round}`);
        spent[kind].push(process.cpuUsage(began).user);
        said.push({ status, text, cookies: headers['set-cookie'] });
      }
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(said[0]).toMatchObject({
      status: 401,
      text: expect.stringContaining('sign-in-wrong'),
      cookies: undefined,
    });
    const [wrong, unknown] = [Math.min(...spent.wrong), Math.min(...spent.unknown)];
    // The digest is what takes the time; without it an unknown address would be answered many times sooner.
    expect(unknown / wrong).toBeGreaterThan(0.4);
    expect(unknown / wrong).toBeLessThan(2.5);
  });

  test('waits after failing often, and is let in once the time is over', async () => {
    await join('cho-doi@langson.gov.vn');
    for (let time = 0; time < 5; time += 1)
      expect((await tryPassword('cho-doi@langson.gov.vn', 'sai', '10.3.0.1')).status).toBe(401);
    const waiting = await tryPassword('cho-doi@langson.gov.vn', PASSWORD, '10.3.0.1');
    expect(waiting.status).toBe(429);
    expect(waiting.text).toMatch(/sign-in-wait.*chờ \d+ giây|chờ \d+ giây.*sign-in-wait/);
    passTime({ seconds: 20 });
    expect((await tryPassword('cho-doi@langson.gov.vn', PASSWORD, '10.3.0.1')).status).toBe(200);
    passTime();
  });

  test('locks neither colleagues behind the same address nor the person where they usually sign in', async () => {
    await join('nan-nhan@langson.gov.vn');
    await join('dong-nghiep@langson.gov.vn');
    await signIn('nan-nhan@langson.gov.vn', PASSWORD, '10.4.0.1');
    for (let time = 0; time < 30; time += 1)
      await tryPassword('nan-nhan@langson.gov.vn', 'sai', `10.5.${time}.1`);
    expect((await tryPassword('nan-nhan@langson.gov.vn', PASSWORD, '10.6.0.1')).status).toBe(429);
    expect((await tryPassword('nan-nhan@langson.gov.vn', PASSWORD, '10.4.0.1')).status).toBe(200);
    for (let time = 0; time < 8; time += 1) await tryPassword('nan-nhan@langson.gov.vn', 'sai', '10.7.0.1');
    expect((await tryPassword('dong-nghiep@langson.gov.vn', PASSWORD, '10.7.0.1')).status).toBe(200);
  });

  test('guesses no faster from inside a session left open', async () => {
    await join('bo-quen@langson.gov.vn');
    const client = await signIn('bo-quen@langson.gov.vn');
    const prove = (password: string) => client.call('POST', '/api/session/prove', { password });
    for (let time = 0; time < 5; time += 1) expect(codeOf((await prove('sai')).body)).toBe('password-wrong');
    expect(codeOf((await prove(PASSWORD)).body)).toBe('sign-in-wait');
    expect(
      codeOf(
        (await client.call('POST', '/api/account/password', { current: PASSWORD, chosen: OTHER_PASSWORD }))
          .body,
      ),
    ).toBe('sign-in-wait');
    expect(codeOf((await client.call('POST', '/api/account/totp', { password: PASSWORD })).body)).toBe(
      'sign-in-wait',
    );
  });
});

test('who came in, and who tried and did not, is on record, without the password', async () => {
  await tryPassword('quan-tri@langson.gov.vn', 'một mật khẩu gõ nhầm', '10.9.9.9');
  admin = await signIn('quan-tri@langson.gov.vn', PASSWORD, '10.9.9.9');
  for (const act of ['session.refused', 'session.begin']) {
    const { status, text } = await admin.ask({ method: 'GET', url: `/api/audit?act=${act}` });
    expect(status).toBe(200);
    expect(JSON.parse(text).entries[0]).toMatchObject({ act, address: '10.9.9.9' });
    expect(text).not.toContain('gõ nhầm');
  }
  // Whoever was turned away is not known: least of all is it the person whose address was tried.
  const { entries } = (await admin.call('GET', '/api/audit?act=session.refused')).body;
  expect(entries[0]).toMatchObject({ personId: null, personName: 'Người chưa đăng nhập' });
  expect(JSON.stringify(entries[0])).toContain('Hứa Văn Trị');
});

test('a start interrupted after the account was made does not shut the person out', async () => {
  const { authDb: db } = product.database;
  const authentication = createAuthentication({
    db,
    secret: 'another secret that is long enough',
    publicUrl: undefined,
    oidc: [],
    sessionSeconds: 60,
  });
  const email = 'dut-quang@langson.gov.vn';
  admin = await signIn('quan-tri@langson.gov.vn', PASSWORD, '10.9.9.8');
  await admin.call('POST', '/api/invitations', {
    name: 'Nông Thị Đứt',
    email,
    phone: null,
    post: { agencyId: AGENCY, title: 'Chuyên viên', role: 'officer', validFrom: TODAY, validTo: null },
  });
  await createAccount({ authentication }, { email, name: 'Nông Thị Đứt', password: OTHER_PASSWORD });
  const secret = secretOf(letters.at(-1));
  const taken = await product.anonymous.call('POST', '/api/invitations/accept', { secret, chosen: PASSWORD });
  expect(taken.status).toBe(200);
  expect(await signedIn(await signIn(email))).toMatchObject({ name: 'Nông Thị Đứt' });
  expect((await tryPassword(email, OTHER_PASSWORD, '10.4.0.9')).status).toBe(401);
});

test('a person of a demonstration is nobody on a server that is none', async () => {
  const demonstration = await startProduct({ now: START.toString() });
  const { body: people } = await demonstration.anonymous.call('GET', '/api/demo/people');
  const entered = await demonstration.anonymous.ask({
    method: 'POST',
    url: '/api/demo/sign-in',
    payload: { personId: people[0].id },
  });
  const cookies = cookiesOf(entered.headers);
  expect(await signedIn(demonstration.withCookies(cookies))).toMatchObject({ name: 'Hoàng Thị Mẫu' });
  const serious = await startProduct({
    now: START.toString(),
    signIn: { demo: false },
    database: demonstration.database,
  });
  expect(await signedIn(serious.withCookies(cookies))).toBeNull();
  expect((await serious.withCookies(cookies).call('GET', '/api/plans')).status).toBe(401);
  await serious.close();
});

describe('a session', () => {
  beforeAll(() => join('phien@langson.gov.vn'));

  test('is a cookie no script reads and no other site sends; over https only where the product is', async () => {
    const cookies = [(await tryPassword('phien@langson.gov.vn', PASSWORD)).headers['set-cookie']]
      .flat()
      .map(String);
    const session = cookies.find((line) => line.includes('session_token='));
    expect(session).toMatch(/^don-doc\.session_token=/);
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/'])
      expect(session?.toLowerCase()).toContain(flag.toLowerCase());
    expect(session).not.toMatch(/Secure|Domain/i);
    const secure = await startProduct({
      now: START.toString(),
      signIn: { publicUrl: 'https://dondoc.langson.gov.vn' },
    });
    const { body: people } = await secure.anonymous.call('GET', '/api/demo/people');
    const answer = await secure.anonymous.ask({
      method: 'POST',
      url: '/api/demo/sign-in',
      payload: { personId: people[0].id },
    });
    const own = [answer.headers['set-cookie']]
      .flat()
      .map(String)
      .find((line) => line.includes('session_token='));
    expect(own).toMatch(/^__Secure-don-doc\.session_token=/);
    expect(own).toMatch(/; Secure/i);
    expect(own).toMatch(/; HttpOnly/i);
    await secure.close();
  });

  test('is new at each sign-in, and does not take one that was put there', async () => {
    const planted = product.withCookies('don-doc.session_token=planted.planted');
    const answer = await planted.ask({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'phien@langson.gov.vn', password: PASSWORD },
    });
    const first = cookiesOf(answer.headers);
    expect(first).not.toContain('planted');
    expect(cookiesOf((await tryPassword('phien@langson.gov.vn', PASSWORD)).headers)).not.toBe(first);
  });

  test('altered in one letter is none', async () => {
    const cookie = cookiesOf((await tryPassword('phien@langson.gov.vn', PASSWORD)).headers);
    const altered = cookie.replace(
      /(session_token=)(.)/,
      (_all, name: string, letter: string) => name + (letter === 'a' ? 'b' : 'a'),
    );
    expect(await signedIn(product.withCookies(altered))).toBeNull();
    for (const odd of ['don-doc.session_token=%E0%A4%A', 'don-doc.session_token=', 'don-doc.session_token=.'])
      expect(await signedIn(product.withCookies(odd))).toBeNull();
  });

  test('left idle ends after two hours, and stays ended', async () => {
    const client = await signIn('phien@langson.gov.vn');
    passTime({ minutes: 115 });
    expect(await signedIn(client)).not.toBeNull();
    passTime({ minutes: 230 });
    expect(await signedIn(client)).not.toBeNull();
    passTime({ minutes: 352 });
    expect(await signedIn(client)).toBeNull();
    passTime({ minutes: 231 });
    expect(await signedIn(client)).toBeNull();
    passTime();
  });

  test('ends after twelve hours however busy', async () => {
    const client = await signIn('phien@langson.gov.vn');
    for (let hour = 1; hour < 12; hour += 1) {
      passTime({ hours: hour });
      expect(await signedIn(client)).not.toBeNull();
    }
    passTime({ hours: 12, minutes: 1 });
    expect(await signedIn(client)).toBeNull();
    passTime();
  });

  test('signed out is ended on the server, not only in the browser', async () => {
    const client = await signIn('phien@langson.gov.vn');
    expect((await client.call('POST', '/api/session/end')).status).toBe(200);
    expect(await signedIn(client)).toBeNull();
    expect((await client.call('GET', '/api/plans')).status).toBe(401);
  });

  test('is listed and ended by whoever it belongs to, and by nobody else', async () => {
    const [one, two] = [
      await signIn('phien@langson.gov.vn'),
      await signIn('phien@langson.gov.vn', PASSWORD, '10.1.1.2'),
    ];
    const { body } = await one.call('GET', '/api/account/sessions');
    expect(body.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    const others = (await two.call('GET', '/api/account/sessions')).body;
    const idOfTwo = others.find(({ current }: { current: boolean }) => current).id;
    expect((await admin.call('POST', '/api/account/sessions/end', { sessionId: idOfTwo })).status).toBe(404);
    expect((await one.call('POST', '/api/account/sessions/end', { sessionId: idOfTwo })).status).toBe(200);
    expect(await signedIn(two)).toBeNull();
    const three = await signIn('phien@langson.gov.vn');
    expect((await one.call('POST', '/api/account/sessions/end', { sessionId: null })).status).toBe(200);
    expect([await signedIn(three), (await signedIn(one))?.email]).toEqual([null, 'phien@langson.gov.vn']);
  });

  test('of a person whose account is locked is over at once', async () => {
    const personId = await join('bi-khoa@langson.gov.vn');
    const client = await signIn('bi-khoa@langson.gov.vn');
    expect(
      (await admin.call('POST', `/api/people/${personId}/disable`, { reason: 'nghỉ việc' })).status,
    ).toBe(200);
    expect(await signedIn(client)).toBeNull();
    expect((await client.call('GET', '/api/plans')).status).toBe(401);
    const again = await tryPassword('bi-khoa@langson.gov.vn', PASSWORD);
    expect(await signedIn(product.withCookies(cookiesOf(again.headers)))).toBeNull();
  });
});

describe('a password', () => {
  test('changed ends every other session, and is asked for first', async () => {
    await join('doi@langson.gov.vn');
    const [here, there] = [await signIn('doi@langson.gov.vn'), await signIn('doi@langson.gov.vn')];
    const change = (current: string, chosen: string) =>
      here.call('POST', '/api/account/password', { current, chosen });
    expect(codeOf((await change('sai', OTHER_PASSWORD)).body)).toBe('password-wrong');
    expect(codeOf((await change(PASSWORD, 'password1234')).body)).toBe('password-common');
    expect((await change(PASSWORD, OTHER_PASSWORD)).status).toBe(200);
    expect([await signedIn(there), (await signedIn(here))?.email]).toEqual([null, 'doi@langson.gov.vn']);
    expect((await tryPassword('doi@langson.gov.vn', PASSWORD)).status).toBe(401);
    expect((await tryPassword('doi@langson.gov.vn', OTHER_PASSWORD)).status).toBe(200);
  });

  test('forgotten is answered alike for any address, and replaced by the link once', async () => {
    await join('quen@langson.gov.vn');
    const session = await signIn('quen@langson.gov.vn');
    const forget = (email: string) =>
      product.anonymous.ask({
        method: 'POST',
        url: '/api/password/forget',
        payload: { email },
        remoteAddress: '10.8.0.1',
      });
    const sent = letters.length;
    const [known, unknown] = [await forget('quen@langson.gov.vn'), await forget('khong-ai@langson.gov.vn')];
    expect({ status: known.status, text: known.text }).toEqual({
      status: unknown.status,
      text: unknown.text,
    });
    expect(letters.length).toBe(sent + 1);
    const secret = secretOf(letters.at(-1));
    const choose = (chosen: string) =>
      product.anonymous.call('POST', '/api/password/choose', { secret, chosen });
    passTime({ minutes: 61 });
    expect((await choose(OTHER_PASSWORD)).status).toBe(410);
    passTime();
    expect(codeOf((await choose('ngắn')).body)).toBe('password-short');
    expect((await choose(OTHER_PASSWORD)).status).toBe(200);
    expect((await choose(PASSWORD)).status).toBe(410);
    expect(await signedIn(session)).toBeNull();
    expect((await tryPassword('quen@langson.gov.vn', OTHER_PASSWORD)).status).toBe(200);
  });
});

/** The code an authenticator shows (RFC 6238: SHA-1, six digits, thirty seconds). */
function totp(secret: string, at = Date.now()): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('codes are those of RFC 6238', () => {
  expect(totp('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 1_111_111_109_000)).toBe('081804');
});

describe('a second factor', () => {
  let client: Client;
  let secret = '';
  let recovery: string[] = [];
  const wrongCode = () => (totp(secret) === '000000' ? '000001' : '000000');

  beforeAll(async () => {
    await join('hai-buoc@langson.gov.vn');
    client = await signIn('hai-buoc@langson.gov.vn');
  });

  const giveCode = async (code: string, kind: 'totp' | 'recovery') => {
    const first = await tryPassword('hai-buoc@langson.gov.vn', PASSWORD);
    expect(JSON.parse(first.text)).toEqual({ next: 'code' });
    const half = product.withCookies(cookiesOf(first.headers));
    expect(await signedIn(half)).toBeNull();
    expect((await half.call('GET', '/api/plans')).status).toBe(401);
    const answer = await half.ask({ method: 'POST', url: '/api/session/code', payload: { code, kind } });
    return { status: answer.status, client: product.withCookies(cookiesOf(answer.headers)) };
  };

  test('is turned on with the password and a first code', async () => {
    expect(codeOf((await client.call('POST', '/api/account/totp', { password: 'sai' })).body)).toBe(
      'password-wrong',
    );
    const { body } = await client.call('POST', '/api/account/totp', { password: PASSWORD });
    ({ secret, recoveryCodes: recovery } = body);
    expect(recovery.length).toBeGreaterThanOrEqual(8);
    expect((await signedIn(client)).hasSecondFactor).toBe(false);
    expect(codeOf((await client.call('POST', '/api/account/totp/confirm', { code: wrongCode() })).body)).toBe(
      'code-wrong',
    );
    const confirmed = await client.ask({
      method: 'POST',
      url: '/api/account/totp/confirm',
      payload: { code: totp(secret) },
    });
    expect(confirmed.status).toBe(200);
    const renewed = cookiesOf(confirmed.headers);
    if (renewed !== '') client = product.withCookies(renewed);
    expect((await signedIn(client)).hasSecondFactor).toBe(true);
  });

  test('is asked for after the password, and lets in by the right code only', async () => {
    expect((await giveCode(wrongCode(), 'totp')).status).toBe(401);
    const answer = await giveCode(totp(secret), 'totp');
    expect(answer.status).toBe(200);
    expect((await signedIn(answer.client)).email).toBe('hai-buoc@langson.gov.vn');
  });

  test('lost is stood in for by each recovery code once', async () => {
    const [code = ''] = recovery;
    expect((await giveCode('không phải mã', 'recovery')).status).toBe(401);
    const answer = await giveCode(code, 'recovery');
    expect(answer.status).toBe(200);
    expect(await signedIn(answer.client)).not.toBeNull();
    expect((await giveCode(code, 'recovery')).status).toBe(401);
  });

  test('without the password before it is nothing', async () => {
    const answer = await product.anonymous.call('POST', '/api/session/code', {
      code: totp(secret),
      kind: 'totp',
    });
    expect(answer.status).toBe(401);
  });

  test('is guessed at no more than a few times', async () => {
    for (let time = 0; time < 12; time += 1) await giveCode(wrongCode(), 'totp');
    expect((await giveCode(totp(secret), 'totp')).status).not.toBe(200);
  });

  test('is turned off with the password', async () => {
    expect(codeOf((await client.call('POST', '/api/account/totp/end', { password: 'sai' })).body)).toBe(
      'password-wrong',
    );
    expect((await client.call('POST', '/api/account/totp/end', { password: PASSWORD })).status).toBe(200);
    expect(JSON.parse((await tryPassword('hai-buoc@langson.gov.vn', PASSWORD)).text)).toEqual({ next: 'in' });
  });
});

test('secrets are kept so that whoever reads the database cannot use them', async () => {
  const password = 'hạnh trồng ổi sau vườn';
  await join('kin@langson.gov.vn');
  const client = await signIn('kin@langson.gov.vn');
  await client.call('POST', '/api/account/password', { current: PASSWORD, chosen: password });
  const { body } = await client.call('POST', '/api/account/totp', { password });
  await product.anonymous.call('POST', '/api/password/forget', { email: 'kin@langson.gov.vn' });
  const given = [password, body.secret, ...body.recoveryCodes, secretOf(letters.at(-1))];
  const { rows: digests } = await sql<{ password: string }>`select password from account`.execute(
    product.database.authDb,
  );
  for (const digest of digests) expect(digest.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  for (const table of ['account', 'twoFactor', 'link', 'verification']) {
    const { rows } = await sql`select * from ${sql.ref(table)}`.execute(product.database.authDb);
    const held = JSON.stringify(rows);
    expect({ table, told: given.filter((secret) => held.includes(secret)) }).toEqual({ table, told: [] });
  }
});

test('a dangerous act asks for the password again after ten minutes', async () => {
  const personId = await join('dau-mat@langson.gov.vn');
  const act = () => admin.call('POST', `/api/people/${personId}/sessions/end`);
  expect((await act()).status).toBe(200);
  passTime({ minutes: 11 });
  expect(codeOf((await act()).body)).toBe('reauthenticate');
  expect((await admin.call('GET', '/api/people')).status).toBe(200);
  expect(codeOf((await admin.call('POST', '/api/session/prove', { password: 'sai' })).body)).toBe(
    'password-wrong',
  );
  expect(codeOf((await act()).body)).toBe('reauthenticate');
  expect((await admin.call('POST', '/api/session/prove', { password: PASSWORD })).status).toBe(200);
  expect((await act()).status).toBe(200);
  passTime({ minutes: 22 });
  expect(codeOf((await act()).body)).toBe('reauthenticate');
  passTime();
});

describe('another site’s page', () => {
  const ask = (headers: Record<string, string>, url = '/api/account/sessions/end') =>
    admin.ask({ method: 'POST', url, payload: { sessionId: null }, headers });

  test.each<[string, Record<string, string>]>([
    ['names its own origin', { origin: 'https://evil.example' }],
    ['names an origin that begins as ours', { origin: 'http://localhost:8080.evil.example' }],
    ['has no origin to name', { origin: 'null' }],
    [
      'is said to be another site by the browser',
      { origin: 'http://localhost:8080', 'sec-fetch-site': 'cross-site' },
    ],
    [
      'is said to be a neighbour by the browser',
      { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' },
    ],
  ])('changes nothing where it %s', async (_what, headers) => {
    const answer = await ask(headers);
    expect({ status: answer.status, code: answer.text.includes('cross-site') }).toEqual({
      status: 403,
      code: true,
    });
  });

  test('changes nothing with a cookie and no word of where it comes from', async () => {
    const answer = await admin.ask({
      method: 'POST',
      url: '/api/account/sessions/end',
      payload: { sessionId: null },
      headers: { origin: 'unsaid' },
    });
    expect(answer.status).toBe(403);
  });

  test('signs nobody in to an account of its own choosing', async () => {
    const answer = await product.anonymous.ask({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'phien@langson.gov.vn', password: PASSWORD },
      headers: { origin: 'https://evil.example' },
    });
    expect({ status: answer.status, cookies: answer.headers['set-cookie'] }).toEqual({
      status: 403,
      cookies: undefined,
    });
  });

  test('reads no answer: no other origin is allowed in', async () => {
    const { headers } = await admin.ask({
      method: 'GET',
      url: '/api/session',
      headers: { origin: 'https://evil.example' },
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

test('no address of the library is served beside ours, and none leads elsewhere', async () => {
  for (const url of [
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/email',
    '/api/auth/get-session',
    '/api/auth/callback/oidc',
    '/api/auth/ok',
  ]) {
    for (const method of ['GET', 'POST'] as const) {
      const { status, headers } = await product.anonymous.ask({
        method,
        url: `${url}?callbackURL=https://evil.example`,
      });
      expect({ url, status, location: headers['location'] }).toEqual({
        url,
        status: 404,
        location: undefined,
      });
    }
  }
  const started = await product.anonymous.call('POST', '/api/session/provider', {
    providerId: 'https://evil.example',
  });
  expect(started.status).toBe(404);
});

test('what goes wrong says nothing of how it is made', async () => {
  const answers = [
    await product.anonymous.ask({
      method: 'POST',
      url: '/api/session',
      payload: '{"email":',
      headers: { 'content-type': 'application/json' },
    }),
    await product.anonymous.ask({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'a\u0000b', password: 'x' },
    }),
    await product.anonymous.ask({
      method: 'POST',
      url: '/api/session/code',
      payload: { code: '1', kind: 'totp' },
      headers: { cookie: 'don-doc.two_factor=x.y' },
    }),
    await admin.ask({ method: 'GET', url: '/api/people?search=%00' }),
    await admin.ask({ method: 'GET', url: '/api/people/%00' }),
  ];
  for (const { status, text } of answers) {
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|better-auth|postgres|select |stack/i);
  }
});

test('the limit of requests counts each session apart from the one address of its office', async () => {
  const limited = await startProduct({ now: START.toString(), rateLimit: 20 });
  const client = await limited.as('officer');
  const status = async (of: Client) => (await of.ask({ method: 'GET', url: '/api/session' })).status;
  let last = 0;
  for (let time = 0; time < 25; time += 1) last = await status(limited.anonymous);
  expect(last).toBe(429);
  expect(await status(limited.withCookies('don-doc.session_token=made-up.c2lnbmF0dXJl'))).toBe(429);
  expect(await status(client)).toBe(200);
  for (let time = 0; time < 25; time += 1) last = await status(client);
  expect(last).toBe(429);
  expect(await status(limited)).toBe(200);
  await limited.close();
});
