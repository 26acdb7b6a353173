import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AgencyEvent, Heir } from '#domain/agency/history/agency-event.ts';
import type { Figure, MeasureKind } from '#domain/agency/merger/figure.ts';
import type { ReformEffects } from '#domain/agency/reform/reform-effects.ts';
import { parseDecimal } from '#domain/kernel/decimal.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { type Scope, withScope } from '../db/executor.ts';
import { type Deps, inScope, systemDeps, uuidV7 } from '../deps.ts';
import { appendMeasurements, type NewMeasurement } from './append-measurements.ts';
import { getSeries, listMeasures } from './get-series.ts';
import { type MovedFigures, measurementMover } from './measurement-mover.ts';

const ON = '2025-07-01';
const MAY = ['2025-05-01', '2025-05-31'] as const;
const JUNE = ['2025-06-01', '2025-06-30'] as const;
const JULY = ['2025-07-01', '2025-07-31'] as const;
const YEAR = ['2025-01-01', '2025-12-31'] as const;
const OLD = ['xa-a', 'xa-b', 'xa-c'] as const;
const NEW = ['xa-moi', 'xa-khac'] as const;

let database: TestDatabase;
let deps: Deps;
let reformId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

// Each test in a province of its own.
beforeEach(async () => {
  const now = () => Temporal.Instant.from('2025-07-05T02:00:00Z');
  const newId = () => uuidV7(now());
  const provinceId = newId();
  deps = systemDeps({ db: database.db, provinceId, now, newId, agencies: { held: undefined } });
  reformId = newId();
  await asOwner('insert into province (id, code, name) values ($1, $2, $3)', [
    provinceId,
    provinceId,
    'Tỉnh thử',
  ]);
  for (const id of [...OLD, ...NEW])
    await asOwner(
      `insert into agency (province_id, id, name, level, kind, verified, source) values ($1, $2, $3, 'commune', 'peoples-committee', true, 'test')`,
      [provinceId, id, `UBND ${id}`],
    );
  await asOwner(
    `insert into reform (province_id, id, title, state, effective_on, decision, author, recorded_at)
     values ($1, $2, 'Sắp xếp', 'approved', $3, '{}', 'test', now())`,
    [provinceId, reformId, ON],
  );
});

