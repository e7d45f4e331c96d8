import type { ConfigReader } from '../config-reader.js';
import { FlinkException, ILLEGAL_ARGUMENT } from '../flink-exception.js';
import { MIB } from '../mebibyte.js';
import type { Option } from '../option.js';

/** Of a set of predefined options, what bears on memory. */
export interface PredefinedOptions {
  readonly writeBuffers?: number;
  readonly block?: bigint;
  readonly blockCache?: bigint;
  readonly useBloomFilter?: boolean;
}

const SETS: Readonly<Record<string, PredefinedOptions>> = {
  DEFAULT: {},
  SPINNING_DISK_OPTIMIZED: {},
  SPINNING_DISK_OPTIMIZED_HIGH_MEM: {
    writeBuffers: 4,
    block: 128n * 2n ** 10n,
    blockCache: 256n * MIB,
    useBloomFilter: true,
  },
  FLASH_SSD_OPTIMIZED: {},
};

/** The set that a configuration names. */
export const PREDEFINED = {
  /** @throws FlinkException where there is no set of that name */
  of(reader: ConfigReader, by: Option): PredefinedOptions {
    const found = reader.text(by);
    const name = found?.text.toUpperCase() ?? 'DEFAULT';
    const set = Object.hasOwn(SETS, name) ? SETS[name] : undefined;
    if (set !== undefined) return set;
    throw new FlinkException(ILLEGAL_ARGUMENT, `No enum constant PredefinedOptions.${name}`, {
      keys: [by.key],
      detail: `${by.key} names no set of options; there are ${Object.keys(SETS).join(', ')}.`,
      fixes: [{ set: {}, unset: [by.key] }],
    });
  },
};
