import { type Known } from '@plimsoll/trace';
import { javaDoubleText, memorySizeForPeople } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { type Fix, FlinkException, ILLEGAL_ARGUMENT } from '../flink-exception.js';
import { type FractionOption, inMessage } from '../option.js';
import type { Range } from './arithmetic.js';

/**
 * Reads a fraction for a pool with limits.
 * @throws FlinkException where the limits contradict each other or the fraction is outside of [0, 1)
 * @see org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils#getRangeFraction
 */
export function rangeOf(
  reader: ConfigReader,
  about: { readonly name: string; readonly label: string },
  option: FractionOption,
  least: Known<'bytes'>,
  most: Known<'bytes'>,
  limitKeys: readonly string[],
): Range {
  const fraction = reader.fraction(option);
  const cause = contradiction(option, fraction, least, most, limitKeys);
  if (cause === undefined) return { name: about.name, label: about.label, fraction, least, most };
  throw cause.within(
    `Inconsistently configured ${inMessage(option, option.byDefault)} (${javaDoubleText(fraction.value)}) and its min (${memorySizeForPeople(
      least.value,
    )}), max (${memorySizeForPeople(most.value)}) value`,
  );
}

function contradiction(
  option: FractionOption,
  fraction: Known<'ratio'>,
  least: Known<'bytes'>,
  most: Known<'bytes'>,
  [leastKey = '', mostKey = '']: readonly string[],
): FlinkException | undefined {
  if (least.value > most.value) {
    const fixes: readonly Fix[] = [
      { set: { [mostKey]: `${least.value}b` }, unset: [] },
      { set: { [leastKey]: `${most.value}b` }, unset: [] },
    ];
    return new FlinkException(ILLEGAL_ARGUMENT, 'min value must be less or equal to max value', {
      keys: [leastKey, mostKey],
      detail: `${leastKey} is ${least.value} bytes, ${least.value - most.value} more than the ${most.value} bytes of ${mostKey}.`,
      fixes,
    });
  }
  if (fraction.value >= 0 && fraction.value < 1) return undefined;
  return new FlinkException(ILLEGAL_ARGUMENT, 'fraction must be in range [0, 1)', {
    keys: [option.key],
    detail: `${option.key} is ${fraction.value}; a fraction is at least 0 and less than 1.`,
    fixes: [{ set: {}, unset: [option.key, ...option.oldKeys] }],
  });
}
