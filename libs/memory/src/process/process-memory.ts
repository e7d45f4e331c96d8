import { type Derivation, exactFormula, type Known } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { illegalConfiguration } from '../flink-exception.js';
import { inMessage } from '../option.js';
import { type JvmMemory, jvmFromFlink, jvmFromProcess } from './jvm-memory.js';
import type { ProcessOptions } from './options.js';

const FLINK_OF_PROCESS = exactFormula({
  reference: 'F8.1',
  label: 'Total Flink memory',
  unit: 'bytes',
  inputs: { processSize: 'bytes', metaspace: 'bytes', overhead: 'bytes' },
  text: 'processSize − metaspace − overhead',
  compute: ({ processSize, metaspace, overhead }) => processSize - metaspace - overhead,
  evidence: 'verified',
});

export const PROCESS_FORMULAS = [FLINK_OF_PROCESS];

/** How a process divides its Flink memory. */
export interface FlinkMemory<Parts> {
  readonly fromFineGrained: () => { readonly parts: Parts; readonly total: Known<'bytes'> };
  readonly fromTotal: (total: Known<'bytes'>) => Parts;
}

export interface DerivedProcess<Parts> {
  readonly parts: Parts;
  readonly jvm: JvmMemory;
  readonly total: Known<'bytes'>;
}

/**
 * Derives a process from what is configured of it: its own parts, else the total of Flink's memory, else the whole process.
 * @throws FlinkException where Flink would not start
 * @see org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils#memoryProcessSpecFromConfig
 */
export function deriveProcess<Parts>(
  derivation: Derivation,
  reader: ConfigReader,
  options: ProcessOptions,
  flink: FlinkMemory<Parts>,
): DerivedProcess<Parts> {
  if (options.fineGrained.every((option) => reader.has(option))) {
    const { parts, total } = flink.fromFineGrained();
    return { parts, total, jvm: jvmFromFlink(derivation, reader, options, total) };
  }
  if (reader.has(options.flinkSize)) {
    const total = reader.size(options.flinkSize);
    const parts = flink.fromTotal(total);
    return { parts, total, jvm: jvmFromFlink(derivation, reader, options, total) };
  }
  if (!reader.has(options.processSize)) throw nothingConfigured(reader, options);
  const processSize = reader.size(options.processSize);
  const jvm = jvmFromProcess(derivation, reader, options, processSize);
  const { metaspace, overhead } = jvm;
  const total = derivation.derive(`${options.trace}.totalFlink`, FLINK_OF_PROCESS, {
    processSize,
    metaspace,
    overhead,
  });
  return { parts: flink.fromTotal(total), total, jvm };
}

function nothingConfigured({ version }: ConfigReader, options: ProcessOptions) {
  const { fineGrained, flinkSize, processSize, shipped } = options;
  const keys = fineGrained.map(({ key }) => key);
  const message = isFrom(version, 1, 11)
    ? `Either required fine-grained memory (${keys.join(' and ')}), or Total Flink Memory size (${inMessage(
        flinkSize,
        null,
      )}), or Total Process Memory size (${inMessage(processSize, null)}) need to be configured explicitly.`
    : `Either Task Heap Memory size (${keys[0]}) and Managed Memory size (${keys[1]}), or Total Flink Memory size (${flinkSize.key}), or Total Process Memory size (${processSize.key}) need to be configured explicitly.`;
  return illegalConfiguration(message, {
    keys: [...keys, flinkSize.key, processSize.key],
    detail: `The configuration does not say how large the ${options.process} is: neither ${processSize.key} nor ${flinkSize.key} is set, nor ${keys.join(' with ')}.`,
    fixes: [{ set: { [processSize.key]: shipped }, unset: [] }],
  });
}
