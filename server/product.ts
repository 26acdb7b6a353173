import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Agency } from '#domain/agency/agency.ts';
import langSon from '#domain/agency/data/lang-son.json' with { type: 'json' };
import { insertAgencies, listAgencies } from './agency/agency.store.ts';
import { type Db, wholeProvince, withScope } from './db/executor.ts';
import { type Deps, THE_SYSTEM, uuidV7 } from './deps.ts';
import { registerApi } from './http/api.ts';
import { confirmImport } from './plan/confirm-import.ts';
import { createImport, type ReadFile } from './plan/create-import.ts';
import { registerDownloads } from './plan/plan.downloads.ts';
import { readPlanApart } from './plan/source/read-apart.ts';
import { buildRouter } from './routes.ts';

export interface ProductOptions {
  readonly db: Db;
  /** Connection of the owner, who alone may add a province. */
  readonly ownerUrl: string;
  readonly now: () => Temporal.Instant;
  /** False leaves the sample plan out. */
  readonly sample?: boolean;
}

const SAMPLE = path.join(import.meta.dirname, '..', 'samples', 'ke-hoach-126-kh-ubnd-lang-son-2024.txt');
const readFile: ReadFile = ({ name, bytes }, asOf) => readPlanApart({ bytes, fileName: name, asOf });

/** Everything of this installation's province; a first start gives it its agencies and the sample plan. */
export async function registerProduct(
  options: ProductOptions,
): Promise<{ register: (app: FastifyInstance) => Promise<void>; deps: Deps }> {
  const provinceId = await getProvinceId(options);
  const scope = wholeProvince(provinceId);
  const newId = () => uuidV7(options.now());
  const held = await withScope(options.db, scope, listAgencies);
  if (held.length === 0)
    await withScope(options.db, scope, (tx) =>
      insertAgencies(tx, provinceId, langSon.agencies as readonly Agency[]),
    );
  const directory = held.length === 0 ? await withScope(options.db, scope, listAgencies) : held;
  const deps: Deps = {
    db: options.db,
    provinceId,
    scope,
    acting: THE_SYSTEM,
    directory,
    now: options.now,
    newId,
  };
  if (held.length === 0 && options.sample !== false) await importSample(deps);
  return {
    deps,
    register: async (app) => {
      registerDownloads(app, deps);
      await registerApi(app, buildRouter(deps, readFile));
    },
  };
}

async function importSample(deps: Deps): Promise<void> {
  const created = await createImport(deps, readFile, {
    name: path.basename(SAMPLE),
    bytes: readFileSync(SAMPLE),
  });
  if (!created.ok) throw new Error(`the sample plan was refused: ${JSON.stringify(created.refusals)}`);
  const confirmed = await confirmImport(deps, created.value.importId);
  if (!confirmed.ok)
    throw new Error(`the sample plan was not confirmed: ${JSON.stringify(confirmed.refusals)}`);
}

/** The one province of this installation, made at the first start; two that start together agree on it. */
async function getProvinceId({ ownerUrl, now }: ProductOptions): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { code, name } = langSon.province;
    await owner.query(
      'insert into province (id, code, name) values ($1, $2, $3) on conflict (code) do nothing',
      [uuidV7(now()), code, name],
    );
    const { rows } = await owner.query<{ id: string }>('select id from province where code = $1', [code]);
    const [province] = rows;
    if (province === undefined) throw new Error('the province is not there');
    return province.id;
  } finally {
    await owner.end();
  }
}
