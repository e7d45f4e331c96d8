import { Injectable } from '@nestjs/common';
import { composePlan } from '@plimsoll/planner';
import type { EntityManager } from 'typeorm';
import { WorkspaceTransactions } from '../database/workspace-transactions.js';
import type { Page } from '../history/page.js';
import type { PageRequest } from '../history/page-request.js';
import { newStoredId, notFound, storedId } from '../history/stored-id.js';
import { once } from '../idempotency/once.js';
import { problemOf } from '../problem/problem-of.js';
import { type ProfileDocument, planInputs } from '../profiles/profile-document.js';
import { type ProfileRow, ProfileRows } from '../profiles/profile-rows.js';
import { planText } from './plan-document.js';
import { PlanRows, type StoredPlan } from './plan-rows.js';

/** A plan to be made: of the newest version of a profile, or of the one that is named. */
export interface PlanOrder {
  readonly profileId: string;
  readonly profileVersion?: number;
}

/** What can be done with plans, the same through either door. Plans never change. */
@Injectable()
export class PlanService {
  constructor(private readonly transactions: WorkspaceTransactions) {}

  /**
   * Makes a plan and stores it whole; with a key, once.
   * @throws ProblemException NOT_FOUND for a profile that is not in the workspace or is hidden; INVALID_VALUE for a version
   *   that it does not have, and where this engine can no longer plan what an older one could.
   */
  async create(workspaceId: string, order: PlanOrder, key: string | undefined): Promise<StoredPlan> {
    storedId('profile', order.profileId);
    return this.transactions.run(workspaceId, (manager) => {
      const store = () => insertPlan(manager, workspaceId, order);
      if (key === undefined) return store();
      const request = { profileId: order.profileId, profileVersion: order.profileVersion ?? null };
      const again = async (id: string) => found(await new PlanRows(manager, workspaceId).find(id));
      return once(manager, { workspaceId, operation: 'createPlan', key, request }, store, again);
    });
  }

  async get(workspaceId: string, id: string): Promise<StoredPlan> {
    storedId('plan', id);
    return this.transactions.run(workspaceId, async (manager) =>
      found(await new PlanRows(manager, workspaceId).find(id)),
    );
  }

  /** Two plans, to be compared. */
  async pair(workspaceId: string, base: string, head: string): Promise<[StoredPlan, StoredPlan]> {
    for (const id of [base, head]) storedId('plan', id);
    return this.transactions.run(workspaceId, async (manager) => {
      const rows = new PlanRows(manager, workspaceId);
      return [found(await rows.find(base)), found(await rows.find(head))];
    });
  }

  /** The plans of a profile, also of a hidden one. */
  async page(workspaceId: string, profileId: string, request: PageRequest): Promise<Page<StoredPlan>> {
    storedId('profile', profileId);
    return this.transactions.run(workspaceId, async (manager) => {
      const profiles = new ProfileRows(manager, workspaceId);
      if (!(await profiles.exists(profileId, { hidden: true }))) throw notFound('profile');
      return new PlanRows(manager, workspaceId).page(profileId, request);
    });
  }
}

/** Makes and stores a plan in a transaction that is under way. Throws as `PlanService.create` does. */
export async function insertPlan(
  manager: EntityManager,
  workspaceId: string,
  { profileId, profileVersion }: PlanOrder,
): Promise<StoredPlan> {
  const profile = await statedProfile(new ProfileRows(manager, workspaceId), profileId, profileVersion);
  const stated: ProfileDocument = JSON.parse(profile.document);
  const inputs = planInputs(stated);
  const composed = composePlan(inputs);
  if (composed.kind === 'rejected') throw problemOf(composed.rejections, stated);
  const identity = { id: newStoredId(), profileId, profileVersion: profile.version, createdAt: new Date() };
  const document = planText(identity, inputs, composed.value);
  await new PlanRows(manager, workspaceId).insert({ ...identity, document });
  return { id: identity.id, document };
}

async function statedProfile(
  rows: ProfileRows,
  id: string,
  version: number | undefined,
): Promise<ProfileRow> {
  if (version === undefined) {
    const newest = await rows.newest(id);
    if (newest === undefined) throw notFound('profile');
    return newest;
  }
  const stated = await rows.version(id, version);
  if (stated !== undefined) return stated;
  const newest = await rows.newest(id);
  if (newest === undefined) throw notFound('profile');
  const message = `must be a version of the profile: 1 to ${newest.version}`;
  throw problemOf([{ pointer: '/profileVersion', message }], { profileVersion: version });
}

function found(plan: StoredPlan | undefined): StoredPlan {
  if (plan === undefined) throw notFound('plan');
  return plan;
}
