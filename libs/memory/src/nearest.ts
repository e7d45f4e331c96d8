import { LONG_MAX, parseMemorySize } from '@plimsoll/units';
import type { FlinkException, Raise } from './flink-exception.js';
import { MIB } from './mebibyte.js';
import { combined, NO_CHANGE, patched, valueUnder } from './patch.js';
import type { FlinkConfig } from './request.js';
import type { ConfigPatch } from './result.js';
import { dividedUp } from './whole-sizes.js';

/** What becomes of the configuration with a change made: accepted, or the exception. */
export type Trial = (change: ConfigPatch) => FlinkException | null;

/** One repair may bring the next fault to light. */
const MOST_REPAIRS = 12;
const MOST_TRIALS = 200;

/**
 * The nearest configuration that Flink accepts: the first repair that works out, where need be with further ones after it.
 * @returns the whole change; null where no repair was found to lead to a configuration that is accepted
 */
export function nearestAccepted(
  config: FlinkConfig,
  fault: FlinkException,
  trial: Trial,
): ConfigPatch | null {
  const accepted = new Repair(config, trial).of(NO_CHANGE, fault, MOST_REPAIRS);
  return accepted === null ? null : difference(config, patched(config, accepted));
}

class Repair {
  private trials = 0;

  constructor(
    private readonly config: FlinkConfig,
    private readonly trial: Trial,
  ) {}

  of(change: ConfigPatch, fault: FlinkException, left: number): ConfigPatch | null {
    if (left === 0) return null;
    for (const fix of fault.reason.fixes) {
      if (this.trials > MOST_TRIALS) return null;
      const step = 'raise' in fix ? this.raised(change, fix, fault) : fix;
      if (step === null || this.changesNothing(change, step)) continue;
      const next = combined(change, step);
      const remaining = this.tried(next);
      if (remaining === null) return next;
      const further = this.of(next, remaining, left - 1);
      if (further !== null) return further;
    }
    return null;
  }

  private tried(change: ConfigPatch): FlinkException | null {
    this.trials += 1;
    return this.trial(change);
  }

  /** Raises a size until the fault is gone; what comes to light then is repaired after it. */
  private raised(change: ConfigPatch, { raise, from }: Raise, fault: FlinkException): ConfigPatch | null {
    const kind = kindOf(fault);
    const withSize = (mebibytes: bigint): ConfigPatch => ({ set: { [raise]: `${mebibytes}m` }, unset: [] });
    const helps = (mebibytes: bigint): boolean => {
      const remaining = this.tried(combined(change, withSize(mebibytes)));
      return remaining === null || kindOf(remaining) !== kind;
    };
    const present = parseMemorySize(valueUnder(this.config, change, raise) ?? '');
    const start = present.kind === 'value' && present.value > from ? present.value : from;
    const enough = smallest(dividedUp(start, MIB), helps);
    return enough === null ? null : withSize(enough);
  }

  private changesNothing(change: ConfigPatch, { set, unset }: ConfigPatch): boolean {
    const stands = (key: string): string | undefined => valueUnder(this.config, change, key);
    return (
      Object.entries(set).every(([key, value]) => stands(key) === value) &&
      unset.every((key) => Object.hasOwn(set, key) || stands(key) === undefined)
    );
  }
}

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

/** In the order of keys, so that the order of the file does not matter. */
function difference(from: FlinkConfig, to: FlinkConfig): ConfigPatch {
  const keys = Object.keys(to).sort();
  return {
    set: Object.fromEntries(keys.filter((key) => from[key] !== to[key]).map((key) => [key, to[key] ?? ''])),
    unset: Object.keys(from)
      .filter((key) => !Object.hasOwn(to, key))
      .sort(),
  };
}
