import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import pg from 'pg';
import type { Act } from '#domain/access/acts.ts';
import { SESSION_LIMITS } from '#domain/access/session-life.ts';
import langSon from '#domain/agency/data/lang-son.json' with { type: 'json' };
import { createAuthentication, findSignedToken, type OidcProvider } from './access/authentication.ts';
import { addDemoPeople } from './access/demo.ts';
import { enter } from './access/enter.ts';
import { registerProviderReturn } from './access/provider-return.ts';
import { createSetupLink, needsSetup } from './access/set-up.ts';
import type { SignInDeps } from './access/sign-in-deps.ts';
import type { ReadTable } from './agency/reform/read-table.ts';
import { seedAgencies } from './agency/seed-agencies.ts';
import { registerAuditDownloads } from './audit/audit.downloads.ts';
import type { AuditKey } from './audit/audit-key.ts';
import { describeSealing, sealDays } from './audit/seal-days.ts';
import { syncCalendarAtStart } from './calendar/sync-calendar.ts';
import type { Db } from './db/executor.ts';
import { type BaseDeps, type Deps, inScope, systemDeps, uuidV7 } from './deps.ts';
import { clearUploads } from './evidence/clear-uploads.ts';
import { registerEvidenceFiles } from './evidence/evidence.downloads.ts';
import { createEvidenceReader } from './evidence/evidence-reader.ts';
import type { FileStore } from './evidence/file-store.ts';
import { askedBy, type Enter } from './guard.ts';
import { registerApi } from './http/api.ts';
import { orRefuseFile } from './http/attach-file.ts';
import { registerSameSite } from './http/same-site.ts';
import { type Mailer, NO_MAILER } from './mail/mailer.ts';
import { registerFeeds } from './notice/feed/feed.downloads.ts';
import { registerLetters } from './notice/letter/letter.downloads.ts';
import { remind } from './notice/remind.ts';
import { confirmImport } from './plan/confirm-import.ts';
import { createImport, type ReadFile } from './plan/create-import.ts';
import { registerDownloads } from './plan/plan.downloads.ts';
import { registerScheduleDownloads } from './plan/schedule/schedule.downloads.ts';
import { syncExistingPlans } from './plan/schedule/sync-existing.ts';
import { readDocumentApart, readPlanApart, readTableApart } from './plan/source/read-apart.ts';
import { buildRouter } from './routes.ts';
import { registerOverviewDownloads } from './task/overview/overview.downloads.ts';
import { registerProgressTable } from './task/table/progress-table.downloads.ts';
import { registerWorkNews } from './task/work/stream-news.ts';
import { openWorkNews } from './task/work/work-news.ts';

export interface ProductOptions {
  readonly db: Db;
  /** Connection of the owner, who alone may add a province. */
  readonly ownerUrl: string;
  /** Acts as the role of sign-in. */
  readonly authDb: Db;
  readonly now: () => Temporal.Instant;
  readonly signIn: SignInOptions;
  /** Seals the audit day by day. */
  readonly auditKey: AuditKey;
  /** Where the files of evidence are kept. */
  readonly files: FileStore;
  /** Largest file taken as evidence, in megabytes. */
  readonly mostMegabytes?: number;
  /** Hears of work done apart from any request that failed. */
  readonly report?: (error: unknown) => void;
  /** False leaves the sample plan out. */
  readonly sample?: boolean;
}

export interface SignInOptions {
  /** What session cookies are signed with. */
  readonly secret: string;
  readonly publicUrl?: string | undefined;
  readonly oidc?: readonly OidcProvider[];
  /** People to try it with, who are entered without a password. */
  readonly demo?: boolean;
  /** Left out, no letter is sent. */
  readonly mailer?: Mailer;
}

export interface Product {
  readonly register: (app: FastifyInstance) => Promise<void>;
  readonly deps: Deps;
  /** The session that cookies prove by their signature. */
  readonly findSession: (cookies: string | undefined) => string | undefined;
  /** Seals the days that are over; answers with what stands in the way. */
  readonly sealDays: () => Promise<string | undefined>;
  /** Reads the files of evidence that wait for it; answers when none is left. */
  readonly readEvidence: () => Promise<void>;
  /** Clears away files on their way that nobody went on with. */
  readonly clearUploads: () => Promise<number>;
  /** Plans the reminders of the day and sends the letters whose time has come. */
  readonly remind: (signal?: AbortSignal) => Promise<void>;
  /** A one-time link's secret for creating the first administrator; undefined where there is one. */
  readonly createSetupSecret: () => Promise<string | undefined>;
}

