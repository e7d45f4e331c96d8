export { CONFIDENCE_LEVELS, type Confidence, type ConfidenceLevel } from './confidence.js';
export * from './diagnosis/index.js';
export * from './kubernetes/index.js';
export * from './legacy-container/index.js';
export { jobManagerMemory, taskManagerMemory } from './memory.js';
export * from './mini-cluster/index.js';
export * from './network-buffers/index.js';
export { MEMORY_FORMULAS, MEMORY_PARAMETERS } from './reference.js';
export type { Deployment, FlinkConfig, MemoryRequest, Observed } from './request.js';
export type {
  ConfigChange,
  ConfigPatch,
  FlinkRefusal,
  JobManagerComponents,
  JobManagerMemory,
  MemoryAnswer,
  TaskManagerComponents,
  TaskManagerMemory,
} from './result.js';
export * from './rocksdb/index.js';
export * from './tuning/index.js';
