import type { CheckpointCause, JudgeMeasurement } from './result.js';
import type { Checkpoint } from './statistics.js';

const BY_CAUSE: Partial<Readonly<Record<CheckpointCause, JudgeMeasurement>>> = {
  BACK_PRESSURE: {
    what: 'Which operator holds up the others',
    how: '/jobs/:id/vertices/:vertex/backpressure, or busyTimeMsPerSecond and backPressuredTimeMsPerSecond',
    tells: 'the first one downstream that is busy and not back-pressured is where capacity is missing',
  },
  TRIGGER_DELAYED: {
    what: 'Whether one source is late or all are',
    how: 'start delay of each subtask of the sources; CPU of the JobManager',
    tells: 'all at once is the JobManager, one alone is its thread',
  },
  LONG_SYNC: {
    what: 'What the task’s thread does in the synchronous part',
    how: 'flame graph of the vertex (rest.flamegraph.enabled), or thread dumps of the TaskManager',
    tells: 'a user function, a flush of RocksDB, or timers',
  },
  UPLOAD: {
    what: 'What the network of a TaskManager and the store can take',
    how: 'bytes sent by the machine during a checkpoint against its limit; throttling at the store',
    tells: 'whether the machine, the connections or the store is the narrowest',
  },
  STORE_LATENCY: {
    what: 'How long the store takes for one request',
    how: 'latency and number of requests at the store; asynchronous part of the same subtask over several checkpoints',
    tells: 'a slow store, too many files, or a queue behind the upload before',
  },
  HOT_SUBTASK: {
    what: 'Records and state of that subtask',
    how: 'numRecordsInPerSecond and checkpointed_size of each subtask of the vertex',
    tells: 'a hot key, uneven key groups, or a slow machine',
  },
  JVM_PAUSE: {
    what: 'Pauses of the process at that time',
    how: 'garbage collector’s log (-Xlog:gc,safepoint); throttling of the container’s CPU',
    tells: 'a collection, a safepoint, or a process without CPU time',
  },
  EXPIRED: {
    what: 'What subtasks do that have not acknowledged',
    how: '/jobs/:id/checkpoints/details/:checkpoint/subtasks/:vertex a while after the timeout, and their thread dumps',
    tells: 'Flink adds the figures of the subtasks that were told of the end',
  },
  DECLINED: {
    what: 'The exception',
    how: '/jobs/:id/exceptions and the log of the TaskManager',
    tells: 'why the snapshot could not be taken or stored',
  },
  OUTSIDE: {
    what: 'Why the task or the job ended',
    how: '/jobs/:id/exceptions',
    tells: 'whether an exception in snapshotState was it',
  },
};

/** What would make the judgement firmer. */
export function measureNext(
  cause: CheckpointCause,
  checkpoints: readonly Checkpoint[],
): readonly JudgeMeasurement[] {
  const next: JudgeMeasurement[] = [];
  const vertices = checkpoints.flatMap((one) => one.vertices);
  if (checkpoints.length === 0) {
    next.push({
      what: 'A checkpoint',
      how: '/jobs/:id/checkpoints once one has been triggered',
      tells: 'how long it takes; there is none in these statistics',
    });
  } else if (vertices.length === 0 || vertices.some(({ hasRows }) => !hasRows)) {
    next.push({
      what: 'The rows of the subtasks, of every vertex',
      how: '/jobs/:id/checkpoints/details/:checkpoint/subtasks/:vertex',
      tells: 'which part takes the time, and whether one subtask or all',
    });
  }
  if (vertices.some(({ hasRows, name }) => hasRows && name === null)) {
    next.push({
      what: 'Which TaskManager runs which subtask',
      how: '/jobs/:id/vertices/:vertex',
      tells: 'one process that stood still from a slow store, and sources from the rest',
    });
  }
  const own = BY_CAUSE[cause];
  return own === undefined ? next : [...next, own];
}
