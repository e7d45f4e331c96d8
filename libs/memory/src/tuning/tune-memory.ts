import { Derivation, known, knownParameter } from '@plimsoll/trace';
import { parseFlinkVersion, type Rejection } from '@plimsoll/units';
import { ConfigReader } from '../config-reader.js';
import { milliRemark, parsePodQuantity } from '../kubernetes/pod-quantity.js';
import { taskManagerMemory } from '../memory.js';
import type { MemoryAnswer, TaskManagerMemory } from '../result.js';
import { acceptedManaged } from './accepted-managed.js';
import type { Allocated } from './allocation.js';
import { checkObserved, contradictions } from './check-observed.js';
import { confidenceOf } from './confidence.js';
import { fixOutOfMemory } from './fix-out-of-memory.js';
import { giveToManaged } from './give-to-managed.js';
import { type Needs, needsOf, type TuningScope } from './needs.js';
import { HEADROOM } from './parameters.js';
import { poolUses } from './pool-use.js';
import { proposal } from './proposal.js';
import type { TuningGoal, TuningRequest } from './request.js';
import type { MemoryTuning } from './result.js';
import { shrink } from './shrink.js';
import { tuningRemarks } from './tuning-remarks.js';

const ALLOCATE: Readonly<Record<TuningGoal, (scope: TuningScope, needs: Needs) => Allocated>> = {
  'give-to-managed': giveToManaged,
  shrink,
  'fix-out-of-memory': fixOutOfMemory,
};

/**
 * A configuration for a TaskManager by what monitoring shows of it, which Flink accepts, and which gives no pool less than was
 * seen in use. Sizes in bytes. Refused where Flink refuses the configuration given; rejected where a value is none, where
 * observations contradict each other, the configuration or the pod, and where the pod's limit holds no such proposal.
 * @see org.apache.flink.autoscaler.tuning.MemoryTuning
 */
export function tuneMemory(request: TuningRequest, traced = true): MemoryAnswer<MemoryTuning> {
  const { flinkVersion, config, observed, goal = 'give-to-managed' } = request;
  const values = readValues(request);
  const before = taskManagerMemory({ flinkVersion, config }, traced);
  if (values.rejections.length > 0 || before.kind === 'rejected') {
    const more = before.kind === 'rejected' ? before.rejections : [];
    return { kind: 'rejected', rejections: [...more, ...values.rejections] };
  }
  if (before.kind === 'refused') return before;
  const rejections = contradictions(observed, before.value, values.podLimit);
  if (rejections.length > 0) return { kind: 'rejected', rejections };

  const derivation = new Derivation(traced);
  if (traced) derivation.steps.push(...before.value.steps);
  const scope = tuningScope(request, derivation, before.value, values.podLimit);
  const needs = needsOf(scope);
  const outcome = ALLOCATE[goal](scope, needs);
  if (outcome.kind === 'rejected') return { kind: 'rejected', rejections: [outcome.rejection] };
  const { allocation } = outcome;
  const { config: proposed, changes } = proposal(scope, config, allocation);
  const after = taskManagerMemory({ flinkVersion, config: proposed }, traced);
  if (after.kind !== 'ok') return after;
  const pools = poolUses(after.value, observed);
  const accepted = acceptedManaged({ flinkVersion, config: proposed });
  return {
    kind: 'ok',
    value: {
      goal,
      config: proposed,
      changes,
      freedBytes: freed(goal, before.value, after.value),
      before: before.value,
      after: after.value,
      poolsBefore: poolUses(before.value, observed),
      pools,
      acceptedManaged: accepted,
      confidence: confidenceOf(observed, before.value),
      remarks: [...outcome.remarks, ...tuningRemarks(request, before.value, after.value)],
      steps: derivation.steps,
    },
  };
}

/** What leaves the process, and what managed memory gets. What managed memory itself gives to other pools is not taken off. */
function freed(goal: TuningGoal, before: TaskManagerMemory, after: TaskManagerMemory): bigint {
  const shrunkBy = before.totalProcessBytes - after.totalProcessBytes;
  const grown = after.components.managedBytes - before.components.managedBytes;
  return goal === 'give-to-managed' && grown > 0n ? shrunkBy + grown : shrunkBy;
}

/** More than tenfold is rather a share of hundred. */
const MOST_HEADROOM = 10;

interface Values {
  readonly podLimit: bigint | null;
  readonly rejections: readonly Rejection[];
}

function readValues({ podLimit: text, headroomRatio, observed }: TuningRequest): Values {
  const rejections: Rejection[] = [...checkObserved(observed)];
  if (headroomRatio !== undefined && !(headroomRatio >= 0 && headroomRatio <= MOST_HEADROOM)) {
    rejections.push({
      pointer: '/headroomRatio',
      received: headroomRatio,
      message: `headroom is a share of the use, from 0 to ${MOST_HEADROOM}: 0.2 keeps a fifth of the use free`,
    });
  }
  if (text === undefined) return { podLimit: null, rejections };
  const limit = parsePodQuantity(text, '/podLimit');
  if (limit.kind === 'rejected') return { podLimit: null, rejections: [...rejections, ...limit.rejections] };
  const milli = milliRemark(text);
  if (milli !== null) rejections.push({ pointer: '/podLimit', received: text, message: milli });
  return { podLimit: limit.value, rejections };
}

function tuningScope(
  { flinkVersion, config, observed, headroomRatio }: TuningRequest,
  derivation: Derivation,
  memory: TaskManagerMemory,
  podLimit: bigint | null,
): TuningScope {
  const version = parseFlinkVersion(flinkVersion) ?? { major: 1, minor: 20 };
  return {
    derivation,
    reader: new ConfigReader(config, version, new Set()),
    memory,
    observed,
    podLimit,
    headroomRatio:
      headroomRatio === undefined
        ? knownParameter(HEADROOM)
        : known('ratio', headroomRatio, '/headroomRatio'),
  };
}
