import { exactFormula } from '@plimsoll/trace';

export const TOTAL_PROCESS = exactFormula({
  reference: 'F8.1',
  label: 'Total process memory',
  unit: 'bytes',
  inputs: { totalFlink: 'bytes', metaspace: 'bytes', overhead: 'bytes' },
  text: 'totalFlink + metaspace + overhead',
  compute: ({ totalFlink, metaspace, overhead }) => totalFlink + metaspace + overhead,
  evidence: 'verified',
});

export const TASK_MANAGER_HEAP = exactFormula({
  reference: 'F8.1',
  label: 'JVM heap (-Xmx)',
  unit: 'bytes',
  inputs: { frameworkHeap: 'bytes', taskHeap: 'bytes' },
  text: 'frameworkHeap + taskHeap',
  compute: ({ frameworkHeap, taskHeap }) => frameworkHeap + taskHeap,
  evidence: 'verified',
});

export const TASK_MANAGER_DIRECT = exactFormula({
  reference: 'F8.1',
  label: 'Direct memory (-XX:MaxDirectMemorySize)',
  unit: 'bytes',
  inputs: { frameworkOffHeap: 'bytes', taskOffHeap: 'bytes', network: 'bytes' },
  text: 'frameworkOffHeap + taskOffHeap + network',
  compute: ({ frameworkOffHeap, taskOffHeap, network }) => frameworkOffHeap + taskOffHeap + network,
  evidence: 'verified',
});

export const TOTAL_FORMULAS = [TOTAL_PROCESS, TASK_MANAGER_HEAP, TASK_MANAGER_DIRECT];
