export { miniClusterMemory } from './mini-cluster.js';
export { MINI_CLUSTER_FORMULAS, MINI_CLUSTER_PARAMETERS } from './reference.js';
export {
  GARBAGE_COLLECTORS,
  type GarbageCollector,
  MINI_CLUSTER_JOBS,
  type MiniClusterJob,
  type MiniClusterJobKind,
  type MiniClusterRequest,
} from './request.js';
export {
  type DistributedAlternative,
  type FootprintSource,
  type JobMoves,
  MINI_CLUSTER_PARTS,
  type MiniClusterMemory,
  type MiniClusterPart,
  type MiniClusterPartId,
  type MiniClusterThroughput,
  type SizeRange,
  START_CONDITIONS,
  type StartCondition,
  type ThreadStacks,
} from './result.js';
