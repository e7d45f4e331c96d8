import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../problem/problem-exception.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';

/** A request that stores something, as far as its repetition is concerned. */
export interface KeyedRequest {
  readonly workspaceId: string;
  /** The use case, so that a key means the same through either door: `createProfile`. */
  readonly operation: string;
  readonly key: string;
  /** All that the caller asked for, in base units and without secrets. */
  readonly request: object;
}

const RETRY_AFTER = { 'Retry-After': '1' };

/**
 * Does something at most once for each key of a workspace, in the transaction of `manager`: what is stored and the record
 * of the key are written together or not at all. A repeated request gives what the first one stored, read `again`.
 * @throws ProblemException REQUEST_IN_PROGRESS while the first one still runs; IDEMPOTENCY_KEY_REUSED where it asked for
 *   something else.
 */
export async function once<T extends { readonly id: string }>(
  manager: EntityManager,
  keyed: KeyedRequest,
  store: () => Promise<T>,
  again: (storedId: string) => Promise<T>,
): Promise<T> {
  const { workspaceId, operation, key } = keyed;
  const name = { workspaceId, operation, key };
  await lock(manager, JSON.stringify(name));
  const requestHash = createHash('sha256')
    .update(canonicalize(keyed.request) ?? '')
    .digest('hex');
  const known = await manager.findOneBy(IdempotencyKeyEntity, name);
  if (known !== null) {
    if (known.requestHash !== requestHash) throw new ProblemException('IDEMPOTENCY_KEY_REUSED');
    return again(known.storedId);
  }
  const stored = await store();
  await manager.insert(IdempotencyKeyEntity, {
    ...name,
    requestHash,
    storedId: stored.id,
    createdAt: new Date(),
  });
  return stored;
}

/** Held until the transaction ends. Taken in a statement of its own, so that the look-up after it sees the last holder's record. */
async function lock(manager: EntityManager, name: string): Promise<void> {
  const rows: { free: boolean }[] = await manager.query(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free',
    [name],
  );
  if (rows[0]?.free !== true) throw new ProblemException('REQUEST_IN_PROGRESS', { headers: RETRY_AFTER });
}
