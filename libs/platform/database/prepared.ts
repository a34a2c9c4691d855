import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs a statement under a name, which each connection parses and plans once: for statements that run hundreds of times a
 * second, whose planning would cost more than their work. The same name must always mean the same text.
 */
export async function preparedRows<Row extends QueryResultRow>(em: EntityManager, name: string, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  const runner = em.connection.createQueryRunner();
  try {
    const client = await runner.connect() as PoolClient;
    return (await client.query<Row>({ name, text: sql, values: [...parameters] })).rows;
  } finally {
    await runner.release();
  }
}