const SAMPLE = path.join(import.meta.dirname, '..', 'samples', 'ke-hoach-126-kh-ubnd-lang-son-2024.txt');
const MOST_MEGABYTES = 50;
const readFile: ReadFile = ({ name, bytes }, asOf) => readPlanApart({ bytes, fileName: name, asOf });
const readTable: ReadTable = ({ name, bytes }) => readTableApart({ bytes, fileName: name });

/** Everything of this installation's province; a first start gives it its agencies and the sample plan. */
export async function registerProduct(options: ProductOptions): Promise<Product> {
  const provinceId = await getProvinceId(options);
  const newId = () => uuidV7(options.now());
  const base: BaseDeps = {
    db: options.db,
    provinceId,
    agencies: { held: undefined },
    now: options.now,
    newId,
  };
  const deps = systemDeps(base);
  const { first } = await inScope(deps, (tx) => seedAgencies(tx, base));
  await syncCalendarAtStart(deps);
  await syncExistingPlans(deps);
  if (first && options.sample !== false) await importSample(deps);
  const signIn = openSignIn(options, base);
  if (signIn.demo) await addDemoPeople(signIn);
  const enterRequest: Enter = (asked, act) => enter(signIn, asked, act);
  const { auditKey, files, mostMegabytes = MOST_MEGABYTES } = options;
  const reader = createEvidenceReader({
    deps,
    files,
    report: options.report ?? (() => undefined),
    readDocument: ({ name, bytes }) => readDocumentApart({ bytes, fileName: name, mostMegabytes }),
  });
  const notice = { mailer: signIn.mailer, publicUrl: signIn.publicUrl };
  return {
    deps,
    findSession: (cookies) => findSignedToken(cookies, options.signIn.secret),
    sealDays: async () => describeSealing(await sealDays({ ...base, auditKey })),
    readEvidence: reader.readAll,
    clearUploads: () => clearUploads(deps, files),
    remind: (signal) => remind(base, notice, signal),
    createSetupSecret: async () => ((await needsSetup(signIn)) ? createSetupLink(signIn) : undefined),
    register: async (app) => {
      registerSameSite(app, options.signIn.publicUrl);
      registerProviderReturn(app, signIn);
      const enterDownload = async (request: FastifyRequest, act: Act) =>
        orRefuseFile(await enterRequest(askedBy(request), act));
      registerDownloads(app, enterDownload);
      registerProgressTable(app, enterDownload);
      await registerEvidenceFiles(app, enterDownload, { files });
      registerLetters(app, enterDownload);
      registerFeeds(app, signIn);
      registerScheduleDownloads(app, enterDownload);
      registerOverviewDownloads(app, enterDownload);
      registerWorkNews(app, enterDownload, openWorkNews(options.ownerUrl));
      registerAuditDownloads(app, enterDownload, auditKey);
      const parts = { readFile, readTable, auditKey, evidence: { files, mostMegabytes, reader }, notice };
      await registerApi(app, buildRouter(signIn, parts), (request, reply) => ({
        ...askedBy(request),
        enter: enterRequest,
        setCookie: (line) => void reply.header('set-cookie', line),
      }));
    },
  };
}

function openSignIn({ authDb, signIn: given }: ProductOptions, base: BaseDeps): SignInDeps {
  const oidc = given.oidc ?? [];
  return {
    base,
    authDb,
    oidc,
    publicUrl: given.publicUrl,
    secret: given.secret,
    demo: given.demo === true,
    mailer: given.mailer ?? NO_MAILER,
    authentication: createAuthentication({
      db: authDb,
      secret: given.secret,
      publicUrl: given.publicUrl,
      oidc,
      sessionSeconds: SESSION_LIMITS.absolute,
    }),
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
