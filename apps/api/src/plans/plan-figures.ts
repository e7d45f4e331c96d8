import type { PlanDocument } from './plan-document.js';

/**
 * Reads a stored plan. Sizes above 2^53 − 1, which are digits in the text, are numbers again in its results, as those who
 * calculate with them want; its inputs stay as they were given.
 */
export function planFigures(document: string): PlanDocument {
  const plan: PlanDocument = JSON.parse(document);
  if (!DIGITS.test(document)) return plan;
  return { ...plan, capacity: JSON.parse(JSON.stringify(plan.capacity), sizeAsNumber) };
}

/** Few plans hold such a size, and looking for one is cheaper than visiting every value of a large plan. */
const DIGITS = /ytes":"[0-9]{16,}"/;

const SIZE = /(?:^b|B)ytes$/;

const sizeAsNumber = (name: string, value: unknown): unknown =>
  typeof value === 'string' && SIZE.test(name) && /^[0-9]+$/.test(value) ? Number(value) : value;
