import type { CapacityRequest } from '@plimsoll/planner';
import { Nested, OneOf, Request } from '../../fields/index.js';
import { CheckpointingModel, ClusterModel } from './cluster.model.js';
import { PLAN_MODEL } from './words.js';
import { WorkloadModel } from './workload.model.js';

@Request('Capacity', 'A streaming job and the cluster that it shall run on.')
export class CapacityRequestModel implements CapacityRequest {
  @OneOf(PLAN_MODEL, { optional: true, description: 'full, unless told.', example: 'talk' })
  model?: CapacityRequest['model'];

  @Nested(() => WorkloadModel)
  workload: WorkloadModel;

  @Nested(() => ClusterModel)
  cluster: ClusterModel;

  @Nested(() => CheckpointingModel, { optional: true })
  checkpointing?: CheckpointingModel;
}
