import { type Allocated, allocated } from './allocation.js';
import { DIFFERENCE, SUM } from './formulas.js';
import { limitedGrowth } from './limited-growth.js';
import { BESIDE_MANAGED, MANAGED_REST } from './managed-formulas.js';
import type { Needs, TuningScope } from './needs.js';

/**
 * Every pool gets its use with headroom, and managed memory all that is left of a process that stays as large as it is. Managed
 * memory gives up nothing, unless the process has to become smaller to fit its pod and it is seen to be unused.
 */
export function giveToManaged(scope: TuningScope, needs: Needs): Allocated {
  const { derivation } = scope;
  const { heap, metaspace, network, managed, overhead, offHeap, managedUsed, budget: processSize } = needs;
  const shrinks = processSize.value < needs.processSize.value;
  const leastSize = shrinks && managedUsed !== null ? managedUsed : managed.size;
  const pools = { heap: heap.wanted, metaspace: metaspace.wanted, network: network.wanted };
  const others = derivation.derive('tuning.besideManaged', BESIDE_MANAGED, {
    ...pools,
    offHeap,
    overhead: overhead.wanted,
  });
  const wanted = derivation.derive('tuning.allWanted', SUM, { one: others, other: leastSize });
  if (wanted.value > processSize.value) {
    const missing = derivation.derive('tuning.missing', DIFFERENCE, { one: wanted, other: processSize });
    return limitedGrowth(scope, needs, leastSize, missing);
  }
  const rest = derivation.derive('tuning.managed', MANAGED_REST, { processSize, others, leastSize });
  return allocated(scope, needs, { processSize, ...pools, managed: rest });
}
