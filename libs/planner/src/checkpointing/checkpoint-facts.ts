import type { Bandwidth, CheckpointFacts, ExchangeFacts } from '@plimsoll/checkpoint';
import { derive, type Figure, flinkDefault, formula, given, sum } from '@plimsoll/trace';
import type { SurveyWithState } from '../capacity.js';
import { readBackOf } from '../checkpoint.js';
import type { FlowKind } from '../flows.js';
import type { Exchange } from '../graph.js';
import { operatorPointer } from '../scope.js';

const SHARE_OF_STATE = formula({
  reference: 'F5.3',
  label: 'Share of the state on the machine that holds most of it',
  unit: 'ratio',
  inputs: { here: 'bytes', total: 'bytes' },
  text: 'here ÷ max(total, 1)',
  compute: ({ here, total }) => here / Math.max(total, 1),
});

const CAPACITY_IN_RECORDS = formula({
  reference: 'F2.2',
  label: 'Records per second at which the fullest resource is full',
  unit: 'perSecond',
  inputs: {
    recordsPerSecond: 'perSecond',
    outLoad: 'bytesPerSecond',
    outCapacity: 'bytesPerSecond',
    inLoad: 'bytesPerSecond',
    inCapacity: 'bytesPerSecond',
    cpu: 'ratio',
  },
  text: 'recordsPerSecond ÷ max(outLoad ÷ outCapacity, inLoad ÷ inCapacity, cpu)',
  compute: ({ recordsPerSecond, outLoad, outCapacity, inLoad, inCapacity, cpu }) =>
    recordsPerSecond / Math.max(outLoad / outCapacity, inLoad / inCapacity, cpu),
});

const BYTES_IN_FLIGHT = formula({
  reference: 'F8.3',
  label: 'Bytes in flight before one subtask, its buffers full',
  unit: 'bytes',
  inputs: { channels: 'count', perChannel: 'count', floating: 'count', segment: 'bytes' },
  text: '(channels × perChannel + floating) × segment',
  compute: ({ channels, perChannel, floating, segment }) => (channels * perChannel + floating) * segment,
});

const OF_ONE_SUBTASK = formula({
  reference: 'F5.3',
  label: 'Bytes that one subtask receives',
  unit: 'bytesPerSecond',
  inputs: { bytesPerSecond: 'bytesPerSecond', subtasks: 'count' },
  text: 'bytesPerSecond ÷ subtasks',
  compute: ({ bytesPerSecond, subtasks }) => bytesPerSecond / subtasks,
});

export const CHECKPOINT_FACTS_FORMULAS = [
  SHARE_OF_STATE,
  CAPACITY_IN_RECORDS,
  BYTES_IN_FLIGHT,
  OF_ONE_SUBTASK,
];

const OF_CHECKPOINTS: ReadonlySet<FlowKind> = new Set(['checkpoint-upload', 'checkpoint-read-back']);

/**
 * What the tuning of checkpoints is told of a planned job: its states, the traffic of the machine that is reported without
 * checkpoints, and the exchanges that a barrier passes. The capacity in records is that at which the network or the CPU of that
 * machine is full.
 */
export function checkpointFacts(survey: SurveyWithState): CheckpointFacts {
  const { scope, state, machines } = survey;
  const { checkpointing } = scope.request;
  const networkOut = bandwidth(survey, 'networkOut');
  const networkIn = bandwidth(survey, 'networkIn');
  const recordsPerSecond = sourceRecords(survey);
  return {
    stateBackend: scope.stateBackend,
    states: survey.states.map(({ index, entries, snapshotEntryBytes, records, panes }) => ({
      id: scope.request.workload.operators[index]?.id ?? '',
      entries,
      snapshotEntryBytes,
      updatesPerSecond: records,
      ...keysOf(survey, index),
      ...(panes !== null && { entriesPerUpdate: panes }),
    })),
    machines,
    taskManagersPerMachine: scope.taskManagersPerMachine,
    slotsPerTaskManager: scope.slotsPerTaskManager,
    fullestMachineShare: derive('checkpoint.fullestMachineShare', SHARE_OF_STATE, state),
    networkOut,
    networkIn,
    readBackRatio: readBackOf(scope),
    ...(checkpointing?.uploadBytesPerSecond !== undefined && {
      uploadLimit: scope.given(
        'bytesPerSecond',
        checkpointing.uploadBytesPerSecond,
        '/checkpointing/uploadBytesPerSecond',
      ),
    }),
    recordsPerSecond,
    capacityRecordsPerSecond: derive('checkpoint.capacityRecords', CAPACITY_IN_RECORDS, {
      recordsPerSecond,
      outLoad: networkOut.load,
      outCapacity: networkOut.capacity,
      inLoad: networkIn.load,
      inCapacity: networkIn.capacity,
      cpu: given('ratio', survey.ledgers.ledgers.cpu?.utilization ?? 0, '/cluster/machine/cores'),
    }),
    exchanges: longestWay(survey),
    exactlyOnceSink: scope.request.workload.operators.some(
      ({ kind, connector }) => kind === 'sink' && connector === 'kafka',
    ),
  };
}

