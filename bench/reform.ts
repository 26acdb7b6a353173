import type pg from 'pg';
import type { DraftEvent, DraftFounding } from '#domain/agency/reform/draft-event.ts';
import type { Result } from '#domain/kernel/result.ts';
import { applyReform } from '#server/agency/reform/apply-reform.ts';
import { approveReform } from '#server/agency/reform/approve-reform.ts';
import { createReform, type ReformWords } from '#server/agency/reform/create-reform.ts';
import { reverseReform } from '#server/agency/reform/reverse-reform.ts';
import { submitReform } from '#server/agency/reform/submit-reform.ts';
import type { Deps } from '#server/deps.ts';
import { getSeries } from '#server/indicator/get-series.ts';
import { REFORM_MOVERS } from '#server/reform-movers.ts';
import { type BenchLine, round } from './bench-line.ts';
import { withProvince } from './with-province.ts';

// 194 communes with five years of monthly figures become 65 and are put back, beside the bare INSERT … SELECT of the
// same rows into a table with the same columns, checks and indexes: what deriving, explaining and comparing totals cost.

const OLD = 194;
const NEW = 65;
const MONTHS = 60;
const BEGIN = '2020-07-01';
const ON = '2025-07-01';
const DECISION = { number: '1672/NQ-UBTVQH15', date: '2025-06-16', title: null };
/** Measures of each kind: forty in all, as many as a commune reports in a month. */
const MEASURES = { count: 16, sum: 8, stock: 7, rate: 7, latest: 1, rank: 1 } as const;
const LIMIT_SECONDS = 60;

export function benchReform(): Promise<readonly BenchLine[]> {
  return withProvince('2025-07-01T02:00:00Z', async ({ deps, owner }) => {
    const founding = await prepare(deps, { effectiveOn: BEGIN, events: OLD_IDS.map(establish) });
    accepted(await applyReform(deps, REFORM_MOVERS, founding));
    await fillFigures(owner, deps.provinceId);
    return await measure(owner, deps);
  });
}

/** A reform drafted, submitted and approved: what is left is to apply it. */
async function prepare(deps: Deps, words: Pick<ReformWords, 'effectiveOn' | 'events'>) {
  const created = accepted(
    await createReform(deps, { ...words, title: 'Sắp xếp cấp xã', decision: DECISION, note: '' }),
  );
  const { reformId } = created;
  const { revision } = accepted(await submitReform(deps, REFORM_MOVERS, created));
  const approved = accepted(await approveReform(deps, REFORM_MOVERS, { reformId, revision }));
  return { reformId, revision: approved.revision };
}

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

