import { type Derivation, exactFormula, type Known } from '@plimsoll/trace';
import { memorySizeForPeople } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { illegalConfiguration } from '../flink-exception.js';
import { MIB } from '../mebibyte.js';
import { checkedSize, checkSize, keysOf } from '../process/arithmetic.js';
import { JOB_MANAGER, JVM_HEAP, OFF_HEAP } from '../process/options.js';
import type { FlinkMemory } from '../process/process-memory.js';

export interface HeapAndOffHeap {
  readonly heap: Known<'bytes'>;
  readonly offHeap: Known<'bytes'>;
}

const HEAP_REST = exactFormula({
  reference: 'F8.1',
  label: 'JVM heap, the rest of Flink memory',
  unit: 'bytes',
  inputs: { totalFlink: 'bytes', offHeap: 'bytes' },
  text: 'totalFlink − offHeap',
  compute: ({ totalFlink, offHeap }) => totalFlink - offHeap,
  evidence: 'verified',
});

const OFF_HEAP_REST = exactFormula({
  reference: 'F8.2',
  label: 'Off-heap memory, the rest of Flink memory',
  unit: 'bytes',
  inputs: { totalFlink: 'bytes', heap: 'bytes' },
  text: 'totalFlink − heap',
  compute: ({ totalFlink, heap }) => totalFlink - heap,
  evidence: 'verified',
});

const HEAP_AND_OFF_HEAP = exactFormula({
  reference: 'F8.2',
  label: 'Total Flink memory',
  unit: 'bytes',
  inputs: { heap: 'bytes', offHeap: 'bytes' },
  text: 'heap + offHeap',
  compute: ({ heap, offHeap }) => heap + offHeap,
  evidence: 'verified',
});

export const JOB_MANAGER_FORMULAS = [HEAP_REST, OFF_HEAP_REST, HEAP_AND_OFF_HEAP];

const RECOMMENDED_HEAP = 128n * MIB;

/** @see org.apache.flink.runtime.util.config.memory.jobmanager.JobManagerFlinkMemoryUtils */
export function jobManagerFlinkMemory(
  derivation: Derivation,
  reader: ConfigReader,
): FlinkMemory<HeapAndOffHeap> {
  return {
    fromFineGrained: () => {
      const heap = reader.size(JVM_HEAP);
      const offHeap = offHeapBeside(derivation, reader, heap);
      warnOfSmallHeap(reader, heap);
      const total = derivation.derive('jobManager.totalFlink', HEAP_AND_OFF_HEAP, { heap, offHeap });
      return { parts: { heap, offHeap }, total: checkedSize('Total Flink memory', total, [heap, offHeap]) };
    },
    fromTotal: (total) => {
      const offHeap = reader.size(OFF_HEAP);
      if (total.value <= offHeap.value) throw noHeapLeft(total, offHeap);
      const heap = derivation.derive('jobManager.heap', HEAP_REST, { totalFlink: total, offHeap });
      warnOfSmallHeap(reader, heap);
      return { heap, offHeap };
    },
  };
}

function offHeapBeside(derivation: Derivation, reader: ConfigReader, heap: Known<'bytes'>): Known<'bytes'> {
  const offHeap = reader.size(OFF_HEAP);
  if (!reader.has(JOB_MANAGER.flinkSize)) return offHeap;
  const total = reader.size(JOB_MANAGER.flinkSize);
  if (reader.has(OFF_HEAP)) {
    const sum = heap.value + offHeap.value;
    checkSize('Heap and off-heap memory', sum, [heap, offHeap]);
    if (sum !== total.value) throw unequal(heap, offHeap, total);
    return offHeap;
  }
  if (total.value < heap.value) throw heapExceeds(heap, total);
  const rest = derivation.derive('jobManager.offHeap', OFF_HEAP_REST, { totalFlink: total, heap });
  if (rest.value !== offHeap.value) {
    reader.log(
      'INFO',
      `The Off-Heap Memory size (${memorySizeForPeople(rest.value)}) is derived the configured Total Flink Memory size (${memorySizeForPeople(
        total.value,
      )}) minus the configured JVM Heap Memory size (${memorySizeForPeople(heap.value)}). The default Off-Heap Memory size (${memorySizeForPeople(
        offHeap.value,
      )}) is ignored.`,
    );
  }
  return rest;
}

