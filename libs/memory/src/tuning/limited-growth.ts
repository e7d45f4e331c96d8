import type { Known } from '@plimsoll/trace';
import { type Allocated, allocated, sumOf, tooSmall } from './allocation.js';
import { DIFFERENCE, GROWN } from './formulas.js';
import type { Need, Needs, TuningScope } from './needs.js';

/**
 * A proposal where not everything fits that is wanted: pools with room give what they have, managed memory stays at a size, and
 * the pools that lack room share what there is, each by what it lacks.
 * @param missing by how much all that is wanted exceeds the budget; above 0
 */
export function limitedGrowth(
  scope: TuningScope,
  needs: Needs,
  managed: Known<'bytes'>,
  missing: Known<'bytes'>,
): Allocated {
  const { derivation } = scope;
  const { heap, metaspace, network, overhead, budget: processSize } = needs;
  const [first, ...others] = [heap, metaspace, network, overhead].map(({ shortage }) => shortage);
  if (first === undefined) return tooSmall(needs, scope, missing.value);
  const shortages = sumOf(scope, 'tuning.shortages', first, others);
  if (shortages.value < missing.value) return tooSmall(needs, scope, missing.value - shortages.value);
  const available = derivation.derive('tuning.available', DIFFERENCE, { one: shortages, other: missing });
  const grown = ({ pool, size, wanted, shortage }: Need): Known<'bytes'> =>
    shortage.value === 0n
      ? wanted
      : derivation.derive(`tuning.${pool}.grown`, GROWN, { size, shortage, available, shortages });
  const sizes = {
    processSize,
    heap: grown(heap),
    metaspace: grown(metaspace),
    network: grown(network),
    managed,
  };
  return allocated(scope, needs, sizes, [
    `Not everything that is in use gets its headroom: ${missing.value} bytes are missing. A larger process or a smaller headroomRatio would do; the goal fix-out-of-memory says how much larger.`,
  ]);
}
