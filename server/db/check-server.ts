import pg from 'pg';
import { CannotStart } from '../data-folder.ts';

/** Checks that an outer PostgreSQL can carry the product: version, extensions, ICU. Says all that is missing at once. */
export async function checkDatabaseServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new CannotStart(
      `Không kết nối được PostgreSQL theo DATABASE_URL: ${(error as Error).message}. / Cannot connect to the PostgreSQL of DATABASE_URL.`,
    );
  }
  try {
    const { rows } = await client.query<{
      version: number;
      missing: string[] | null;
      icu: boolean;
      utf8: boolean;
    }>(`
      select current_setting('server_version_num')::int as version,
             (select array_agg(wanted) from unnest(array['unaccent', 'pg_trgm']) wanted
              where not exists (select 1 from pg_available_extensions where name = wanted)) as missing,
             exists (select 1 from pg_collation where collprovider = 'i') as icu,
             current_setting('server_encoding') = 'UTF8' as utf8`);
    const found = rows[0];
    if (found === undefined) return;
    const lacks = [
      ...(found.version < 150_000
        ? [`phiên bản ${Math.floor(found.version / 10_000)}, cần từ 15 / version 15 or later`]
        : []),
      ...(found.missing ?? []).map(
        (name) => `phần mở rộng ${name} (gói postgresql-contrib) / extension ${name}`,
      ),
      ...(found.icu ? [] : ['bản PostgreSQL dựng kèm ICU, để xếp chữ tiếng Việt / an ICU build']),
      ...(found.utf8 ? [] : ['cơ sở dữ liệu mã UTF8 / UTF8 encoding']),
    ];
    if (lacks.length > 0)
      throw new CannotStart(
        `PostgreSQL theo DATABASE_URL còn thiếu / lacks:\n${lacks.map((lack) => `  - ${lack}`).join('\n')}`,
      );
  } finally {
    await client.end();
  }
}
