import { type Known, known, knownDefault } from '@plimsoll/trace';
import { type FlinkVersion, isFrom, javaDoubleText } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { FlinkException, ILLEGAL_ARGUMENT } from '../flink-exception.js';
import { MIB } from '../mebibyte.js';
import { type Option, option, type SizeOption, sizeOption } from '../option.js';
import { PREDEFINED, type PredefinedOptions } from './predefined-options.js';
import type { EmbeddedBackend } from './request.js';

const KIB = 2n ** 10n;
const DEFAULT_WRITE_BUFFERS = 2;
const DEFAULT_BITS_PER_KEY = 10;
const DEFAULT_WRITE_BUFFER_RATIO = 0.5;
const DEFAULT_HIGH_PRIORITY_RATIO = 0.1;

const keysOf = (backend: EmbeddedBackend) => {
  const prefix = `state.backend.${backend}`;
  return {
    managed: option(`${prefix}.memory.managed`),
    fixedPerSlot: sizeOption(`${prefix}.memory.fixed-per-slot`),
    fixedPerTaskManager: sizeOption(`${prefix}.memory.fixed-per-tm`),
    writeBufferRatio: option(`${prefix}.memory.write-buffer-ratio`),
    highPriorityRatio: option(`${prefix}.memory.high-prio-pool-ratio`),
    partitionedIndexFilters: option(`${prefix}.memory.partitioned-index-filters`),
    writeBuffer: sizeOption(`${prefix}.writebuffer.size`, 64n * MIB),
    writeBuffers: option(`${prefix}.writebuffer.count`),
    block: sizeOption(`${prefix}.block.blocksize`, 4n * KIB),
    blockCache: sizeOption(`${prefix}.block.cache-size`, 8n * MIB),
    useBloomFilter: option(`${prefix}.use-bloom-filter`),
    bitsPerKey: option(`${prefix}.bloom-filter.bits-per-key`),
    predefined: option(`${prefix}.predefined-options`),
  };
};

/** The options of each backend. */
export const ROCKSDB_OPTIONS = { rocksdb: keysOf('rocksdb'), forst: keysOf('forst') } as const;

/** What a configuration says of the databases' memory. */
export interface RocksDbSettings {
  readonly managed: boolean;
  readonly fixedPerSlot: Known<'bytes'> | undefined;
  readonly fixedPerTaskManager: Known<'bytes'> | undefined;
  readonly writeBufferRatio: Known<'ratio'>;
  readonly highPriorityRatio: Known<'ratio'>;
  readonly partitionedIndexFilters: boolean;
  readonly writeBuffer: Known<'bytes'>;
  readonly writeBuffers: Known<'count'>;
  readonly block: Known<'bytes'>;
  readonly blockCache: Known<'bytes'>;
  readonly useBloomFilter: boolean;
  readonly bitsPerKey: Known<'ratio'>;
}

/**
 * Reads the settings as Flink does: a value that is set wins over one of the predefined options, and that over the default.
 * @throws FlinkException where Flink refuses a value
 */
export function rocksDbSettings(reader: ConfigReader, backend: EmbeddedBackend): RocksDbSettings {
  const keys = ROCKSDB_OPTIONS[backend];
  const ratio = (by: Option, byDefault: number): Known<'ratio'> => doubleOf(reader, by, byDefault);
  const memory = {
    managed: reader.boolean(keys.managed) ?? true,
    fixedPerSlot: reader.has(keys.fixedPerSlot) ? reader.bareSize(keys.fixedPerSlot) : undefined,
    writeBufferRatio: ratio(keys.writeBufferRatio, DEFAULT_WRITE_BUFFER_RATIO),
    highPriorityRatio: ratio(keys.highPriorityRatio, DEFAULT_HIGH_PRIORITY_RATIO),
    partitionedIndexFilters: partitioned(reader, keys.partitionedIndexFilters, backend),
  };
  validate(memory, keys);
  const predefined = backend === 'rocksdb' ? PREDEFINED.of(reader, keys.predefined) : {};
  const size = (by: SizeOption, otherwise: bigint | undefined): Known<'bytes'> =>
    positiveSize(reader, by, otherwise, keys.predefined);
  return {
    ...memory,
    writeBuffer: size(keys.writeBuffer, undefined),
    writeBuffers: countOf(reader, keys.writeBuffers, predefined, keys.predefined),
    block: size(keys.block, predefined.block),
    blockCache: size(keys.blockCache, predefined.blockCache),
    useBloomFilter: bloomFilter(reader, keys.useBloomFilter, backend) ?? predefined.useBloomFilter ?? false,
    bitsPerKey: ratio(keys.bitsPerKey, DEFAULT_BITS_PER_KEY),
    fixedPerTaskManager: perTaskManager(reader, keys.fixedPerTaskManager, backend),
  };
}

