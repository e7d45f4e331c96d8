import { LONG_MAX } from '@plimsoll/units';
import type { Fix, FlinkException } from './flink-exception.js';
import type { FlinkConfig } from './request.js';
import type { ConfigPatch } from './result.js';

/** What becomes of a configuration: accepted, or the exception. */
export type Trial = (config: FlinkConfig) => FlinkException | null;

/** One repair may bring the next fault to light. */
const MOST_REPAIRS = 8;
const MIB = 2n ** 20n;

export function patched(config: FlinkConfig, { set, unset }: ConfigPatch): FlinkConfig {
  const removed = new Set(unset);
  return { ...Object.fromEntries(Object.entries(config).filter(([key]) => !removed.has(key))), ...set };
}

/**
 * The nearest configuration that Flink accepts: the first repair that works out, where need be with further ones after it.
 * @returns the whole change; null where no repair led to a configuration that is accepted
 */
export function nearestAccepted(
  config: FlinkConfig,
  fault: FlinkException,
  trial: Trial,
): ConfigPatch | null {
  const accepted = repaired(config, fault, trial, MOST_REPAIRS);
  return accepted === null ? null : difference(config, accepted);
}

function repaired(
  config: FlinkConfig,
  fault: FlinkException,
  trial: Trial,
  left: number,
): FlinkConfig | null {
  if (left === 0) return null;
  for (const fix of fault.reason.fixes) {
    const next = applied(config, fix, trial);
    if (next === null) continue;
    const remaining = trial(next);
    if (remaining === null) return next;
    if (sameFault(fault, remaining)) continue;
    const further = repaired(next, remaining, trial, left - 1);
    if (further !== null) return further;
  }
  return null;
}

const sameFault = (a: FlinkException, b: FlinkException): boolean =>
  a.innermost.message === b.innermost.message &&
  a.name === b.name &&
  a.reason.keys.join() === b.reason.keys.join();

function applied(config: FlinkConfig, fix: Fix, trial: Trial): FlinkConfig | null {
  if (!('raise' in fix)) return patched(config, fix);
  const withSize = (bytes: bigint): FlinkConfig => ({ ...config, [fix.raise]: sizeText(bytes) });
  const accepts = (mebibytes: bigint): boolean => trial(withSize(mebibytes * MIB)) === null;
  const enough = firstAccepted((fix.from + MIB - 1n) / MIB, accepts);
  return enough === null ? withSize(fix.from) : withSize(enough * MIB);
}

/** The smallest whole number of mebibytes that is accepted, at or above a start. */
function firstAccepted(start: bigint, accepts: (mebibytes: bigint) => boolean): bigint | null {
  if (accepts(start)) return start;
  let low = start;
  let step = 1n;
  while (!accepts(low + step)) {
    low += step;
    step *= 2n;
    if ((low + step) * MIB > LONG_MAX) return null;
  }
  let high = low + step;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (accepts(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const sizeText = (bytes: bigint): string => (bytes % MIB === 0n ? `${bytes / MIB}m` : `${bytes}b`);

function difference(from: FlinkConfig, to: FlinkConfig): ConfigPatch {
  return {
    set: Object.fromEntries(Object.entries(to).filter(([key, value]) => from[key] !== value)),
    unset: Object.keys(from).filter((key) => !Object.hasOwn(to, key)),
  };
}
