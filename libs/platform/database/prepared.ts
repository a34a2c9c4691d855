import type { PoolClient } from 'pg';
import { QueryFailedError } from 'typeorm';
import type { EntityManager } from 'typeorm';

const names = new Map<string, string>();

/**
 * Runs a statement under a name, which each connection parses and plans once: for statements that run hundreds of times a
 * second, whose planning would cost more than their work. Its text must be one of few: each is kept by every connection.
 */
export async function preparedRows<Row>(em: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const runner = em.queryRunner ?? em.connection.createQueryRunner();
  try {
    const client = await runner.connect() as PoolClient;
    return (await client.query({ name: nameOf(sql), text: sql, values: [...parameters] })).rows as Row[];
  } catch (fault) {
    throw fault instanceof Error && 'code' in fault ? new QueryFailedError(sql, undefined, fault) : fault;
  } finally {
    if (runner !== em.queryRunner) await runner.release();
  }
}

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `house-${names.size}`;
  names.set(sql, name);
  return name;
}
