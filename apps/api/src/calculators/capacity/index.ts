export { CapacityPlanModel } from './capacity-plan.model.js';
export { CheckpointingModel, ClusterModel } from './cluster.model.js';
export { exactSizes } from './exact-sizes.js';
export { FindingModel } from './trace.model.js';
export { WorkloadModel } from './workload.model.js';
