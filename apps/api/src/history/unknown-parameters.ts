import { pointerTo } from '../problem/pointer.js';
import type { FieldError } from '../problem/problem.js';

/** An error for each parameter of a query string that the route does not have: a misspelt one is not left unread. */
export const unknownParameters = (query: object, known: readonly string[]): FieldError[] =>
  Object.keys(query)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      pointer: pointerTo('', name.slice(0, 100)),
      message: `is not a parameter of this route: ${known.join(', ')}`,
    }));
