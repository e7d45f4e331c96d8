import { exactFormula, type Known } from '@plimsoll/trace';
import { memorySizeForPeople } from '@plimsoll/units';

/** The pools of a TaskManager's Flink memory. */
export interface Pools {
  readonly frameworkHeap: Known<'bytes'>;
  readonly frameworkOffHeap: Known<'bytes'>;
  readonly taskHeap: Known<'bytes'>;
  readonly taskOffHeap: Known<'bytes'>;
  readonly network: Known<'bytes'>;
  readonly managed: Known<'bytes'>;
}

export const TASK_HEAP_REST = exactFormula({
  reference: 'F8.1',
  label: 'Task heap, the rest of Flink memory',
  unit: 'bytes',
  inputs: {
    totalFlink: 'bytes',
    frameworkHeap: 'bytes',
    frameworkOffHeap: 'bytes',
    taskOffHeap: 'bytes',
    managed: 'bytes',
    network: 'bytes',
  },
  text: 'totalFlink − frameworkHeap − frameworkOffHeap − taskOffHeap − managed − network',
  compute: ({ totalFlink, frameworkHeap, frameworkOffHeap, taskOffHeap, managed, network }) =>
    totalFlink - frameworkHeap - frameworkOffHeap - taskOffHeap - managed - network,
  evidence: 'verified',
});

export const NETWORK_REST = exactFormula({
  reference: 'F8.2',
  label: 'Network memory, the rest of Flink memory',
  unit: 'bytes',
  inputs: { totalFlink: 'bytes', others: 'bytes' },
  text: 'totalFlink − others',
  compute: ({ totalFlink, others }) => totalFlink - others,
  evidence: 'verified',
});

export const WITHOUT_NETWORK = exactFormula({
  reference: 'F8.2',
  label: 'Flink memory without network memory',
  unit: 'bytes',
  inputs: {
    frameworkHeap: 'bytes',
    frameworkOffHeap: 'bytes',
    taskHeap: 'bytes',
    taskOffHeap: 'bytes',
    managed: 'bytes',
  },
  text: 'frameworkHeap + frameworkOffHeap + taskHeap + taskOffHeap + managed',
  compute: ({ frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, managed }) =>
    frameworkHeap + frameworkOffHeap + taskHeap + taskOffHeap + managed,
  evidence: 'verified',
});

export const WITH_NETWORK = exactFormula({
  reference: 'F8.2',
  label: 'Total Flink memory',
  unit: 'bytes',
  inputs: { others: 'bytes', network: 'bytes' },
  text: 'others + network',
  compute: ({ others, network }) => others + network,
  evidence: 'verified',
});

export const NETWORK_OF_BUFFERS = exactFormula({
  reference: 'F8.1',
  label: 'Network memory of a number of buffers',
  unit: 'bytes',
  inputs: { buffers: 'count', segmentSize: 'bytes' },
  text: 'buffers × segmentSize',
  compute: ({ buffers, segmentSize }) => BigInt(buffers) * segmentSize,
  evidence: 'verified',
});

export const POOL_FORMULAS = [
  TASK_HEAP_REST,
  NETWORK_REST,
  WITHOUT_NETWORK,
  WITH_NETWORK,
  NETWORK_OF_BUFFERS,
];

const NAMES: Readonly<Record<keyof Pools, string>> = {
  frameworkHeap: 'Framework Heap Memory',
  frameworkOffHeap: 'Framework Off-Heap Memory',
  taskHeap: 'Task Heap Memory',
  taskOffHeap: 'Task Off-Heap Memory',
  network: 'Network Memory',
  managed: 'Managed Memory',
};

/** Pools with their sizes, as Flink's message about their sum lists them. */
export function listed(pools: readonly (readonly [keyof Pools, Known<'bytes'>])[]): string {
  const texts = pools.map(([name, size]) => `${NAMES[name]} (${memorySizeForPeople(size.value)})`);
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}
