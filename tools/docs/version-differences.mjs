import {
  jobManagerMemory,
  legacyContainerMemory,
  networkBuffers,
  rocksDbMemory,
  taskManagerMemory,
} from '@plimsoll/memory';
import { FLINK_VERSIONS, flinkDurationText, isFrom, parseFlinkDuration, versionText } from '@plimsoll/units';

const MIB = 2 ** 20;
const mebibytes = (bytes) => `${(Number(bytes) / MIB).toFixed(1).replace(/\.0$/, '')} MiB`;

/** What a calculator answers, in few words. */
const told = (answer, value) => {
  if (answer.kind === 'ok') return value(answer.value);
  if (answer.kind === 'rejected') return 'not there';
  return `refused: ${answer.refusal.flinkException}`;
};

const taskManager = (config, value, deployment) => (version) =>
  told(taskManagerMemory({ flinkVersion: versionText(version), config, deployment }), value);

const jobManager = (config, value, deployment) => (version) =>
  told(jobManagerMemory({ flinkVersion: versionText(version), config, deployment }), value);

const container = (config, value) => (version) =>
  told(
    legacyContainerMemory({ flinkVersion: versionText(version), containerMegabytes: 2000, slots: 1, config }),
    value,
  );

const duration = (text) => (version) => {
  const nanos = parseFlinkDuration(text, version);
  if (nanos.kind === 'thrown') return `refused: ${nanos.exception}`;
  const written = flinkDurationText(nanos.value, version);
  return written.kind === 'value' ? `${Number(nanos.value) / 1e6} ms, written ${written.value}` : 'read';
};

const buffers = (exchange) => (version) =>
  told(
    networkBuffers({
      flinkVersion: versionText(version),
      config: {},
      slots: 4,
      exchanges: [
        {
          from: 'a',
          to: 'b',
          upstreamParallelism: 40,
          downstreamParallelism: 40,
          upstreamSubtasks: 4,
          downstreamSubtasks: 4,
          ...exchange,
        },
      ],
    }),
    ({ requiredBuffers, targetBuffers }) => `${requiredBuffers} required, ${targetBuffers ?? 'no'} target`,
  );

const rocksDb = (config) => (version) =>
  told(
    rocksDbMemory({
      flinkVersion: versionText(version),
      config,
      managedBytes: 2n ** 30n,
      slots: 1,
      states: 1,
    }),
    ({ stateBackendFraction, memtables }) =>
      `fraction ${stateBackendFraction.toFixed(2)}, blocks of ${mebibytes(memtables.allocatedArenaBlockBytes)}`,
  );

const keysOf = ({ dynamicConfig }) => `${Object.keys(dynamicConfig).length} options`;
const COMMAS = {
  'external-resources': 'gpu;fpga',
  'external-resource.gpu.amount': '1',
  'external-resource.fpga.amount': '2',
};

