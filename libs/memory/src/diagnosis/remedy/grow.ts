import { knownParameter } from '@plimsoll/trace';
import { MIB } from '../../mebibyte.js';
import type { FlinkConfig } from '../../request.js';
import { type Facts, keyOf, observedUse } from '../facts.js';
import { KEPT } from '../formulas.js';
import { HEADROOM } from '../parameters.js';
import { POOL_NAMES, type PoolName, type Pools } from '../pools.js';
import { type Answered, fits, noRemedy, poolsUnder, remedyOf } from './remedy.js';
import { bytesText, settingsFor, totalsLargerBy } from './settings.js';

/** Beyond any process: 2^50 bytes. */
const MOST_STEPS = 30;

/**
 * The change that gives a pool at least so many bytes and takes nothing from the others but what they were seen not to use: out
 * of the process as it is where that can be, else with a process that is larger by the least that does.
 */
export function grown(facts: Facts, pool: PoolName, target: bigint, why: string): Answered {
  const { pools, config } = facts;
  if (config === null)
    return noRemedy('Without the configuration no size can be proposed: give it as config.');
  if (pools === null) return noRemedy(withoutModel(facts));
  if (pools[pool] >= target) {
    return noRemedy(
      `The configuration gives ${pools[pool]} bytes already, and ${target} are needed: the process that failed ran with another one.`,
    );
  }
  const kept = keptOf(facts, pools, pool);
  const holds = (after: Pools | null): after is Pools =>
    after !== null &&
    after[pool] >= target &&
    POOL_NAMES.every((name) => name === pool || after[name] >= kept[name]);

  for (const set of withinProcess(facts, pools, pool, target, kept)) {
    const after = poolsUnder(facts, { set, unset: [] });
    if (!holds(after) || !fits(facts, after) || after.processSize > pools.processSize) continue;
    const remedy = remedyOf(facts, { set, unset: [] }, `${why} The process stays as large as it is.`);
    if (remedy !== null) return { remedy, noRemedyReason: null };
  }
  return withLargerProcess(facts, pools, pool, target, holds, why);
}

const withoutModel = ({ refusal, flinkVersion }: Facts): string =>
  refusal === null
    ? `Flink ${flinkVersion} has no memory model of a JobManager: its heap is jobmanager.heap.size.`
    : `Flink refuses the configuration given, so it is not the one that the process ran with: ${refusal.detail}`;

/** What each other pool keeps: its observed use with headroom, its size where its use is not known. */
function keptOf(facts: Facts, pools: Pools, growing: PoolName): Record<PoolName, bigint> {
  const kept = (pool: PoolName): bigint => {
    if (pool === growing) return 0n;
    if (pool === 'direct') return pools.direct - pools.network;
    const used = observedUse(facts, pool);
    if (used === null) return pools[pool];
    const needed = facts.derivation.derive(`diagnosis.kept.${pool}`, KEPT, {
      used,
      headroom: knownParameter(HEADROOM),
    }).value;
    return needed < pools[pool] ? needed : pools[pool];
  };
  return {
    heap: kept('heap'),
    metaspace: kept('metaspace'),
    direct: kept('direct'),
    network: kept('network'),
    managed: kept('managed'),
    overhead: kept('overhead'),
  };
}

/** Ways to make the pool larger out of what others do not use. */
function withinProcess(
  facts: Facts,
  pools: Pools,
  pool: PoolName,
  target: bigint,
  kept: Readonly<Record<PoolName, bigint>>,
): FlinkConfig[] {
  const missing = target - pools[pool];
  const settings = settingsFor(facts, pools, pool, target);
  const spare = pools.managed - kept.managed;
  if (pool === 'managed' || spare < missing) return settings;
  const managed = { [keyOf(facts, 'managed.size')]: bytesText(pools.managed - missing) };
  return [...settings.map((set) => ({ ...set, ...managed })), ...settings];
}

function withLargerProcess(
  facts: Facts,
  pools: Pools,
  pool: PoolName,
  target: bigint,
  holds: (after: Pools | null) => after is Pools,
  why: string,
): Answered {
  const pinned =
    facts.component === 'taskmanager' && pool !== 'managed'
      ? [{ [keyOf(facts, 'managed.size')]: bytesText(pools.managed) }, {}]
      : [{}];
  let least: { readonly set: FlinkConfig; readonly processSize: bigint } | undefined;
  for (const settings of settingsFor(facts, pools, pool, target)) {
    for (const pin of pinned) {
      const set = (more: bigint): FlinkConfig => ({
        ...totalsLargerBy(facts, pools, pool, more),
        ...pin,
        ...settings,
      });
      const under = (more: bigint): Pools | null => poolsUnder(facts, { set: set(more), unset: [] });
      const more = leastMore(target - pools[pool], (bytes) => holds(under(bytes)));
      const after = more === null ? null : under(more);
      if (more === null || after === null) continue;
      if (least === undefined || after.processSize < least.processSize) {
        least = { set: set(more), processSize: after.processSize };
      }
    }
  }
  if (least === undefined) {
    return noRemedy(
      `No configuration near this one gives the pool ${target} bytes without taking them from another.`,
    );
  }
  const more = least.processSize - pools.processSize;
  const remedy = remedyOf(
    facts,
    { set: least.set, unset: [] },
    `${why} The process grows by ${more} bytes to ${least.processSize}, and its container has to grow with it.`,
  );
  if (remedy !== null) return { remedy, noRemedyReason: null };
  return noRemedy(
    `The process would need ${least.processSize} bytes, ${
      least.processSize - (facts.podLimit?.value ?? 0n)
    } more than the pod may hold, and nothing was observed to be unused: raise the pod limit to that, or show with observed what the other pools use.`,
  );
}

/** The fewest bytes more, exact or in whole mebibytes, with which a condition holds; null where none up to 2^50 does. */
export function leastMore(missing: bigint, holds: (more: bigint) => boolean): bigint | null {
  if (holds(0n)) return 0n;
  if (holds(missing)) return missing;
  let low = 0n;
  let high = 1n;
  for (let step = 0; !holds(high * MIB); step++) {
    if (step === MOST_STEPS) return null;
    low = high;
    high *= 2n;
  }
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (holds(middle * MIB)) high = middle;
    else low = middle;
  }
  return high * MIB;
}
