import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { describeFault } from '#domain/audit/chain-words.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../config.ts';
import { openDatabase, withScope } from '../db/executor.ts';
import { reachDatabase } from '../db/reach-database.ts';
import { type Deps, systemDeps, uuidV7 } from '../deps.ts';
import { type AuditKey, auditKeyFile, readAuditKey, readPublicKeys, signatureChecker } from './audit-key.ts';
import { type AuditCheck, checkAudit } from './check-audit.ts';
import { checkExport } from './check-export.ts';
import { exportAudit } from './export-audit.ts';

/** What a command says: on the screen, as JSON, and by its exit code. */
export interface Told {
  readonly code: 0 | 1;
  readonly text: string;
  readonly json: object;
}

interface Checked extends AuditCheck {
  readonly province: string;
  readonly filtered?: boolean;
  readonly fileFault?: string | undefined;
}

/** `don-doc audit verify [FILE]`: an exported file by itself, or the database of this installation. */
export async function verifyAuditCommand(
  config: () => Config,
  { file, publicKeyFile }: { readonly file: string | undefined; readonly publicKeyFile: string | undefined },
): Promise<Told> {
  const given = publicKeyFile === undefined ? undefined : await readKeys(publicKeyFile);
  if (file !== undefined) {
    if (!existsSync(file)) throw new CannotStart(`Không tìm thấy tệp "${file}". / No such file.`);
    const checked = await checkExport(file, given);
    return tell([checked], given === undefined ? 'khóa lấy từ chính tệp' : 'khóa đã cho');
  }
  const settings = config();
  const checked = await checkDatabase(settings, given ?? heldKey(settings)?.publicKey);
  return tell(checked, given === undefined ? 'khóa của máy chủ này' : 'khóa đã cho');
}

/** `don-doc audit export FILE`: the whole audit of this installation, to be kept and checked elsewhere. */
export async function exportAuditCommand(config: () => Config, file: string): Promise<Told> {
  const settings = config();
  const key = heldKey(settings);
  const [count = 0] = await onProvinces(settings, async (deps) => {
    const exported = await exportAudit(deps, key, {});
    await writeWhole(file, exported.lines);
    return exported.upTo;
  });
  return {
    code: 0,
    text: `Đã xuất nhật ký: ${count} dòng, vào ${file}.${key === undefined ? ' Không có khóa nên tệp chưa được ký.' : ''}`,
    json: { file, count, signed: key !== undefined },
  };
}

async function checkDatabase(config: Config, keys: string | undefined): Promise<readonly Checked[]> {
  const checkSignature = keys === undefined ? undefined : signatureChecker(readPublicKeys(keys));
  return await onProvinces(config, (deps, province) =>
    withScope(deps.db, deps.scope, async (tx) => ({ province, ...(await checkAudit(tx, checkSignature)) })),
  );
}

/** The work for each province of the database; an installation has one. */
function onProvinces<T>(
  config: Config,
  work: (deps: Deps, province: string) => Promise<T>,
): Promise<readonly T[]> {
  return reachDatabase(config, async (url) => {
    const db = openDatabase(url, { role: 'don_doc_app', connections: 2 });
    try {
      const answers: T[] = [];
      for (const { id, name } of await listProvinces(url)) {
        const now = () => Temporal.Now.instant();
        const deps = systemDeps({
          db,
          provinceId: id,
          agencies: { held: undefined },
          now,
          newId: () => uuidV7(now()),
        });
        answers.push(await work(deps, name));
      }
      return answers;
    } finally {
      await db.destroy();
    }
  });
}

/** Asked as the owner: whoever acts in a province sees that one only. */
async function listProvinces(
  url: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const db = openDatabase(url, { connections: 1 });
  try {
    const { rows } = await sql<{
      held: boolean;
    }>`select to_regclass('audit_entry') is not null as held`.execute(db);
    if (rows[0]?.held !== true)
      throw new CannotStart(
        'Cơ sở dữ liệu chưa có nhật ký. Hãy khởi động Đôn Đốc bản này một lần. / The database holds no audit yet; start this version once.',
      );
    return await db.selectFrom('province').select(['id', 'name']).orderBy('code').execute();
  } finally {
    await db.destroy();
  }
}

/** The key of this installation where it has one; nothing is made for looking. */
function heldKey({ dataFolder, auditKeyFile: given }: Config): AuditKey | undefined {
  const file = given ?? auditKeyFile(dataFolder);
  return given !== undefined || existsSync(file) ? readAuditKey(file) : undefined;
}

async function readKeys(file: string): Promise<string> {
  const pem = await readFile(file, 'utf8').catch(() => '');
  if (readPublicKeys(pem).size === 0)
    throw new CannotStart(`Tệp "${file}" không có khóa công khai dạng PEM. / No public key in PEM there.`);
  return pem;
}

/** Written beside and renamed when whole. */
async function writeWhole(file: string, texts: AsyncIterable<string>): Promise<void> {
  const draft = `${file}.${process.pid}.partial`;
  try {
    await writeFile(draft, texts);
    await rename(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CannotStart(`Không ghi được tệp "${file}" (${code}). / Cannot write the file.`);
  } finally {
    await rm(draft, { force: true });
  }
}

function tell(checked: readonly Checked[], trust: string): Told {
  const intact = checked.every(({ fault, fileFault }) => fault === undefined && fileFault === undefined);
  return {
    code: intact ? 0 : 1,
    text: checked.map((one) => describeCheck(one, trust)).join('\n'),
    json: { intact, checks: checked.map(presentCheck) },
  };
}

function describeCheck(check: Checked, trust: string): string {
  const { province, count, filtered, fault, fileFault } = check;
  const where = province === '' ? '' : `${province}: `;
  if (fault !== undefined) return `${where}nhật ký KHÔNG nguyên vẹn. ${describeFault(fault)}`;
  if (fileFault !== undefined) return `${where}tệp nhật ký KHÔNG nguyên vẹn: ${fileFault}.`;
  if (filtered === true)
    return `${where}bản trích nguyên vẹn: ${count} dòng, đúng như lúc xuất (${trust}). Bản trích không cho biết có thiếu dòng nào.`;
  const sealed =
    check.lastSealedDay === null
      ? 'chưa có ngày nào được niêm phong'
      : `${check.sealedDays} ngày đã niêm phong, đến ${check.lastSealedDay.split('-').toReversed().join('/')}`;
  const signed = check.signaturesChecked ? `chữ ký đúng, ${trust}` : 'chưa đối chiếu chữ ký vì không có khóa';
  return `${where}nhật ký nguyên vẹn: ${count} dòng, ${sealed} (${signed}).`;
}

function presentCheck({ fault, ...check }: Checked): object {
  if (fault === undefined) return check;
  const { entry, ...rest } = fault;
  return {
    ...check,
    fault: {
      ...rest,
      occurredAt: entry?.occurredAt ?? null,
      act: entry?.act ?? null,
      message: describeFault(fault),
    },
  };
}
