import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Act } from '#domain/access/acts.ts';
import { ACCESS_ROLES, type AccessRole } from '#domain/access/role.ts';
import { type Client, type ProductUnderTest, type Standing, startProduct } from '#test/product.ts';

const NOW = '2026-03-02T03:00:00Z';
const NOBODY = '00000000-0000-7000-8000-000000000000';
const POST = {
  agencyId: 'so-tu-phap',
  title: 'Chuyên viên',
  role: 'officer',
  validFrom: '2026-03-02',
  validTo: null,
};
const EVERYONE = ACCESS_ROLES;
const ADMINISTRATOR: readonly AccessRole[] = ['administrator'];

interface Attempt {
  readonly act: Act;
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly body?: object;
  readonly by: readonly AccessRole[];
  /** What it answers to whoever may do it: most are about a thing that is not there. */
  readonly answer: number;
}

/** Written out by hand, so that a slip in the table of acts is seen. */
const ATTEMPTS: readonly Attempt[] = [
  { act: 'person.read', method: 'GET', url: '/api/people', by: EVERYONE, answer: 200 },
  { act: 'person.read', method: 'GET', url: `/api/people/${NOBODY}`, by: EVERYONE, answer: 404 },
  {
    act: 'person.update',
    method: 'PATCH',
    url: `/api/people/${NOBODY}`,
    body: { name: 'A', phone: null },
    by: EVERYONE,
    answer: 404,
  },
  {
    act: 'person.disable',
    method: 'POST',
    url: `/api/people/${NOBODY}/disable`,
    body: { reason: '' },
    by: ADMINISTRATOR,
    answer: 404,
  },
  {
    act: 'person.disable',
    method: 'POST',
    url: `/api/people/${NOBODY}/enable`,
    body: { reason: '' },
    by: ADMINISTRATOR,
    answer: 404,
  },
  {
    act: 'person.end-sessions',
    method: 'POST',
    url: `/api/people/${NOBODY}/sessions/end`,
    by: ADMINISTRATOR,
    answer: 404,
  },
  {
    act: 'person.invite',
    method: 'POST',
    url: '/api/invitations',
    body: { name: 'A', email: 'a@b.vn', phone: null, post: { ...POST, agencyId: 'none' } },
    by: ADMINISTRATOR,
    answer: 404,
  },
  {
    act: 'person.invite',
    method: 'POST',
    url: '/api/invitations/table/preview',
    body: { table: '' },
    by: ADMINISTRATOR,
    answer: 422,
  },
  {
    act: 'person.invite',
    method: 'POST',
    url: '/api/invitations/table',
    body: { table: '', digest: '' },
    by: ADMINISTRATOR,
    answer: 422,
  },
  {
    act: 'person.invite',
    method: 'POST',
    url: `/api/people/${NOBODY}/invitation`,
    by: ADMINISTRATOR,
    answer: 404,
  },
  {
    act: 'person.invite',
    method: 'POST',
    url: `/api/people/${NOBODY}/invitation/withdraw`,
    by: ADMINISTRATOR,
    answer: 404,
  },
  {
    act: 'post.give',
    method: 'POST',
    url: `/api/people/${NOBODY}/posts`,
    body: POST,
    by: ADMINISTRATOR,
    answer: 404,
  },
  {
    act: 'post.end',
    method: 'POST',
    url: `/api/posts/${NOBODY}/end`,
    body: { endsOn: '2026-03-02', reason: '' },
    by: ADMINISTRATOR,
    answer: 404,
  },
  {
    act: 'delegation.give',
    method: 'POST',
    url: `/api/posts/${NOBODY}/delegations`,
    body: { toPersonId: NOBODY, validFrom: '2026-03-02', validTo: '2026-03-02', reason: 'nghỉ' },
    by: EVERYONE,
    answer: 404,
  },
  {
    act: 'delegation.give',
    method: 'POST',
    url: `/api/delegations/${NOBODY}/revoke`,
    by: EVERYONE,
    answer: 404,
  },
  { act: 'handover', method: 'GET', url: `/api/posts/${NOBODY}/handover`, by: EVERYONE, answer: 404 },
  {
    act: 'handover',
    method: 'POST',
    url: `/api/posts/${NOBODY}/handover`,
    body: { toPersonId: NOBODY, endsOn: '2026-03-02', seen: [], reason: '' },
    by: EVERYONE,
    answer: 404,
  },
  {
    act: 'assignment.hold',
    method: 'POST',
    url: `/api/assignments/${NOBODY}/holder`,
    body: { personId: null },
    by: ['owner', 'head'],
    answer: 404,
  },
];

