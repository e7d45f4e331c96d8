import { isFrom, parseFlinkVersion, type Rejection } from '@plimsoll/units';

/**
 * What is wrong with a version where a memory model is needed that came with a minor version of Flink 1; empty where nothing is.
 * @param otherwise what to do with an older version
 */
export function versionRejection(flinkVersion: string, least = 10, otherwise = ''): Rejection[] {
  const version = parseFlinkVersion(flinkVersion);
  if (version !== undefined && isFrom(version, 1, least)) return [];
  const known = `known here are 1.${least} to 1.20 and 2.0 to 2.3, with or without a patch number`;
  const message =
    version === undefined
      ? `is not a known version of Flink; ${known}`
      : `has no such memory model; it came with 1.${least}${otherwise && `, and ${otherwise}`}; ${known}`;
  return [{ pointer: '/flinkVersion', message, received: flinkVersion }];
}
