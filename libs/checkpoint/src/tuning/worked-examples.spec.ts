import { checkSteps, type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import { flatten, given } from '@plimsoll/trace';
import { CheckpointModel, sharedFigures } from '../duration/checkpoint-duration.js';
import { pace } from '../duration/pace.js';
import { cheapestInterval } from './cheapest-interval.js';
import { classicalOptima } from './classical-optima.js';
import { givenFacts, type PlainFacts } from './given-facts.js';
import type { CheckpointTuning } from './result.js';
import { approximateOptimum, streamingCost } from './streaming-cost.js';
import { tuneCheckpoints } from './tune.js';

const S = 1000;
const MEGABYTE = 1e6;

const optional = (inputs: ExampleInputs, name: string): number | undefined =>
  inputs.has(name) ? inputs.number(name) : undefined;

/** F5.1: what it costs, and the share of the time that is left for work at an interval. */
function classical(inputs: ExampleInputs) {
  const [cost, mtbf, restart] = ['costS', 'mtbfS', 'restartS'].map((name) => inputs.number(name) * S);
  if (cost === undefined || mtbf === undefined || restart === undefined) throw new Error('incomplete');
  const optima = classicalOptima(given('ms', cost, '/cost'), given('ms', mtbf, '/mtbf'));
  checkSteps(flatten(Object.values(optima)));
  const utilization = (interval: number): number =>
    (interval - cost) / mtbf / (Math.exp(restart / mtbf) * Math.expm1(interval / mtbf));
  const best = optima.utilization.value;
  expect(utilization(best)).toBeGreaterThanOrEqual(utilization(best * 1.01));
  expect(utilization(best)).toBeGreaterThanOrEqual(utilization(best * 0.99));
  return {
    youngS: optima.young.value / S,
    dalyComputeS: (optima.daly.value - cost) / S,
    dalyPeriodS: optima.daly.value / S,
    utilisationPeriodS: best / S,
    utilisationAtOptimum: utilization(best),
  };
}

/** F5.2: what Flink makes of interval and pause. */
function cycle(inputs: ExampleInputs) {
  const [interval, minPause, duration] = ['intervalS', 'minPauseS', 'durationS'].map((name) =>
    given('ms', inputs.number(name) * S, `/${name}`),
  );
  if (interval === undefined || minPause === undefined || duration === undefined)
    throw new Error('incomplete');
  const follows = pace('example', { interval, minPause, duration });
  checkSteps(flatten([follows.duty, follows.free, follows.worstRewind, follows.meanRewind]));
  return {
    baseIntervalS: Math.max(interval.value, minPause.value) / S,
    effectiveIntervalS: follows.effectiveInterval.value / S,
    dutyCycle: follows.duty.value,
    checkpointFreeS: follows.free.value / S,
    progress: follows.regime === 'DEGRADED' ? 'degraded' : 'ok',
    completes: duration.value <= inputs.number('timeoutS') * S,
    staleAtFailureWorstS: follows.worstRewind.value / S,
    staleAtFailureMeanS: follows.meanRewind.value / S,
  };
}

/** A job whose state, load and network are plain. */
const plain = (over: Partial<PlainFacts>): PlainFacts => ({
  stateBackend: 'rocksdb',
  states: [{ id: 'users', entries: 1, snapshotEntryBytes: 0, updatesPerSecond: 0 }],
  machines: 1,
  networkOut: { capacity: 1e9 },
  networkIn: { capacity: 1e9 },
  recordsPerSecond: 1000,
  capacityRecordsPerSecond: 2000,
  trigger: 0,
  sync: 0,
  ...over,
});

/** F5.3: the narrowest way, and the parts of a duration. */
function duration(inputs: ExampleInputs) {
  const machines = inputs.number('taskManagers');
  const facts = givenFacts(
    plain({
      states: [
        {
          id: 'users',
          entries: machines,
          snapshotEntryBytes: inputs.number('bytesPerTaskManager'),
          updatesPerSecond: 0,
        },
      ],
      machines,
      slotsPerTaskManager: inputs.number('slotsPerTaskManager'),
      networkOut: { capacity: inputs.number('nicHeadroomMBps') * MEGABYTE },
      diskRead: { capacity: inputs.number('diskReadMBps') * MEGABYTE },
      storeConnection: inputs.number('storePerConnectionMBps') * MEGABYTE,
      storeTotal: inputs.number('storeTotalMBps') * MEGABYTE,
      exchanges: [{ id: 'hop', inFlightBytes: inputs.number('alignS') * MEGABYTE, bytesPerSecond: MEGABYTE }],
      trigger: inputs.number('triggerS') * S,
      sync: inputs.number('syncS') * S,
    }),
  );
  expect(inputs.number('transferThreads')).toBe(4);
  const model = new CheckpointModel(sharedFigures(facts), { incremental: false, barriers: 'aligned' });
  const figures = model.figuresAt(given('ms', 60_000, '/interval'), 'example');
  checkSteps(flatten([figures.duration]));
  expect(model.durationAt(60_000)).toBe(figures.duration.value);
  return {
    uploadMBps: model.upload.rate.value / MEGABYTE,
    uploadS: figures.upload.value / S,
    durationS: figures.duration.value / S,
    timeoutS: tuned({ facts }).timeoutMs === 600_000 ? 600 : Number.NaN,
  };
}

function tuned(request: Parameters<typeof tuneCheckpoints>[0]): CheckpointTuning {
  const outcome = tuneCheckpoints(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  checkSteps(outcome.value.steps);
  return outcome.value;
}

/** F5.4: the range that the objectives leave. The example's downtime is made of detection alone. */
function range(inputs: ExampleInputs) {
  const seconds = (name: string): number | undefined => {
    const value = optional(inputs, name);
    return value === undefined ? undefined : value * S;
  };
  const answer = tuned({
    facts: givenFacts(
      plain({
        sync: inputs.number('durationS') * S,
        recordsPerSecond: inputs.number('rate'),
        capacityRecordsPerSecond: inputs.number('capacity'),
        exactlyOnceSink: true,
      }),
    ),
    checkpointing: { interval: 60_000, minPause: inputs.number('minPauseS') * S },
    objectives: {
      maxDutyRatio: inputs.number('maxDuty'),
      ...present('maxRecoveryMs', seconds('maxRecoveryS')),
      ...present('maxReprocessMs', seconds('maxReprocessS')),
      ...present('maxSinkLatencyMs', seconds('maxSinkLatencyS')),
    },
    failures: {
      scenario: {
        failure: 'TASK_MANAGER',
        heartbeatTimeout: inputs.number('downtimeS') * S - DEPLOYMENT_MS,
        replacement: 0,
        restartStrategy: { type: 'FIXED_DELAY', delay: 0 },
      },
    },
  });
  expect(answer.downtimeMs).toBe(inputs.number('downtimeS') * S);
  const { lowerMs, upperMs, upperBoundBy } = answer.feasibleInterval;
  const names: Readonly<Record<string, string>> = {
    maxSinkLatencyMs: 'sinkLatency',
    maxReprocessMs: 'reprocess',
    maxRecoveryMs: 'recovery',
  };
  return {
    lowerS: (lowerMs ?? Number.NaN) / S,
    upperS: (upperMs ?? Number.NaN) / S,
    binding: names[upperBoundBy ?? ''] ?? 'lower',
    feasible: answer.feasible,
  };
}

/** Tasks take that long to run after a restart, whatever the scenario. */
const DEPLOYMENT_MS = 300;

const present = <N extends string>(name: N, value: number | undefined) =>
  value === undefined ? {} : { [name]: value };

/** F5.5: the cheapest interval for a stream. */
function streaming(inputs: ExampleInputs) {
  const [stallMs, durationMs, mtbfMs, downtimeMs] = ['stallS', 'durationS', 'mtbfS', 'downtimeS'].map(
    (name) => inputs.number(name) * S,
  );
  if (stallMs === undefined || durationMs === undefined || mtbfMs === undefined || downtimeMs === undefined) {
    throw new Error('incomplete');
  }
  const terms = {
    stallMs,
    mtbfMs,
    downtimeMs,
    slowdown: inputs.number('slowdown'),
    load: inputs.number('load'),
  };
  const costAt = (interval: number): number => streamingCost(terms, interval, durationMs);
  const best = cheapestInterval(costAt, inputs.number('lowerS') * S, inputs.number('upperS') * S);
  const cost = given('ms', stallMs + terms.slowdown * durationMs, '/cost');
  const mtbf = given('ms', mtbfMs, '/mtbf');
  const approximate = approximateOptimum(cost, mtbf, given('ratio', terms.load, '/load'));
  return {
    optimalIntervalS: (best ?? Number.NaN) / S,
    costAtOptimum: costAt(best ?? Number.NaN),
    youngWithStallS: classicalOptima(cost, mtbf).young.value / S,
    approxS: (approximate?.value ?? Number.NaN) / S,
  };
}

describe('the worked examples of checkpoint intervals', () => {
  runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), {
    'F5.1': classical,
    'F5.2': cycle,
    'F5.3': duration,
    'F5.4': range,
    'F5.5': streaming,
  });
});
