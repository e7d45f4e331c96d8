import type { MiniClusterRequest } from './request.js';
import type { Setting } from './setting.js';
import { talkSmallestHeap } from './talk.js';
import { TALK_ROWS } from './talk-parameters.js';

const TALK_NETWORK = BigInt(TALK_ROWS.network.value);

const ALWAYS = [
  'Both sources ran without checkpoints, without RocksDB and with next to no state: add what yours takes. Treat every size as an estimate of ±15 %.',
  'The heap counts in full, as once it has been filled; until then the process is smaller, down to the low end. The high end is all that the JVM has committed: the workers of G1 commit tens of MiB that a small heap hardly touches.',
  'In ‘Tiny Flink’ an -Xmx is binary and process sizes are decimal. Its 1.67 GB for two processes is 650 MB + 1024 MB; its 80 MB for an empty MiniCluster was not reached in our measurements.',
  'A smaller -Xss saves reserved address space; of a stack only what was used is resident, about 0.1 MiB (0.27 MiB in the talk).',
  'Network memory counts against the JVM’s limit of direct memory, which is the heap size unless -XX:MaxDirectMemorySize is given: with that, a heap below the network memory starts.',
  'On one core or below 1792 MiB of memory the JVM takes SerialGC unless told otherwise.',
];

const REST =
  'The first REST request or look at the web UI takes 4 MiB of direct memory more; on a heap that just starts it fails. Give restRequests to have it counted.';
const BACKLOG =
  'The smallest heap holds for a steady trickle. When the job reads a backlog faster than it can write, each producer buffers up to 32 MiB (buffer.memory) and each consumer several fetches: take catchUpHeapBytes, or lower buffer.memory and max.partition.fetch.bytes. The -Djdk.nio.maxCachedBufferSize among the arguments keeps reads from leaving copies of several MiB in direct memory.';
const DIFFERENT_NETWORK =
  'The process size of ‘Tiny Flink’ was taken with 8 MB of network memory; the difference is added.';
const MORE_TASKS =
  'Both sources ran one task: what further tasks and Kafka clients add is a rule of thumb, and exchanges between them need network buffers of their own.';
const BELOW_THE_TALK =
  '‘Tiny Flink’ reports a larger smallest heap for this; ours is the least that ran, with next to no room.';
const THREADS =
  'The number of threads follows our measurement; ‘Tiny Flink’ counted about 100 on 10 cores, with the REST interface in use.';

/** @param heap -Xmx, in bytes */
export function remarksOf(setting: Setting, { threads }: MiniClusterRequest, heap: bigint): string[] {
  const { job, networkMemory, restRequests } = setting;
  return [
    ...ALWAYS,
    ...(heap < (talkSmallestHeap(setting) ?? 0n) ? [BELOW_THE_TALK] : []),
    ...(restRequests.value === 0 ? [REST] : []),
    ...(job.producers.value + job.consumers.value > 0 ? [BACKLOG] : []),
    ...(networkMemory.value === TALK_NETWORK || job.kind === 'small' ? [] : [DIFFERENT_NETWORK]),
    ...(Math.max(job.tasks.value, job.consumers.value, job.producers.value) > 1 ? [MORE_TASKS] : []),
    ...(threads === undefined ? [THREADS] : []),
  ];
}
