import { v7 } from 'uuid';
import { ProblemException } from '../problem/problem-exception.js';

const STORED_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A new id (UUIDv7). Later ids of this process sort after earlier ones: lists are ordered by it. */
export const newStoredId = (): string => v7();

/**
 * Checks the form of an id that a caller gave.
 * @throws ProblemException NOT_FOUND, the same as for an id that no row has: there is nothing of any other form.
 */
export function storedId(kind: StoredKind, id: string): string {
  if (!STORED_ID.test(id)) throw notFound(kind);
  return id;
}

export type StoredKind = 'profile' | 'plan' | 'version of the profile';

/** What does not exist, exists in another workspace, or is hidden: the answers are alike. */
export const notFound = (kind: StoredKind): ProblemException =>
  new ProblemException('NOT_FOUND', { detail: `There is no such ${kind} in this workspace.` });
