import { type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import { bytes, bytesPerSecond, count, millis, perSecond, quantity, ratio } from '@plimsoll/units';
import { capacity } from './capacity.js';
import { INCREMENT } from './checkpoint.js';
import { dataflow } from './dataflow.js';
import { distinctKeys, openEntries } from './distinct-keys.js';
import { graphOf } from './graph.js';
import { INTERVAL_JOIN_BUFFER, INTERVAL_JOIN_OUT, WINDOW_JOIN_BUFFER, WINDOW_JOIN_OUT } from './joins.js';
import { received, receivedCopies, sent, sentCopies } from './load.js';
import type { CapacityRequest, Operator } from './request.js';
import type { CapacityPlan, Flow } from './result.js';
import { scopeOf } from './scope.js';
import { LOGICAL, PHYSICAL_READ, PHYSICAL_WRITE, READ_OPERATIONS } from './state.js';
import { ROCKSDB_ENTRY, ROCKSDB_ENTRY_AND_TIMER } from './state-size.js';
import * as windows from './windows.js';

const MB = 1e6;
const SECOND = 1000;

const planOf = (request: CapacityRequest): CapacityPlan => {
  const outcome = capacity(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};

/** F1.1: rates through a DAG whose nodes come in any order. */
function rates(inputs: ExampleInputs) {
  const operators = inputs.rows('nodes').map((node): Operator => {
    const id = node.text('id');
    const output = node.has('outBytes') ? { recordBytes: node.number('outBytes') } : undefined;
    if (node.has('rate')) {
      return {
        id,
        kind: 'source',
        recordsPerSecond: node.number('rate'),
        recordBytes: node.number('recordBytes'),
      };
    }
    return { id, kind: id === 'sink' ? 'sink' : 'process', selectivity: node.number('selectivity'), output };
  });
  const edges = inputs
    .rows('edges')
    .map((edge) => ({ from: edge.text('from'), to: edge.text('to'), shipStrategy: 'REBALANCE' as const }));
  const workload = { operators: [...operators].reverse(), edges };
  const flows = dataflow(
    scopeOf({ workload, cluster: { machine: { networkIn: 1, networkOut: 1 } } }),
    graphOf(workload),
  );
  const byId = (read: (flow: (typeof flows)[number]) => number) =>
    Object.fromEntries(flows.map((flow) => [workload.operators[flow.index]?.id, read(flow)]));
  return {
    recordsIn: byId((flow) => flow.input.records.value),
    bytesIn: byId((flow) => flow.input.bytes.value),
    recordsOut: byId((flow) => flow.output.records.value),
    outBytes: byId((flow) => flow.outputRecordBytes.value),
  };
}

/** F1.2: an exchange between subtasks that are placed anyhow. */
function exchange(inputs: ExampleInputs) {
  const total = inputs.number('bytesPerSecond');
  const [senders, receivers] = [inputs.numbers('senders'), inputs.numbers('receivers')];
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const share = (values: readonly number[], at: number) => (values[at] ?? 0) / sum(values);
  const broadcast = inputs.text('kind') === 'broadcast';
  const egress = senders.map((_, at) =>
    broadcast
      ? sentCopies(total, share(senders, at), sum(receivers), receivers[at] ?? 0)
      : sent(total, share(senders, at), share(receivers, at)),
  );
  const ingress = receivers.map((here, at) =>
    broadcast
      ? receivedCopies(total, share(senders, at), here)
      : received(total, share(senders, at), share(receivers, at)),
  );
  const whole = broadcast ? total * sum(receivers) : total;
  return { egress, ingress, remoteFraction: sum(egress) / whole, totalRemote: sum(ingress) };
}

/** F1.3: the talk's own job; its rounding is to whole MB/s in two rates. */
function keepItGoing(inputs: ExampleInputs) {
  const plan = planOf({
    model: 'talk',
    workload: {
      operators: [
        {
          id: 'in',
          kind: 'source',
          recordsPerSecond: inputs.number('messagesPerSecond'),
          recordBytes: inputs.number('messageBytes'),
        },
        {
          id: 'window',
          kind: 'window',
          window: {
            assigner: 'sliding',
            size: inputs.number('windowSizeS') * SECOND,
            slide: inputs.number('windowSlideS') * SECOND,
          },
          keys: inputs.number('distinctKeys'),
          state: { entryBytes: inputs.number('entryBytes') },
          output: { recordBytes: inputs.number('entryBytes') },
        },
        { id: 'out', kind: 'sink' },
      ],
      edges: [
        { from: 'in', to: 'window', shipStrategy: 'HASH' },
        { from: 'window', to: 'out', shipStrategy: 'FORWARD' },
      ],
    },
    cluster: {
      machines: inputs.number('machines'),
      machine: { networkIn: 1.25e9, networkOut: 1.25e9, stateDisk: { attachment: 'network' } },
    },
    checkpointing: { interval: inputs.number('checkpointIntervalS') * SECOND },
  });
  const deck = inputs.text('rounding') === 'deck';
  const round = (value: number) => (deck ? Math.round(value) : value);
  const flows: readonly Extract<Flow, { bytesPerSecond: number }>[] = [
    ...(plan.perMachine.networkIn?.flows ?? []),
    ...(plan.perMachine.networkOut?.flows ?? []),
  ];
  const flow = (kind: string) => (flows.find(({ id }) => id.startsWith(kind))?.bytesPerSecond ?? 0) / MB;
  const machines = inputs.number('machines');
  const [windowOut, checkpointOut] = [round(flow('sink-write')), round(flow('checkpoint-upload'))];
  const stateBothWays = flow('state-read') + flow('state-write');
  const talkTotal = deck ? plan.cluster.talkRoundedTotalBytesPerSecond : plan.cluster.talkTotalBytesPerSecond;
  const bothEnds = plan.cluster.nicBothEndsBytesPerSecond / MB;
  const oneWay = plan.cluster.fabricOneWayBytesPerSecond / MB;
  return {
    sourceIn: flow('source-read'),
    shuffleOut: flow('shuffle-out'),
    shuffleIn: flow('shuffle-in'),
    windowOut,
    stateIn: flow('state-read'),
    stateOut: flow('state-write'),
    checkpointOut,
    totalIn: (plan.perMachine.networkIn?.bytesPerSecond ?? 0) / MB,
    totalOut: (plan.perMachine.networkOut?.bytesPerSecond ?? 0) / MB,
    kafkaSide: machines * (flow('source-read') + windowOut),
    diskSide: machines * stateBothWays,
    deckTotalMBps: (talkTotal ?? 0) / MB,
    deckTotalGbitps: ((talkTotal ?? 0) / MB / 1000) * 8,
    strictOneWayMBps: oneWay,
    strictOneWayGbitps: (oneWay / 1000) * 8,
    strictBothEndsMBps: bothEnds,
    missingCheckpointReceiverMBps: machines * checkpointOut,
  };
}

function panes(inputs: ExampleInputs) {
  const { min, mean, max } = windows.windowsPerRecord(inputs.number('sizeMs'), inputs.number('slideMs'));
  return { minPanes: min, meanPanes: mean, maxPanes: max };
}

/** F1.5: average, burst and drain of one firing. */
function emission(inputs: ExampleInputs) {
  const slide = millis(inputs.number('slideS') * SECOND);
  const records = inputs.number('recordsPerSecond') * inputs.number('windowSizeS');
  const all = inputs.number('distinctKeys');
  const keysPerFiring = count(inputs.text('keysMode') === 'all' ? all : distinctKeys(all, records));
  const results = windows.EMISSION.compute({ keysPerFiring, slide });
  const averageRate = (results * inputs.number('resultBytes')) / inputs.number('machines');
  const drain = millis(inputs.number('drainS') * SECOND);
  const burst = averageRate * windows.BURST.compute({ slide, drain });
  const burstBytes = windows.BURST_BYTES.compute({ emission: bytesPerSecond(averageRate), slide });
  const headroom = (inputs.number('nicMBps') - inputs.number('otherEgressMBps')) * MB;
  const minDrain = windows.MIN_DRAIN.compute({
    burstBytes: bytes(burstBytes),
    headroom: bytesPerSecond(headroom),
  });
  return {
    keysPerFiring,
    mbPerFiringPerMachine: burstBytes / MB,
    averageMBps: averageRate / MB,
    burstMBps: burst / MB,
    minDrainS: minDrain / SECOND,
    feasible: minDrain <= slide && drain >= minDrain,
  };
}

function openWindows(inputs: ExampleInputs) {
  const keys = inputs.number('distinctKeys');
  const rate = inputs.number('recordsPerSecond');
  const [size, slide] = [inputs.number('windowSizeS') * SECOND, inputs.number('slideS') * SECOND];
  const perKey = windows.PANES.compute({ size: millis(size), slide: millis(slide) });
  const open = openEntries(keys, rate / SECOND, size, slide, perKey);
  return {
    panes: perKey,
    fullWindowKeys: distinctKeys(keys, (rate * size) / SECOND),
    openEntries: open,
    naiveEntries: keys * perKey,
    overestimate: (keys * perKey) / open,
  };
}

/** F1.7: the example is per machine; the plan's formulas hold for any part of the job. */
function stateAccess(inputs: ExampleInputs) {
  const accesses = perSecond(
    (inputs.number('recordsPerSecond') * inputs.number('panes')) / inputs.number('machines'),
  );
  const logical = bytesPerSecond(
    LOGICAL.compute({ accesses, entryBytes: bytes(inputs.number('entryBytes')) }),
  );
  const operations = READ_OPERATIONS.compute({
    accesses,
    cacheHitRatio: ratio(inputs.number('cacheHit')),
    blocksPerMiss: ratio(inputs.number('blocksPerMiss')),
  });
  const writeAmplification = ratio(inputs.number('writeAmplification'));
  const blockBytes = bytes(inputs.number('blockBytes'));
  return {
    accessesPerSecond: accesses,
    logicalInMBps: logical / MB,
    logicalOutMBps: logical / MB,
    readIops: operations,
    physicalInMBps:
      PHYSICAL_READ.compute({
        operations: quantity('operationsPerSecond', operations),
        blockBytes,
        logical,
        writeAmplification,
      }) / MB,
    physicalOutMBps: PHYSICAL_WRITE.compute({ logical, writeAmplification }) / MB,
  };
}

function sessions(inputs: ExampleInputs) {
  const values = {
    keys: count(inputs.number('distinctKeys')),
    recordsPerSecond: perSecond(inputs.number('recordsPerSecond')),
    gap: millis(inputs.number('gapS') * SECOND),
  };
  const closed = windows.SESSIONS_CLOSED.compute(values);
  return {
    openSessions: windows.SESSIONS_OPEN.compute(values),
    sessionsClosedPerSecond: closed,
    meanRecordsPerSession: values.recordsPerSecond / closed,
  };
}

function joins(inputs: ExampleInputs) {
  const sides = {
    left: perSecond(inputs.number('leftPerSecond')),
    right: perSecond(inputs.number('rightPerSecond')),
  };
  const keys = count(inputs.number('distinctKeys'));
  const size = millis(inputs.number('windowS') * SECOND);
  const bounds = {
    lower: millis(inputs.number('lowerS') * SECOND),
    upper: millis(inputs.number('upperS') * SECOND),
  };
  return {
    windowJoinOutPerSecond: WINDOW_JOIN_OUT.compute({ ...sides, size, keys }),
    windowBufferedRecords: WINDOW_JOIN_BUFFER.compute({ ...sides, size }),
    intervalJoinOutPerSecond: INTERVAL_JOIN_OUT.compute({ ...sides, ...bounds, keys }),
    intervalJoinBuffered: INTERVAL_JOIN_BUFFER.compute({ ...sides, ...bounds }),
  };
}

/** F1.10: a job made to the example's flows: records of which each costs a millionth of the rates. */
function wholeMachine(inputs: ExampleInputs) {
  const interval = 60 * SECOND;
  const keys = 1_000_000;
  const records = 1_000_000;
  const nic = inputs.number('nicMBps') * MB;
  const plan = planOf({
    model: 'full',
    workload: {
      operators: [
        { id: 'in', kind: 'source', recordsPerSecond: records, recordBytes: inputs.number('sourceMBps') },
        {
          id: 'count',
          kind: 'process',
          keys,
          state: {
            entryBytes: inputs.number('stateReadMBps'),
            snapshotEntryBytes: (inputs.number('checkpointMBps') * MB * (interval / SECOND)) / keys,
          },
          output: { recordBytes: inputs.number('sinkMBps') },
        },
        { id: 'out', kind: 'sink' },
      ],
      edges: [
        { from: 'in', to: 'count', shipStrategy: 'HASH' },
        { from: 'count', to: 'out', shipStrategy: 'FORWARD' },
      ],
    },
    cluster: {
      machines: inputs.number('machines'),
      machine: { networkIn: nic, networkOut: nic, stateDisk: { attachment: 'network' } },
      targetUtilization: inputs.number('nicUsableFraction'),
    },
    checkpointing: { interval, readBackRatio: inputs.number('checkpointReadBackFraction') },
  });
  const { networkIn, networkOut } = plan.perMachine;
  const usable = nic * inputs.number('nicUsableFraction');
  return {
    ingressMBps: (networkIn?.bytesPerSecond ?? 0) / MB,
    egressMBps: (networkOut?.bytesPerSecond ?? 0) / MB,
    ingressUtil: (networkIn?.bytesPerSecond ?? 0) / usable,
    egressUtil: (networkOut?.bytesPerSecond ?? 0) / usable,
    binding: plan.bottleneck?.resource === 'networkIn' ? 'ingress' : 'egress',
    fits: plan.fits,
  };
}

/** F4.1: the timestamp of a TTL stands in front of the value. */
function entrySize(inputs: ExampleInputs) {
  const prefix = bytes(inputs.number('maxParallelism') <= 128 ? 1 : 2);
  const values = {
    prefix,
    keyBytes: bytes(inputs.number('keyBytes')),
    namespace: bytes(inputs.number('namespaceBytes')),
    valueBytes: bytes(inputs.number('valueBytes') + (inputs.flag('ttl') ? 8 : 0)),
    overhead: bytes(inputs.number('engineOverheadBytes')),
  };
  const entryBytes = ROCKSDB_ENTRY.compute(values);
  const withTimer = ROCKSDB_ENTRY_AND_TIMER.compute({ ...values, timestamp: bytes(8) });
  const timerBytes = inputs.number('timersPerEntry') * (withTimer - entryBytes);
  const liveBytes = inputs.number('entries') * (entryBytes + timerBytes);
  const diskBytes = (liveBytes * inputs.number('spaceAmplification')) / inputs.number('compressionRatio');
  return {
    entryBytes,
    timerBytes,
    liveBytes,
    diskBytes,
    perTaskManagerBytes: diskBytes / inputs.number('taskManagers'),
  };
}

function increment(inputs: ExampleInputs) {
  const touchedEntries = distinctKeys(
    inputs.number('entries'),
    inputs.number('updatesPerSecond') * inputs.number('intervalS'),
  );
  const fullBytes = inputs.number('entries') * inputs.number('entryBytes');
  const uploadBytes = INCREMENT.compute({
    changedEntries: count(touchedEntries),
    snapshotEntryBytes: bytes(inputs.number('entryBytes')),
    rewrite: ratio(inputs.number('rewriteFactor')),
    stateBytes: bytes(fullBytes),
    spaceAmplification: ratio(inputs.number('spaceAmplification')),
  });
  return {
    touchedEntries,
    uploadBytes,
    fullBytes,
    ratioToFull: uploadBytes / fullBytes,
    uploadMBps: uploadBytes / inputs.number('intervalS') / MB,
  };
}

runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), {
  'F1.1': rates,
  'F1.2': exchange,
  'F1.3': keepItGoing,
  'F1.4': panes,
  'F1.5': emission,
  'F1.6': openWindows,
  'F1.7': stateAccess,
  'F1.8': sessions,
  'F1.9': joins,
  'F1.10': wholeMachine,
  'F4.1': entrySize,
  'F4.3': increment,
});
