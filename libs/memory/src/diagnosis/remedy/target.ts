import { type Known, knownParameter, knownSize } from '@plimsoll/trace';
import { type Facts, observedUse, poolSize } from '../facts.js';
import { GROWN, KEPT, LARGER } from '../formulas.js';
import { GROWTH, HEADROOM, LEAST_GROWTH } from '../parameters.js';
import type { PoolName } from '../pools.js';

/**
 * What a pool that ran out is to be set to: a share more than it has, what its observed use needs, or what the message itself
 * asks for, whichever is most. 0 where the size is not known.
 */
export function targetSize(facts: Facts, pool: PoolName, ...asked: readonly Known<'bytes'>[]): bigint {
  const { derivation, pools } = facts;
  if (pools === null) return 0n;
  let target = derivation.derive(`diagnosis.${pool}.grown`, GROWN, {
    size: poolSize(pools, pool),
    growth: knownParameter(GROWTH),
    leastGrowth: knownSize(LEAST_GROWTH),
  });
  const used = observedUse(facts, pool);
  const needed = [...asked];
  if (used !== null) {
    needed.push(
      derivation.derive(`diagnosis.${pool}.needed`, KEPT, { used, headroom: knownParameter(HEADROOM) }),
    );
  }
  needed.forEach((need, at) => {
    target = derivation.derive(`diagnosis.${pool}.target${at === 0 ? '' : at}`, LARGER, {
      grown: target,
      needed: need,
    });
  });
  return target.value;
}
