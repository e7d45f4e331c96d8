import type { Position } from '../answer.js';
import type { Field, Tree } from './tree.js';

/** The field at a path of names, where there is one. */
export function fieldAt(root: Tree | undefined, ...path: readonly string[]): Field | undefined {
  let field: Field | undefined;
  let at = root;
  for (const name of path) {
    if (at?.kind !== 'object') return undefined;
    field = at.fields.get(name);
    at = field?.value;
  }
  return field;
}

/** A scalar at a path, with its place; nothing where it is missing, null, or no scalar. */
export function textAt(root: Tree | undefined, ...path: readonly string[]): Placed | undefined {
  const value = fieldAt(root, ...path)?.value;
  if (value === undefined || !('text' in value) || value.kind === 'null') return undefined;
  return { text: value.text, at: value.at };
}

export interface Placed {
  readonly text: string;
  readonly at: Position;
}

/** A whole number at a path. */
export function countAt(root: Tree | undefined, ...path: readonly string[]): number | undefined {
  const text = textAt(root, ...path)?.text;
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
