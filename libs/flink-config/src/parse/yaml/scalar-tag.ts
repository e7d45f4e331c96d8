import { TAG_PREFIX } from './node.js';

const INT = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
const FLOAT = /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const BOOL = /^(?:true|True|TRUE|false|False|FALSE)$/;
const NULL = /^(?:~|null|Null|NULL| |)$/;

/** What a plain text is taken for, by the core schema of YAML 1.2. */
export function tagOfPlain(text: string): string {
  if (BOOL.test(text)) return `${TAG_PREFIX}bool`;
  if (INT.test(text)) return `${TAG_PREFIX}int`;
  if (FLOAT.test(text)) return `${TAG_PREFIX}float`;
  return NULL.test(text) ? `${TAG_PREFIX}null` : `${TAG_PREFIX}str`;
}