interface Sums {
  readonly kind: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

async function measure(owner: pg.Client, deps: Deps): Promise<readonly BenchLine[]> {
  const before = await sumByKind(owner, OLD_IDS);
  const prepared = await timed(() => prepare(deps, { effectiveOn: ON, events: NEW_IDS.map(merge) }));
  const { reformId } = prepared.value;
  const applied = await timed(() => applyReform(deps, REFORM_MOVERS, prepared.value));
  const { revision } = accepted(applied.value);
  const after = await sumByKind(owner, NEW_IDS);
  await owner.query('create table bare (like measurement including all)');
  const bare = await timed(() => insertBare(owner));
  await owner.query('vacuum analyze');
  const reads = await timeReads(deps);
  const written = await countCarried(owner);
  const reversed = await timed(() =>
    reverseReform(deps, REFORM_MOVERS, { reformId, revision, reason: 'đo tốc độ' }),
  );
  accepted(reversed.value);
  const left = await getSeries(deps, { agencyId: newId(0), measure: 'count-1' });
  if (!left.ok || left.value.length > 0) throw new Error('a reversed reform still shows its figures');
  return [
    {
      name: `${OLD} communes → ${NEW}`,
      figures: OLD * MONTHS * 40,
      written,
      prepareSeconds: round(prepared.seconds),
      seconds: round(applied.seconds),
      limit: LIMIT_SECONDS,
      bareSeconds: round(bare.seconds),
      ratio: round(applied.seconds / bare.seconds),
      reverseSeconds: round(reversed.seconds),
    },
    { name: 'a series of five years, read', p50: reads[0], p95: reads[1] },
    ...before.map(({ kind, numerator, denominator }) => {
      const same = after.find((one) => one.kind === kind);
      return {
        name: `totals of ${kind}`,
        before: words(numerator, denominator),
        after: words(same?.numerator ?? null, same?.denominator ?? null),
        equal: same?.numerator === numerator && same?.denominator === denominator ? 'yes' : 'NO',
      };
    }),
  ];
}

function words(numerator: string | null, denominator: string | null): string {
  return denominator === null ? (numerator ?? '') : `${numerator} / ${denominator}`;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

async function timeReads(deps: Deps): Promise<readonly [number, number]> {
  const took: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    const start = performance.now();
    const series = await getSeries(deps, { agencyId: newId(at % NEW), measure: `count-${1 + (at % 16)}` });
    took.push(performance.now() - start);
    if (!series.ok || series.value[0]?.periods.length !== MONTHS) throw new Error('a series is not there');
  }
  took.sort((one, other) => one - other);
  return [round(took[100] ?? 0), round(took[190] ?? 0)];
}

/** Added up by the database from the rows of agencies; ranks are not to be carried and lists have no sum. */
async function sumByKind(owner: pg.Client, ids: readonly string[]): Promise<readonly Sums[]> {
  const { rows } = await owner.query<Sums>(
    `select kind, sum(numerator)::text as numerator, sum(denominator)::text as denominator from measurement
     where agency_id = any ($1) and kind not in ('rank', 'latest') group by kind order by kind`,
    [ids],
  );
  return rows;
}

async function insertBare(owner: pg.Client): Promise<void> {
  await owner.query('insert into bare select * from measurement where carry_id is not null');
}

async function countCarried(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from bare');
  return rows[0]?.count ?? 0;
}

const oldId = (at: number) => `xa-cu-${at}`;
const newId = (at: number) => `xa-moi-${at}`;
const OLD_IDS = Array.from({ length: OLD }, (_, at) => oldId(at));
const NEW_IDS = Array.from({ length: NEW }, (_, at) => newId(at));

function founding(id: string): DraftFounding {
  return {
    id,
    name: `UBND ${id}`,
    shortNames: [],
    level: 'commune',
    kind: 'peoples-committee',
    parentId: null,
    codes: [],
    groups: [],
  };
}

function establish(id: string): DraftEvent {
  return { kind: 'establish', effectiveOn: null, decision: null, founding: founding(id) };
}

function merge(id: string, at: number): DraftEvent {
  return {
    kind: 'merge',
    effectiveOn: null,
    decision: null,
    agencyIds: OLD_IDS.filter((_, old) => old % NEW === at),
    heir: { kind: 'founded', founding: founding(id) },
  };
}

async function fillFigures(owner: pg.Client, provinceId: string): Promise<void> {
  const measures = Object.entries(MEASURES).flatMap(([kind, number]) =>
    Array.from({ length: number }, (_, at) => [`${kind}-${at + 1}`, kind] as const),
  );
  await owner.query(
    `insert into measurement (province_id, id, agency_id, measure, kind, period_from, period_to, numerator, denominator, documents, source, occurred_at)
     select $1, gen_random_uuid(), a, m, k, f, (f + interval '1 month - 1 day')::date,
       case k when 'latest' then null when 'sum' then (random() * 1e9)::numeric(14, 2) when 'rank' then 1 + (random() * 193)::int else (random() * 500)::int end,
       case k when 'rate' then 500 + (random() * 500)::int end,
       case k when 'latest' then jsonb_build_array(jsonb_build_object('id', a || f, 'title', 'Văn bản', 'on', f)) end,
       '{"kind": "report", "id": "1", "words": "báo cáo tháng"}', now()
     from unnest($2::text[]) a, unnest($3::text[], $4::text[]) as measures(m, k),
       lateral (select ($5::date - make_interval(months => n))::date as f from generate_series(1, $6::int) n) months`,
    [provinceId, OLD_IDS, measures.map(([name]) => name), measures.map(([, kind]) => kind), ON, MONTHS],
  );
  await owner.query('vacuum analyze');
}