async function asOwner(
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

const base = {
  id: 'event',
  decision: { number: '1672/NQ-UBTVQH15', date: '2025-06-16', title: null },
  source: 'test',
  confidence: 'A',
  verified: true,
  effectiveOn: ON,
} as const;
const founding = (id: string): Heir => ({
  kind: 'founded',
  founding: {
    id,
    name: `UBND ${id}`,
    shortNames: [],
    level: 'commune',
    kind: 'peoples-committee',
    parentId: null,
    codes: [],
    groups: [],
  },
});
const MERGER: AgencyEvent = { ...base, kind: 'merge', agencyIds: ['xa-a', 'xa-b'], heir: founding('xa-moi') };
const DIVISION: AgencyEvent = {
  ...base,
  kind: 'split',
  agencyId: 'xa-c',
  heirs: [{ kind: 'held', agencyId: 'xa-moi' }, founding('xa-khac')],
  goesOn: false,
};

/** What the mover needs of a reform's effects. */
function atWork(events: readonly AgencyEvent[], endedIds: readonly string[], foundedIds: readonly string[]) {
  const ended = endedIds.map((agencyId) => ({
    agencyId,
    name: agencyId,
    level: 'commune',
    on: ON,
    eventId: 'event',
    heirIds: [...foundedIds],
  }));
  const effects: ReformEffects = { events, before: new Map(), after: new Map(), ended, foundedIds };
  return { reformId, effects };
}
const merger = () => atWork([MERGER], ['xa-a', 'xa-b'], ['xa-moi']);

function given(
  agencyId: string,
  kind: MeasureKind,
  [from, to]: readonly [string, string],
  text: string,
): NewMeasurement {
  const number = () => parseDecimal(text);
  const figure: Figure =
    kind === 'rate'
      ? { kind, numerator: number(), denominator: parseDecimal('100') }
      : kind === 'rank'
        ? { kind, place: number() }
        : kind === 'latest'
          ? { kind, documents: [{ id: text, title: `Văn bản ${text}`, on: from }] }
          : { kind, amount: number() };
  return {
    agencyId,
    measure: `do-${kind}`,
    figure,
    from,
    to,
    source: { kind: 'test', id: '1', words: text },
  };
}

const append = (...figures: readonly NewMeasurement[]) =>
  inScope(deps, (tx) => appendMeasurements(tx, deps, figures));
const apply = (work = merger()) =>
  inScope(
    deps,
    async (tx) =>
      (await measurementMover.apply(tx, deps, work, { byAgency: {}, byItem: {} })) as MovedFigures,
  );
const reverse = (moved: MovedFigures, work = merger()) =>
  inScope(deps, (tx) => measurementMover.reverse(tx, deps, work, JSON.parse(JSON.stringify(moved))));
async function read(agencyId: string, measure: string, at: { asOf?: string; knownAt?: string } = {}) {
  const answer = await getSeries(deps, { agencyId, measure, ...at });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.value[0]?.periods ?? [];
}

const ALL = [
  given('xa-a', 'count', MAY, '7'),
  given('xa-b', 'count', MAY, '5'),
  given('xa-a', 'sum', MAY, '0.1'),
  given('xa-b', 'sum', MAY, '0.2'),
  given('xa-a', 'stock', MAY, '12'),
  given('xa-b', 'stock', MAY, '9'),
  given('xa-a', 'rate', MAY, '90'),
  given('xa-b', 'rate', MAY, '10'),
  given('xa-a', 'latest', MAY, 'vb-1'),
  given('xa-b', 'latest', MAY, 'vb-2'),
  given('xa-a', 'rank', MAY, '3'),
  given('xa-b', 'rank', MAY, '8'),
];

describe('two communes become one', () => {
  test('their figures are carried by kind, each opened down to its parts, and nothing of theirs is touched', async () => {
    await append(...ALL);
    const before = await asOwner('select * from measurement where province_id = $1 order by id', [
      deps.provinceId,
    ]);
    const moved = await apply();
    expect(moved).toMatchObject({ rows: 6 });
    expect(moved.totals).toContainEqual({
      measure: 'do-rate',
      kind: 'rate',
      before: ['100', '200'],
      after: ['100', '200'],
      left: ['0', '0'],
    });
    expect(await read('xa-moi', 'do-count')).toMatchObject([
      {
        value: { amount: '12' },
        comparable: true,
        reasons: [],
        derivation: {
          carriedOn: ON,
          rule: 'Cộng số đếm của các đơn vị',
          parts: [
            { agencyId: 'xa-a', agencyName: 'UBND xa-a', value: { amount: '7' }, share: null },
            { agencyId: 'xa-b', value: { amount: '5' } },
          ],
        },
      },
    ]);
    expect(await read('xa-moi', 'do-sum')).toMatchObject([{ value: { amount: '0.3' } }]);
    expect(await read('xa-moi', 'do-stock')).toMatchObject([{ value: { amount: '21' } }]);
    expect(await read('xa-moi', 'do-rate')).toMatchObject([
      { value: { numerator: '100', denominator: '200' } },
    ]);
    expect(await read('xa-moi', 'do-latest')).toMatchObject([
      { value: { documents: [{ id: 'vb-1' }, { id: 'vb-2' }] } },
    ]);
    expect(await read('xa-moi', 'do-rank')).toMatchObject([
      { value: null, known: null, comparable: false, reasons: [{ code: 'rank-dropped' }] },
    ]);
    const after = await asOwner(
      'select * from measurement where province_id = $1 and carry_id is null order by id',
      [deps.provinceId],
    );
    expect(after).toEqual(before);
  });

  test('it is told which series an heir has, and none of before its day', async () => {
    await append(...ALL);
    await apply();
    const measures = await listMeasures(deps, { agencyId: 'xa-moi' });
    expect(measures.ok && measures.value.map(({ measure, comparable }) => [measure, comparable])).toEqual([
      ['do-count', 1],
      ['do-latest', 1],
      ['do-rank', 0],
      ['do-rate', 1],
      ['do-stock', 1],
      ['do-sum', 1],
    ]);
    expect(await read('xa-moi', 'do-count', { asOf: '2025-06-30' })).toEqual([]);
  });

  test('a figure that is missing is named', async () => {
    await append(given('xa-a', 'count', MAY, '7'));
    await apply();
    expect(await read('xa-moi', 'do-count')).toMatchObject([
      {
        value: null,
        known: { amount: '7' },
        comparable: false,
        reasons: [{ sentence: 'Thiếu số liệu của UBND xa-b.' }],
        derivation: { missing: [{ agencyId: 'xa-b', agencyName: 'UBND xa-b' }] },
      },
    ]);
  });

  test('reversed, the heir has none of it, and what was known in between can still be asked', async () => {
    await append(...ALL);
    const moved = await apply();
    const [{ then } = {}] = await asOwner(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as then`,
    );
    await reverse(moved);
    expect(await read('xa-moi', 'do-count')).toEqual([]);
    expect(await read('xa-moi', 'do-count', { knownAt: String(then) })).toMatchObject([
      { value: { amount: '12' } },
    ]);
    expect(await read('xa-a', 'do-count')).toMatchObject([{ value: { amount: '7' } }]);
    // Once more, as a new decision would.
    await apply();
    expect(await read('xa-moi', 'do-count')).toMatchObject([{ value: { amount: '12' } }]);
  });

  test('a month reported after the commune ended is carried on, and so is one set right', async () => {
    await append(given('xa-a', 'count', MAY, '7'), given('xa-b', 'count', MAY, '5'));
    await apply();
    await append(given('xa-a', 'count', JUNE, '4'));
    await append(given('xa-b', 'count', JUNE, '6'), given('xa-b', 'count', MAY, '9'));
    expect(await read('xa-moi', 'do-count')).toMatchObject([
      { value: { amount: '16' }, comparable: true },
      { value: { amount: '10' }, comparable: true },
    ]);
    // Periods that did not change are not written again.
    const [{ rows } = {}] = await asOwner(
      'select count(*)::int as rows from measurement where province_id = $1 and carry_id is not null',
      [deps.provinceId],
    );
    expect(rows).toBe(4);
  });

  test('a year in which it happened is what both and the heir gathered', async () => {
    await append(given('xa-a', 'count', YEAR, '7'), given('xa-b', 'count', YEAR, '5'));
    await apply();
    await append(given('xa-moi', 'count', YEAR, '20'));
    expect(await read('xa-moi', 'do-count')).toMatchObject([
      { value: { amount: '32' }, comparable: false, reasons: [{ code: 'straddles' }] },
    ]);
  });
});

test('two reforms come to what one would have, and a late figure goes through both', async () => {
  await append(...OLD.map((id) => given(id, 'count', MAY, '10')));
  await apply();
  const second: AgencyEvent = {
    ...base,
    effectiveOn: '2025-07-03',
    kind: 'merge',
    agencyIds: ['xa-moi', 'xa-c'],
    heir: founding('xa-khac'),
  };
  await apply(atWork([second], ['xa-moi', 'xa-c'], ['xa-khac']));
  expect(await read('xa-khac', 'do-count')).toMatchObject([{ value: { amount: '30' }, comparable: true }]);
  await append(given('xa-a', 'count', MAY, '11'));
  expect(await read('xa-khac', 'do-count')).toMatchObject([
    { value: { amount: '31' }, derivation: { parts: [{ agencyId: 'xa-c' }, { agencyId: 'xa-moi' }] } },
  ]);
  expect(await read('xa-moi', 'do-count', { asOf: '2025-07-02' })).toMatchObject([
    { value: { amount: '21' } },
  ]);
});

test('a commune divided without shares keeps its figures; its heirs say why they have none', async () => {
  await append(...OLD.map((id) => given(id, 'count', MAY, '10')));
  const work = atWork([MERGER, DIVISION], OLD, NEW);
  const moved = await apply(work);
  expect(moved.totals).toMatchObject([{ before: ['30', '0'], after: ['20', '0'], left: ['10', '0'] }]);
  expect(await read('xa-moi', 'do-count')).toMatchObject([
    { value: null, known: { amount: '20' }, reasons: [{ code: 'split-without-share' }] },
  ]);
  expect(await read('xa-khac', 'do-count')).toMatchObject([
    {
      value: null,
      known: null,
      reasons: [{ sentence: 'UBND xa-c chia tách từ 01/07/2025 mà không có tỷ lệ để chia số liệu.' }],
    },
  ]);
});

test('a preview says how much each has, what cannot be divided, and what is of later than its end', async () => {
  await append(
    given('xa-a', 'count', MAY, '1'),
    given('xa-a', 'count', JUNE, '1'),
    given('xa-c', 'count', MAY, '1'),
    given('xa-a', 'count', JULY, '1'),
  );
  const work = atWork([MERGER, DIVISION], OLD, NEW);
  const items = await inScope(deps, (tx) => measurementMover.preview(tx, deps, work));
  expect(items.map(({ id, words, count, later }) => [id, words, count, later])).toEqual([
    ['xa-a', '1 chuỗi số liệu, 2 giá trị, kỳ 01/05/2025 – 30/06/2025', 2, false],
    ['xa-c', '1 chuỗi số liệu, 1 giá trị, kỳ 01/05/2025 – 31/05/2025', 1, false],
    ['xa-a:later', '1 giá trị của kỳ bắt đầu từ 01/07/2025', 1, true],
  ]);
  expect(items.find(({ id }) => id === 'xa-c')?.note).toContain('Chia tách không có tỷ lệ');
});

test('figures of an heir are named before a reform is reversed', async () => {
  await append(...ALL);
  const moved = await apply();
  const later = () => inScope(deps, (tx) => measurementMover.listLater(tx, deps, merger(), moved));
  expect(await later()).toEqual([]);
  await append(given('xa-moi', 'count', JULY, '1'));
  expect(await later()).toEqual(['UBND xa-moi đã có 1 giá trị số liệu riêng.']);
});

test('totals that would differ undo all of it', async () => {
  await append(...ALL);
  await asOwner(`create function bend() returns trigger language plpgsql as $$
    begin if new.carry_id is not null then new.numerator := new.numerator + 1; end if; return new; end $$`);
  await asOwner('create trigger bend before insert on measurement for each row execute function bend()');
  try {
    await expect(apply()).rejects.toThrow('do-count: 12 → 13');
    const [{ rows } = {}] = await asOwner(
      'select count(*)::int as rows from measurement_carry where province_id = $1',
      [deps.provinceId],
    );
    expect(rows).toBe(0);
  } finally {
    await asOwner('drop trigger bend on measurement');
    await asOwner('drop function bend()');
  }
});

describe('the database lets through', () => {
  const seen = (scope: Partial<Scope>) =>
    withScope(
      database.db,
      { ...deps.scope, figures: 'agency', people: 'agency', agencyIds: [], ...scope },
      (tx) => tx.selectFrom('measurement').select('agency_id').distinct().orderBy('agency_id').execute(),
    ).then((rows) => rows.map(({ agency_id }) => agency_id));

  test('figures of one’s own agencies, and of those that passed to them, for as long as they did', async () => {
    await append(...ALL, given('xa-c', 'count', MAY, '1'));
    expect(await seen({ agencyIds: ['xa-a'] })).toEqual(['xa-a']);
    expect(await seen({ agencyIds: ['xa-moi'] })).toEqual([]);
    const moved = await apply();
    expect(await seen({ agencyIds: ['xa-moi'] })).toEqual(['xa-a', 'xa-b', 'xa-moi']);
    expect(await seen({ figures: 'province' })).toEqual(['xa-a', 'xa-b', 'xa-c', 'xa-moi']);
    expect(await seen({ figures: 'none' })).toEqual([]);
    expect(await seen({ figures: 'province', provinceId: uuidV7(deps.now()) })).toEqual([]);
    await reverse(moved);
    expect(await seen({ agencyIds: ['xa-moi'] })).toEqual(['xa-moi']);
  });

  test('no change, no removal, and no figure of another agency', async () => {
    await append(...ALL);
    const asOfficer = { ...deps, scope: { ...deps.scope, figures: 'agency', agencyIds: ['xa-a'] } } as Deps;
    await expect(
      inScope(deps, (tx) => tx.updateTable('measurement').set({ numerator: '1' }).execute()),
    ).rejects.toThrow('permission denied');
    await expect(inScope(deps, (tx) => sql`delete from measurement`.execute(tx))).rejects.toThrow(
      'permission denied',
    );
    await expect(
      inScope(asOfficer, (tx) => appendMeasurements(tx, asOfficer, [given('xa-b', 'count', JUNE, '1')])),
    ).rejects.toThrow('row-level security');
  });

  test('no number that is none', async () => {
    await expect(
      asOwner(
        `insert into measurement (province_id, id, agency_id, measure, kind, period_from, period_to, numerator, source, occurred_at)
         values ($1, gen_random_uuid(), 'xa-a', 'm', 'count', $2, $2, 'NaN', '{}', now())`,
        [deps.provinceId, ON],
      ),
    ).rejects.toThrow('measurement_number');
  });
});
