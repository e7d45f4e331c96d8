import { isFrom, KNOWN_VERSIONS, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import { type Bounds, LARGEST, ValueChecks } from '../value-checks.js';
import { backendNamed, STATE_BACKEND_NAMES } from './backend-names.js';
import {
  type DiskNeed,
  STORAGE_MEDIA,
  type StateNeed,
  type StorageOption,
  type StorageRequest,
} from './request.js';

const SIZE: Bounds = { min: 0, max: LARGEST, remedy: 'give a size in bytes' };
const RATE: Bounds = { min: 0, max: LARGEST, remedy: 'give a rate per second, 0 for no need' };
const RATED: Bounds = { min: 1, max: LARGEST, remedy: 'give what the volume is rated at' };
const MEDIA: readonly string[] = STORAGE_MEDIA;
/** ISO 8601, to the month or the day. */
const DATE = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;

/** Every value that no disk, state or Flink can have. */
export function checkStorage(request: StorageRequest): readonly Rejection[] {
  const checks = new ValueChecks();
  const { flinkVersion, need, options, state } = request;
  if (flinkVersion !== undefined) {
    const version = parseFlinkVersion(flinkVersion);
    if (version === undefined || !isFrom(version, 1, 10)) {
      checks.reject('/flinkVersion', `must be one of ${KNOWN_VERSIONS}, from 1.10 on`, flinkVersion);
    }
  }
  if (need === undefined && state === undefined) {
    checks.reject('', 'asks for nothing: give need for advice on disks, state for advice on a state backend');
  }
  if (need !== undefined) checkNeed(checks, need);
  if (options !== undefined) checkOptions(checks, options);
  if (state !== undefined) checkState(checks, state);
  return checks.rejections;
}

function checkNeed(checks: ValueChecks, need: DiskNeed): void {
  checks.number('/need/bytes', need.bytes, SIZE);
  checks.number('/need/iops', need.iops, RATE);
  checks.number('/need/bytesPerSecond', need.bytesPerSecond, RATE);
  checks.number('/need/ioBytes', need.ioBytes, { ...SIZE, min: 1 });
}

function checkOptions(checks: ValueChecks, options: readonly StorageOption[]): void {
  if (options.length === 0 || options.length > 1000) {
    checks.reject(
      '/options',
      'must have 1 to 1000 rows; leave it out for the table that ships',
      options.length,
    );
  }
  const ids = new Set<string>();
  for (const [index, option] of options.entries()) {
    const at = `/options/${index}`;
    if (option.id === '') checks.reject(`${at}/id`, 'must not be empty: it names the choice', option.id);
    if (ids.has(option.id)) {
      checks.reject(`${at}/id`, 'stands for another option already: name each differently', option.id);
    }
    ids.add(option.id);
    checks.number(`${at}/bytes`, option.bytes, { ...SIZE, min: 1 });
    checks.number(`${at}/readIops`, option.readIops, RATED);
    checks.number(`${at}/writeIops`, option.writeIops, RATED);
    checks.number(`${at}/bytesPerSecond`, option.bytesPerSecond ?? undefined, RATED);
    checks.number(`${at}/usdPerMonth`, option.usdPerMonth, {
      min: 0,
      max: LARGEST,
      remedy: 'give the price of a month of 730 hours',
    });
    if (option.asOf !== undefined && !DATE.test(option.asOf)) {
      checks.reject(`${at}/asOf`, 'must be a month or a day: 2023-09 or 2023-09-21', option.asOf);
    }
    checkMedium(checks, `${at}/medium`, option.medium);
  }
}

function checkState(checks: ValueChecks, state: StateNeed): void {
  checks.number('/state/stateBytes', state.stateBytes, SIZE);
  checks.number('/state/heapBytes', state.heapBytes, SIZE);
  checks.number('/state/managedBytes', state.managedBytes, SIZE);
  checks.number('/state/slots', state.slots, {
    min: 1,
    max: 1e6,
    whole: true,
    remedy: 'give the slots of a TaskManager',
  });
  checks.number('/state/localDiskBytes', state.localDiskBytes, SIZE);
  checks.number('/state/accessesPerSecond', state.accessesPerSecond, RATE);
  checks.number('/state/cores', state.cores, { min: 0.01, max: 1e6, remedy: 'give cores of a TaskManager' });
  checks.number('/state/cacheHitRatio', state.cacheHitRatio, {
    min: 0,
    max: 1,
    remedy: 'give a share of the accesses',
  });
  checkMedium(checks, '/state/medium', state.medium);
  if (state.stateBackend !== undefined && backendNamed(state.stateBackend) === undefined) {
    checks.reject(
      '/state/stateBackend',
      `must be one of ${STATE_BACKEND_NAMES.join(', ')}; the factory of another is not known here`,
      state.stateBackend,
    );
  }
}

function checkMedium(checks: ValueChecks, pointer: string, medium: string | undefined): void {
  if (medium !== undefined && !MEDIA.includes(medium)) {
    checks.reject(pointer, `must be ${MEDIA.join(' or ')}`, medium);
  }
}
