import { Derivation, type Known } from '@plimsoll/trace';
import { LONG_MAX, parseFlinkVersion } from '@plimsoll/units';
import { ConfigReader } from '../config-reader.js';
import { FlinkException } from '../flink-exception.js';
import { taskManagerMemory } from '../memory.js';
import {
  FRAMEWORK_HEAP,
  FRAMEWORK_OFF_HEAP,
  MANAGED_SIZE,
  NETWORK_MAX,
  NETWORK_MIN,
  TASK_HEAP,
  TASK_MANAGER,
  TASK_OFF_HEAP,
} from '../process/options.js';
import type { MemoryRequest } from '../request.js';
import { SUM } from './formulas.js';
import { LEAST_MANAGED, MOST_MANAGED, OTHER_POOLS } from './managed-formulas.js';
import { overheadRange } from './needs.js';
import type { AcceptedManaged } from './result.js';

/**
 * Which sizes of managed memory Flink accepts beside the other sizes of a configuration, its own included or not: with the
 * process and every other pool stated, JVM overhead is the rest, and has a range. Bytes.
 * @returns null where the process, the task heap or network memory is not stated in one size, or where no size would do
 */
export function acceptedManaged(
  request: MemoryRequest,
  derivation: Derivation = new Derivation(false),
): AcceptedManaged | null {
  const version = parseFlinkVersion(request.flinkVersion);
  if (version === undefined) return null;
  const reader = new ConfigReader(request.config, version, new Set());
  try {
    return decidedByOverhead(request, reader) ? bounds(derivation, reader) : null;
  } catch (error) {
    if (error instanceof FlinkException) return null;
    throw error;
  }
}

/** Whether Flink takes the configuration with any JVM overhead and no managed memory: then only the overhead's range decides. */
function decidedByOverhead(request: MemoryRequest, reader: ConfigReader): boolean {
  const { processSize, flinkSize, overheadMin, overheadMax } = TASK_MANAGER;
  if (!reader.has(processSize) || !reader.has(TASK_HEAP) || reader.has(flinkSize)) return false;
  if (reader.size(NETWORK_MIN).value !== reader.size(NETWORK_MAX).value) return false;
  const limits = { [overheadMin.key]: '0b', [overheadMax.key]: `${LONG_MAX}b` };
  const config = { ...request.config, ...limits, [MANAGED_SIZE.key]: '0b' };
  return taskManagerMemory({ ...request, config }, false).kind === 'ok';
}

function bounds(derivation: Derivation, reader: ConfigReader): AcceptedManaged | null {
  const two = (key: string, one: Known<'bytes'>, other: Known<'bytes'>): Known<'bytes'> =>
    derivation.derive(`tuning.accepted.${key}`, SUM, { one, other });
  const others = derivation.derive('tuning.accepted.otherPools', OTHER_POOLS, {
    heap: two('heap', reader.size(FRAMEWORK_HEAP), reader.size(TASK_HEAP)),
    metaspace: reader.size(TASK_MANAGER.metaspace),
    network: reader.size(NETWORK_MAX),
    offHeap: two('offHeap', reader.size(FRAMEWORK_OFF_HEAP), reader.size(TASK_OFF_HEAP)),
  });
  const { least: leastOverhead, most: mostOverhead } = overheadRange(reader);
  const processSize = reader.size(TASK_MANAGER.processSize);
  const least = derivation.derive('tuning.accepted.least', LEAST_MANAGED, {
    processSize,
    others,
    mostOverhead,
  });
  const most = derivation.derive('tuning.accepted.most', MOST_MANAGED, {
    processSize,
    others,
    leastOverhead,
  });
  return most.value < least.value ? null : { leastBytes: least.value, mostBytes: most.value };
}
