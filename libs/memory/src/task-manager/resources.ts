import { isFrom, javaDoubleText } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { FlinkException, illegalConfiguration, type Reason } from '../flink-exception.js';
import { CPU_CORES, SLOTS } from '../process/options.js';
import { externalResourceAmounts } from './external-resources.js';

/** What a TaskManager's start script is told beside memory; absent where the version does not tell it. */
export interface Resources {
  readonly cpuCores: string;
  readonly slots: number | null;
  /** Amounts by name, in the order in which Flink lists them. */
  readonly external: readonly (readonly [name: string, amount: bigint])[] | null;
}

const SCALE = 8;

/**
 * Reads cores, slots and external resources, in Flink's order.
 * @throws FlinkException where one cannot be read or there are no cores
 * @see org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils#createMemoryProcessSpec
 */
export function resourcesOf(reader: ConfigReader): Resources {
  const cpuCores = cpu(reader);
  if (!isFrom(reader.version, 1, 13)) return { cpuCores, slots: null, external: null };
  const slots = slotsOf(reader);
  return { cpuCores, slots, external: externalResourceAmounts(reader) };
}

const slotsOf = (reader: ConfigReader): number => reader.integer(SLOTS)?.value ?? 1;

function cpu(reader: ConfigReader): string {
  const configured = reader.double(CPU_CORES);
  const cores = configured ?? slotsOf(reader);
  const key = configured === undefined ? SLOTS.key : CPU_CORES.key;
  const reason: Reason = {
    keys: [key],
    detail: `${key} gives ${cores} CPU cores; a TaskManager has a positive number of them.`,
    fixes: [{ set: {}, unset: [key] }],
  };
  if (cores <= 0) {
    throw illegalConfiguration(
      `TaskExecutors need to be started with a positive number of CPU cores. Please configure ${CPU_CORES.key} accordingly.`,
      reason,
    );
  }
  if (!Number.isFinite(cores)) {
    throw new FlinkException(
      'NumberFormatException',
      `Character ${String(cores).charAt(0)} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`,
      reason,
    );
  }
  return javaDoubleText(isFrom(reader.version, 1, ROUNDED_FROM) ? roundedDown(cores) : cores);
}

/** From this minor version on resources keep eight decimal places. */
const ROUNDED_FROM = 14;

function roundedDown(value: number): number {
  const [whole = '0', fraction = ''] = decimalText(value).split('.');
  return Number(`${whole}.${fraction.slice(0, SCALE)}`);
}

/** A positive double without an exponent. */
function decimalText(value: number): string {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const shift = Number(exponent);
  if (shift === 0) return mantissa;
  const [whole = '0', fraction = ''] = mantissa.split('.');
  if (shift < 0) return `0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
  return `${whole}${fraction.padEnd(shift, '0')}`;
}
