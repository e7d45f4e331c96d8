import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

const MIB = 2 ** 20;
const TALK = '1.17';

const row = <U extends Unit>(values: Omit<Parameter<U>, 'reference'>): Parameter<U> => ({
  ...values,
  reference: 'F7.2',
});

/** What 'Tiny Flink' reports; its process sizes are decimal, its heaps and stacks are what the JVM was given. */
export const TALK_ROWS = {
  perMebibyte: row({
    id: 'tinyFlink.processPerMebibyteOfHeap',
    unit: 'bytes',
    value: 1.2e6,
    description: 'Process for each MiB of heap: 200 MB at 50, 260 MB at 100',
    evidence: 'heuristic',
    versions: TALK,
  }),
  processWithJob: row({
    id: 'tinyFlink.processBeyondHeap',
    unit: 'bytes',
    value: 140e6,
    description: 'Process besides the heap, by the same line',
    evidence: 'heuristic',
    versions: TALK,
    when: 'with its job',
  }),
  processEmpty: row({
    id: 'tinyFlink.processBeyondHeap',
    unit: 'bytes',
    value: 56e6,
    description: 'Process besides the heap: 80 MB at 20, with the slope of the line for the job',
    evidence: 'heuristic',
    versions: TALK,
    when: 'without a job',
  }),
  network: row({
    id: 'tinyFlink.networkMemory',
    unit: 'bytes',
    value: 8 * MIB,
    description: 'Network memory of its process sizes',
    evidence: 'stated',
    versions: TALK,
  }),
  gc: row({
    id: 'tinyFlink.gc',
    unit: 'bytes',
    value: 56e6,
    description: 'Structures of G1 at 100 MB of heap, which SerialGC saves',
    evidence: 'stated',
    versions: TALK,
  }),
  metaspace: row({
    id: 'tinyFlink.metaspace',
    unit: 'bytes',
    value: 56e6,
    description: 'Metaspace with its job',
    evidence: 'stated',
    versions: TALK,
  }),
  stacks: row({
    id: 'tinyFlink.stacks',
    unit: 'bytes',
    value: 27 * MIB,
    description: 'Stacks in use by its threads',
    evidence: 'stated',
    versions: TALK,
  }),
  threads: row({
    id: 'tinyFlink.threads',
    unit: 'count',
    value: 100,
    description: 'Threads of the process with its job on 10 cores',
    evidence: 'stated',
    versions: TALK,
  }),
  leastHeap: row({
    id: 'tinyFlink.leastHeap',
    unit: 'bytes',
    value: 50 * MIB,
    description: 'The least heap with a throughput',
    evidence: 'stated',
    versions: TALK,
  }),
  leastThroughput: row({
    id: 'tinyFlink.leastThroughput',
    unit: 'bytesPerSecond',
    value: 25e6,
    description: 'Throughput at that heap',
    evidence: 'stated',
    versions: TALK,
  }),
  mostHeap: row({
    id: 'tinyFlink.mostHeap',
    unit: 'bytes',
    value: 100 * MIB,
    description: 'The most heap with a throughput',
    evidence: 'stated',
    versions: TALK,
  }),
  mostThroughput: row({
    id: 'tinyFlink.mostThroughput',
    unit: 'bytesPerSecond',
    value: 97e6,
    description: 'Throughput at that heap',
    evidence: 'stated',
    versions: TALK,
  }),
  jobManager: row({
    id: 'tinyFlink.jobManagerProcess',
    unit: 'bytes',
    value: 650 * MIB,
    description: 'The smaller of the two processes of the smallest cluster with the operator’s defaults',
    evidence: 'stated',
    versions: TALK,
  }),
  taskManager: row({
    id: 'tinyFlink.taskManagerProcess',
    unit: 'bytes',
    value: 1024 * MIB,
    description: 'The larger of the two processes of the smallest cluster with the operator’s defaults',
    evidence: 'stated',
    versions: TALK,
  }),
};
