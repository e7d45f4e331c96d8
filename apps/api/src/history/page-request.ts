import type { FieldError } from '../problem/problem.js';
import { ProblemException } from '../problem/problem-exception.js';
import { type ListName, positionOf } from './cursor.js';
import { unknownParameters } from './unknown-parameters.js';

export const FIRST = { least: 1, most: 100, otherwise: 20 } as const;

/** Which page of a list is asked for. */
export interface PageRequest {
  /** How many things at most. */
  readonly first: number;
  /** The position after which it begins; undefined: at the newest. */
  readonly after: string | undefined;
}

/** `first` and `after` as they came: text in a query string, a number in GraphQL; null and undefined are left out. */
export interface PageArguments {
  readonly first?: unknown;
  readonly after?: unknown;
}

/**
 * Reads which page of a list is asked for.
 * @throws ProblemException INVALID_PARAMETER naming every argument that is wrong.
 */
export function pageRequest(
  list: ListName,
  asked: PageArguments,
  unknown: readonly FieldError[] = [],
): PageRequest {
  const first = firstOf(asked.first ?? undefined);
  const after = asked.after ?? undefined;
  const position = typeof after === 'string' ? positionOf(list, after) : undefined;
  const errors = [
    ...unknown,
    ...(first === undefined
      ? [{ pointer: '/first', message: `must be a whole number from ${FIRST.least} to ${FIRST.most}` }]
      : []),
    ...(after !== undefined && position === undefined
      ? [{ pointer: '/after', message: 'must be the endCursor of an earlier page of this list' }]
      : []),
  ];
  if (first === undefined || errors.length > 0) {
    const detail = errors.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('; ');
    throw new ProblemException('INVALID_PARAMETER', { detail, errors });
  }
  return { first, after: position };
}

/** The same from a query string, which may hold no other parameters. */
export const pageOfQuery = (list: ListName, query: PageArguments): PageRequest =>
  pageRequest(list, query, unknownParameters(query, ['first', 'after']));

function firstOf(asked: unknown): number | undefined {
  if (asked === undefined) return FIRST.otherwise;
  const value = typeof asked === 'string' && /^[0-9]{1,3}$/.test(asked) ? Number(asked) : asked;
  if (typeof value !== 'number' || !Number.isInteger(value)) return undefined;
  return value >= FIRST.least && value <= FIRST.most ? value : undefined;
}
