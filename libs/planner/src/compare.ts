import { type InputChange, inputChanges, namedPath } from './compare-inputs.js';
import {
  type ComparedCapacity,
  type FlowChange,
  flowChanges,
  type ResultChange,
  resultChanges,
} from './compare-results.js';
import type { PlanContent } from './plan.js';
import type { Finding } from './result.js';

/** What of a plan is compared: all that follows from its inputs, and the inputs themselves. */
export interface ComparedPlan {
  readonly inputs: object;
  readonly capacity: ComparedCapacity;
  /** Its sizes as they are computed or as they are stored: sizes above 2^53 − 1 may be digits. */
  readonly memory?: PlanContent['memory'];
  readonly checkpointing?: PlanContent['checkpointing'];
  readonly findings: readonly Finding[];
}

/** How the head differs from the base. Two plans of the same inputs and engine differ in nothing: every list is empty. */
export interface PlanDifference {
  readonly inputs: readonly InputChange[];
  readonly results: readonly ResultChange[];
  readonly flows: readonly FlowChange[];
  readonly findings: { readonly new: readonly Finding[]; readonly resolved: readonly Finding[] };
  /** How much of each figure's change each change of the inputs accounts for. */
  readonly attribution: null;
}

/** Compares two plans. Swapping them swaps every addition with a removal and negates every absolute difference. */
export const comparePlans = (base: ComparedPlan, head: ComparedPlan): PlanDifference => ({
  inputs: inputChanges(base.inputs, head.inputs),
  results: resultChanges(base, head),
  flows: flowChanges(base.capacity, head.capacity),
  findings: { new: findingsOnlyIn(head, base), resolved: findingsOnlyIn(base, head) },
  attribution: null,
});

function findingsOnlyIn(plan: ComparedPlan, other: ComparedPlan): Finding[] {
  const known = new Set(other.findings.map((finding) => subject(finding, other)));
  return plan.findings.filter((finding) => !known.has(subject(finding, plan)));
}

/** What a finding is about: the same rule on the same operator is the same finding, whatever its figures say now. */
const subject = (finding: Finding, plan: ComparedPlan): string =>
  JSON.stringify([finding.ruleId, finding.severity, namedPath(finding.path, plan.inputs)]);
