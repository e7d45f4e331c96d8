import { patched } from '../../nearest.js';
import type { ConfigPatch } from '../../result.js';
import type { Remedy } from '../diagnosis.js';
import { type Facts, modelOf, observedUse } from '../facts.js';
import { POOL_NAMES, type Pools, poolsOf } from '../pools.js';

/** A remedy, or why there is none: one of the two is null. */
export interface Answered {
  readonly remedy: Remedy | null;
  readonly noRemedyReason: string | null;
}

export const noRemedy = (reason: string): Answered => ({ remedy: null, noRemedyReason: reason });

/** The pools under a changed configuration; null where Flink would refuse it. */
export function poolsUnder(facts: Facts, patch: ConfigPatch): Pools | null {
  const { model } = modelOf(facts, patched(facts.config ?? {}, patch), false);
  return poolsOf(model);
}

/** Whether a process fits its pod, holds what was resident, and has no pool below what was seen in use. */
export function fits(facts: Facts, after: Pools): boolean {
  if (facts.podLimit !== null && after.processSize > facts.podLimit.value) return false;
  if (after.processSize < (facts.observed.residentBytes?.value ?? 0n)) return false;
  return POOL_NAMES.every((name) => after[name] >= (observedUse(facts, name)?.value ?? 0n));
}

/** A change as a remedy, where Flink accepts it, it fits the pod, and no pool falls below its observed use. */
export function remedyOf(facts: Facts, patch: ConfigPatch, reason: string): Remedy | null {
  const config = facts.config ?? {};
  const { model } = modelOf(facts, patched(config, patch), true);
  const after = poolsOf(model);
  if (after === null || !fits(facts, after)) return null;
  const keys = [...Object.keys(patch.set), ...patch.unset];
  return {
    set: patch.set,
    unset: patch.unset,
    reason,
    changes: keys.map((key) => ({
      key,
      from: stated(config, key),
      to: stated(patch.set, key),
      reason,
    })),
    before: facts.model,
    after: model,
  };
}

const stated = (config: Readonly<Record<string, string>>, key: string): string | null =>
  Object.hasOwn(config, key) ? (config[key] ?? null) : null;
