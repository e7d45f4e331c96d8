export { capacityJson } from './capacity-json.js';
export { CapacityPlanModel } from './capacity-plan.model.js';
export { CheckpointingModel, ClusterModel } from './cluster.model.js';
export { FindingModel } from './trace.model.js';
export { WorkloadModel } from './workload.model.js';
