import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

const MIB = 2 ** 20;
const KIB = 2 ** 10;
const MEASURED = '1.20';

const row = <U extends Unit>(values: Omit<Parameter<U>, 'reference'>): Parameter<U> => ({
  ...values,
  reference: 'F7.2',
});

/** What was measured of the process; the setup is in `sources`. */
export const MEASURED_ROWS = {
  cores: row({
    id: 'miniCluster.cores',
    unit: 'count',
    value: 2,
    description: 'Cores that the JVM sees where none are given: those of the measurements',
    evidence: 'heuristic',
    versions: 'all',
  }),
  heapStep: row({
    id: 'miniCluster.heapStep',
    unit: 'bytes',
    value: MIB,
    description: '-Xmx is stated in whole MiB',
    evidence: 'stated',
    versions: 'all',
  }),
  otherDirect: row({
    id: 'miniCluster.otherDirect',
    unit: 'bytes',
    value: 8193,
    description: 'Direct memory besides the network memory, whatever runs',
    evidence: 'verified',
    versions: MEASURED,
  }),
  buffersOfExchange: row({
    id: 'miniCluster.buffersOfExchange',
    unit: 'count',
    value: 3,
    description:
      'Network buffers without which an exchange between two single subtasks does not start: 2 to send, 1 to receive',
    evidence: 'verified',
    versions: MEASURED,
  }),
  restDirect: row({
    id: 'miniCluster.restDirect',
    unit: 'bytes',
    value: 4 * MIB,
    description: 'The chunk that Netty allocates with the first REST request that is answered',
    evidence: 'verified',
    versions: MEASURED,
  }),
  consumerDirect: row({
    id: 'miniCluster.kafkaConsumerDirect',
    unit: 'bytes',
    value: 4 * MIB,
    description:
      'Direct buffers that the JVM keeps for what a consumer reads at once (4 partitions of 1 MiB); -Djdk.nio.maxCachedBufferSize=262144 brings it to a third of a MiB',
    evidence: 'heuristic',
    versions: MEASURED,
  }),
  heapPerTask: row({
    id: 'miniCluster.heapPerTask',
    unit: 'bytes',
    value: 0.5 * MIB,
    description: 'Heap of each task beyond the first',
    evidence: 'heuristic',
    versions: MEASURED,
  }),
  heapPerClient: row({
    id: 'miniCluster.heapPerKafkaClient',
    unit: 'bytes',
    value: 0.75 * MIB,
    description:
      'Heap of each Kafka consumer or producer beyond the first of its kind: 2 MiB for a further task with both',
    evidence: 'heuristic',
    versions: MEASURED,
  }),
  producerBuffer: row({
    id: 'kafka.producerBufferMemory',
    unit: 'bytes',
    value: 32 * MIB,
    description: 'What a producer buffers when its brokers are slower than the job (buffer.memory)',
    evidence: 'verified',
    versions: 'Kafka 3.4',
  }),
  consumerFetches: row({
    id: 'kafka.consumerFetches',
    unit: 'bytes',
    value: 16 * MIB,
    description: 'What a consumer of 4 partitions holds when it reads a backlog at full speed',
    evidence: 'heuristic',
    versions: 'Kafka 3.4',
  }),
  threadsFixed: row({
    id: 'miniCluster.threadsFixed',
    unit: 'count',
    value: 48,
    description: 'Threads of the JVM and of an empty MiniCluster besides those that follow the cores',
    evidence: 'heuristic',
    versions: MEASURED,
  }),
  threadsPerCore: row({
    id: 'miniCluster.threadsPerCore',
    unit: 'ratio',
    value: 1.5,
    description: 'Threads for each core: 50 on 1 core, 51 on 2, 56 on 4, 63 on 10',
    evidence: 'heuristic',
    versions: MEASURED,
  }),
  threadsOfJob: row({
    id: 'miniCluster.threadsOfJob',
    unit: 'count',
    value: 12,
    description:
      'Threads that the first job adds besides its tasks: the JobMaster and the pools that wake up',
    evidence: 'heuristic',
    versions: MEASURED,
  }),
  threadsPerConsumer: row({
    id: 'miniCluster.threadsPerKafkaConsumer',
    unit: 'count',
    value: 2,
    description: 'Threads of a Kafka consumer: fetcher and heartbeat',
    evidence: 'heuristic',
    versions: MEASURED,
  }),
  stackPerThread: row({
    id: 'miniCluster.stackPerThread',
    unit: 'bytes',
    value: 96 * KIB,
    description: 'Stack in use per thread: 6.1 MiB for 64 threads, 4.6 for 51, 6.4 for 67',
    evidence: 'heuristic',
    versions: MEASURED,
  }),
  spread: row({
    id: 'miniCluster.spread',
    unit: 'ratio',
    value: 0.15,
    description: 'How far a measured part may be off either way',
    evidence: 'heuristic',
    versions: 'all',
  }),
};
