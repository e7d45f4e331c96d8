import { unknownParameters } from '../history/unknown-parameters.js';
import { ProblemException } from '../problem/problem-exception.js';

/**
 * Which two plans are to be compared, from a query string.
 * @throws ProblemException INVALID_PARAMETER naming what is missing or given more than once.
 */
export function comparedIds(query: object): { readonly base: string; readonly head: string } {
  const base: unknown = Reflect.get(query, 'base');
  const head: unknown = Reflect.get(query, 'head');
  const unknown = unknownParameters(query, ['base', 'head']);
  if (typeof base === 'string' && typeof head === 'string' && unknown.length === 0) return { base, head };
  const unread = Object.entries({ base, head })
    .filter(([, value]) => typeof value !== 'string')
    .map(([name]) => ({ pointer: `/${name}`, message: 'must be the id of a plan, given once' }));
  const errors = [...unread, ...unknown];
  throw new ProblemException('INVALID_PARAMETER', {
    detail: 'Say which plans to compare: ?base=…&head=…',
    errors,
  });
}