let product: ProductUnderTest;
const people = new Map<
  Standing,
  { readonly client: Client; readonly personId: string; readonly postId: string }
>();

beforeAll(async () => {
  product = await startProduct({ now: NOW });
  for (const standing of [...ACCESS_ROLES, 'officer of a commune'] as const) {
    const client = await product.as(standing);
    const { body } = await client.call('GET', '/api/session');
    const { personId, posts } = body.signedIn;
    people.set(standing, { client, personId, postId: posts[0].postId });
  }
});
afterAll(() => product.close());

function held(standing: Standing) {
  const found = people.get(standing);
  if (found === undefined) throw new Error(`nobody stands for ${standing}`);
  return found;
}

describe.each(ATTEMPTS)('$method $url ($act)', ({ method, url, body, by, answer }) => {
  test.each(ACCESS_ROLES)('by %s', async (role) => {
    const { status, body: said } = await held(role).client.call(method, url, body);
    if (by.includes(role)) expect(status).toBe(answer);
    else expect({ status, code: said.data.refusals[0].code }).toEqual({ status: 403, code: 'access-role' });
  });

  test('by nobody who is signed in', async () => {
    expect((await product.anonymous.call(method, url, body)).status).toBe(401);
  });
});

describe('a person of another agency', () => {
  const commune = () => held('officer of a commune').client;

  test('is not reached by id', async () => {
    const other = held('officer');
    expect((await commune().call('GET', `/api/people/${other.personId}`)).status).toBe(404);
    expect((await commune().call('GET', `/api/posts/${other.postId}/handover`)).status).toBe(404);
    const delegation = {
      toPersonId: held('officer of a commune').personId,
      validFrom: '2026-03-02',
      validTo: '2026-03-03',
      reason: 'nghỉ',
    };
    expect((await commune().call('POST', `/api/posts/${other.postId}/delegations`, delegation)).status).toBe(
      404,
    );
    const own = held('officer of a commune').postId;
    const outward = await commune().call('POST', `/api/posts/${own}/delegations`, {
      ...delegation,
      toPersonId: other.personId,
    });
    expect(outward.status).toBe(404);
    const handover = { toPersonId: other.personId, endsOn: '2026-03-02', seen: [], reason: '' };
    expect((await commune().call('POST', `/api/posts/${own}/handover`, handover)).status).toBe(404);
  });

  test.each([
    ['by list', ''],
    ['by search', 'search=Luong%20Van%20Mau'],
    ['by agency', 'agencyId=so-tu-phap'],
    ['by role', 'role=administrator'],
    ['by the count of a page', 'limit=1&offset=100'],
  ])('is not reached %s', async (_way, query) => {
    const { body } = await commune().call('GET', `/api/people?${query}`);
    const strangers = body.people.filter(
      ({ id }: { id: string }) => id !== held('officer of a commune').personId,
    );
    expect(strangers).toEqual([]);
    expect(body.total).toBe(query === '' || query.startsWith('limit') ? 1 : 0);
  });

  test('is not changed by who may see them', async () => {
    const { personId } = held('officer');
    const update = await held('head').client.call('PATCH', `/api/people/${personId}`, {
      name: 'Lương Văn Mẫu',
      phone: '1',
    });
    expect(update.status).toBe(403);
    const post = await held('head').client.call('POST', `/api/posts/${held('officer').postId}/delegations`, {
      toPersonId: held('head').personId,
      validFrom: '2026-03-02',
      validTo: '2026-03-03',
      reason: 'nghỉ',
    });
    expect(post.status).toBe(403);
  });

  test('is seen whole by who manages or oversees people', async () => {
    for (const role of ['administrator', 'owner', 'leader', 'auditor'] as const) {
      const { body } = await held(role).client.call('GET', '/api/people?limit=200');
      expect(body.total).toBe(9);
    }
  });
});

test('an administrator does not lock themselves out', async () => {
  const { client, personId } = held('administrator');
  const { body } = await client.call('POST', `/api/people/${personId}/disable`, { reason: '' });
  expect(body.data.refusals[0].code).toBe('access-oneself');
});
