import { tokensOf, valueAt } from './pointer.js';
import { HIDDEN, isSensitiveKey, mentionsSecret } from './sensitive-keys.js';

const LONGEST = 100;

/**
 * What an error repeats of the value that it refuses: enough to recognise it, never a secret, never more than a line.
 * A scalar as it came; a list or an object by its size; a value under a sensitive key as `******`; nothing as undefined.
 */
export function receivedAt(document: unknown, pointer: string): unknown {
  const value = valueAt(document, pointer);
  if (value === undefined) return undefined;
  return tokensOf(pointer).some(isSensitiveKey) ? HIDDEN : described(value);
}

/** A value as an error may repeat it, whatever its key. */
export function described(value: unknown): unknown {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'string') return line(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value;
}

function line(text: string): string {
  if (mentionsSecret(text)) return HIDDEN;
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return short.replace(/\p{Surrogate}/gu, '\uFFFD');
}
