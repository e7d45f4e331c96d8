import { type Allocated, allocated, sumOf } from './allocation.js';
import { DIFFERENCE, SUM, WHOLE_PROCESS } from './formulas.js';
import { limitedGrowth } from './limited-growth.js';
import { type Needs, overheadBeside, type TuningScope } from './needs.js';

/** Every pool gets its use with headroom, managed memory included where its use is observed, and the process no more than that. */
export function shrink(scope: TuningScope, needs: Needs): Allocated {
  const { derivation } = scope;
  const { heap, metaspace, network, managed, offHeap, budget } = needs;
  const sizes = {
    heap: heap.wanted,
    metaspace: metaspace.wanted,
    network: network.wanted,
    managed: managed.wanted,
  };
  const pools = sumOf(scope, 'tuning.pools', offHeap, Object.values(sizes));
  const overhead = overheadBeside(scope, pools);
  const processSize = derivation.derive('tuning.processSize', WHOLE_PROCESS, { one: pools, other: overhead });
  const wanted = derivation.derive('tuning.allWanted', SUM, { one: pools, other: overhead });
  if (wanted.value <= budget.value) {
    const whole = processSize.value <= budget.value ? processSize : budget;
    return allocated(scope, needs, { ...sizes, processSize: whole });
  }
  const missing = derivation.derive('tuning.missing', DIFFERENCE, { one: wanted, other: budget });
  return limitedGrowth(scope, needs, managed.wanted, missing);
}
