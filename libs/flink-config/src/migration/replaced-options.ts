import { memorySizeText } from '@plimsoll/units';
import type { OptionReading } from '../reading/index.js';

/** What else the configuration says, as the older version reads it. */
export interface Surroundings {
  /** An option of the older version, also where it is not set; undefined where it cannot be read. */
  readonly read: (key: string) => OptionReading | undefined;
  readonly isSet: (key: string) => boolean;
}

/** What takes the place of a removed option: entries that say the same, and why. */
export interface Replacement {
  readonly set: Readonly<Record<string, string>>;
  readonly reason: string;
}

type Replace = (reading: OptionReading, around: Surroundings) => Replacement | undefined;

const isTrue = ({ value }: OptionReading): boolean => value?.type === 'Boolean' && value.value;

const onlyUnset = (set: Readonly<Record<string, string>>, { isSet }: Surroundings): Record<string, string> =>
  Object.fromEntries(Object.entries(set).filter(([key]) => !isSet(key)));

const compression: Replace = (reading, around) => ({
  set: isTrue(reading) ? {} : onlyUnset({ 'taskmanager.network.compression.codec': 'NONE' }, around),
  reason: isTrue(reading) ? 'compression is on by default' : 'compression is switched off by its codec now',
});

const networkKeys = ['min', 'max', 'fraction'].map((part) => `taskmanager.memory.network.${part}`);

/** Flink took the number of buffers only where nothing else spoke of network memory. */
const buffers: Replace = ({ value }, around): Replacement | undefined => {
  const segment = around.read('taskmanager.memory.segment-size')?.value;
  if (value?.type !== 'Integer' || segment?.type !== 'MemorySize') return undefined;
  if (networkKeys.some((key) => around.read(key)?.from.kind !== 'default')) {
    return { set: {}, reason: 'Flink ignored it beside the other options of network memory' };
  }
  const size = memorySizeText(BigInt(value.value) * segment.value);
  return {
    set: { 'taskmanager.memory.network.min': size, 'taskmanager.memory.network.max': size },
    reason: 'so many buffers of a segment each, as a size',
  };
};

const FLINKS_REPORTER =
  /^org\.apache\.flink\.metrics\.(?:prometheus|jmx|graphite|influxdb|statsd|datadog|slf4j)\.\w+Reporter$/;

const reporter: Replace = ({ key, value }, around) => {
  if (value?.type !== 'String' || !FLINKS_REPORTER.test(value.value)) return undefined;
  const factory = key.replace(/class$/, 'factory.class');
  return {
    set: onlyUnset({ [factory]: `${value.value}Factory` }, around),
    reason: 'reporters are made by their factories',
  };
};

const SHUFFLE_MODES: ReadonlyMap<string, string> = new Map([
  ['ALL_EDGES_BLOCKING', 'ALL_EXCHANGES_BLOCKING'],
  ['BATCH', 'ALL_EXCHANGES_BLOCKING'],
  ['ALL_EDGES_PIPELINED', 'ALL_EXCHANGES_PIPELINED'],
  ['PIPELINED', 'ALL_EXCHANGES_PIPELINED'],
]);

const shuffleMode: Replace = ({ value }, around) => {
  const mode = value?.type === 'String' ? SHUFFLE_MODES.get(value.value.toUpperCase()) : undefined;
  if (mode === undefined) return undefined;
  return {
    set: onlyUnset({ 'execution.batch-shuffle-mode': mode }, around),
    reason: 'the shuffle mode of batch jobs is one option for all of them',
  };
};

const REPLACED: Readonly<Record<string, Replace>> = {
  'cluster.evenly-spread-out-slots': (reading, around) => ({
    set: isTrue(reading) ? onlyUnset({ 'taskmanager.load-balance.mode': 'SLOTS' }, around) : {},
    reason: isTrue(reading) ? 'spreading is a mode of balancing now' : 'slots are not spread by default',
  }),
  'security.ssl.enabled': (reading, around) => ({
    set: isTrue(reading)
      ? onlyUnset({ 'security.ssl.internal.enabled': 'true', 'security.ssl.rest.enabled': 'true' }, around)
      : {},
    reason: isTrue(reading) ? 'it switched both of these on' : 'both kinds of SSL are off by default',
  }),
  'taskmanager.network.batch-shuffle.compression.enabled': compression,
  'taskmanager.network.blocking-shuffle.compression.enabled': compression,
  'taskmanager.network.numberOfBuffers': buffers,
  'metrics.reporter.<name>.class': reporter,
  'table.exec.shuffle-mode': shuffleMode,
};

/** Entries that say to a newer Flink what a removed option said; undefined where no machine can tell them. */
export const replacementOf = (reading: OptionReading, around: Surroundings): Replacement | undefined =>
  REPLACED[reading.option.key]?.(reading, around);