function positiveSize(
  reader: ConfigReader,
  by: SizeOption,
  predefined: bigint | undefined,
  from: Option,
): Known<'bytes'> {
  if (!reader.has(by) && predefined !== undefined) return known('bytes', predefined, from.pointer);
  const size = reader.bareSize(by);
  if (size.value > 0n) return size;
  throw notPositive(by, `Configured size for key${by.key} must be larger than 0.`);
}

function countOf(
  reader: ConfigReader,
  by: Option,
  predefined: PredefinedOptions,
  from: Option,
): Known<'count'> {
  const count = reader.integer(by);
  if (count === undefined) {
    return predefined.writeBuffers === undefined
      ? knownDefault('count', DEFAULT_WRITE_BUFFERS, by.key)
      : known('count', predefined.writeBuffers, from.pointer);
  }
  if (count.value > 0) return count;
  throw notPositive(by, `Configured value for key: ${by.key} must be larger than 0.`);
}

const notPositive = ({ key }: Option, message: string): FlinkException =>
  new FlinkException(ILLEGAL_ARGUMENT, message, {
    keys: [key],
    detail: `${key} must be above 0; without it Flink takes its default.`,
    fixes: [{ set: {}, unset: [key] }],
  });

function doubleOf(reader: ConfigReader, by: Option, byDefault: number): Known<'ratio'> {
  const value = reader.double(by);
  return value === undefined ? knownDefault('ratio', byDefault, by.key) : known('ratio', value, by.pointer);
}

/** Since 1.17 one cache can be shared by the whole TaskManager; ForSt had the option from its beginning. */
function perTaskManager(
  reader: ConfigReader,
  by: SizeOption,
  backend: EmbeddedBackend,
): Known<'bytes'> | undefined {
  if (!reader.has(by)) return undefined;
  if (backend === 'rocksdb' && !isFrom(reader.version, 1, 17)) return notRead(reader, by, '1.17');
  return reader.bareSize(by);
}

function partitioned(reader: ConfigReader, by: Option, backend: EmbeddedBackend): boolean {
  const forstSince2 = backend === 'forst' && isFrom(reader.version, 2, 0);
  if (!isFrom(reader.version, 1, 13) && reader.has(by)) return notRead(reader, by, '1.13') ?? false;
  return reader.boolean(by) ?? forstSince2;
}

function bloomFilter(reader: ConfigReader, by: Option, backend: EmbeddedBackend): boolean | undefined {
  const read: FlinkVersion = reader.version;
  if (backend === 'rocksdb' && !isFrom(read, 1, 14) && reader.has(by)) return notRead(reader, by, '1.14');
  return reader.boolean(by);
}

function notRead(reader: ConfigReader, { key }: Option, since: string): undefined {
  reader.log('WARN', `${key} is not read before Flink ${since}`);
  return undefined;
}

/** Whether write buffers and pool of high priority fit the cache, as the state backend checks when it is made. */
function validate(
  { writeBufferRatio, highPriorityRatio }: Pick<RocksDbSettings, 'writeBufferRatio' | 'highPriorityRatio'>,
  keys: (typeof ROCKSDB_OPTIONS)[EmbeddedBackend],
): void {
  const ratio = writeBufferRatio.value;
  const pool = highPriorityRatio.value;
  const writeBuffers = (2 * ratio) / (3 - ratio);
  if (!(writeBuffers + pool >= 1)) return;
  const over = [keys.writeBufferRatio.key, keys.highPriorityRatio.key];
  throw new FlinkException(
    ILLEGAL_ARGUMENT,
    `Invalid configuration: writeBufferRatio ${javaDoubleText(ratio)} with highPriPoolRatio ${javaDoubleText(pool)}`,
    {
      keys: over,
      detail:
        `Of the cache, write buffers take 2 × ${ratio} ÷ (3 − ${ratio}) = ${writeBuffers} and the pool of high priority ${pool}: ` +
        `together ${writeBuffers + pool}, which must be below 1. A pool below ${Math.max(0, 1 - writeBuffers)} would do.`,
      fixes: [
        { set: {}, unset: [keys.highPriorityRatio.key] },
        { set: {}, unset: over },
      ],
    },
  );
}
