import { type Derivation, exactFormula, type Known } from '@plimsoll/trace';
import { isFrom, javaDoubleText, memorySizeForPeople } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { illegalConfiguration, type Reason } from '../flink-exception.js';
import { checkSize, fractionOf, inRange, keysOf, type Range, type Ranged } from './arithmetic.js';
import type { ProcessOptions } from './options.js';
import { rangeOf } from './range-option.js';

/** What the JVM takes beside Flink's own memory. */
export interface JvmMemory {
  readonly metaspace: Known<'bytes'>;
  readonly overhead: Known<'bytes'>;
}

const REST_OF_PROCESS = exactFormula({
  reference: 'F8.2',
  label: 'JVM overhead, the rest of the process',
  unit: 'bytes',
  inputs: { processSize: 'bytes', flinkSize: 'bytes', metaspace: 'bytes' },
  text: 'processSize − flinkSize − metaspace',
  compute: ({ processSize, flinkSize, metaspace }) => processSize - flinkSize - metaspace,
  evidence: 'verified',
});

const FLINK_AND_METASPACE = exactFormula({
  reference: 'F8.2',
  label: 'Flink memory and metaspace',
  unit: 'bytes',
  inputs: { flinkSize: 'bytes', metaspace: 'bytes' },
  text: 'flinkSize + metaspace',
  compute: ({ flinkSize, metaspace }) => flinkSize + metaspace,
  evidence: 'verified',
});

export const JVM_FORMULAS = [REST_OF_PROCESS, FLINK_AND_METASPACE];

const OVERHEAD = { name: 'jvm overhead memory', label: 'JVM overhead' };

function overheadRange(reader: ConfigReader, options: ProcessOptions): Range {
  const least = reader.size(options.overheadMin);
  const most = reader.size(options.overheadMax);
  return rangeOf(reader, OVERHEAD, options.overheadFraction, least, most, [
    options.overheadMin.key,
    options.overheadMax.key,
  ]);
}

/** Logs which limit a pool met. */
export function logLimit(
  reader: ConfigReader,
  { name, least, most }: Range,
  { uncapped, bound }: Ranged,
): void {
  if (bound === null) return;
  const [word, limit, side] = bound === 'most' ? ['greater', most, 'max'] : ['less', least, 'min'];
  reader.log(
    'INFO',
    `The derived from fraction ${name} (${memorySizeForPeople(uncapped.value)}) is ${word} than its ${side} value ${memorySizeForPeople(
      limit.value,
    )}, ${side} value will be used instead`,
  );
}

/** @see org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils#deriveJvmMetaspaceAndOverheadWithTotalProcessMemory */
export function jvmFromProcess(
  derivation: Derivation,
  reader: ConfigReader,
  options: ProcessOptions,
  processSize: Known<'bytes'>,
): JvmMemory {
  const metaspace = reader.size(options.metaspace);
  const range = overheadRange(reader, options);
  const ranged = inRange(derivation, `${options.trace}.jvmOverhead`, range, processSize, false);
  logLimit(reader, range, ranged);
  const overhead = ranged.size;
  const sum = metaspace.value + overhead.value;
  checkSize('JVM metaspace and overhead', sum, [metaspace, range.most, range.least]);
  if (sum <= processSize.value) return { metaspace, overhead };
  throw illegalConfiguration(
    `Sum of configured JVM Metaspace (${memorySizeForPeople(metaspace.value)}) and JVM Overhead (${memorySizeForPeople(
      overhead.value,
    )}) exceed configured Total Process Memory (${memorySizeForPeople(processSize.value)}).`,
    {
      keys: keysOf([processSize, metaspace, range.least, range.most, range.fraction]),
      detail: `JVM metaspace, ${metaspace.value} bytes, and JVM overhead, ${overhead.value} bytes, take ${
        sum - processSize.value
      } bytes more than the ${processSize.value} bytes of ${options.processSize.key}.`,
      fixes: [{ raise: options.processSize.key, from: sum }],
    },
  );
}

/** @see org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils#deriveJvmMetaspaceAndOverheadFromTotalFlinkMemory */
export function jvmFromFlink(
  derivation: Derivation,
  reader: ConfigReader,
  options: ProcessOptions,
  flinkSize: Known<'bytes'>,
): JvmMemory {
  const metaspace = reader.size(options.metaspace);
  const taken = flinkSize.value + metaspace.value;
  checkSize('Flink memory and metaspace', taken, [flinkSize, metaspace]);
  if (reader.has(options.processSize)) {
    const overhead = restOfProcess(derivation, reader, options, flinkSize, metaspace);
    return { metaspace, overhead };
  }
  const range = overheadRange(reader, options);
  const both = derivation.derive(`${options.trace}.flinkAndMetaspace`, FLINK_AND_METASPACE, {
    flinkSize,
    metaspace,
  });
  const ranged = inRange(derivation, `${options.trace}.jvmOverhead`, range, both, true);
  logLimit(reader, range, ranged);
  checkSize('The process', taken + ranged.size.value, [flinkSize, metaspace, ranged.size]);
  return { metaspace, overhead: ranged.size };
}

