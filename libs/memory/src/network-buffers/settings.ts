import { type Known, known, knownDefault, knownParameter, type Parameter } from '@plimsoll/trace';
import { type FlinkVersion, isFrom } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { FlinkException, ILLEGAL_ARGUMENT } from '../flink-exception.js';
import { segmentSize } from '../memory-segment.js';
import { type Option, option } from '../option.js';
import {
  BUFFERS_PER_CHANNEL_2,
  DISK_TIER,
  FLOATING_PER_GATE_2,
  MEMORY_TIER,
  NO_OVERDRAFT,
  OVERDRAFT_2,
  REMOTE_TIER,
  SORT_SHUFFLE_FROM_2,
} from './parameters.js';

const BUFFERS_PER_CHANNEL = option('taskmanager.network.memory.buffers-per-channel');
const FLOATING_PER_GATE = option('taskmanager.network.memory.floating-buffers-per-gate');
const OVERDRAFT = option('taskmanager.network.memory.max-overdraft-buffers-per-gate');
const MOST_PER_CHANNEL = option('taskmanager.network.memory.max-buffers-per-channel');
const MOST_REQUIRED = option('taskmanager.network.memory.read-buffer.required-per-gate.max');
const SORT_BUFFERS = option('taskmanager.network.sort-shuffle.min-buffers');
const SORT_FROM = option('taskmanager.network.sort-shuffle.min-parallelism');
const BATCH_SHUFFLE_MODE = option('execution.batch-shuffle-mode');
const NEW_HYBRID_MODE = option('taskmanager.network.hybrid-shuffle.enable-new-mode');
const REMOTE_PATH = option('taskmanager.network.hybrid-shuffle.remote.path');
const DEBLOAT = option('taskmanager.network.memory.buffer-debloat.enabled');

/** Options that 2.x ignores without a word. */
const GONE_IN_2 = [BUFFERS_PER_CHANNEL, FLOATING_PER_GATE, OVERDRAFT, MOST_PER_CHANNEL, SORT_FROM];

const INT_MAX = 2 ** 31 - 1;

/** What a configuration says of the network stack. */
export interface NetworkSettings {
  readonly segment: Known<'bytes'>;
  readonly buffersPerChannel: Known<'count'>;
  readonly floating: Known<'count'>;
  readonly overdraft: Known<'count'>;
  /** Undefined where no option says how many buffers a gate may insist on. */
  readonly mostRequired: Known<'count'> | undefined;
  readonly sortBuffers: Known<'count'>;
  /** Undefined where blocking partitions are not sorted. */
  readonly sortFrom: Known<'count'> | undefined;
  /** What the tiers of a partition are guaranteed; undefined where there are none. */
  readonly tiers: Readonly<Record<'memoryTier' | 'diskTier' | 'remoteTier', Known<'count'>>> | undefined;
}

/**
 * Reads all options before it checks their values, as Flink does.
 * @throws FlinkException where Flink refuses a value
 * @see org.apache.flink.runtime.taskmanager.NettyShuffleEnvironmentConfiguration#fromConfiguration
 */
export function networkSettings(reader: ConfigReader): NetworkSettings {
  const { version } = reader;
  const of = (by: Option, byDefault: number): Known<'count'> =>
    reader.integer(by) ?? knownDefault('count', byDefault, by.key);
  const until2 = (by: Option, byDefault: number, in2: Parameter<'count'>): Known<'count'> =>
    isFrom(version, 2, 0) ? knownParameter(in2) : of(by, byDefault);
  const sorts = isFrom(version, 1, 15);
  const settings: NetworkSettings = {
    segment: segmentSize(reader),
    buffersPerChannel: until2(BUFFERS_PER_CHANNEL, 2, BUFFERS_PER_CHANNEL_2),
    floating: until2(FLOATING_PER_GATE, 8, FLOATING_PER_GATE_2),
    mostRequired: isFrom(version, 1, 17) ? reader.integer(MOST_REQUIRED) : undefined,
    overdraft: isFrom(version, 1, 16) ? until2(OVERDRAFT, 5, OVERDRAFT_2) : knownParameter(NO_OVERDRAFT),
    sortBuffers: of(SORT_BUFFERS, sorts ? 512 : 64),
    sortFrom: isFrom(version, 1, 12)
      ? until2(SORT_FROM, sorts ? 1 : INT_MAX, SORT_SHUFFLE_FROM_2)
      : undefined,
    tiers: tiers(reader),
  };
  validate(settings, version);
  remark(reader);
  return settings;
}

