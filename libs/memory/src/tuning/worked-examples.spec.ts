import { type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import { Derivation, known } from '@plimsoll/trace';
import { taskManagerMemory } from '../memory.js';
import type { FlinkConfig } from '../request.js';
import { acceptedManaged } from './accepted-managed.js';
import { NEEDED, REST } from './formulas.js';
import { BESIDE_MANAGED } from './managed-formulas.js';

const MIB = 2 ** 20;
const inMiB = (bytes: bigint): number => Number(bytes) / MIB;

/** F8.1: a process of which only the total is stated. */
function fromProcessSize(inputs: ExampleInputs) {
  const slots = inputs.number('slots');
  const answer = taskManagerMemory({
    flinkVersion: '1.20',
    config: {
      'taskmanager.memory.process.size': `${inputs.number('processBytes')}`,
      'taskmanager.memory.jvm-metaspace.size': `${inputs.number('metaspaceBytes')}`,
      'taskmanager.memory.managed.fraction': `${inputs.number('managedFraction')}`,
      'taskmanager.numberOfTaskSlots': `${slots}`,
    },
  });
  if (answer.kind !== 'ok') throw new Error(`was ${answer.kind}`);
  const { components, totalFlinkBytes, jvmHeapBytes } = answer.value;
  return {
    flinkBytes: Number(totalFlinkBytes),
    taskHeapBytes: Number(components.taskHeapBytes),
    jvmHeapBytes: Number(jvmHeapBytes),
    networkBytes: Number(components.networkBytes),
    managedBytes: Number(components.managedBytes),
    overheadBytes: Number(components.jvmOverheadBytes),
    managedPerSlotBytes: Number(components.managedBytes) / slots,
  };
}

/** F8.2: everything stated; Flink takes it where JVM overhead, the rest, is in its range. */
function everythingStated(inputs: ExampleInputs) {
  const size = (name: string): string => `${inputs.number(name)}mb`;
  const config: FlinkConfig = {
    'taskmanager.memory.process.size': size('processMiB'),
    'taskmanager.memory.task.heap.size': size('taskHeapMiB'),
    'taskmanager.memory.managed.size': size('managedMiB'),
    'taskmanager.memory.network.min': size('networkMiB'),
    'taskmanager.memory.network.max': size('networkMiB'),
    'taskmanager.memory.jvm-metaspace.size': size('metaspaceMiB'),
  };
  const request = { flinkVersion: '1.20', config };
  const range = acceptedManaged(request);
  if (range === null) throw new Error('nothing is accepted');
  const unlimited = { ...config, 'taskmanager.memory.jvm-overhead.max': '1t' };
  const answer = taskManagerMemory({ ...request, config: unlimited });
  if (answer.kind !== 'ok') throw new Error(`was ${answer.kind}`);
  return {
    flinkMiB: inMiB(answer.value.totalFlinkBytes),
    overheadMiB: inMiB(answer.value.components.jvmOverheadBytes),
    accepted: taskManagerMemory(request).kind === 'ok',
    minManagedMiB: inMiB(range.leastBytes),
    maxManagedMiB: inMiB(range.mostBytes),
  };
}

/** F8.4, in billionths of a mebibyte, since the example is not in whole bytes. */
function fromObservedUse(inputs: ExampleInputs) {
  const BILLION = 1e9;
  const size = (name: string) => known('bytes', BigInt(Math.round(inputs.number(name) * BILLION)), name);
  const derivation = new Derivation(true);
  const headroomRatio = known('ratio', inputs.number('headroom'), 'headroom');
  const needed = (name: string) => derivation.derive(name, NEEDED, { used: size(name), headroomRatio });
  const [heap, metaspace] = [needed('heapUsedMiB'), needed('metaspaceUsedMiB')];
  const network = size('networkNeededMiB');
  const others = derivation.derive('others', BESIDE_MANAGED, {
    ...{ heap, metaspace, network },
    offHeap: size('frameworkOffHeapMiB'),
    overhead: size('overheadMiB'),
  });
  const processSize = size('processMiB');
  const managed = derivation.derive('managed', REST, { processSize, others });
  const mebibytes = (of: { readonly value: bigint }): number => Number(of.value) / BILLION;
  return {
    networkMiB: mebibytes(network),
    metaspaceMiB: mebibytes(metaspace),
    heapMiB: mebibytes(heap),
    managedMiB: mebibytes(managed),
    processMiB: mebibytes(others) + mebibytes(managed),
  };
}

runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), {
  'F8.1': fromProcessSize,
  'F8.2': everythingStated,
  'F8.4': fromObservedUse,
});
