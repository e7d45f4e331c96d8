import { LONG_MAX, parseMemorySize } from '@plimsoll/units';
import type { FlinkException, Raise } from './flink-exception.js';
import { MIB } from './mebibyte.js';
import type { FlinkConfig } from './request.js';
import type { ConfigPatch } from './result.js';
import { dividedUp } from './whole-sizes.js';

/** What becomes of a configuration: accepted, or the exception. */
export type Trial = (config: FlinkConfig) => FlinkException | null;

/** One repair may bring the next fault to light. */
const MOST_REPAIRS = 12;
const MOST_TRIALS = 200;

export function patched(config: FlinkConfig, { set, unset }: ConfigPatch): FlinkConfig {
  const removed = new Set(unset);
  return { ...Object.fromEntries(Object.entries(config).filter(([key]) => !removed.has(key))), ...set };
}

/**
 * The nearest configuration that Flink accepts: the first repair that works out, where need be with further ones after it.
 * @returns the whole change; null where no repair was found to lead to a configuration that is accepted
 */
export function nearestAccepted(
  config: FlinkConfig,
  fault: FlinkException,
  trial: Trial,
): ConfigPatch | null {
  const accepted = new Repair(trial).of(config, fault, MOST_REPAIRS);
  return accepted === null ? null : difference(config, accepted);
}

class Repair {
  private trials = 0;

  constructor(private readonly trial: Trial) {}

  of(config: FlinkConfig, fault: FlinkException, left: number): FlinkConfig | null {
    if (left === 0) return null;
    for (const fix of fault.reason.fixes) {
      if (this.trials > MOST_TRIALS) return null;
      const next = 'raise' in fix ? this.raised(config, fix, fault) : patched(config, fix);
      if (next === null || sameConfig(next, config)) continue;
      const remaining = this.tried(next);
      if (remaining === null) return next;
      const further = this.of(next, remaining, left - 1);
      if (further !== null) return further;
    }
    return null;
  }

  private tried(config: FlinkConfig): FlinkException | null {
    this.trials += 1;
    return this.trial(config);
  }

  /** Raises a size until the fault is gone; what comes to light then is repaired after it. */
  private raised(config: FlinkConfig, { raise, from }: Raise, fault: FlinkException): FlinkConfig | null {
    const kind = kindOf(fault);
    const withSize = (mebibytes: bigint): FlinkConfig => ({ ...config, [raise]: `${mebibytes}m` });
    const helps = (mebibytes: bigint): boolean => {
      const remaining = this.tried(withSize(mebibytes));
      return remaining === null || kindOf(remaining) !== kind;
    };
    const present = parseMemorySize(config[raise] ?? '');
    const start = present.kind === 'value' && present.value > from ? present.value : from;
    const enough = smallest(dividedUp(start, MIB), helps);
    return enough === null ? null : withSize(enough);
  }
}

const sameConfig = (a: FlinkConfig, b: FlinkConfig): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, value]) => b[key] === value);

const KIND_LENGTH = 28;
/** What an exception is about, without its figures. */
const kindOf = ({ innermost }: FlinkException): string => innermost.message.slice(0, KIND_LENGTH);

/** The smallest whole number at or above a start that helps, where larger ones do too; null where none does. */
function smallest(start: bigint, helps: (mebibytes: bigint) => boolean): bigint | null {
  if (helps(start)) return start;
  let low = start;
  let step = 1n + start / 16n;
  while (!helps(low + step)) {
    low += step;
    step *= 2n;
    if ((low + step) * MIB > LONG_MAX) return null;
  }
  let high = low + step;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (helps(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function difference(from: FlinkConfig, to: FlinkConfig): ConfigPatch {
  return {
    set: Object.fromEntries(Object.entries(to).filter(([key, value]) => from[key] !== value)),
    unset: Object.keys(from).filter((key) => !Object.hasOwn(to, key)),
  };
}
