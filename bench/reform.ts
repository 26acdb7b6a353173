import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { AgencyEvent } from '#domain/agency/history/agency-event.ts';
import type { ReformEffects } from '#domain/agency/reform/reform-effects.ts';
import { startEmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { openDatabase } from '#server/db/executor.ts';
import { migrate } from '#server/db/migrate.ts';
import { type BaseDeps, type Deps, inScope, systemDeps, uuidV7 } from '#server/deps.ts';
import { getSeries } from '#server/indicator/get-series.ts';
import { type MovedFigures, measurementMover } from '#server/indicator/measurement-mover.ts';
import { type BenchLine, round } from './bench-line.ts';

// 194 communes with five years of monthly figures become 65 and are put back, beside the bare INSERT … SELECT of the
// same rows into a table with the same columns, checks and indexes: what deriving, explaining and comparing totals cost.

const OLD = 194;
const NEW = 65;
const MONTHS = 60;
const ON = '2025-07-01';
/** Measures of each kind: forty in all, as many as a commune reports in a month. */
const MEASURES = { count: 16, sum: 8, stock: 7, rate: 7, latest: 1, rank: 1 } as const;
const LIMIT_SECONDS = 60;

export async function benchReform(): Promise<readonly BenchLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-bench-'));
  const postgres = await startEmbeddedPostgres({ folder });
  const owner = new pg.Client({ connectionString: postgres.url });
  try {
    await migrate(postgres.url);
    await owner.connect();
    const now = () => Temporal.Instant.from('2025-07-01T02:00:00Z');
    const db = openDatabase(postgres.url, { role: 'don_doc_app' });
    const provinceId = uuidV7(now());
    const makeId = () => uuidV7(now());
    const deps = systemDeps({ db, provinceId, now, newId: makeId, directory: [] } as BaseDeps);
    const reformId = makeId();
    await fillProvince(owner, provinceId, reformId);
    const lines = await measure(owner, deps, reformId);
    await db.destroy();
    return lines;
  } finally {
    await owner.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Sums {
  readonly kind: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

async function measure(owner: pg.Client, deps: Deps, reformId: string): Promise<readonly BenchLine[]> {
  const before = await sumByKind(owner, OLD_IDS);
  const work = { reformId, effects: effectsOf(listEvents()) };
  const apply = () =>
    inScope(deps, async (tx) => {
      const moved = await measurementMover.apply(tx, deps, work, { byAgency: {}, byItem: {} });
      return moved as MovedFigures;
    });
  const applied = await timed(apply);
  const after = await sumByKind(owner, NEW_IDS);
  const bare = await timed(() => insertBare(owner));
  await owner.query('vacuum analyze');
  const reads = await timeReads(deps);
  const reversed = await timed(() =>
    inScope(deps, (tx) => measurementMover.reverse(tx, deps, work, applied.value)),
  );
  const left = await getSeries(deps, { agencyId: newId(0), measure: 'count-1' });
  if (!left.ok || left.value.length > 0) throw new Error('a reversed reform still shows its figures');
  return [
    {
      name: `${OLD} communes → ${NEW}`,
      figures: OLD * MONTHS * 40,
      written: applied.value.rows,
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
  await owner.query('create table bare (like measurement including all)');
  await owner.query('insert into bare select * from measurement where carry_id is not null');
}

const oldId = (at: number) => `xa-cu-${at}`;
const newId = (at: number) => `xa-moi-${at}`;
const OLD_IDS = Array.from({ length: OLD }, (_, at) => oldId(at));
const NEW_IDS = Array.from({ length: NEW }, (_, at) => newId(at));

function listEvents(): readonly AgencyEvent[] {
  return NEW_IDS.map((id, at) => ({
    id: `event-${at}`,
    kind: 'merge',
    effectiveOn: ON,
    decision: { number: '1672/NQ-UBTVQH15', date: '2025-06-16', title: null },
    source: 'bench',
    confidence: 'A',
    verified: false,
    agencyIds: OLD_IDS.filter((_, old) => old % NEW === at),
    heir: {
      kind: 'founded',
      founding: {
        id,
        name: id,
        shortNames: [],
        level: 'commune',
        kind: 'peoples-committee',
        parentId: null,
        codes: [],
        groups: [],
      },
    },
  }));
}

function effectsOf(events: readonly AgencyEvent[]): ReformEffects {
  return { events, before: new Map(), after: new Map(), ended: [], foundedIds: NEW_IDS };
}

async function fillProvince(owner: pg.Client, provinceId: string, reformId: string): Promise<void> {
  await owner.query(`insert into province (id, code, name) values ($1, 'H37', 'Lạng Sơn')`, [provinceId]);
  await owner.query(
    `insert into agency (province_id, id, name, level, kind, verified, source)
     select $1, id, 'UBND ' || id, 'commune', 'peoples-committee', false, 'bench' from unnest($2::text[]) id`,
    [provinceId, [...OLD_IDS, ...NEW_IDS]],
  );
  await owner.query(
    `insert into reform (province_id, id, title, state, effective_on, decision, author, recorded_at)
     values ($1, $2, 'Sắp xếp cấp xã', 'approved', $3, '{}', 'bench', now())`,
    [provinceId, reformId, ON],
  );
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
