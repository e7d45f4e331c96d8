import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { newKey } from './api-key.js';
import type { ScopeName } from './caller.js';
import { Workspaces } from './workspaces.js';

export interface KeyInList {
  readonly id: string;
  readonly workspace: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** The keys of all workspaces. Managing them is the operator's work, done as the tables' owner and never by a request. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly workspaces: Workspaces,
  ) {}

  /**
   * Makes a key, and the workspace where there is none of that name.
   * @returns the key itself: this is the only time that it can be read.
   */
  async create(
    workspace: string,
    name: string,
    scopes: readonly ScopeName[],
  ): Promise<{ id: string; key: string }> {
    const workspaceId = await this.workspaces.idOf(workspace, { orMake: true });
    const id = uuidv7();
    const { key, hash } = newKey(id);
    await this.dataSource.query(
      'insert into public.api_keys (workspace_id, id, name, key_hash, scopes) values ($1, $2, $3, $4, $5)',
      [workspaceId, id, name, hash, scopes],
    );
    return { id, key };
  }

  /** Oldest first. */
  async list(): Promise<KeyInList[]> {
    return this.dataSource.query(
      `select k.id, w.name as workspace, k.name, k.scopes, k.created_at as "createdAt", k.revoked_at as "revokedAt"
         from public.api_keys k join public.workspaces w on w.id = k.workspace_id
        order by w.name, k.id`,
    );
  }

  /**
   * Instances that used the key just now accept it for two seconds more.
   * @returns false where no key has this id; true also where it was revoked before.
   */
  async revoke(id: string): Promise<boolean> {
    const found: [unknown[], number] = await this.dataSource.query(
      'update public.api_keys set revoked_at = coalesce(revoked_at, now()) where id = $1',
      [id],
    );
    return found[1] > 0;
  }
}
