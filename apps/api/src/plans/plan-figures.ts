import type { PlanDocument } from './plan-document.js';

/**
 * Reads a stored plan. Sizes above 2^53 − 1, which are digits in the text, are numbers again in its results, as those who
 * calculate with them want; its inputs stay as they were given.
 */
export function planFigures(document: string): PlanDocument {
  const plan: PlanDocument = JSON.parse(document);
  return { ...plan, capacity: JSON.parse(JSON.stringify(plan.capacity), sizeAsNumber) };
}

const sizeAsNumber = (name: string, value: unknown): unknown =>
  typeof value === 'string' && SIZE.test(name) && /^[0-9]+$/.test(value) ? Number(value) : value;

const SIZE = /(?:^b|B)ytes$/;
