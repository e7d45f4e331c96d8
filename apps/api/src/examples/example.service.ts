import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WorkspaceTransactions } from '../database/workspace-transactions.js';
import { insertPlan } from '../plans/plan.service.js';
import type { StoredPlan } from '../plans/plan-rows.js';
import { insertProfile } from '../profiles/profile.service.js';
import { readProfile } from '../profiles/read-profile.js';
import { Workspaces } from '../workspaces/workspaces.js';
import { shippedExamples } from './example-files.js';
import { ShippedExampleEntity } from './shipped-example.entity.js';

/** The example whose plan stands on the first page. */
const SAMPLE = 'keep-it-going';

/**
 * The examples that ship, in the workspace `default`, each a profile with one plan. They are put in once: whoever deletes
 * one does not get it back. The sample plan is made by the service itself and never changes, so anyone may see it.
 */
@Injectable()
export class ExampleService implements OnApplicationBootstrap {
  private workspaceId: string | undefined;

  constructor(
    private readonly transactions: WorkspaceTransactions,
    private readonly workspaces: Workspaces,
  ) {}

  /** Puts in what is missing. Of several instances that start at once, one does it. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.workspaces.available) return;
    const workspaceId = await this.workspaces.idOf('default', { orMake: true });
    const examples = await shippedExamples();
    await this.transactions.run(workspaceId, async (manager) => {
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['shipped examples']);
      const known = await manager.findBy(ShippedExampleEntity, { workspaceId });
      for (const { name, profile } of examples) {
        if (!known.some((row) => row.name === name)) await ship(manager, workspaceId, name, profile);
      }
    });
    this.workspaceId = workspaceId;
  }

  /** The plan of `keep-it-going`, also where its profile has been deleted; undefined before the examples are put in. */
  async samplePlan(): Promise<StoredPlan | undefined> {
    const { workspaceId } = this;
    if (workspaceId === undefined) return undefined;
    return this.transactions.run(workspaceId, async (manager) => {
      const rows: StoredPlan[] = await manager.query(
        `select plans.id, plans.document
           from shipped_examples as shipped
           join plans on plans.workspace_id = shipped.workspace_id and plans.id = shipped.plan_id
          where shipped.workspace_id = $1 and shipped.name = $2`,
        [workspaceId, SAMPLE],
      );
      return rows[0];
    });
  }
}

async function ship(manager: EntityManager, workspaceId: string, name: string, body: object): Promise<void> {
  const { id: profileId } = await insertProfile(manager, workspaceId, readProfile(body));
  const { id: planId } = await insertPlan(manager, workspaceId, { profileId });
  await manager.insert(ShippedExampleEntity, { workspaceId, name, profileId, planId });
}
