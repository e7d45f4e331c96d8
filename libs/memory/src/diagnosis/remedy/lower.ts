import { parseMemorySize } from '@plimsoll/units';
import { MIB } from '../../mebibyte.js';
import type { Option } from '../../option.js';
import { NO_CHANGE, valueUnder } from '../../patch.js';
import {
  FRAMEWORK_HEAP,
  FRAMEWORK_OFF_HEAP,
  JOB_MANAGER,
  JVM_HEAP,
  MANAGED_SIZE,
  NETWORK_MAX,
  NETWORK_MIN,
  OFF_HEAP,
  type ProcessOptions,
  SEGMENT_SIZE,
  TASK_HEAP,
  TASK_MANAGER,
  TASK_OFF_HEAP,
} from '../../process/options.js';
import type { ConfigPatch } from '../../result.js';
import type { FlinkComponent } from '../diagnosis.js';
import type { Facts } from '../facts.js';
import { MOST_CUT } from '../parameters.js';
import { canRun, fits, poolsUnder } from './remedy.js';
import { bytesText } from './settings.js';

const FINE_STEPS = 64n;

/** An option that is too large beside the others, and the largest size of it that Flink accepts. */
export interface TooLarge {
  readonly key: string;
  readonly size: bigint;
  readonly most: bigint;
  readonly patch: ConfigPatch;
}

const keysOf = (...options: readonly Option[]): readonly string[] =>
  options.flatMap(({ key, oldKeys }) => [key, ...oldKeys]);

const ofJvm = ({ metaspace, overheadMin, overheadMax }: ProcessOptions): readonly Option[] => [
  metaspace,
  overheadMin,
  overheadMax,
];

/** The options that say how large a part of a process is, its totals left out. */
const SIZES: Readonly<Record<FlinkComponent, readonly string[]>> = {
  taskmanager: keysOf(
    TASK_HEAP,
    MANAGED_SIZE,
    FRAMEWORK_HEAP,
    FRAMEWORK_OFF_HEAP,
    TASK_OFF_HEAP,
    NETWORK_MIN,
    NETWORK_MAX,
    SEGMENT_SIZE,
    ...ofJvm(TASK_MANAGER),
  ),
  jobmanager: keysOf(JVM_HEAP, OFF_HEAP, ...ofJvm(JOB_MANAGER)),
};

/**
 * Which single option is too large: of those that, made smaller, have Flink accept the configuration, the one that is cut by the
 * smallest share of it. The heap keeps enough to run with.
 * @returns null where no option alone is, or the one that is would be cut by so much that rather the total is too small
 */
export function tooLarge(facts: Facts): TooLarge | null {
  const found = SIZES[facts.component].flatMap((key): TooLarge[] => {
    const text = facts.config === null ? undefined : valueUnder(facts.config, NO_CHANGE, key);
    if (text === undefined) return [];
    const size = parseMemorySize(text);
    if (size.kind !== 'value') return [];
    const under = (bytes: bigint): ConfigPatch => ({ set: { [key]: bytesText(bytes) }, unset: [] });
    const most = mostAccepted(size.value, (bytes) => {
      const after = poolsUnder(facts, under(bytes));
      return after !== null && fits(facts, after) && canRun(facts, after);
    });
    return most === null ? [] : [{ key, size: size.value, most, patch: under(most) }];
  });
  const cut = ({ size, most }: TooLarge): number => Number(size - most) / Number(size);
  const [least] = found.sort((a, b) => cut(a) - cut(b));
  return least === undefined || cut(least) > MOST_CUT.value ? null : least;
}

/** The largest whole number of mebibytes below a size that is accepted, sought from the size downwards. */
function mostAccepted(size: bigint, accepts: (bytes: bigint) => boolean): bigint | null {
  const top = (size - 1n) / MIB;
  if (size < MIB) return null;
  let refused = top + 1n;
  for (
    let less = 0n;
    less <= top;
    less = less < FINE_STEPS ? less * 2n + 1n : less + FINE_STEPS + less / 32n
  ) {
    const candidate = top - less;
    if (!accepts(candidate * MIB)) {
      refused = candidate;
      continue;
    }
    let low = candidate;
    while (refused - low > 1n) {
      const middle = (low + refused) / 2n;
      if (accepts(middle * MIB)) low = middle;
      else refused = middle;
    }
    return low * MIB;
  }
  return null;
}
