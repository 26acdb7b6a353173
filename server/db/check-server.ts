import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';

export interface ServerFacts {
  /** As PostgreSQL numbers itself: 150018 is 15.18. */
  readonly version: number;
  readonly extensions: readonly string[];
  /** Built with ICU, which orders words of any language. */
  readonly icu: boolean;
  /** Its ICU knows Vietnamese: small builds leave languages out. */
  readonly vietnamese: boolean;
  readonly utf8: boolean;
}

const EXTENSIONS = ['unaccent', 'pg_trgm'];
const OLDEST = 150_000;

/** Checks that an outer PostgreSQL can carry the product; answers with what is worse there but bearable. */
export async function checkDatabaseServer(url: string): Promise<readonly string[]> {
  const facts = await getServerFacts(url);
  const lacks = findLacks(facts);
  if (lacks.length > 0)
    throw new CannotStart(
      `PostgreSQL theo DATABASE_URL còn thiếu / The PostgreSQL of DATABASE_URL lacks:\n${lacks.map((lack) => `  - ${lack}`).join('\n')}`,
    );
  return facts.vietnamese
    ? []
    : [
        'ICU của PostgreSQL này không có tiếng Việt: danh sách xếp theo thứ tự chung của ICU. / The ICU of this PostgreSQL has no Vietnamese: lists follow its root order.',
      ];
}

/** Everything without which the product cannot run, all at once. */
export function findLacks({ version, extensions, icu, utf8 }: ServerFacts): readonly string[] {
  return [
    ...(version < OLDEST
      ? [`phiên bản từ 15 (đang là ${Math.floor(version / 10_000)}) / version 15 or later`]
      : []),
    ...EXTENSIONS.filter((wanted) => !extensions.includes(wanted)).map(
      (name) => `phần mở rộng ${name} (gói postgresql-contrib) / extension ${name} (postgresql-contrib)`,
    ),
    ...(icu ? [] : ['bản dựng có ICU, để xếp chữ tiếng Việt / a build with ICU, to order Vietnamese']),
    ...(utf8 ? [] : ['cơ sở dữ liệu mã UTF8 / a database in UTF8']),
  ];
}

async function getServerFacts(url: string): Promise<ServerFacts> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<ServerFacts>(`
      select current_setting('server_version_num')::int as version,
             array(select name::text from pg_available_extensions) as extensions,
             exists (select 1 from pg_collation where collprovider = 'i') as icu,
             exists (select 1 from pg_collation where collprovider = 'i' and collname ~ '^vi\\M') as vietnamese,
             current_setting('server_encoding') = 'UTF8' as utf8`);
    const [facts] = rows;
    if (facts === undefined) throw new Error('no answer');
    return facts;
  } catch (error) {
    throw new CannotStart(
      `Không kết nối được PostgreSQL theo DATABASE_URL: ${explain(error)}. Hãy kiểm tra địa chỉ, cổng, tài khoản và mật khẩu.\n` +
        'Cannot connect to the PostgreSQL of DATABASE_URL; check its address, port, account and password.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A refused connection to a name of several addresses comes as one error for each, with no words of its own. */
function explain(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message !== undefined && message !== '' ? message : (code ?? 'không rõ lý do');
}
