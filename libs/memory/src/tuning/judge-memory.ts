import { Derivation, known } from '@plimsoll/trace';
import { parseFlinkVersion } from '@plimsoll/units';
import { ConfigReader } from '../config-reader.js';
import { knownPools } from '../known-pools.js';
import { taskManagerMemory } from '../memory.js';
import type { FlinkConfig, Observed } from '../request.js';
import type { MemoryAnswer, TaskManagerMemory } from '../result.js';
import { acceptedManaged } from './accepted-managed.js';
import { checkObserved, contradictions } from './check-observed.js';
import { DIFFERENCE } from './formulas.js';
import { judgementRemarks } from './judgement-remarks.js';
import { overheadRange } from './needs.js';
import { OVERHEAD_OF_PROCESS } from './overhead-formulas.js';
import { poolUses } from './pool-use.js';
import type { MemoryJudgement } from './result.js';

/** A configuration to judge, and what is observed under it. */
export interface JudgementRequest {
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  readonly observed: Observed;
}

/**
 * How a configuration of a TaskManager fits what is observed: headroom of each pool, JVM overhead that no one needs, and how much
 * managed memory Flink would accept beside it. Refused where Flink refuses it, rejected where the observations contradict it.
 */
export function judgeMemory(
  { flinkVersion, config, observed }: JudgementRequest,
  traced = true,
): MemoryAnswer<MemoryJudgement> {
  const answer = taskManagerMemory({ flinkVersion, config }, traced);
  if (answer.kind !== 'ok') return answer;
  const memory = answer.value;
  const wrong = checkObserved(observed);
  const rejections = wrong.length > 0 ? wrong : contradictions(observed, memory, null);
  if (rejections.length > 0) return { kind: 'rejected', rejections };
  const derivation = new Derivation(traced);
  if (traced) derivation.steps.push(...memory.steps);
  const beyond = overheadBeyondDerived(derivation, flinkVersion, config, memory);
  const judgement = {
    memory,
    acceptedManaged: acceptedManaged({ flinkVersion, config }, derivation),
    pools: poolUses(memory, observed),
    overheadBeyondDerivedBytes: beyond,
  };
  return {
    kind: 'ok',
    value: { ...judgement, remarks: judgementRemarks(judgement), steps: derivation.steps },
  };
}

/** What is left to JVM overhead beyond what Flink would derive for a process of that size; below 0 where it is less. */
function overheadBeyondDerived(
  derivation: Derivation,
  flinkVersion: string,
  config: FlinkConfig,
  memory: TaskManagerMemory,
): bigint {
  const version = parseFlinkVersion(flinkVersion);
  if (version === undefined) return 0n;
  const derived = derivation.derive('tuning.derivedOverhead', OVERHEAD_OF_PROCESS, {
    processSize: known('bytes', memory.totalProcessBytes, 'taskManager.totalProcess'),
    ...overheadRange(new ConfigReader(config, version, new Set())),
  });
  const one = knownPools(memory).jvmOverheadBytes;
  return derivation.derive('tuning.overheadBeyondDerived', DIFFERENCE, { one, other: derived }).value;
}
