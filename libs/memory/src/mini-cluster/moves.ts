import type { JobMoves } from './result.js';

const IDENTITY = [
  'Give every stateful operator a uid and keep it: state is found again by it.',
  'Set the same max parallelism (pipeline.max-parallelism) on both sides before the first start: a savepoint cannot change it.',
  'Use the same Flink version, or one that reads the savepoint of the other, and the same serializers.',
];
const SAVEPOINT =
  'Stop the job with a savepoint in canonical format to storage that both sides reach (stop --type canonical --savepointPath …): another state backend may then read it.';
const CHECK =
  'Check that the sources go on where the savepoint ended, and keep the savepoint until the first checkpoint there is complete.';

/** A job is the same on one process and on many as long as its state can be found: by uid, key groups and format. */
export const JOB_MOVES: JobMoves = {
  toDistributed: [
    ...IDENTITY,
    SAVEPOINT,
    'Start the same job on the cluster from that savepoint (run --fromSavepoint …), with any parallelism up to the max parallelism.',
    'Turn checkpoints on, to storage that every process reaches.',
    CHECK,
  ],
  toMiniCluster: [
    ...IDENTITY,
    'See that all state fits: in the heap with the hashmap state backend, or in managed memory besides it with RocksDB.',
    SAVEPOINT,
    'Start it with execution.savepoint.path on the savepoint and the parallelism of one small process, 1 or 2.',
    CHECK,
  ],
};
