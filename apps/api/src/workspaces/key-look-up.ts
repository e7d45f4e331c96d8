import { Injectable } from '@nestjs/common';
import { WorkspaceTransactions } from '../database/workspace-transactions.js';
import { hashOfKey, looksLikeKey } from './api-key.js';
import type { Caller } from './caller.js';

/** How long an answer about a key is used again, in milliseconds: a revoked key is refused after this at the latest. */
export const REMEMBERED_MS = 2000;
const REMEMBERED_KEYS = 10_000;

interface Remembered {
  readonly caller: Promise<Caller | undefined>;
  readonly until: number;
}

/** From an API key to its caller. Keys that are in use are asked of the database once in two seconds, not once a request. */
@Injectable()
export class KeyLookUp {
  private readonly remembered = new Map<string, Remembered>();

  constructor(private readonly transactions: WorkspaceTransactions) {}

  /** @returns undefined where no such key exists or it was revoked. */
  async callerOf(key: string): Promise<Caller | undefined> {
    if (!looksLikeKey(key)) return undefined;
    const hash = hashOfKey(key);
    const name = hash.toString('base64');
    const known = this.remembered.get(name);
    if (known && performance.now() < known.until) return known.caller;

    const caller = this.ask(hash);
    this.remembered.delete(name);
    this.remembered.set(name, { caller, until: performance.now() + REMEMBERED_MS });
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > REMEMBERED_KEYS && oldest !== undefined) this.remembered.delete(oldest);
    try {
      const found = await caller;
      if (found === undefined) this.remembered.delete(name);
      return found;
    } catch (error) {
      this.remembered.delete(name);
      throw error;
    }
  }

  private async ask(hash: Buffer): Promise<Caller | undefined> {
    const rows: { workspace_id: string; scopes: string[] }[] = await this.transactions.outside((manager) =>
      manager.query('select workspace_id, scopes from public.plimsoll_caller($1)', [hash]),
    );
    const [row] = rows;
    return row && { workspaceId: row.workspace_id, scopes: row.scopes };
  }
}
