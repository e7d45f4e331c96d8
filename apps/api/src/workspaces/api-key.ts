import { createHash, randomBytes } from 'node:crypto';

/**
 * An API key is `plk_<id>_<secret>`: the id says which key it is (in lists, to revoke it), the secret has 256 random bits.
 * Only its SHA-256 is stored; with that much chance in it, a slow hash would protect nothing more.
 */
export interface NewKey {
  readonly key: string;
  readonly hash: Buffer;
}

const SHAPE = /^plk_[\da-f]{32}_[\w-]{43}$/;

/** @param id the key's UUID. */
export function newKey(id: string): NewKey {
  const key = `plk_${id.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`;
  return { key, hash: hashOfKey(key) };
}

/** The hash of the whole key, id included. */
export const hashOfKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Whether the text could be a key at all; anything else need not be looked up. */
export const looksLikeKey = (text: string): boolean => SHAPE.test(text);
