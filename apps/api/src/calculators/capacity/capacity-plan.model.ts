import type { CapacityPlan, CheckpointLoad, Spread } from '@plimsoll/planner';
import {
  Answer,
  Bool,
  Bytes,
  BytesPerSecond,
  Duration,
  Int,
  List,
  Nested,
  Num,
  OneOf,
} from '../../fields/index.js';
import { MachineLoadModel } from './ledger.model.js';
import { AlternativeModel, BottleneckModel, SmallestClusterModel } from './machine-count.model.js';
import { OperatorLoadModel } from './operator-load.model.js';
import { FindingModel, StepModel } from './trace.model.js';
import { PLAN_MODEL } from './words.js';

@Answer('Spread', 'How many machines carry the same load, where machines differ.')
export class SpreadModel implements Spread {
  @Int()
  machines: number;

  @BytesPerSecond()
  networkInBytesPerSecond: number;

  @BytesPerSecond()
  networkOutBytesPerSecond: number;
}

@Answer('ClusterLoad')
export class ClusterLoadModel implements ClusterOfPlan {
  @BytesPerSecond()
  fabricOneWayBytesPerSecond: number;

  @BytesPerSecond()
  nicBothEndsBytesPerSecond: number;

  @BytesPerSecond({ nullable: true, description: 'In the talk’s arithmetic only.' })
  talkTotalBytesPerSecond: number | null;

  @BytesPerSecond({ nullable: true, description: 'In the talk’s arithmetic only, rounded as there.' })
  talkRoundedTotalBytesPerSecond: number | null;

  @List(() => SpreadModel)
  spread: SpreadModel[];
}
type ClusterOfPlan = CapacityPlan['cluster'];

@Answer('StateSize')
export class StateSizeModel implements StateOfPlan {
  @Bytes()
  totalBytes: number;

  @Bytes()
  perMachineBytes: number;
}
type StateOfPlan = CapacityPlan['state'];

@Answer('CheckpointLoad')
export class CheckpointLoadModel implements CheckpointLoad {
  @Bytes()
  bytes: number;

  @Bytes()
  perMachineBytes: number;

  @Duration()
  intervalMs: number;

  @Duration({ nullable: true, description: 'How long an upload takes; null: no bandwidth is left for it.' })
  durationMs: number | null;

  @Num({ nullable: true })
  dutyRatio: number | null;
}

@Answer('CapacityPlan', 'What the cluster carries, why, and how many machines would do.')
export class CapacityPlanModel implements CapacityPlan {
  @OneOf(PLAN_MODEL)
  model: CapacityPlan['model'];

  @Int()
  machines: number;

  @Num()
  targetUtilization: number;

  @Bool({ description: 'Whether every utilization is at most the target.' })
  fits: boolean;

  @Nested(() => MachineLoadModel, { description: 'The machine with the highest binding utilization.' })
  perMachine: MachineLoadModel;

  @Nested(() => ClusterLoadModel)
  cluster: ClusterLoadModel;

  @Nested(() => StateSizeModel)
  state: StateSizeModel;

  @Nested(() => CheckpointLoadModel, { nullable: true })
  checkpoint: CheckpointLoadModel | null;

  @Nested(() => BottleneckModel, { nullable: true })
  bottleneck: BottleneckModel | null;

  @Nested(() => SmallestClusterModel)
  smallest: SmallestClusterModel;

  @List(() => AlternativeModel)
  alternatives: AlternativeModel[];

  @List(() => OperatorLoadModel)
  operators: OperatorLoadModel[];

  @List(() => FindingModel)
  findings: FindingModel[];

  @List(() => StepModel, { description: 'Every derived figure, each after those that it is made of.' })
  steps: StepModel[];
}
