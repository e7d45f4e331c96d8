import type { Derivation, Known } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import { FlinkException, ILLEGAL_ARGUMENT } from '../flink-exception.js';
import { MIB } from '../mebibyte.js';
import { CUTOFF } from './formulas.js';
import { setTo, unset } from './invalid-value.js';
import { javaFloatText } from './java-float-text.js';
import { finite, type LegacyConfiguration } from './legacy-configuration.js';
import { CUTOFF_MIN, CUTOFF_RATIO } from './options.js';

export interface Cutoff {
  readonly size: Known<'bytes'>;
  readonly ratio: Known<'ratio'>;
  readonly minimum: Known<'bytes'>;
  /** What the ratio alone would cut off. */
  readonly byRatio: bigint;
}

/**
 * What Flink keeps of a container for all that is no Java memory: a share of it, and at least a minimum.
 * @throws FlinkException where the share is not between 0 and 1 or the minimum leaves nothing
 * @see org.apache.flink.runtime.clusterframework.ContaineredTaskManagerParameters#calculateCutoffMB
 */
export function cutoff(config: LegacyConfiguration, container: Known<'bytes'>, d: Derivation): Cutoff {
  const ratio = config.float(CUTOFF_RATIO);
  const isReadAtOnce = !isFrom(config.version, 1, 5);
  const early = isReadAtOnce ? config.megabytes(CUTOFF_MIN) : undefined;
  if (ratio.value >= 1 || ratio.value <= 0) throw ratioOutside(ratio.value);
  const minimum = early ?? config.megabytes(CUTOFF_MIN);
  const inputs = { container, ratio: finite(ratio) };
  const byRatio = CUTOFF.compute({ container: container.value, ratio: inputs.ratio.value, minimum: 0n });
  if (minimum.value >= container.value) throw minimumTooLarge(minimum.value, container.value, byRatio);
  const boundBy = byRatio < minimum.value ? minimum.from : null;
  const size = d.derive(
    'legacyContainer.cutoff',
    CUTOFF,
    { ...inputs, minimum },
    { uncapped: byRatio, boundBy },
  );
  return { size, ratio, minimum, byRatio };
}

function ratioOutside(ratio: number): FlinkException {
  const text = javaFloatText(ratio);
  const miss = ratio >= 1 ? `${ratio - 1} at or above 1` : `${-ratio} at or below 0`;
  return new FlinkException(
    ILLEGAL_ARGUMENT,
    `The configuration value '${CUTOFF_RATIO.key}' must be between 0 and 1. Value given=${text}`,
    {
      keys: [CUTOFF_RATIO.key],
      detail: `${CUTOFF_RATIO.key} is ${text}, which is ${miss}. It must lie between 0 and 1, without either; Flink's default is ${CUTOFF_RATIO.byDefault}.`,
      fixes: [unset(CUTOFF_RATIO), setTo(CUTOFF_RATIO, CUTOFF_RATIO.byDefault)],
    },
  );
}

function minimumTooLarge(minimum: bigint, container: bigint, byRatio: bigint): FlinkException {
  const [least, all] = [minimum / MIB, container / MIB];
  return new FlinkException(
    ILLEGAL_ARGUMENT,
    `The configuration value '${CUTOFF_MIN.key}'='${least}' is larger than the total container memory ${all}`,
    {
      keys: [CUTOFF_MIN.key],
      detail: `${CUTOFF_MIN.key} cuts ${least} MB off a container of ${all} MB and leaves nothing: ${least - all + 1n} MB are missing for a Java memory of 1 MB. Lower it, or ask for a larger container; the ratio alone would cut off ${byRatio / MIB} MB.`,
      fixes: [setTo(CUTOFF_MIN, byRatio / MIB)],
    },
  );
}
