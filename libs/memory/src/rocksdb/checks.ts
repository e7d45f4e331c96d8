import { parseFlinkVersion, parseJavaDouble, type Rejection } from '@plimsoll/units';
import { configPointer } from '../option.js';
import type { FlinkConfig } from '../request.js';
import { versionRejection } from '../version-rejection.js';
import type { RocksDbRequest, StateAccess } from './request.js';
import { ROCKSDB_OPTIONS } from './settings.js';

const MOST_STATES = 1_000_000;
const MOST_KEYS = Number.MAX_SAFE_INTEGER;
const MOST_LEVELS = 100;
const MOST_SLOTS = 2 ** 31 - 1;

/** Values that can be read but not be so; Flink never saw them. */
export function rocksDbRejections(request: RocksDbRequest): Rejection[] {
  const { managedBytes, slots, states, access, config, stateBackend = 'rocksdb' } = request;
  const rejections = [
    ...versionRejection(request.flinkVersion),
    ...whole('/slots', slots, 1, MOST_SLOTS),
    ...whole('/states', states, 1, MOST_STATES),
    ...shareRejections(config, ROCKSDB_OPTIONS[stateBackend]),
    ...(access === undefined ? [] : accessRejections(access)),
  ];
  if (managedBytes < 0n) {
    rejections.push({
      pointer: '/managedBytes',
      message: 'must not be negative; a TaskManager without managed memory has 0',
      received: String(managedBytes),
    });
  }
  if (stateBackend === 'forst' && !forstIsThere(request.flinkVersion)) {
    rejections.push({
      pointer: '/stateBackend',
      message: 'forst came with Flink 1.20; take rocksdb',
      received: stateBackend,
    });
  }
  return rejections;
}

function forstIsThere(flinkVersion: string): boolean {
  const version = parseFlinkVersion(flinkVersion);
  return version === undefined || version.major > 1 || version.minor >= 20;
}

function accessRejections(access: StateAccess): Rejection[] {
  const { keys, entryBytes, keyBytes, lookupsPerSecond, zipfExponent, levels, bytesPerCachedKey } = access;
  return [
    ...whole('/access/keys', keys, 1, MOST_KEYS),
    ...whole('/access/entryBytes', entryBytes, 1, MOST_KEYS),
    ...(keyBytes === undefined ? [] : whole('/access/keyBytes', keyBytes, 0, MOST_KEYS)),
    ...number('/access/lookupsPerSecond', lookupsPerSecond, Number.MAX_VALUE),
    ...(zipfExponent === undefined ? [] : number('/access/zipfExponent', zipfExponent, 100)),
    ...(levels === undefined ? [] : whole('/access/levels', levels, 1, MOST_LEVELS)),
    ...(bytesPerCachedKey === undefined
      ? []
      : whole('/access/bytesPerCachedKey', bytesPerCachedKey, 1, MOST_KEYS)),
  ];
}

/** Flink takes shares outside of 0 to 1 from a configuration; the native cache does not. */
function shareRejections(
  config: FlinkConfig,
  { writeBufferRatio, highPriorityRatio, bitsPerKey }: (typeof ROCKSDB_OPTIONS)['rocksdb'],
): Rejection[] {
  const value = (key: string): number | undefined => {
    const text = Object.hasOwn(config, key) ? config[key] : undefined;
    const parsed = text === undefined ? undefined : parseJavaDouble(text);
    return parsed?.kind === 'value' ? parsed.value : undefined;
  };
  const outside = (key: string, is: (share: number) => boolean, message: string): Rejection[] => {
    const share = value(key);
    if (share === undefined || is(share)) return [];
    return [{ pointer: configPointer(key), message, received: config[key] }];
  };
  return [
    ...outside(
      writeBufferRatio.key,
      (share) => share > 0 && share < 1,
      'must be above 0 and below 1; the default is 0.5',
    ),
    ...outside(
      highPriorityRatio.key,
      (share) => share >= 0 && share < 1,
      'must be from 0 and below 1; the default is 0.1',
    ),
    ...outside(
      bitsPerKey.key,
      (bits) => bits > 0 && bits <= MOST_LEVELS,
      'must be above 0 and at most 100; the default is 10',
    ),
  ];
}

function whole(pointer: string, value: number, least: number, most: number): Rejection[] {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return [];
  return [{ pointer, message: `must be a whole number from ${least} to ${most}`, received: value }];
}

function number(pointer: string, value: number, most: number): Rejection[] {
  if (value >= 0 && value <= most) return [];
  return [{ pointer, message: `must be a number from 0 to ${most}`, received: value }];
}
