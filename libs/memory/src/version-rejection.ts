import { isFrom, KNOWN_VERSIONS, parseFlinkVersion, type Rejection } from '@plimsoll/units';

/** What is wrong with a version where the memory model of Flink 1.10 is needed; empty where nothing is. */
export function versionRejection(flinkVersion: string): Rejection[] {
  const version = parseFlinkVersion(flinkVersion);
  if (version !== undefined && isFrom(version, 1, 10)) return [];
  const message =
    version === undefined
      ? `is not a known version of Flink; known are ${KNOWN_VERSIONS}`
      : 'has no such memory model; it came with 1.10';
  return [{ pointer: '/flinkVersion', message, received: flinkVersion }];
}
