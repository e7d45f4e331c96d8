import type { PlanInputs } from '@plimsoll/planner';

/** Jobs whose configuration says something of memory: what a page must show of each differs. */
export interface ConfiguredJob extends PlanInputs {
  readonly name: string;
}

const MIB = 2 ** 20;

function configured(
  name: string,
  config: Record<string, string>,
  more: Pick<PlanInputs, 'observed'> & { readonly taskManagersPerMachine?: number } = {},
): ConfiguredJob {
  const { taskManagersPerMachine = 1, ...rest } = more;
  return {
    name,
    flinkVersion: '1.20',
    workload: {
      operators: [
        { id: 'orders', kind: 'source', connector: 'kafka', recordsPerSecond: 200_000, recordBytes: 500 },
        {
          id: 'perCustomer',
          kind: 'process',
          keys: 4_000_000,
          state: { entryBytes: 200, keyBytes: 16, valueBytes: 184 },
          output: { recordBytes: 200 },
        },
        { id: 'updates', kind: 'sink', connector: 'kafka' },
      ],
      edges: [
        { from: 'orders', to: 'perCustomer', shipStrategy: 'HASH' },
        { from: 'perCustomer', to: 'updates', shipStrategy: 'FORWARD' },
      ],
    },
    cluster: {
      machines: 4,
      taskManagersPerMachine,
      slotsPerTaskManager: 4,
      stateBackend: 'rocksdb',
      machine: { networkIn: 1.25e9, networkOut: 1.25e9, stateDisk: { attachment: 'local' } },
    },
    config: { 'taskmanager.numberOfTaskSlots': '4', ...config },
    ...rest,
  };
}

export const CONFIGURED_JOBS = {
  tuned: configured(
    'Tuned for RocksDB',
    {
      'taskmanager.memory.process.size': '8gb',
      'taskmanager.memory.jvm-metaspace.size': '120mb',
      'taskmanager.memory.network.min': '32mb',
      'taskmanager.memory.network.max': '32mb',
      'taskmanager.memory.task.heap.size': '1024mb',
      'taskmanager.memory.managed.size': '5800mb',
    },
    {
      taskManagersPerMachine: 4,
      observed: {
        heapUsedAfterGcBytes: 1130 * MIB,
        metaspaceUsedBytes: 106 * MIB,
        networkUsedBytes: 12 * MIB,
        residentBytes: 7900 * MIB,
        observedForMs: 604_800_000,
      },
    },
  ),
  'on Kubernetes': configured('Both processes, in pods', {
    'taskmanager.memory.process.size': '4gb',
    'jobmanager.memory.process.size': '1600m',
    'kubernetes.cluster-id': 'orders',
    'kubernetes.taskmanager.memory.limit-factor': '1.5',
  }),
  'JobManager only': configured('JobManager only', { 'jobmanager.memory.heap.size': '1gb' }),
  'too few buffers': configured('Too few buffers', {
    'taskmanager.memory.process.size': '1gb',
    'taskmanager.memory.network.min': '1m',
    'taskmanager.memory.network.max': '1m',
    'taskmanager.memory.managed.size': '16m',
  }),
  'no managed memory': configured('No managed memory', {
    'taskmanager.memory.managed.size': '0',
    'taskmanager.memory.task.heap.size': '1gb',
    'taskmanager.memory.task.off-heap.size': '333333333b',
  }),
  rejected: configured('Refused by Flink', {
    'taskmanager.memory.process.size': '8gb',
    'taskmanager.memory.task.heap.size': '4gb',
    'taskmanager.memory.managed.size': '5800mb',
  }),
  'rejected, hostile': configured('Refused, hostile', {
    'taskmanager.memory.process.size': '<script>alert(1)</script>',
  }),
  silent: configured('Says nothing of memory', {}),
} as const satisfies Record<string, ConfiguredJob>;
