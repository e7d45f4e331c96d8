import {
  type Checkpointing,
  type Cluster,
  LIMITS,
  type Machine,
  type Placement,
  type StateDisk,
} from '@plimsoll/planner';
import {
  Bool,
  Bytes,
  BytesPerSecond,
  Count,
  Duration,
  Int,
  Ints,
  List,
  Nested,
  Num,
  OneOf,
  Shape,
  Str,
} from '../../fields/index.js';
import { ATTACHMENT, STATE_BACKEND, STORAGE_MEDIUM } from './words.js';

@Shape('StateDisk', 'The disk that holds the state; a network disk also loads the network.')
export class StateDiskModel implements StateDisk {
  @OneOf(ATTACHMENT, { example: 'network' })
  attachment: StateDisk['attachment'];

  @Bytes({ optional: true })
  size?: number | string;

  @BytesPerSecond({ optional: true })
  readBandwidth?: number;

  @BytesPerSecond({ optional: true })
  writeBandwidth?: number;

  @Count({ optional: true, description: 'Operations per second.' })
  iops?: number;

  @OneOf(STORAGE_MEDIUM, { optional: true, description: 'Judged by rules; changes no figure.' })
  medium?: StateDisk['medium'];
}

@Shape('Machine')
export class MachineModel implements Machine {
  @BytesPerSecond({ example: '10 Gbit/s' })
  networkIn: number;

  @BytesPerSecond({ example: '10 Gbit/s' })
  networkOut: number;

  @Num({ optional: true })
  cores?: number;

  @Bytes({ optional: true, example: '64 GiB' })
  memory?: number | string;

  @Nested(() => StateDiskModel, { optional: true })
  stateDisk?: StateDiskModel;
}

@Shape('Placement', 'Where the subtasks of an operator run; evenly, unless told.')
export class PlacementModel implements Placement {
  @Str({ example: 'perUser' })
  operator: string;

  @Ints({ max: LIMITS.machines, description: 'Subtasks on each machine, in the order of the machines.' })
  subtasks: number[];
}

@Shape('Cluster')
export class ClusterModel implements Cluster {
  @Int({
    optional: true,
    description: `At most ${LIMITS.machines}. The smallest that fits, unless told.`,
    example: 5,
  })
  machines?: number;

  @Nested(() => MachineModel)
  machine: MachineModel;

  @Int({ optional: true, description: '1, unless told.' })
  taskManagersPerMachine?: number;

  @Int({ optional: true, description: '1, unless told.' })
  slotsPerTaskManager?: number;

  @OneOf(STATE_BACKEND, {
    optional: true,
    description: 'rocksdb where there is a stateDisk, else hashmap, unless told.',
  })
  stateBackend?: Cluster['stateBackend'];

  @Num({ optional: true, description: 'No resource shall be used more than this: 0.8, unless told.' })
  targetUtilization?: number;

  @List(() => PlacementModel, { optional: true, max: LIMITS.operators })
  placement?: PlacementModel[];
}

@Shape('Checkpointing')
export class CheckpointingModel implements Checkpointing {
  @Duration({ example: '1 min' })
  interval: number;

  @Bool({ optional: true })
  incremental?: boolean;

  @Duration({ optional: true })
  minPause?: number;

  @Duration({ optional: true })
  timeout?: number;

  @BytesPerSecond({ optional: true, description: 'The most that one machine uploads.' })
  uploadBytesPerSecond?: number;

  @Num({ optional: true, description: 'Bytes read back from the state disk for each byte uploaded.' })
  readBackRatio?: number;
}
