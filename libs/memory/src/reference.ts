import { type FormulaEntry, type FormulaHeading, formulaTable, type Parameter } from '@plimsoll/trace';
import { DIAGNOSIS_FORMULAS } from './diagnosis/formulas.js';
import { DIAGNOSIS_PARAMETERS } from './diagnosis/parameters.js';
import { JOB_MANAGER_FORMULAS } from './job-manager/flink-memory.js';
import { KUBERNETES_FORMULAS } from './kubernetes/formulas.js';
import { LEGACY_CONTAINER_FORMULAS } from './legacy-container/formulas.js';
import { MINI_CLUSTER_FORMULAS, MINI_CLUSTER_PARAMETERS } from './mini-cluster/reference.js';
import { NETWORK_BUFFER_FORMULAS } from './network-buffers/formulas.js';
import { NETWORK_BUFFER_PARAMETERS } from './network-buffers/parameters.js';
import { ARITHMETIC_FORMULAS } from './process/arithmetic.js';
import { JVM_FORMULAS } from './process/jvm-memory.js';
import { LEGACY_HEAP_FORMULAS } from './process/legacy-heap.js';
import { PROCESS_FORMULAS } from './process/process-memory.js';
import { TOTAL_FORMULAS, TOTAL_PROCESS } from './process/totals.js';
import { ROCKSDB_FORMULAS } from './rocksdb/formulas.js';
import { ROCKSDB_PARAMETERS } from './rocksdb/parameters.js';
import { POOL_FORMULAS } from './task-manager/pools.js';
import { TUNING_FORMULAS } from './tuning/formulas.js';
import { TUNING_PARAMETERS } from './tuning/parameters.js';

const FLINK = 'Apache Flink source, 1.10 to 2.3';
const TINY = 'Metzger, “Tiny Flink: Minimizing the Memory Footprint of Apache Flink”, 2023';
const MISTAKES = 'Metzger and Xie, “3 Flink Mistakes We Made So You Won’t Have To”, Current 2023';

const HEADINGS: readonly FormulaHeading[] = [
  {
    id: 'F4.5',
    title: 'Managed memory for RocksDB',
    source: `${FLINK}, RocksDBMemoryControllerUtils`,
    evidence: 'verified',
  },
  {
    id: 'F4.6',
    title: 'Bloom filters and index',
    source: 'RocksDB source and documentation; derived',
    evidence: 'derived',
  },
  {
    id: 'F4.8',
    title: 'Cache hits',
    source: 'derived, for a cache that holds what is asked for most',
    evidence: 'derived',
  },
  {
    id: 'F7.1',
    title: 'Containers of Flink 1.3 to 1.9',
    source:
      'Apache Flink source, 1.3 to 1.9, ContaineredTaskManagerParameters and TaskManagerServices; Metzger, “Keep it going”',
    evidence: 'verified',
  },
  {
    id: 'F7.2',
    title: 'Footprint of a MiniCluster',
    source: `${TINY}; measured`,
    evidence: 'heuristic',
  },
  {
    id: 'F8.1',
    title: 'Memory of a process from its total size',
    source: `${FLINK}, ProcessMemoryUtils, TaskExecutorFlinkMemoryUtils and JobManagerFlinkMemoryUtils`,
    evidence: 'verified',
  },
  {
    id: 'F8.2',
    title: 'Memory of a process from its stated pools',
    source: `${FLINK}, ProcessMemoryUtils and TaskExecutorFlinkMemoryUtils; ${MISTAKES}`,
    evidence: 'verified',
  },
  {
    id: 'F8.3',
    title: 'Network buffers',
    source: `${FLINK}, NettyShuffleUtils, InputGateSpecUtils and ResultPartitionFactory; documentation on network memory tuning`,
    evidence: 'verified',
  },
  {
    id: 'F8.4',
    title: 'Memory tuned from observed use',
    source: `Flink Kubernetes operator source, MemoryTuning of its autoscaler; ${MISTAKES}`,
    evidence: 'derived',
  },
];

/** What both processes compute with. */
const OF_PROCESS = [...ARITHMETIC_FORMULAS, ...LEGACY_HEAP_FORMULAS, ...JVM_FORMULAS, ...PROCESS_FORMULAS];

/** What the calculators of memory compute with. */
export const MEMORY_FORMULAS: readonly FormulaEntry[] = formulaTable(HEADINGS, [
  {
    calculator: 'taskManagerMemory',
    formulas: [...OF_PROCESS, ...POOL_FORMULAS, ...TOTAL_FORMULAS],
    parameters: [],
  },
  {
    calculator: 'jobManagerMemory',
    formulas: [...OF_PROCESS, ...JOB_MANAGER_FORMULAS, TOTAL_PROCESS],
    parameters: [],
  },
  { calculator: 'legacyContainerMemory', formulas: LEGACY_CONTAINER_FORMULAS, parameters: [] },
  { calculator: 'miniClusterMemory', formulas: MINI_CLUSTER_FORMULAS, parameters: MINI_CLUSTER_PARAMETERS },
  { calculator: 'tuneMemory', formulas: TUNING_FORMULAS, parameters: TUNING_PARAMETERS },
  { calculator: 'diagnoseMemory', formulas: DIAGNOSIS_FORMULAS, parameters: DIAGNOSIS_PARAMETERS },
  {
    calculator: 'plan',
    formulas: [...KUBERNETES_FORMULAS, ...ROCKSDB_FORMULAS, ...NETWORK_BUFFER_FORMULAS],
    parameters: [...ROCKSDB_PARAMETERS, ...NETWORK_BUFFER_PARAMETERS],
  },
]);

/** Their constants. */
export const MEMORY_PARAMETERS: readonly Parameter[] = [
  ...MINI_CLUSTER_PARAMETERS,
  ...TUNING_PARAMETERS,
  ...DIAGNOSIS_PARAMETERS,
  ...ROCKSDB_PARAMETERS,
  ...NETWORK_BUFFER_PARAMETERS,
];
