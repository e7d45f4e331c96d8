import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * SHA-256 over the canonical JSON (RFC 8785) of a plan's inputs, as 64 hexadecimal digits. The same inputs have the same
 * hash whatever the order of their keys; anyone can check it without this service.
 */
export const inputsHash = (inputs: object): string =>
  createHash('sha256')
    .update(canonicalize(inputs) ?? '')
    .digest('hex');
