import { type Evidence, type Step, WEIGHT } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';
import { PARAMETERS } from './parameters.js';
import { type PlanInputs, planWith } from './plan.js';
import type { CapacityPlan } from './result.js';

/** The weakest parameter that the answer rests on, and how far it may move until the verdict turns. */
export interface WeakestInput {
  readonly parameterId: string;
  readonly name: string;
  readonly description: string;
  readonly value: number;
  readonly unit: Unit;
  readonly evidence: Evidence;
  /** The value at which the binding resource reaches the target; null: no value between a hundredth and a hundredfold does. */
  readonly margin: number | null;
  /** The step that it enters. */
  readonly stepKey: string;
}

/** The target is a choice, not a measurement. */
const CHOSEN: ReadonlySet<string> = new Set(['cluster.targetUtilization', 'cluster.taskManagersPerMachine']);

/** Of the parameters that enter the binding resource's total, the weakest; null where it rests on none that is weak. */
export function weakestInput(inputs: PlanInputs): WeakestInput | null {
  const plan = planWith(inputs, {});
  const binding = plan?.bottleneck?.resource;
  if (plan === null || binding === undefined) return null;
  const weakest = weakParameters(plan.steps, `${binding}.total`)[0];
  if (weakest === undefined) return null;
  return { ...weakest, margin: marginOf(inputs, plan, weakest.parameterId, weakest.value) };
}

function weakParameters(steps: readonly Step[], root: string): Omit<WeakestInput, 'margin'>[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const found = new Map<string, Omit<WeakestInput, 'margin'>>();
  const pending = [root];
  const seen = new Set<string>();
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    const step = byKey.get(key);
    if (step === undefined || seen.has(key)) continue;
    seen.add(key);
    for (const input of step.inputs) {
      const row = PARAMETERS.find(({ id, value }) => id === input.from && value === input.value);
      if (row === undefined) pending.push(input.from);
      else if (WEIGHT[row.evidence] > 0 && !CHOSEN.has(row.id) && !found.has(row.id)) {
        const { description, unit, evidence } = row;
        found.set(row.id, {
          parameterId: row.id,
          name: input.name,
          description,
          value: input.value,
          unit,
          evidence,
          stepKey: step.key,
        });
      }
    }
  }
  return [...found.values()].sort((a, b) => WEIGHT[b.evidence] - WEIGHT[a.evidence]);
}

/** Which other number of machines would do is not asked: that would be searched for at every step of the bisection. */
const GIVEN_MACHINES_ONLY = { searchedMachines: 0 };

const REACH = 100;
const HALVINGS = 60;

/** Where utilization crosses the target, by bisection between the value and a hundredfold or a hundredth of it. */
function marginOf(inputs: PlanInputs, plan: CapacityPlan, id: string, value: number): number | null {
  if (value === 0) return null;
  const fits = (tried: number): boolean | null => {
    const other = planWith(
      { ...inputs, cluster: { ...inputs.cluster, machines: plan.machines } },
      { [id]: tried },
      GIVEN_MACHINES_ONLY,
    );
    return other === null ? null : other.fits;
  };
  const now = plan.fits;
  for (const reach of [REACH, 1 / REACH]) {
    let [same, turned] = [value, value * reach];
    if (fits(turned) === now) continue;
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (same + turned) / 2;
      if (fits(middle) === now) same = middle;
      else turned = middle;
    }
    return same;
  }
  return null;
}
