import type { CheckpointFailures } from '@plimsoll/checkpoint';
import type { CheckpointTuningInputs } from '@plimsoll/planner';
import { BareMillis, Nested, Request, Shape, Str } from '../../fields/index.js';
import { ObjectivesModel } from '../../profiles/objectives.model.js';
import { CheckpointingModel, ClusterModel } from '../capacity/cluster.model.js';
import { WorkloadModel } from '../capacity/workload.model.js';
import { RecoveryScenarioModel } from '../recovery/recovery-request.model.js';

@Shape('CheckpointFailures', 'How often machines fail, and what happens then.')
export class CheckpointFailuresModel implements CheckpointFailures {
  @BareMillis({ optional: true, description: 'Mean time between failures of one machine.' })
  machineMtbfMs?: number;

  @Nested(() => RecoveryScenarioModel, {
    optional: true,
    description: 'Its checkpoint is what is asked for here, and must be left out.',
  })
  scenario?: RecoveryScenarioModel;
}

@Request('CheckpointTuning', 'A streaming job, its cluster, and what its checkpoints have to achieve.')
export class CheckpointTuningRequestModel implements CheckpointTuningInputs {
  @Str({ optional: true, max: 20, description: 'Decides keys and defaults.', example: '1.20' })
  flinkVersion?: string;

  @Nested(() => WorkloadModel)
  workload: WorkloadModel;

  @Nested(() => ClusterModel)
  cluster: ClusterModel;

  @Nested(() => CheckpointingModel, {
    optional: true,
    description: 'As it is set now, to be judged beside the proposal.',
  })
  checkpointing?: CheckpointingModel;

  @Nested(() => ObjectivesModel, { optional: true })
  objectives?: ObjectivesModel;

  @Nested(() => CheckpointFailuresModel, { optional: true })
  failures?: CheckpointFailuresModel;
}
