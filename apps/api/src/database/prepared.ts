import type { ClientBase } from 'pg';
import type { EntityManager } from 'typeorm';

/** A statement that each connection parses and plans once. One name has one text. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a prepared statement in the transaction of `manager`: for what is done for every plan, where planning the statement
 * anew would cost as much as running it. Row-level security holds as ever: it reads the workspace when the statement runs.
 */
export async function runPrepared<Row extends object>(
  manager: EntityManager,
  { name, text }: PreparedStatement,
  values: unknown[],
): Promise<Row[]> {
  if (manager.queryRunner === undefined) throw new Error('a prepared statement runs in a transaction');
  const client: ClientBase = await manager.queryRunner.connect();
  const { rows } = await client.query<Row>({ name, text, values });
  return rows;
}
