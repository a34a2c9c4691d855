import pg from 'pg';

/** A connection for reading what the database holds, to compare it with what was said. */
export async function withDatabase<T>(url: string, work: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client({ connectionString: url, application_name: 'huiguan-demo' });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}
