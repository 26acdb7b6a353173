import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, cookiesOf, type ProductUnderTest, startProduct } from '#test/product.ts';

const PUBLIC_URL = 'http://localhost:8080';
const PASSWORD = 'mèo mướp ngủ trên mái';
const TODAY = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();
const AGENCY = 'so-noi-vu-2025';

/** A provider as a province would have one, with people of its own. */
let server: Server;
let issuer = '';
let product: ProductUnderTest;
let admin: Client;

const PEOPLE: Readonly<Record<string, { readonly email: string; readonly email_verified: boolean }>> = {
  invited: { email: 'moi@langson.gov.vn', email_verified: true },
  stranger: { email: 'la@langson.gov.vn', email_verified: true },
  unverified: { email: 'chua-xac-minh@langson.gov.vn', email_verified: false },
  waiting: { email: 'cho@langson.gov.vn', email_verified: true },
};

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'don-doc',
        client_secret: 'a secret of the provider',
        redirect_uris: [`${PUBLIC_URL}/api/auth/callback/oidc`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: 'Lộc Thị Én', ...PEOPLE[id] }),
    }),
  });
  server.on('request', provider.callback());
  product = await startProduct({
    now: Temporal.Now.instant().toString(),
    signIn: {
      publicUrl: PUBLIC_URL,
      oidc: [
        {
          id: 'oidc',
          name: 'Tỉnh Lạng Sơn',
          discoveryUrl: `${issuer}/.well-known/openid-configuration`,
          clientId: 'don-doc',
          clientSecret: 'a secret of the provider',
          scopes: ['openid', 'email', 'profile'],
        },
      ],
    },
  });
  admin = await product.as('administrator');
});

afterAll(async () => {
  await product.close();
  await new Promise((resolve) => server.close(resolve));
});

