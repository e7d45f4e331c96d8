import type { AcceptedManaged, ConfigChange, MemoryTuning, PoolUse, TuningRequest } from '@plimsoll/memory';
import {
  Answer,
  Bytes,
  ConfigMap,
  List,
  Nested,
  Num,
  OneOf,
  Request,
  Str,
  Text,
  Texts,
} from '../../fields/index.js';
import { StepModel } from '../capacity/trace.model.js';
import { ConfidenceModel } from './confidence.model.js';
import { ObservedModel } from './observed.model.js';
import { TaskManagerMemoryModel } from './process-memory.model.js';
import { TUNED_POOL, TUNING_GOAL } from './words.js';

@Request('TuneMemory', 'A TaskManager that runs, with what monitoring shows of it.')
export class TuneMemoryRequestModel implements TuningRequest {
  @Str({ description: '1.10 to 1.20 or 2.0 to 2.3; a patch number narrows nothing.', example: '1.17' })
  flinkVersion: string;

  @ConfigMap({ example: { 'taskmanager.memory.process.size': '8gb' } })
  config: Record<string, string>;

  @Nested(() => ObservedModel)
  observed: ObservedModel;

  @Str({ optional: true, description: 'Memory limit of the pod, a Kubernetes quantity.', example: '8Gi' })
  podLimit?: string;

  @Num({
    optional: true,
    description: 'What a pool keeps free over its observed use, as a share of that use.',
  })
  headroomRatio?: number;

  @OneOf(TUNING_GOAL, { optional: true, description: 'give-to-managed, unless told.' })
  goal?: TuningRequest['goal'];
}

@Answer('ConfigChange', 'One setting that differs from the configuration given.')
export class ConfigChangeModel implements ConfigChange {
  @Text()
  key: string;

  @Text({ nullable: true, description: 'null: it was not set.' })
  from: string | null;

  @Text({ nullable: true, description: 'null: to be removed.' })
  to: string | null;

  @Text()
  reason: string;

  @Bytes({ optional: true, description: 'What the pool gives up by it; below 0 where it grows.' })
  freedBytes?: bigint;
}

@Answer('PoolUse', 'A pool’s size against its use.')
export class PoolUseModel implements PoolUse {
  @OneOf(TUNED_POOL)
  pool: PoolUse['pool'];

  @Bytes()
  sizeBytes: bigint;

  @Bytes({ nullable: true, description: 'null: not observed.' })
  usedBytes: bigint | null;

  @Bytes({ nullable: true, description: 'Size less use.' })
  unusedBytes: bigint | null;

  @Num({
    nullable: true,
    description: 'What is unused as a share of the use; null where that is 0 or not known.',
  })
  headroomRatio: number | null;
}

@Answer(
  'AcceptedManaged',
  'Which sizes of managed memory Flink accepts beside the other sizes of the proposal.',
)
export class AcceptedManagedModel implements AcceptedManaged {
  @Bytes()
  leastBytes: bigint;

  @Bytes()
  mostBytes: bigint;
}

@Answer('MemoryTuning', 'A configuration that fits what was observed.')
export class MemoryTuningModel implements MemoryTuning {
  @OneOf(TUNING_GOAL)
  goal: MemoryTuning['goal'];

  @ConfigMap({ description: 'The proposal, complete: every pool is stated, and Flink accepts it.' })
  config: Record<string, string>;

  @List(() => ConfigChangeModel)
  changes: ConfigChangeModel[];

  @Bytes({
    description:
      'By how much the process shrinks, and, where the goal is to give to it, managed memory grows.',
  })
  freedBytes: bigint;

  @Nested(() => TaskManagerMemoryModel)
  before: TaskManagerMemoryModel;

  @Nested(() => TaskManagerMemoryModel)
  after: TaskManagerMemoryModel;

  @List(() => PoolUseModel, { description: 'Pools of the configuration given, against their use.' })
  poolsBefore: PoolUseModel[];

  @List(() => PoolUseModel, { description: 'The same of the proposal.' })
  pools: PoolUseModel[];

  @Nested(() => AcceptedManagedModel, { nullable: true })
  acceptedManaged: AcceptedManagedModel | null;

  @Nested(() => ConfidenceModel)
  confidence: ConfidenceModel;

  @Texts({ description: 'What to know of the proposal.' })
  remarks: string[];

  @List(() => StepModel, { description: 'Every derived figure, each after those that it is made of.' })
  steps: StepModel[];
}
