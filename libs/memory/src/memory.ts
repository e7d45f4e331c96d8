import { parseFlinkVersion, type Rejection } from '@plimsoll/units';
import type { ConfigReader } from './config-reader.js';
import { derivedOrRefused } from './derived-or-refused.js';
import { deriveJobManager } from './job-manager/job-manager-memory.js';
import type { MemoryRequest } from './request.js';
import type { JobManagerMemory, MemoryAnswer, TaskManagerMemory } from './result.js';
import { deriveTaskManager } from './task-manager/task-manager-memory.js';
import { versionRejection } from './version-rejection.js';

/**
 * The memory of a TaskManager of Flink 1.10 or later, to the byte.
 * @param traced whether the answer shows its steps
 * @returns Flink's own refusal where it would not start; a rejection where the version is not one of these
 */
export const taskManagerMemory = (request: MemoryRequest, traced = true): MemoryAnswer<TaskManagerMemory> =>
  answered(request, versionRejection(request.flinkVersion, 10, CONTAINERS), (reader) =>
    deriveTaskManager(reader, request.deployment ?? 'standalone', traced),
  );

const CONTAINERS = 'containers of Flink 1.3 to 1.9 are asked for as legacyContainerMemory';

/** The same of a JobManager of Flink 1.11 or later. */
export const jobManagerMemory = (request: MemoryRequest, traced = true): MemoryAnswer<JobManagerMemory> =>
  answered(request, versionRejection(request.flinkVersion, 11, HEAP_ONLY), (reader) =>
    deriveJobManager(reader, request.deployment ?? 'standalone', traced),
  );

const HEAP_ONLY = 'a JobManager before that has a heap size only';

function answered<T extends object>(
  { flinkVersion, config }: MemoryRequest,
  rejections: readonly Rejection[],
  derive: (reader: ConfigReader) => T,
): MemoryAnswer<T & { readonly warnings: readonly string[] }> {
  const version = parseFlinkVersion(flinkVersion);
  if (version === undefined || rejections.length > 0) return { kind: 'rejected', rejections };
  return derivedOrRefused(config, version, derive);
}
