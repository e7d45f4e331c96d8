import { isFrom, KNOWN_VERSIONS, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import type { LegacyContainerRequest } from './legacy-container.js';

/** What YARN and Mesos count a container's megabytes with, and Flink its slots: a Java int. */
const MOST = 2 ** 31 - 1;

/** What is wrong with a request, before Flink sees it: each value with what would do. */
export const requestFaults = ({
  flinkVersion,
  containerMegabytes,
  slots,
}: LegacyContainerRequest): Rejection[] =>
  [
    versionFault(flinkVersion),
    countFault('/containerMegabytes', containerMegabytes, 'the size of the container in megabytes'),
    countFault('/slots', slots, 'the number of slots of the TaskManager'),
  ].filter((fault) => fault !== undefined);

function versionFault(flinkVersion: string): Rejection | undefined {
  const version = parseFlinkVersion(flinkVersion);
  if (version !== undefined && !isFrom(version, 1, 10)) return undefined;
  const message =
    version === undefined
      ? `is not a known version of Flink; known are ${KNOWN_VERSIONS}, of which 1.3 to 1.9 have this container model`
      : 'has no heap cut-off: it ended with 1.9, and the memory of Flink 1.10 and later is asked for as taskManagerMemory';
  return { pointer: '/flinkVersion', message, received: flinkVersion };
}

function countFault(pointer: string, value: number, what: string): Rejection | undefined {
  if (Number.isSafeInteger(value) && value >= 1 && value <= MOST) return undefined;
  const message = `must be ${what}: a whole number from 1 to ${MOST}`;
  return { pointer, message, received: value };
}