async function invite(email: string): Promise<{ personId: string; secret: string }> {
  const { body } = await admin.call('POST', '/api/invitations', {
    name: 'Lộc Thị Én',
    email,
    phone: null,
    post: { agencyId: AGENCY, title: 'Chuyên viên', role: 'officer', validFrom: TODAY, validTo: null },
  });
  return { personId: body.personId, secret: /#([\w-]+)/.exec(body.link)?.[1] ?? '' };
}

/** Begins at the product: where to go, and the cookies that go with it. */
async function start(): Promise<{ url: string; cookies: string }> {
  const answer = await product.anonymous.ask({
    method: 'POST',
    url: '/api/session/provider',
    payload: { providerId: 'oidc' },
  });
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
  return { url: JSON.parse(answer.text).url, cookies: cookiesOf(answer.headers) };
}

/** Signs in at the provider as a browser would, up to the address it sends back to. */
async function passProvider(url: string, person: string): Promise<string> {
  const jar = new Map<string, string>();
  const ask = async (to: string, body?: URLSearchParams) => {
    const answer = await fetch(new URL(to, issuer), {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (pair.slice(at + 1) === '') jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  let next = url;
  for (let step = 0; step < 12; step += 1) {
    if (next.startsWith(PUBLIC_URL)) return next;
    const answer = await ask(next);
    const location = answer.headers.get('location');
    if (location !== null) {
      next = new URL(location, issuer).href;
      continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    const sent = await ask(next, new URLSearchParams({ prompt, login: person, password: 'x' }));
    next = new URL(sent.headers.get('location') ?? '', issuer).href;
  }
  throw new Error('the provider never sent back');
}

async function comeBack(to: string, cookies: string) {
  const answer = await product.withCookies(cookies).ask({ method: 'GET', url: to.slice(PUBLIC_URL.length) });
  return { ...answer, client: product.withCookies(cookiesOf(answer.headers)) };
}

const emailOf = async (client: Client) => (await client.call('GET', '/api/session')).body.signedIn?.email;

describe('by OpenID Connect', () => {
  test('the sign-in page names the provider', async () => {
    expect((await product.anonymous.call('GET', '/api/session')).body.providers).toEqual([
      { id: 'oidc', name: 'Tỉnh Lạng Sơn' },
    ]);
  });

  test('the way there carries a state, a challenge and our own way back', async () => {
    const asked = new URL((await start()).url);
    expect(asked.origin).toBe(issuer);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: `${PUBLIC_URL}/api/auth/callback/oidc`,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{20,}/),
    });
  });

  test('a person with an account and that address, verified, gets in', async () => {
    const { personId, secret } = await invite('moi@langson.gov.vn');
    expect(
      (await product.anonymous.call('POST', '/api/invitations/accept', { secret, chosen: PASSWORD })).status,
    ).toBe(200);
    const { url, cookies } = await start();
    const { status, headers, client } = await comeBack(await passProvider(url, 'invited'), cookies);
    expect({ status, location: headers['location'] }).toEqual({ status: 302, location: '/' });
    expect((await client.call('GET', '/api/session')).body.signedIn).toMatchObject({
      personId,
      posts: [{ role: 'officer' }],
    });
    expect((await client.call('GET', '/api/plans')).status).toBe(200);
  });

  test.each([
    ['nobody invited', 'stranger'],
    ['the provider does not vouch for', 'unverified'],
    ['an invitation still waits for', 'waiting'],
  ])('one whom %s does not get in', async (_what, person) => {
    if (person === 'unverified') {
      const { secret } = await invite('chua-xac-minh@langson.gov.vn');
      await product.anonymous.call('POST', '/api/invitations/accept', { secret, chosen: PASSWORD });
    }
    if (person === 'waiting') await invite('cho@langson.gov.vn');
    const { url, cookies } = await start();
    const { status, headers, client } = await comeBack(await passProvider(url, person), cookies);
    expect({ status, location: String(headers['location']).split('?')[0] }).toEqual({
      status: 302,
      location: '/dang-nhap',
    });
    expect(await emailOf(client)).toBeUndefined();
  });

  test('a state that was altered, belongs to another browser, or was used lets nobody in', async () => {
    const refused = async (to: string, cookies: string) => {
      const { headers, client } = await comeBack(to, cookies);
      expect(String(headers['location']).split('?')[0]).toBe('/dang-nhap');
      expect(await emailOf(client)).toBeUndefined();
    };
    const first = await start();
    const back = await passProvider(first.url, 'invited');
    const altered = new URL(back);
    altered.searchParams.set('state', 'made-up-by-somebody-else');
    await refused(altered.href, first.cookies);
    const forged = await start();
    const theirs = await passProvider(forged.url, 'invited');
    await refused(theirs, '');
    await refused(theirs, (await start()).cookies);
    const good = await start();
    const once = await passProvider(good.url, 'invited');
    expect(await emailOf((await comeBack(once, good.cookies)).client)).toBe('moi@langson.gov.vn');
    await refused(once, good.cookies);
  });

  test('a code made up, or an error, is told on our own page', async () => {
    const { url, cookies } = await start();
    const state = new URL(url).searchParams.get('state');
    for (const query of [
      `code=made-up&state=${state}`,
      `error=access_denied&state=${state}`,
      '',
      'callbackURL=https://evil.example',
    ]) {
      const { status, headers, text } = await comeBack(
        `${PUBLIC_URL}/api/auth/callback/oidc?${query}`,
        cookies,
      );
      expect({ query, status, location: String(headers['location']) }).toEqual({
        query,
        status: 302,
        location: expect.stringMatching(/^\/dang-nhap(\?|$)/),
      });
      expect(text).not.toMatch(/node_modules|stack/);
    }
  });

  test('a provider that is away is said to be', async () => {
    const away = await startProduct({
      now: Temporal.Now.instant().toString(),
      signIn: {
        publicUrl: PUBLIC_URL,
        oidc: [
          {
            id: 'oidc',
            name: 'Tỉnh',
            discoveryUrl: 'http://127.0.0.1:9/none',
            clientId: 'a',
            clientSecret: 'b',
            scopes: ['openid'],
          },
        ],
      },
    });
    const { status, body } = await away.anonymous.call('POST', '/api/session/provider', {
      providerId: 'oidc',
    });
    expect({ status, code: body.data.refusals[0].code }).toEqual({ status: 502, code: 'provider-away' });
    await away.close();
  });
});
