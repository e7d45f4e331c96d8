import { flinkOption, SAMPLED_VERSIONS } from '@plimsoll/flink-config';
import { type FlinkVersion, isFrom, versionText } from '@plimsoll/units';
import type { ConfigReader } from './config-reader.js';

/** The sampled versions that know a key which the version of the configuration does not, oldest first. */
export interface OtherVersions {
  readonly older: readonly FlinkVersion[];
  readonly newer: readonly FlinkVersion[];
}

/** Null where the version knows the key itself, or none does. */
export function otherVersions(config: ConfigReader, key: string): OtherVersions | null {
  if (config.known(key) !== null) return null;
  const knowing = SAMPLED_VERSIONS.filter((version) => {
    const known = flinkOption(version, key);
    return known !== undefined && known.by !== 'prefix';
  });
  if (knowing.length === 0) return null;
  const newer = knowing.filter((version) => isFrom(version, config.version.major, config.version.minor));
  return { older: knowing.filter((version) => !newer.includes(version)), newer };
}

/** `1.13 to 1.20`, or one version alone. */
export function inWords(versions: readonly FlinkVersion[]): string {
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined) return 'no version';
  return first === last ? versionText(first) : `${versionText(first)} to ${versionText(last)}`;
}
