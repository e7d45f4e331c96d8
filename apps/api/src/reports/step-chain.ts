import type { CapacityPlan } from '@plimsoll/planner';
import type { Step } from '@plimsoll/trace';
import { ledgerViews } from './ledger-view.js';

/** The steps of a plan as the page lists them: those that the answer is made of, then the rest, each from result to inputs. */
export interface Chains {
  readonly chain: readonly Step[];
  readonly others: readonly Step[];
  /** The resource whose load the chain explains. */
  readonly explained: ReturnType<typeof ledgerViews>[number] | undefined;
}

export function chainsOf(capacity: CapacityPlan): Chains {
  const ledgers = ledgerViews(capacity.perMachine);
  const explained = ledgers.find(({ resource }) => resource === capacity.bottleneck?.resource) ?? ledgers[0];
  const reached = reachable(capacity.steps, explained?.step);
  const fromResult = [...capacity.steps].reverse();
  return {
    chain: fromResult.filter((step) => reached.has(step.key)),
    others: fromResult.filter((step) => !reached.has(step.key)),
    explained,
  };
}

/** The keys of a step and of all that it is made of. A step stands after its inputs, so one pass from the end finds them. */
function reachable(steps: readonly Step[], root: string | undefined): Set<string> {
  const reached = new Set(root === undefined ? [] : [root]);
  for (const step of [...steps].reverse()) {
    if (reached.has(step.key)) for (const input of step.inputs) reached.add(input.from);
  }
  return reached;
}
