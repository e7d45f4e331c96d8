import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WorkspaceTransactions } from '../database/workspace-transactions.js';
import type { Page } from '../history/page.js';
import type { PageRequest } from '../history/page-request.js';
import { newStoredId, notFound, storedId } from '../history/stored-id.js';
import { once } from '../idempotency/once.js';
import { ProblemException } from '../problem/problem-exception.js';
import type { ProfileDocument } from './profile-document.js';
import { type AllowedVersions, type ProfileRow, ProfileRows } from './profile-rows.js';

/**
 * What can be done with profiles, the same through either door. Documents come in judged (see `readProfile`).
 * Every method throws NOT_FOUND for what is not in the workspace or is hidden.
 */
@Injectable()
export class ProfileService {
  constructor(private readonly transactions: WorkspaceTransactions) {}

  /** Stores a new profile as its version 1; with a key, once. */
  create(workspaceId: string, document: ProfileDocument, key: string | undefined): Promise<ProfileRow> {
    return this.transactions.run(workspaceId, (manager) => {
      const rows = new ProfileRows(manager, workspaceId);
      const store = () => insertProfile(manager, workspaceId, document);
      if (key === undefined) return store();
      const keyed = { workspaceId, operation: 'createProfile', key, request: document };
      return once(manager, keyed, store, async (id) => found(await rows.first(id)));
    });
  }

  /** The newest version, or the one that is asked for. */
  async get(workspaceId: string, id: string, version?: number): Promise<ProfileRow> {
    storedId('profile', id);
    return this.rows(workspaceId, async (rows) => {
      const row = version === undefined ? await rows.newest(id) : await rows.version(id, version);
      if (row === undefined && version !== undefined && (await rows.exists(id, { hidden: false }))) {
        throw notFound('version of the profile');
      }
      return found(row);
    });
  }

  page(workspaceId: string, request: PageRequest): Promise<Page<ProfileRow>> {
    return this.rows(workspaceId, (rows) => rows.page(request));
  }

  async versions(workspaceId: string, id: string, request: PageRequest): Promise<Page<ProfileRow>> {
    storedId('profile', id);
    return this.rows(workspaceId, async (rows) => {
      if (!(await rows.exists(id, { hidden: false }))) throw notFound('profile');
      return rows.versions(id, request);
    });
  }

  /**
   * Replaces the whole document by a new version.
   * @throws ProblemException PRECONDITION_FAILED where the newest version is none of those allowed.
   */
  async replace(
    workspaceId: string,
    id: string,
    allowed: AllowedVersions,
    document: ProfileDocument,
  ): Promise<ProfileRow> {
    storedId('profile', id);
    return this.rows(workspaceId, async (rows) => {
      const row = await rows.replace(id, allowed, JSON.stringify(document), new Date());
      return row ?? (await refuseChange(rows, id));
    });
  }

  /** Hides a profile; its plans stay readable. Throws as `replace` does. */
  async hide(workspaceId: string, id: string, allowed: AllowedVersions): Promise<void> {
    storedId('profile', id);
    return this.rows(workspaceId, async (rows) => {
      if (!(await rows.hide(id, allowed, new Date()))) await refuseChange(rows, id);
    });
  }

  private rows<T>(workspaceId: string, work: (rows: ProfileRows) => Promise<T>): Promise<T> {
    return this.transactions.run(workspaceId, (manager) => work(new ProfileRows(manager, workspaceId)));
  }
}

/** Stores a new profile in a transaction that is under way. */
export async function insertProfile(
  manager: EntityManager,
  workspaceId: string,
  document: ProfileDocument,
): Promise<ProfileRow> {
  const now = new Date();
  const row: ProfileRow = {
    id: newStoredId(),
    version: 1,
    createdAt: now,
    updatedAt: now,
    document: JSON.stringify(document),
  };
  await new ProfileRows(manager, workspaceId).insert(row);
  return row;
}

function found(row: ProfileRow | undefined): ProfileRow {
  if (row === undefined) throw notFound('profile');
  return row;
}

async function refuseChange(rows: ProfileRows, id: string): Promise<never> {
  const newest = found(await rows.newest(id));
  throw new ProblemException('PRECONDITION_FAILED', {
    detail: `The newest version is ${newest.version}, which is not the one to be changed. Read it again, then send its ETag as If-Match.`,
  });
}