function warnOfSmallHeap(reader: ConfigReader, heap: Known<'bytes'>): void {
  if (heap.value >= RECOMMENDED_HEAP) return;
  reader.log(
    'WARN',
    `The configured or derived JVM heap memory size (${memorySizeForPeople(heap.value)}) is less than its recommended minimum value (${memorySizeForPeople(
      RECOMMENDED_HEAP,
    )})`,
  );
}

function noHeapLeft(total: Known<'bytes'>, offHeap: Known<'bytes'>) {
  const raised = total.from === 'jobManager.totalFlink' ? JOB_MANAGER.processSize : JOB_MANAGER.flinkSize;
  const needed = offHeap.value + RECOMMENDED_HEAP;
  return illegalConfiguration(
    `The configured Total Flink Memory (${memorySizeForPeople(total.value)}) is less than the configured Off-heap Memory (${memorySizeForPeople(
      offHeap.value,
    )}).`,
    {
      keys: [...new Set([raised.key, ...keysOf([total, offHeap])])],
      detail: `Of ${total.value} bytes of Flink memory that ${raised.key} gives, off-heap memory takes ${offHeap.value}, which leaves ${
        total.value - offHeap.value
      } bytes of heap; ${RECOMMENDED_HEAP} are the least that Flink recommends.`,
      fixes: [
        { raise: raised.key, from: needed },
        { set: {}, unset: [OFF_HEAP.key] },
      ],
    },
  );
}

function unequal(heap: Known<'bytes'>, offHeap: Known<'bytes'>, total: Known<'bytes'>) {
  const sum = heap.value + offHeap.value;
  return illegalConfiguration(
    `Sum of the configured JVM Heap Memory (${memorySizeForPeople(heap.value)}) and the configured Off-heap Memory (${memorySizeForPeople(
      offHeap.value,
    )}) does not match the configured Total Flink Memory (${memorySizeForPeople(
      total.value,
    )}). Please, make the configuration consistent or configure only one option: either JVM Heap or Total Flink Memory.`,
    {
      keys: keysOf([heap, offHeap, total]),
      detail: `Heap, ${heap.value} bytes, and off-heap memory, ${offHeap.value} bytes, are ${
        sum > total.value ? `${sum - total.value} bytes more` : `${total.value - sum} bytes less`
      } than the ${total.value} bytes of ${JOB_MANAGER.flinkSize.key}; with all three set they have to add up.`,
      fixes: [
        { set: { [JOB_MANAGER.flinkSize.key]: `${sum}b` }, unset: [] },
        { set: {}, unset: [JOB_MANAGER.flinkSize.key] },
      ],
    },
  );
}

function heapExceeds(heap: Known<'bytes'>, total: Known<'bytes'>) {
  return illegalConfiguration(
    `The configured JVM Heap Memory (${memorySizeForPeople(heap.value)}) exceeds the configured Total Flink Memory (${memorySizeForPeople(
      total.value,
    )}). Please, make the configuration consistent or configure only one option: either JVM Heap or Total Flink Memory.`,
    {
      keys: keysOf([heap, total]),
      detail: `${JVM_HEAP.key} is ${heap.value} bytes, ${heap.value - total.value} more than the ${total.value} bytes of ${JOB_MANAGER.flinkSize.key}.`,
      fixes: [
        { set: {}, unset: [JOB_MANAGER.flinkSize.key] },
        { raise: JOB_MANAGER.flinkSize.key, from: heap.value },
      ],
    },
  );
}
