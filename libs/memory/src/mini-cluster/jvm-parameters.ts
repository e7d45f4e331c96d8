import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

const MIB = 2 ** 20;
const KIB = 2 ** 10;
const JVM = 'OpenJDK 17';

const row = <U extends Unit>(values: Omit<Parameter<U>, 'reference'>): Parameter<U> => ({
  ...values,
  reference: 'F7.2',
});

/** How the JVM lays its heap out, and what it therefore allows outside of it. */
export const JVM_ROWS = {
  stackSize: row({
    id: 'jvm.stackSize',
    unit: 'bytes',
    value: MIB,
    description: 'Stack of a thread on 64-bit Linux where -Xss is not given',
    evidence: 'verified',
    versions: JVM,
  }),
  heapAlignment: row({
    id: 'jvm.heapAlignment',
    unit: 'bytes',
    value: 2 * MIB,
    description: 'The JVM rounds -Xmx up to a multiple of this',
    evidence: 'verified',
    versions: JVM,
  }),
  serialAlignment: row({
    id: 'jvm.serialGenerationAlignment',
    unit: 'bytes',
    value: 64 * KIB,
    description: 'SerialGC rounds its generations and survivor spaces down to a multiple of this',
    evidence: 'verified',
    versions: JVM,
  }),
  newRatio: row({
    id: 'jvm.newRatio',
    unit: 'ratio',
    value: 2,
    description: 'Old generation over young generation (-XX:NewRatio)',
    evidence: 'verified',
    versions: JVM,
  }),
  survivorRatio: row({
    id: 'jvm.survivorRatio',
    unit: 'ratio',
    value: 8,
    description: 'Eden over one survivor space (-XX:SurvivorRatio)',
    evidence: 'verified',
    versions: JVM,
  }),
  workersUpTo: row({
    id: 'jvm.gcWorkersUpTo',
    unit: 'count',
    value: 8,
    description: 'G1 has one worker for each core up to so many cores',
    evidence: 'verified',
    versions: JVM,
  }),
  workersBeyond: row({
    id: 'jvm.gcWorkersBeyond',
    unit: 'ratio',
    value: 0.625,
    description: 'Workers of G1 for each core beyond those',
    evidence: 'verified',
    versions: JVM,
  }),
  workerMemory: row({
    id: 'jvm.gcWorkerMemory',
    unit: 'bytes',
    value: 2 * MIB,
    description: 'Committed for each worker of G1: 36.5 MiB on 1 core, 38.5 on 2, 42.6 on 4, 52.6 on 10',
    evidence: 'heuristic',
    versions: JVM,
  }),
  g1Fixed: row({
    id: 'jvm.g1Fixed',
    unit: 'bytes',
    value: 32.5 * MIB,
    description:
      'Committed by G1 whatever the heap and the workers; most of it is never touched by a small heap',
    evidence: 'heuristic',
    versions: JVM,
  }),
  g1PerHeap: row({
    id: 'jvm.g1PerHeap',
    unit: 'ratio',
    value: 19 / 512,
    description: 'Two marking bitmaps of 1/64 and three tables of 1/512 of the heap that is in use',
    evidence: 'verified',
    versions: JVM,
  }),
  serialPerHeap: row({
    id: 'jvm.serialPerHeap',
    unit: 'ratio',
    value: 0.004,
    description: 'Structures of SerialGC over the heap: 111 KB at 24 MiB, 363 KB at 100 MiB',
    evidence: 'heuristic',
    versions: JVM,
  }),
};