function keysOf({ scope }: SurveyWithState, index: number): { keys: Figure<'count'> } | object {
  const keys = scope.request.workload.operators[index]?.keys;
  return keys === undefined ? {} : { keys: scope.given('count', keys, operatorPointer(index, 'keys')) };
}

function bandwidth({ scope, ledgers }: SurveyWithState, resource: 'networkIn' | 'networkOut'): Bandwidth {
  const lines = ledgers.lines.filter(
    (line) => line.resource === resource && !OF_CHECKPOINTS.has(line.flow.kind),
  );
  const load = sum(
    `checkpoint.${resource}Without`,
    'bytesPerSecond',
    { label: 'Traffic without checkpoints', reference: 'F1.10' },
    lines.flatMap(({ flow, amount }) => (isRate(amount) ? [{ name: flow.id, figure: amount }] : [])),
  );
  const capacity = scope.given(
    'bytesPerSecond',
    scope.request.cluster.machine[resource],
    `/cluster/machine/${resource}`,
  );
  return { capacity, load };
}

const isRate = (figure: Figure): figure is Figure<'bytesPerSecond'> => figure.unit === 'bytesPerSecond';

const sourceRecords = ({ scope, flows }: SurveyWithState): Figure<'perSecond'> =>
  sum(
    'checkpoint.sourceRecords',
    'perSecond',
    { label: 'Records of all sources', reference: 'F1.1' },
    flows.flatMap(({ index, output }) => {
      const operator = scope.request.workload.operators[index];
      return operator?.kind === 'source' ? [{ name: operator.id, figure: output.records }] : [];
    }),
  );

/** The exchanges over the network that a barrier passes one after another where it passes most of them. */
function longestWay(survey: SurveyWithState): ExchangeFacts[] {
  const { graph, placement } = survey;
  const best: Exchange[][] = graph.operators.map(() => []);
  for (const index of graph.order) {
    for (const exchange of graph.inputs[index] ?? []) {
      const way = [
        ...(best[exchange.from] ?? []),
        ...(isChained(exchange, placement.parallelism) ? [] : [exchange]),
      ];
      if (way.length > (best[index]?.length ?? 0)) best[index] = way;
    }
  }
  const longest = best.reduce((most, way) => (way.length > most.length ? way : most), []);
  return longest.map((exchange) => exchangeFacts(survey, exchange)).filter(keepsBarriersWaiting);
}

/** Below a byte a second the buffers of an exchange do not fill. */
const keepsBarriersWaiting = ({ bytesPerSecond }: ExchangeFacts): boolean => bytesPerSecond.value >= 1;

const isChained = ({ edge, from, to }: Exchange, parallelism: readonly number[]): boolean =>
  edge.shipStrategy === 'FORWARD' && parallelism[from] === parallelism[to];

function exchangeFacts({ flows, placement }: SurveyWithState, exchange: Exchange): ExchangeFacts {
  const key = `checkpoint.exchange.${exchange.id}`;
  const flow = flows[exchange.to];
  const at = flow?.arrivalEdges.indexOf(exchange.index) ?? -1;
  const arrival = flow?.arrivals[at];
  const none = given('bytesPerSecond', 0, `/workload/edges/${exchange.index}`);
  const subtasks = given(
    'count',
    placement.parallelism[exchange.to] ?? 1,
    operatorPointer(exchange.to, 'parallelism'),
  );
  return {
    id: exchange.id,
    inFlightBytes: derive(`${key}.inFlight`, BYTES_IN_FLIGHT, {
      channels: given(
        'count',
        placement.parallelism[exchange.from] ?? 1,
        operatorPointer(exchange.from, 'parallelism'),
      ),
      perChannel: flinkDefault('count', 2, 'taskmanager.network.memory.buffers-per-channel'),
      floating: flinkDefault('count', 8, 'taskmanager.network.memory.floating-buffers-per-gate'),
      segment: flinkDefault('bytes', 32_768, 'taskmanager.memory.segment-size'),
    }),
    bytesPerSecond: derive(`${key}.perSubtask`, OF_ONE_SUBTASK, {
      bytesPerSecond: arrival?.bytes ?? none,
      subtasks,
    }),
  };
}
