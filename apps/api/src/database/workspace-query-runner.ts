import { APPLICATION_ROLE } from '@plimsoll/migrations';
import type { DataSource, EntityManager } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * One connection whose transactions run as the application role and see one workspace only.
 * Both settings end with the transaction, so the connection goes back to the pool clean.
 */
export class WorkspaceQueryRunner extends PostgresQueryRunner {
  private readonly opening: string;

  /** @param workspaceId undefined: a transaction that sees no workspace's rows. */
  constructor(dataSource: DataSource, workspaceId: string | undefined) {
    if (!(dataSource.driver instanceof PostgresDriver)) throw new Error('the data source is not PostgreSQL');
    super(dataSource.driver, 'master');
    if (workspaceId !== undefined && !UUID.test(workspaceId)) throw new Error('a workspace id is a UUID');
    // In the text, not as a parameter: statements with parameters cannot share a round trip with begin.
    this.opening = `begin; select set_config('role', '${APPLICATION_ROLE}', true), set_config('plimsoll.workspace', '${workspaceId ?? ''}', true)`;
    const manager: EntityManager = dataSource.createEntityManager(this);
    Object.assign(this, { manager });
  }

  /** Begins a transaction, or a savepoint in it, as its base class does; beginning takes one round trip. */
  override async startTransaction(): Promise<void> {
    if (this.transactionDepth > 0) return super.startTransaction();
    this.isTransactionActive = true;
    await this.query(this.opening);
    this.transactionDepth = 1;
  }

  /** Undoes what was done. Where the connection does not answer, it is closed, which makes the server undo it. */
  async abandon(reason: unknown, { answers }: { answers: boolean }): Promise<void> {
    try {
      if (!answers) throw reason;
      if (this.isTransactionActive && !this.isReleased) await this.query('rollback');
      this.isTransactionActive = false;
    } catch (error) {
      this.releaseCallback?.(error);
      this.releaseCallback = undefined;
    }
  }
}
