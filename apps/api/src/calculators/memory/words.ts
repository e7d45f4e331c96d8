import {
  CONFIDENCE_LEVELS,
  type Deployment,
  FLINK_COMPONENTS,
  GARBAGE_COLLECTORS,
  MEMORY_POOLS,
  MINI_CLUSTER_JOBS,
  MINI_CLUSTER_PARTS,
  START_CONDITIONS,
  TUNED_POOLS,
  TUNING_GOALS,
} from '@plimsoll/memory';
import { enumeration } from '../../fields/index.js';
import { PROBLEM_CODES } from '../../problem/problems.js';

/** The closed lists of words that memory is asked for and answered in. */
const DEPLOYMENTS = ['standalone', 'container'] as const satisfies readonly Deployment[];
export const DEPLOYMENT = enumeration(
  'Deployment',
  DEPLOYMENTS,
  'How the process is started: it decides what heap options of Flink before 1.10 stand for.',
);
export const PROBLEM_CODE = enumeration('ProblemCode', PROBLEM_CODES);
export const MINI_CLUSTER_JOB = enumeration('MiniClusterJobKind', MINI_CLUSTER_JOBS);
export const GARBAGE_COLLECTOR = enumeration('GarbageCollector', GARBAGE_COLLECTORS);
export const START_CONDITION = enumeration('StartConditionId', START_CONDITIONS);
export const CLUSTER_KIND = enumeration('ClusterKind', ['mini-cluster', 'distributed']);
export const FOOTPRINT_SOURCE = enumeration('FootprintSourceId', ['talk', 'measured']);
export const MINI_CLUSTER_PART = enumeration('MiniClusterPartId', MINI_CLUSTER_PARTS);
export const MEMORY_POOL = enumeration(
  'MemoryPool',
  MEMORY_POOLS,
  'Which memory ran out, or what else it was.',
);
export const CONFIDENCE_LEVEL = enumeration('ConfidenceLevel', CONFIDENCE_LEVELS);
export const TUNING_GOAL = enumeration('TuningGoal', TUNING_GOALS, 'What unused memory is for.');
export const TUNED_POOL = enumeration('TunedPool', TUNED_POOLS);
export const FLINK_COMPONENT = enumeration('FlinkComponent', FLINK_COMPONENTS);
