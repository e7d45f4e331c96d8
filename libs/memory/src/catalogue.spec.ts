import { flinkOption, optionsOf } from '@plimsoll/flink-config';
import { FLINK_VERSIONS, type FlinkVersion, isFrom, memorySizeText, versionText } from '@plimsoll/units';
import { SEGMENT_SIZE } from './memory-segment.js';
import type { FractionOption, Option, SizeOption } from './option.js';
import * as process from './process/options.js';
import { ROCKSDB_OPTIONS } from './rocksdb/settings.js';
import { EXTERNAL_RESOURCES } from './task-manager/external-resources.js';

type Known = Option | SizeOption | FractionOption;

const isOption = (value: unknown): value is Known =>
  typeof value === 'object' && value !== null && 'oldKeys' in value;

const membersOf = (value: unknown): Known[] => {
  if (isOption(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(membersOf);
};

/** Every option of memory, and of the databases, that is read here. */
const OPTIONS = [
  ...new Map(
    [process, ROCKSDB_OPTIONS, SEGMENT_SIZE, EXTERNAL_RESOURCES]
      .flatMap((place) => membersOf({ ...place, ...(isOption(place) ? { place } : {}) }))
      .map((option) => [option.key, option]),
  ).values(),
];
const VERSIONS = FLINK_VERSIONS.filter((version) => isFrom(version, 1, 10));

/** What is read here and not what the catalogue says, and why. */
const EXPLAINED: readonly (readonly [difference: RegExp, why: string])[] = [
  [
    /^state\.backend\.forst\.\S+ of 1\.1\d: unknown$/,
    'ForSt came with 1.20; read only where it is the backend',
  ],
  [
    /^state\.backend\.forst\.predefined-options of (?:1\.20|2\.\d): unknown$/,
    'ForSt has no predefined options; its row of the table is never read',
  ],
  [/^state\.backend\.rocksdb\.memory\.fixed-per-tm of 1\.1[0-3]: unknown$/, 'read from 1.17 on only'],
  [
    /^state\.backend\.rocksdb\.(?:use-bloom-filter|bloom-filter\.bits-per-key) of 1\.1[0-3]: unknown$/,
    'read from 1.14 on only',
  ],
  [
    /^state\.backend\.rocksdb\.(?:writebuffer\.size|block\.blocksize|block\.cache-size) of 1\.1[0-6]: default .* for null$/,
    'declared without a default before 1.17: what holds then is RocksDB’s own, which is the same',
  ],
  [/^(?:task|job)manager\.heap\.(?:size|mb) of 2\.\d: unknown$/, 'gone in 2.0; named there only to say so'],
  [/^taskmanager\.network\.numberOfBuffers of 2\.\d: unknown$/, 'gone in 2.0, and read before only'],
];

function differences(option: Known, version: FlinkVersion): string[] {
  const name = `${option.key} of ${versionText(version)}`;
  const known = flinkOption(version, option.key)?.option;
  if (known === undefined || known === null) return [`${name}: unknown`];
  const found: string[] = [];
  const old = [...known.fallbackKeys, ...known.deprecatedKeys].join();
  if (old !== option.oldKeys.join()) found.push(`${name}: old keys ${option.oldKeys.join()} for ${old}`);
  if (!('byDefault' in option)) return found;
  const byDefault = typeof option.byDefault === 'function' ? option.byDefault(version) : option.byDefault;
  const text = typeof byDefault === 'bigint' ? memorySizeText(byDefault) : byDefault;
  if ((text ?? null) !== known.defaultValue) found.push(`${name}: default ${text} for ${known.defaultValue}`);
  return found;
}

describe('the options that memory is read from', () => {
  const found = VERSIONS.flatMap((version) => OPTIONS.flatMap((option) => differences(option, version)));

  it('are many', () => {
    expect(OPTIONS.length).toBeGreaterThan(40);
    expect(optionsOf({ major: 2, minor: 3 }).length).toBeGreaterThan(1000);
  });

  it('are those of the catalogue, but for what is explained', () => {
    expect(found.filter((difference) => !EXPLAINED.some(([pattern]) => pattern.test(difference)))).toEqual(
      [],
    );
  });

  it.each(EXPLAINED)('still differ where that is explained: %s', (pattern) => {
    expect(found.some((difference) => pattern.test(difference))).toBe(true);
  });
});
