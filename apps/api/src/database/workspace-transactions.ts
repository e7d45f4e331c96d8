import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseAway, isNoAnswer } from './database-away.js';
import { WorkspaceQueryRunner } from './workspace-query-runner.js';

/**
 * The one way to stored rows: a transaction under the application role, in which row-level security shows the rows of
 * one workspace only. A forgotten `where` finds nothing of another's; a row of another's can be neither written nor referred to.
 */
@Injectable()
export class WorkspaceTransactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction (read committed): committed when it resolves, undone when it rejects.
   * @param workspaceId a UUID, from the caller's key and never from a request.
   * @throws what `work` throws; an error with a network code (`ETIMEDOUT`, `ECONNREFUSED` …) where the database does not answer.
   */
  async run<T>(workspaceId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.runAs(workspaceId, work);
  }

  /** The same without a workspace: no policy shows any row. For questions that come before the workspace is known. */
  async outside<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.runAs(undefined, work);
  }

  private async runAs<T>(
    workspaceId: string | undefined,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const runner = new WorkspaceQueryRunner(this.dataSource, workspaceId);
    try {
      await runner.startTransaction();
      const result = await work(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.abandon(error, { answers: !isNoAnswer(error) });
      throw databaseAway(error);
    } finally {
      await runner.release();
    }
  }
}
