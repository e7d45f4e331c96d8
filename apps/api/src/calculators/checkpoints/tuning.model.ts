import type {
  CapacityNeed,
  CheckpointTuning,
  FeasibleInterval,
  IntervalBound,
  IntervalOptima,
  ProposedSetting,
} from '@plimsoll/checkpoint';
import {
  Answer,
  Bool,
  ConfigMap,
  Count,
  Duration,
  List,
  Nested,
  Num,
  OneOf,
  Text,
} from '../../fields/index.js';
import { FindingModel, StepModel } from '../capacity/trace.model.js';
import { JudgedCheckpointingModel } from './tuning-judgement.model.js';
import { BOUND_SIDE, CHECKPOINT_MODE, NEEDED_CAPACITY } from './words.js';

@Answer('IntervalBound', 'How far one objective lets the interval go.')
export class IntervalBoundModel implements IntervalBound {
  @Text()
  objective: IntervalBound['objective'];

  @OneOf(BOUND_SIDE)
  side: IntervalBound['side'];

  @Duration({ nullable: true, description: 'null: no interval meets the objective.' })
  intervalMs: number | null;

  @Text()
  reason: string;
}

@Answer('FeasibleInterval', 'The intervals that meet every objective.')
export class FeasibleIntervalModel implements FeasibleInterval {
  @Duration({ nullable: true })
  lowerMs: number | null;

  @Text()
  lowerBoundBy: FeasibleInterval['lowerBoundBy'];

  @Duration({ nullable: true })
  upperMs: number | null;

  @Text({ nullable: true })
  upperBoundBy: FeasibleInterval['upperBoundBy'];
}

@Answer('IntervalOptima', 'Intervals that different notions of cost would choose, before any objective.')
export class IntervalOptimaModel implements IntervalOptima {
  @Duration({ nullable: true })
  streamingMs: number | null;

  @Num({ nullable: true, description: 'Unavailability there.' })
  costRatio: number | null;

  @Duration({ nullable: true })
  approximateMs: number | null;

  @Duration()
  youngMs: number;

  @Duration()
  dalyMs: number;

  @Duration()
  utilizationMs: number;

  @Text()
  why: string;
}

@Answer('ProposedSetting', 'A setting as Flink of the given version reads it, and why.')
export class ProposedSettingModel implements ProposedSetting {
  @Text()
  key: string;

  @Text()
  value: string;

  @Text()
  reason: string;
}

@Answer('CapacityNeed', 'One capacity that alone would make an interval feasible.')
export class CapacityNeedModel implements CapacityNeed {
  @OneOf(NEEDED_CAPACITY)
  resource: CapacityNeed['resource'];

  @Num()
  have: number;

  @Num({ nullable: true, description: 'null: no amount of it would.' })
  need: number | null;

  @Text()
  reason: string;
}

@Answer('CheckpointTuning', 'How often this job may checkpoint, and what with.')
export class CheckpointTuningModel implements CheckpointTuning {
  @Bool()
  feasible: boolean;

  @Duration({ nullable: true })
  intervalMs: number | null;

  @Duration({ nullable: true })
  minPauseMs: number | null;

  @Duration({ nullable: true })
  timeoutMs: number | null;

  @Count()
  maxConcurrent: number;

  @OneOf(CHECKPOINT_MODE)
  mode: CheckpointTuning['mode'];

  @Bool()
  unaligned: boolean;

  @Bool()
  incremental: boolean;

  @Bool()
  localRecovery: boolean;

  @Count({ nullable: true })
  tolerableFailures: number | null;

  @Count()
  retainedCheckpoints: number;

  @Nested(() => FeasibleIntervalModel)
  feasibleInterval: FeasibleIntervalModel;

  @List(() => IntervalBoundModel)
  bounds: IntervalBoundModel[];

  @Text({
    nullable: true,
    description: 'What decides the interval: an objective, or the optimum within them.',
  })
  chosenBy: CheckpointTuning['chosenBy'];

  @Nested(() => IntervalOptimaModel)
  optima: IntervalOptimaModel;

  @Nested(() => JudgedCheckpointingModel, { nullable: true })
  proposal: JudgedCheckpointingModel | null;

  @Nested(() => JudgedCheckpointingModel, { nullable: true, description: 'Checkpointing as it is set now.' })
  current: JudgedCheckpointingModel | null;

  @Duration()
  downtimeMs: number;

  @List(() => CapacityNeedModel)
  needs: CapacityNeedModel[];

  @ConfigMap({ description: 'Complete: keys of the given version of Flink.' })
  config: Record<string, string>;

  @List(() => ProposedSettingModel)
  settings: ProposedSettingModel[];

  @List(() => FindingModel)
  findings: FindingModel[];

  @List(() => StepModel)
  steps: StepModel[];
}
