import pg from 'pg';

/** Runs the work while no other server on this database runs such work: what a first start does is done once. */
export async function takeTurn<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(20240604)');
    return await work();
  } finally {
    await client.end();
  }
}
