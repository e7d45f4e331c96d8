import type { Figure } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

/** What grows too slowly for a number to say when it is full never is: null. */
export const unlessEndless = <U extends Unit>(figure: Figure<U>): Figure<U> | null =>
  Number.isFinite(figure.value) ? figure : null;
