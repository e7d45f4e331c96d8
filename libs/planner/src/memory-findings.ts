import type { FlinkRefusal } from '@plimsoll/memory';
import { pointerTo } from '@plimsoll/trace';
import type { PlanMemory } from './plan-memory.js';
import type { CapacityRequest } from './request.js';
import type { Finding } from './result.js';

/** Flink would not start with the configuration of the profile. */
export const flinkRejects = (component: string, refusal: FlinkRefusal): Finding => ({
  ruleId: 'flink-rejects-config',
  severity: 'error',
  title: `Flink refuses this configuration of the ${component}`,
  message: `${refusal.detail} Flink throws ${refusal.flinkException}: ${refusal.flinkMessage ?? 'without a message'}`,
  path: refusal.keys[0] ?? '/config',
  evidence: [
    { name: 'exception', value: refusal.flinkException, unit: 'text', from: 'flink' },
    ...refusal.keys.map((key) => ({ name: key, value: key, unit: 'text', from: pointerTo('/config', key) })),
  ],
  ...(refusal.nearest !== null && { fix: refusal.nearest }),
  reference: 'F8.1',
});

/** What the memory of a plan’s processes says of the plan. */
export const memoryFindings = (memory: PlanMemory, request: CapacityRequest): Finding[] => [
  ...insufficientBuffers(memory),
  ...constantFlushing(memory),
  ...machineExceeded(memory, request),
];

function insufficientBuffers({ networkBuffers }: PlanMemory): Finding[] {
  const failure = networkBuffers?.failure ?? null;
  if (networkBuffers === null || failure === null) return [];
  const { requiredBuffers, availableBuffers, config } = networkBuffers;
  return [
    {
      ruleId: 'network-buffers-insufficient',
      severity: 'error',
      title: 'Too few network buffers for the dataflow',
      message: `The tasks of one TaskManager need ${requiredBuffers} buffers and ${availableBuffers ?? 0} are there, ${failure.missingBuffers} too few: a task fails with “${failure.flinkMessage}”`,
      path: 'taskmanager.memory.network.min',
      evidence: [
        evidence('required buffers', requiredBuffers, 'count', '/memory/networkBuffers/requiredBuffers'),
        evidence(
          'available buffers',
          availableBuffers ?? 0,
          'count',
          '/memory/networkBuffers/availableBuffers',
        ),
      ],
      fix: { set: config, unset: [] },
      reference: 'F8.3',
    },
  ];
}

function constantFlushing({ rocksDb }: PlanMemory): Finding[] {
  if (rocksDb === null || !rocksDb.memtables.flushesAllTheTime) return [];
  const { managedPerSlotBytes, memtables } = rocksDb;
  return [
    {
      ruleId: 'rocksdb-flushes-constantly',
      severity: 'warning',
      title: 'RocksDB flushes all the time',
      message: `The first block of a memtable is above the limit at which memtables are flushed: ${managedPerSlotBytes} bytes of managed memory per slot are too few.${
        memtables.leastTotalBytes === null
          ? ''
          : ` From ${memtables.leastTotalBytes} bytes for one cache on it ends.`
      }`,
      path: 'taskmanager.memory.managed.size',
      evidence: [
        evidence(
          'managed memory per slot',
          Number(managedPerSlotBytes),
          'bytes',
          '/memory/rocksDb/managedPerSlotBytes',
        ),
      ],
      reference: 'F4.5',
    },
  ];
}

function machineExceeded({ taskManager }: PlanMemory, { cluster }: CapacityRequest): Finding[] {
  const { memory } = cluster.machine;
  if (taskManager === null || memory === undefined) return [];
  const perMachine = BigInt(cluster.taskManagersPerMachine ?? 1);
  const asked = taskManager.totalProcessBytes * perMachine;
  const there = BigInt(Math.floor(Number(memory)));
  if (asked <= there) return [];
  return [
    {
      ruleId: 'task-managers-exceed-machine-memory',
      severity: 'error',
      title: 'The TaskManagers of a machine are larger than its memory',
      message: `${perMachine} × ${taskManager.totalProcessBytes} bytes are ${asked - there} more than the ${there} bytes of the machine.`,
      path: '/cluster/machine/memory',
      evidence: [
        evidence(
          'process size',
          Number(taskManager.totalProcessBytes),
          'bytes',
          '/memory/taskManager/totalProcessBytes',
        ),
        evidence('machine memory', Number(there), 'bytes', '/cluster/machine/memory'),
      ],
      reference: 'F8.1',
    },
  ];
}

const evidence = (name: string, value: number, unit: string, from: string) => ({ name, value, unit, from });
