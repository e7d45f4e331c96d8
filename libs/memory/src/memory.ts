import { isFrom, KNOWN_VERSIONS, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import type { ConfigReader } from './config-reader.js';
import { derivedOrRefused } from './derived-or-refused.js';
import { deriveJobManager } from './job-manager/job-manager-memory.js';
import type { MemoryRequest } from './request.js';
import type { JobManagerMemory, MemoryAnswer, TaskManagerMemory } from './result.js';
import { deriveTaskManager } from './task-manager/task-manager-memory.js';

/**
 * The memory of a TaskManager of Flink 1.10 or later, to the byte.
 * @param traced whether the answer shows its steps
 * @returns Flink's own refusal where it would not start; a rejection where the version is not one of these
 */
export const taskManagerMemory = (request: MemoryRequest, traced = true): MemoryAnswer<TaskManagerMemory> =>
  answered(request, taskManagerFault(request.flinkVersion), (reader) =>
    deriveTaskManager(reader, request.deployment ?? 'standalone', traced),
  );

/** The same of a JobManager of Flink 1.11 or later. */
export const jobManagerMemory = (request: MemoryRequest, traced = true): MemoryAnswer<JobManagerMemory> =>
  answered(request, jobManagerFault(request.flinkVersion), (reader) =>
    deriveJobManager(reader, request.deployment ?? 'standalone', traced),
  );

function answered<T extends TaskManagerMemory | JobManagerMemory>(
  { flinkVersion, config }: MemoryRequest,
  fault: Rejection | undefined,
  derive: (reader: ConfigReader) => Omit<T, 'warnings'>,
): MemoryAnswer<Omit<T, 'warnings'> & { readonly warnings: readonly string[] }> {
  const version = parseFlinkVersion(flinkVersion);
  if (fault !== undefined || version === undefined) {
    return { kind: 'rejected', rejections: fault === undefined ? [] : [fault] };
  }
  return derivedOrRefused<Omit<T, 'warnings'>>(config, version, derive);
}

function versionFault(flinkVersion: string, least: number, otherwise: string): Rejection | undefined {
  const version = parseFlinkVersion(flinkVersion);
  if (version !== undefined && isFrom(version, 1, least)) return undefined;
  const message =
    version === undefined
      ? `is not a known version of Flink; known are ${KNOWN_VERSIONS}`
      : `has no such memory model; ${otherwise}`;
  return { pointer: '/flinkVersion', message, received: flinkVersion };
}

const taskManagerFault = (flinkVersion: string): Rejection | undefined =>
  versionFault(
    flinkVersion,
    10,
    'it came with 1.10, and containers of Flink 1.3 to 1.9 are asked for as legacyContainerMemory',
  );

const jobManagerFault = (flinkVersion: string): Rejection | undefined =>
  versionFault(flinkVersion, 11, 'it came with 1.11, and a JobManager before that has a heap size only');