function validate(settings: NetworkSettings, version: FlinkVersion): void {
  const { buffersPerChannel, mostRequired, floating, overdraft, sortBuffers } = settings;
  const least = isFrom(version, 1, 14) ? 0 : 1;
  atLeast(BUFFERS_PER_CHANNEL, buffersPerChannel, least, tooFewPerChannel(version));
  if (mostRequired !== undefined) {
    const message = `At least one buffer is required for each gate, please increase the value of ${MOST_REQUIRED.key}.`;
    atLeast(MOST_REQUIRED, mostRequired, 1, message);
  }
  atLeast(FLOATING_PER_GATE, floating, 1, noFloating(version));
  const negative = `Maximum number of overdraft buffers for each gate (${overdraft.value}) should not be less than 0.`;
  atLeast(OVERDRAFT, overdraft, 0, negative);
  const none = `Required number of memory segments (${sortBuffers.value}) should be larger than 0.`;
  atLeast(SORT_BUFFERS, sortBuffers, 1, none);
}

function tooFewPerChannel(version: FlinkVersion): string {
  if (isFrom(version, 1, 17)) return 'Must be non-negative.';
  return isFrom(version, 1, 14)
    ? 'Number of buffers to request must be non-negative.'
    : 'The number of required buffers should be larger than 0.';
}

const noFloating = (version: FlinkVersion): string =>
  isFrom(version, 1, 17)
    ? `The configured floating buffer should be at least 1, please increase the value of ${FLOATING_PER_GATE.key}.`
    : 'Maximum number of memory segments (0) should not be smaller than minimum (1).';

/** Partitions are kept in tiers where the job's batch exchanges are hybrid, by the new mode. */
function tiers(reader: ConfigReader): NetworkSettings['tiers'] {
  const { version } = reader;
  if (!isFrom(version, 1, 18)) return undefined;
  const mode = reader.text(BATCH_SHUFFLE_MODE)?.text.toUpperCase() ?? '';
  if (!mode.startsWith('ALL_EXCHANGES_HYBRID')) return undefined;
  if (!isFrom(version, 2, 0) && reader.boolean(NEW_HYBRID_MODE) === false) return undefined;
  return {
    memoryTier: knownParameter(MEMORY_TIER),
    diskTier: knownParameter(DISK_TIER),
    remoteTier: reader.has(REMOTE_PATH)
      ? knownParameter(REMOTE_TIER)
      : known('count', 0, REMOTE_PATH.pointer),
  };
}

function atLeast(by: Option, count: Known<'count'>, least: number, message: string): void {
  if (count.value >= least) return;
  throw new FlinkException(ILLEGAL_ARGUMENT, message, {
    keys: [by.key],
    detail: `${by.key} is ${count.value}; it must be at least ${least}.`,
    fixes: [{ set: { [by.key]: String(least) }, unset: [] }],
  });
}

function remark(reader: ConfigReader): void {
  if (isFrom(reader.version, 2, 0)) {
    for (const by of GONE_IN_2) {
      if (reader.has(by)) reader.log('WARN', `${by.key} is not read by Flink 2; what it set is fixed there`);
    }
  }
  if (debloats(reader, reader.version)) {
    reader.log('INFO', 'Buffer debloating changes how far buffers are filled, not how many there are');
  }
}

const debloats = (reader: ConfigReader, version: FlinkVersion): boolean =>
  isFrom(version, 1, 14) && reader.boolean(DEBLOAT) === true;
