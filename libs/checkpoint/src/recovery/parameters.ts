import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

/** Constants of a recovery that no option of Flink holds: unit, value, reference and how firm each is. */
const row = <U extends Unit>(values: Parameter<U>): Parameter<U> => values;

export const EXCEPTION_DETECTED = row({
  id: 'recovery.exceptionDetected',
  unit: 'ms',
  value: 0,
  description: 'Until the JobManager knows of a task that threw: its TaskManager reports it at once',
  reference: 'F3.2',
  evidence: 'verified',
  versions: 'all',
});

export const DEPLOYMENT = row({
  id: 'recovery.deployment',
  unit: 'ms',
  value: 300,
  description:
    'Until tasks run after the restart delay, their state apart: 0.2 to 0.3 s measured for one small job on RocksDB',
  reference: 'F3.2',
  evidence: 'heuristic',
  versions: '1.20',
});

export const PROCESS_START = row({
  id: 'recovery.processStart',
  unit: 'ms',
  value: 30_000,
  description:
    'Until a new process of Flink runs in place of a lost one and is registered: no slot is free for it',
  reference: 'F3.2',
  evidence: 'heuristic',
  versions: 'all',
});

export const SOMAXCONN = row({
  id: 'blob.somaxconn',
  unit: 'count',
  value: 4096,
  description: 'Longest backlog that Linux grants, net.core.somaxconn: 4096 since 5.4, 128 before',
  reference: 'F10.1',
  evidence: 'heuristic',
  versions: 'all',
});

export const PER_FETCH = row({
  id: 'blob.perFetch',
  unit: 'ms',
  value: 500,
  description: 'Least time of one fetch from the JobManager',
  reference: 'F10.1',
  evidence: 'heuristic',
  versions: 'all',
});

export const PARAMETERS: readonly Parameter[] = [
  EXCEPTION_DETECTED,
  DEPLOYMENT,
  PROCESS_START,
  SOMAXCONN,
  PER_FETCH,
];
