import type { CapacityPlan } from '@plimsoll/planner';
import type { Step } from '@plimsoll/trace';
import { type LedgerView, ledgerViews } from './ledger-view.js';

/** The steps of a plan as the page lists them: those that the answer is made of, then the rest, each from result to inputs. */
export interface Chains {
  readonly chain: readonly Step[];
  readonly others: readonly Step[];
  /** The resource whose load the chain explains. */
  readonly explained: LedgerView | undefined;
}

/** A job of a thousand operators has tens of thousands of steps: nobody reads them on a page. */
const MOST_STEPS = 1500;

/** The steps that have a place on the page: all, or those nearest to the totals. In the order of the plan. */
export const listedSteps = ({ steps, perMachine }: CapacityPlan): readonly Step[] =>
  nearestSteps(
    steps,
    ledgerViews(perMachine).map((ledger) => ledger.step),
    MOST_STEPS,
  );

interface Linked {
  readonly key: string;
  readonly inputs: readonly { readonly from: string }[];
}

/** At most so many steps: all, or those nearest to the roots. In their own order. */
export function nearestSteps<S extends Linked>(
  steps: readonly S[],
  roots: readonly string[],
  most: number,
): readonly S[] {
  if (steps.length <= most) return steps;
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const listed = new Set<string>();
  let level = roots;
  while (level.length > 0) {
    const next: string[] = [];
    for (const key of level) {
      const step = byKey.get(key);
      if (step === undefined || listed.has(key) || listed.size >= most) continue;
      listed.add(key);
      for (const input of step.inputs) next.push(input.from);
    }
    level = next;
  }
  return steps.filter((step) => listed.has(step.key));
}

export function chainsOf(capacity: CapacityPlan, steps: readonly Step[]): Chains {
  const ledgers = ledgerViews(capacity.perMachine);
  const explained = ledgers.find(({ resource }) => resource === capacity.bottleneck?.resource) ?? ledgers[0];
  const reached = reachable(steps, explained?.step);
  const fromResult = [...steps].reverse();
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
