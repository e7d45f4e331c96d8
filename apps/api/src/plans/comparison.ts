import { comparePlans, MEASURES } from '@plimsoll/planner';
import { MAX_EXACT } from '@plimsoll/units';
import type { ComparedPlanModel, ComparisonModel } from './comparison.model.js';
import type { PlanDocument } from './plan-document.js';
import { planFigures } from './plan-figures.js';
import type { StoredPlan } from './plan-rows.js';

/** The comparison of two stored plans as both doors answer it. */
export function comparison(baseText: StoredPlan, headText: StoredPlan): ComparisonModel {
  const base = planFigures(baseText.document);
  const head = planFigures(headText.document);
  const difference = comparePlans(base, head);
  return {
    base: identity(base),
    head: identity(head),
    inputs: difference.inputs,
    results: difference.results.map((row) => ({
      ...row,
      base: onTheWire(row.base, row.unit),
      head: onTheWire(row.head, row.unit),
      absolute: onTheWire(row.absolute, row.unit),
    })),
    flows: difference.flows.map((row) => ({
      ...row,
      base: onTheWire(row.base, MEASURES[row.resource]),
      head: onTheWire(row.head, MEASURES[row.resource]),
    })),
    findings: difference.findings,
    attribution: difference.attribution,
  };
}

const identity = ({ id, profileId, profileVersion, engineVersion }: PlanDocument): ComparedPlanModel => ({
  planId: id,
  profileId,
  profileVersion,
  engineVersion,
});

/** A size above 2^53 − 1 travels as digits. */
function onTheWire(value: number | bigint | null, unit: string): number | string | null {
  if (typeof value === 'bigint') return value.toString();
  return value !== null && unit === 'bytes' && Math.abs(value) > MAX_EXACT
    ? BigInt(Math.round(value)).toString()
    : value;
}
