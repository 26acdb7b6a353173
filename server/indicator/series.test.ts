import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDecimal } from '#domain/kernel/decimal.ts';
import { type ProductUnderTest, type Standing, startProduct } from '#test/product.ts';
import { inScope } from '../deps.ts';
import { appendMeasurements } from './append-measurements.ts';

const MAY = { from: '2026-05-01', to: '2026-05-31' } as const;
let product: ProductUnderTest;
/** Of the officer of a commune, and of the officer of a department. */
let communeId: string;
let otherId: string;

beforeAll(async () => {
  product = await startProduct({ now: '2026-06-10T02:00:00Z' });
  communeId = await agencyOf('officer of a commune');
  otherId = await agencyOf('officer');
  const { deps } = product.product;
  await inScope(deps, (tx) =>
    appendMeasurements(
      tx,
      deps,
      [communeId, otherId].map((agencyId, at) => ({
        agencyId,
        measure: 'ho-so-tiep-nhan',
        figure: { kind: 'count', amount: parseDecimal(String(10 + at)) },
        ...MAY,
        source: { kind: 'report', id: 'bc-5', words: 'Báo cáo tháng 5' },
      })),
    ),
  );
});
afterAll(() => product.close());

async function agencyOf(standing: Standing): Promise<string> {
  const client = await product.as(standing);
  const { body } = await client.call('GET', '/api/session');
  return body.signedIn.posts[0].agencyId;
}

async function ask(standing: Standing, path: string) {
  return (await product.as(standing)).call('GET', `/api/agencies/${path}`);
}

describe('a series is read', () => {
  test('with what it was computed from, exact', async () => {
    const { status, body } = await ask('owner', `${communeId}/series?measure=ho-so-tiep-nhan`);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        kind: 'count',
        periods: [
          { ...MAY, value: { amount: '10' }, comparable: true, derivation: { carriedOn: null, rule: null } },
        ],
      },
    ]);
    expect((await ask('owner', `${communeId}/measures`)).body).toEqual([
      { measure: 'ho-so-tiep-nhan', kind: 'count', periods: 1, comparable: 1, first: MAY.from, last: MAY.to },
    ]);
  });

  test('by an officer of the agency, and by none of another', async () => {
    const own = await ask('officer of a commune', `${communeId}/series?measure=ho-so-tiep-nhan`);
    expect(own.body[0].periods).toHaveLength(1);
    for (const path of [`${otherId}/series?measure=ho-so-tiep-nhan`, `${otherId}/measures`]) {
      const { status, body } = await ask('officer of a commune', path);
      expect([status, body.data.refusals[0].code]).toEqual([403, 'access-scope']);
    }
  });

  test('by nobody who only administers, and by nobody unknown', async () => {
    const { status, body } = await ask('administrator', `${communeId}/measures`);
    expect([status, body.data.refusals[0].code]).toEqual([403, 'access-role']);
    const unknown = await product.anonymous.call('GET', `/api/agencies/${communeId}/measures`);
    expect(unknown.status).toBe(401);
  });

  test('of an agency that is there', async () => {
    const { status, body } = await ask('owner', 'xa-khong-co/series?measure=m');
    expect([status, body.data.refusals[0].code]).toEqual([404, 'not-found']);
  });
});

test('a reform takes figures along, through its acts, and gives them back', async () => {
  const [owner, leader] = [await product.as('owner'), await product.as('leader')];
  const { body: created } = await owner.call('POST', '/api/reforms', {
    title: 'Sắp xếp thử',
    effectiveOn: '2026-06-01',
    decision: { number: '1/NQ-HĐND', date: '2026-05-20', title: null },
    events: [
      {
        kind: 'merge',
        agencyIds: [communeId, otherId],
        heir: {
          kind: 'founded',
          founding: {
            id: 'don-vi-moi',
            name: 'Đơn vị mới',
            level: 'commune',
            kind: 'peoples-committee',
            parentId: null,
          },
        },
      },
    ],
  });
  const { reformId } = created;
  const step = async (client: typeof owner, name: string, revision: number, more: object = {}) => {
    const { status, body } = await client.call('POST', `/api/reforms/${reformId}/${name}`, {
      revision,
      ...more,
    });
    expect([name, status, body]).toMatchObject([name, 200, {}]);
    return body;
  };
  const { body: preview } = await owner.call('GET', `/api/reforms/${reformId}/preview?mover=measurement`);
  expect(preview.items).toHaveLength(2);
  let { revision } = await step(owner, 'submit', created.revision);
  ({ revision } = await step(leader, 'approve', revision));
  const applied = await step(owner, 'apply', revision);
  expect(applied.moved.measurement).toBe(2);
  const path = 'don-vi-moi/series?measure=ho-so-tiep-nhan';
  expect((await ask('owner', path)).body).toMatchObject([{ periods: [{ value: { amount: '21' } }] }]);
  await step(owner, 'reverse', applied.revision, { reason: 'thử đảo lại' });
  expect((await ask('owner', path)).body).toEqual([]);
  expect((await ask('owner', `${communeId}/measures`)).body).toHaveLength(1);
});
