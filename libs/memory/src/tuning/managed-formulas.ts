import { exactFormula } from '@plimsoll/trace';
import { MIB } from '../mebibyte.js';
import { largest } from '../whole-sizes.js';

export const BESIDE_MANAGED = exactFormula({
  reference: 'F8.4',
  label: 'All but managed memory',
  unit: 'bytes',
  inputs: { heap: 'bytes', metaspace: 'bytes', network: 'bytes', offHeap: 'bytes', overhead: 'bytes' },
  text: 'heap + metaspace + network + offHeap + overhead',
  compute: ({ heap, metaspace, network, offHeap, overhead }) =>
    heap + metaspace + network + offHeap + overhead,
});

export const OTHER_POOLS = exactFormula({
  reference: 'F8.2',
  label: 'All but managed memory and JVM overhead',
  unit: 'bytes',
  inputs: { heap: 'bytes', metaspace: 'bytes', network: 'bytes', offHeap: 'bytes' },
  text: 'heap + metaspace + network + offHeap',
  compute: ({ heap, metaspace, network, offHeap }) => heap + metaspace + network + offHeap,
  evidence: 'verified',
});

export const MANAGED_REST = exactFormula({
  reference: 'F8.4',
  label: 'Managed memory: all that is left',
  unit: 'bytes',
  inputs: { processSize: 'bytes', others: 'bytes', leastSize: 'bytes' },
  text: 'max(leastSize, ⌊(processSize − others) ÷ 1 MiB⌋ × 1 MiB)',
  compute: ({ processSize, others, leastSize }) => largest(leastSize, ((processSize - others) / MIB) * MIB),
});

export const LEAST_MANAGED = exactFormula({
  reference: 'F8.2',
  label: 'Least managed memory that Flink accepts',
  unit: 'bytes',
  inputs: { processSize: 'bytes', others: 'bytes', mostOverhead: 'bytes' },
  text: 'max(0, processSize − others − mostOverhead)',
  compute: ({ processSize, others, mostOverhead }) => largest(0n, processSize - others - mostOverhead),
  evidence: 'verified',
});

export const MOST_MANAGED = exactFormula({
  reference: 'F8.2',
  label: 'Most managed memory that Flink accepts',
  unit: 'bytes',
  inputs: { processSize: 'bytes', others: 'bytes', leastOverhead: 'bytes' },
  text: 'processSize − others − leastOverhead',
  compute: ({ processSize, others, leastOverhead }) => processSize - others - leastOverhead,
  evidence: 'verified',
});