function restOfProcess(
  derivation: Derivation,
  reader: ConfigReader,
  options: ProcessOptions,
  flinkSize: Known<'bytes'>,
  metaspace: Known<'bytes'>,
): Known<'bytes'> {
  const processSize = reader.size(options.processSize);
  const missing = flinkSize.value + metaspace.value - processSize.value;
  const keys = keysOf([processSize, metaspace]);
  if (missing > 0n && isFrom(reader.version, 1, 11)) {
    throw illegalConfiguration(
      `The configured Total Process Memory size (${memorySizeForPeople(processSize.value)}) is less than the sum of the derived Total Flink Memory size (${memorySizeForPeople(
        flinkSize.value,
      )}) and the configured or default JVM Metaspace size  (${memorySizeForPeople(metaspace.value)}).`,
      tooSmall(options, flinkSize, metaspace, processSize, missing, keys),
    );
  }
  if (missing > 0n) {
    checkSize('JVM overhead', -missing, [processSize]);
  }
  const overhead = derivation.derive(`${options.trace}.jvmOverhead`, REST_OF_PROCESS, {
    processSize,
    flinkSize,
    metaspace,
  });
  checkOverhead(reader, options, overhead, processSize);
  return overhead;
}

const tooSmall = (
  options: ProcessOptions,
  flinkSize: Known<'bytes'>,
  metaspace: Known<'bytes'>,
  processSize: Known<'bytes'>,
  missing: bigint,
  keys: readonly string[],
): Reason => ({
  keys,
  detail: `Flink memory, ${flinkSize.value} bytes, and JVM metaspace, ${metaspace.value} bytes, take ${missing} bytes more than the ${processSize.value} bytes of ${options.processSize.key}, and JVM overhead has to fit beside them.`,
  fixes: [{ raise: options.processSize.key, from: processSize.value + missing }],
});

function checkOverhead(
  reader: ConfigReader,
  options: ProcessOptions,
  overhead: Known<'bytes'>,
  processSize: Known<'bytes'>,
): void {
  const { least, most, fraction } = overheadRange(reader, options);
  const over = overhead.value - most.value;
  const under = least.value - overhead.value;
  if (over > 0n || under > 0n) {
    throw illegalConfiguration(
      `Derived JVM Overhead size (${memorySizeForPeople(overhead.value)}) is not in configured JVM Overhead range [${memorySizeForPeople(
        least.value,
      )}, ${memorySizeForPeople(most.value)}].`,
      outOfRange(options, overhead, processSize, least, most),
    );
  }
  if (!reader.has(options.overheadFraction)) return;
  if (overhead.value === fractionOf(processSize, fraction)) return;
  const word = isFrom(reader.version, 1, 16) ? 'Overhead' : 'OVerhead';
  const which = isFrom(reader.version, 1, 11) ? 'configured or default' : 'configured';
  reader.log(
    'INFO',
    `The derived JVM Overhead size (${memorySizeForPeople(overhead.value)}) does not match the ${which} JVM Overhead fraction (${javaDoubleText(
      fraction.value,
    )}) from the configured Total Process Memory size (${memorySizeForPeople(processSize.value)}). The derived JVM ${word} size will be used.`,
  );
}

function outOfRange(
  options: ProcessOptions,
  overhead: Known<'bytes'>,
  processSize: Known<'bytes'>,
  least: Known<'bytes'>,
  most: Known<'bytes'>,
): Reason {
  const over = overhead.value - most.value;
  const miss = over > 0n ? over : least.value - overhead.value;
  const fits = processSize.value + (over > 0n ? -miss : miss);
  return {
    keys: keysOf([processSize, least, most]),
    detail: `What ${options.processSize.key} leaves for JVM overhead, ${overhead.value} bytes, is ${miss} bytes ${
      over > 0n ? 'above' : 'below'
    } its range of ${least.value} to ${most.value} bytes.`,
    fixes: [
      { set: { [options.processSize.key]: `${fits}b` }, unset: [] },
      over > 0n
        ? { set: { [options.overheadMax.key]: `${overhead.value}b` }, unset: [] }
        : { set: { [options.overheadMin.key]: `${overhead.value}b` }, unset: [] },
    ],
  };
}