/** Questions whose answers changed at some version, each asked of every version. */
const QUESTIONS = [
  [
    'Network memory of a process of 64 GiB',
    taskManager({ 'taskmanager.memory.process.size': '64g' }, (m) => mebibytes(m.components.networkBytes)),
  ],
  [
    '`taskmanager.heap.size: 4g`, standalone: the process',
    taskManager({ 'taskmanager.heap.size': '4g' }, (m) => mebibytes(m.totalProcessBytes)),
  ],
  [
    'the same in a container',
    taskManager({ 'taskmanager.heap.size': '4g' }, (m) => mebibytes(m.totalProcessBytes), 'container'),
  ],
  [
    '`taskmanager.network.numberOfBuffers: 4096` of a process of 4 GiB: network memory',
    taskManager(
      { 'taskmanager.memory.process.size': '4g', 'taskmanager.network.numberOfBuffers': '4096' },
      (m) => mebibytes(m.components.networkBytes),
    ),
  ],
  [
    'Process of 2 GiB around Flink memory of 3 GiB',
    taskManager({ 'taskmanager.memory.process.size': '2g', 'taskmanager.memory.flink.size': '3g' }, (m) =>
      mebibytes(m.totalProcessBytes),
    ),
  ],
  [
    'Slots that are no number beside `taskmanager.cpu.cores: 1`',
    taskManager(
      {
        'taskmanager.memory.process.size': '2g',
        'taskmanager.cpu.cores': '1',
        'taskmanager.numberOfTaskSlots': 'x',
      },
      () => 'not read',
    ),
  ],
  [
    '`taskmanager.cpu.cores: 0.123456789` as handed on',
    taskManager(
      { 'taskmanager.memory.process.size': '2g', 'taskmanager.cpu.cores': '0.123456789' },
      (m) => m.dynamicConfig['taskmanager.cpu.cores'],
    ),
  ],
  ['What a TaskManager is handed', taskManager({ 'taskmanager.memory.process.size': '2g' }, keysOf)],
  [
    'Two external resources as handed on',
    taskManager(
      { 'taskmanager.memory.process.size': '2g', ...COMMAS },
      (m) => m.dynamicConfig['external-resources'] ?? 'not handed on',
    ),
  ],
  [
    '`external-resources: [gpu]`',
    taskManager(
      {
        'taskmanager.memory.process.size': '2g',
        'external-resources': '[gpu]',
        'external-resource.gpu.amount': '1',
      },
      (m) => m.dynamicConfig['external-resources'] ?? 'not handed on',
    ),
  ],
  ['What a JobManager is handed', jobManager({ 'jobmanager.memory.process.size': '2g' }, keysOf)],
  [
    '`jobmanager.heap.size: 1g`, standalone: the process',
    jobManager({ 'jobmanager.heap.size': '1g' }, (m) => mebibytes(m.totalProcessBytes)),
  ],
  ['Network buffers, HASH from 40 to 40, 4 and 4 here, streaming', buffers({ shipStrategy: 'HASH' })],
  ['The same, batch', buffers({ shipStrategy: 'HASH', mode: 'BLOCKING' })],
  ['Managed memory that RocksDB gets of 1 GiB, and what a memtable takes at a time', rocksDb({})],
  [
    'The same with `taskmanager.memory.managed.consumer-weights: DATAPROC:70,PYTHON:30`',
    rocksDb({ 'taskmanager.memory.managed.consumer-weights': 'DATAPROC:70,PYTHON:30' }),
  ],
  ['A duration of `5 m`', duration('5 m')],
  ['A duration of `PT5M`', duration('PT5M')],
  ['A duration of `48 h`', duration('48 h')],
];

/** The container model that came before. */
const CONTAINERS = [
  ['Container of 2000 MB: -Xmx', container({}, (m) => `${m.heapMegabytes} MiB`)],
  [
    'its -XX:MaxDirectMemorySize',
    container({}, (m) => (m.directMegabytes === null ? 'not set' : `${m.directMegabytes} MiB`)),
  ],
  ['its network memory', container({}, (m) => mebibytes(m.networkBytes))],
  [
    'its managed memory',
    container({}, (m) => (m.managedBytes === null ? 'decided when it runs' : mebibytes(m.managedBytes))),
  ],
  [
    '-Xmx with `taskmanager.memory.off-heap: true`',
    container({ 'taskmanager.memory.off-heap': 'true' }, (m) => `${m.heapMegabytes} MiB`),
  ],
  [
    'Cut-off with `yarn.heap-cutoff-min: 1000`',
    container({ 'yarn.heap-cutoff-min': '1000' }, (m) => `${m.cutoffMegabytes} MiB`),
  ],
];

const versions = (from, to) =>
  from === to ? versionText(from) : `${versionText(from)} to ${versionText(to)}`;

/** Versions that follow each other with the same answer are one row. */
function answersOf(ask, among) {
  const rows = [];
  for (const version of among) {
    const answer = ask(version);
    const last = rows.at(-1);
    if (last?.answer === answer) last.to = version;
    else rows.push({ from: version, to: version, answer });
  }
  return rows.map(({ from, to, answer }) => `${versions(from, to)}: ${answer}`);
}

const isModern = (version) => isFrom(version, 1, 10);

/** Rows of the table of where versions differ: the question, and what each version answers. */
export const versionDifferences = () => [
  ...QUESTIONS.map(([question, ask]) => [question, answersOf(ask, FLINK_VERSIONS.filter(isModern))]),
  ...CONTAINERS.map(([question, ask]) => [
    question,
    answersOf(
      ask,
      FLINK_VERSIONS.filter((version) => !isModern(version)),
    ),
  ]),
];
