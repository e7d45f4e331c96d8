import { MIB } from '../mebibyte.js';
import { type Option, option } from '../option.js';

/** An option with its default, in the unit in which Flink reads it. */
export interface LegacyOption<T> extends Option {
  readonly byDefault: T;
}

const withDefault = <T>(row: Option, byDefault: T): LegacyOption<T> => ({ ...row, byDefault });

/** Old spellings of the cut-off; 1.3 does not read them where it sizes a container. */
export const YARN_CUTOFF_KEYS = ['yarn.heap-cutoff-ratio', 'yarn.heap-cutoff-min'] as const;

export const CUTOFF_RATIO = withDefault(option('containerized.heap-cutoff-ratio', YARN_CUTOFF_KEYS[0]), 0.25);
/** Megabytes. */
export const CUTOFF_MIN = withDefault(option('containerized.heap-cutoff-min', YARN_CUTOFF_KEYS[1]), 600);

export const OFF_HEAP = option('taskmanager.memory.off-heap');
/** Megabytes up to 1.5; from 1.6 a size, in megabytes where it has no unit. Without it the fraction decides. */
export const MANAGED_SIZE = option('taskmanager.memory.size');
export const MANAGED_FRACTION = withDefault(option('taskmanager.memory.fraction'), 0.7);

/** Bytes up to 1.5; from 1.6 a size. */
export const SEGMENT_SIZE = withDefault(option('taskmanager.memory.segment-size'), 32_768);
export const NETWORK_FRACTION = withDefault(option('taskmanager.network.memory.fraction'), 0.1);
/** Bytes up to 1.5; from 1.6 a size. */
export const NETWORK_MIN = withDefault(option('taskmanager.network.memory.min'), 64n * MIB);
/** Bytes up to 1.5; from 1.6 a size. */
export const NETWORK_MAX = withDefault(option('taskmanager.network.memory.max'), 1024n * MIB);
/** Counts only where no `taskmanager.network.memory.…` is set. */
export const NETWORK_BUFFERS = withDefault(option('taskmanager.network.numberOfBuffers'), 2048);
