import type { Figure } from '@plimsoll/trace';
import { isFrom, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import { checkRecovery } from '../recovery/check.js';
import { SNAPSHOT_BACKENDS } from '../size/state.js';
import { type Bounds, LARGEST, ValueChecks } from '../value-checks.js';
import type { CheckpointFacts, CheckpointTuningRequest } from './request.js';

const TIME: Bounds = { min: 0, max: LARGEST, remedy: 'give a time in milliseconds' };
const LIMIT: Bounds = { min: 1, max: LARGEST, remedy: 'give a time in milliseconds, or leave it out' };
const FROM_TEN: Bounds = {
  min: 10,
  max: LARGEST,
  whole: true,
  remedy: 'Flink takes whole milliseconds, 10 at least',
};
const MIN_PAUSE: Bounds = {
  min: 0,
  max: 31_536_000_000,
  whole: true,
  remedy: 'Flink takes whole milliseconds, 365 days at most',
};
const SHARE: Bounds = { min: 0.001, max: 1, remedy: 'give a share above 0, up to 1' };
const RATE: Bounds = { min: 0, max: LARGEST, remedy: 'give an amount per second' };
const BANDWIDTH: Bounds = { min: 1, max: LARGEST, remedy: 'give bytes per second' };
const SIZE: Bounds = { min: 0, max: LARGEST, remedy: 'give a size in bytes' };
const COUNT: Bounds = { min: 1, max: LARGEST, remedy: 'give a count from 1' };

/** Every value that no job, cluster or Flink can have. */
export function checkTuning(request: CheckpointTuningRequest): readonly Rejection[] {
  const checks = new ValueChecks();
  checkVersion(checks, request.flinkVersion);
  checkFacts(checks, request.facts);
  const { checkpointing, objectives = {}, failures } = request;
  checks.number('/checkpointing/interval', checkpointing?.interval, FROM_TEN);
  checks.number('/checkpointing/minPause', checkpointing?.minPause, MIN_PAUSE);
  checks.number('/checkpointing/timeout', checkpointing?.timeout, FROM_TEN);
  for (const name of ['maxRecoveryMs', 'maxReprocessMs', 'maxSinkLatencyMs', 'maxLagMs'] as const) {
    checks.number(`/objectives/${name}`, objectives[name], LIMIT);
  }
  checks.number('/objectives/maxDutyRatio', objectives.maxDutyRatio, SHARE);
  checks.number('/objectives/targetUtilization', objectives.targetUtilization, SHARE);
  checks.number('/objectives/maxUsdPerMonth', objectives.maxUsdPerMonth, {
    min: 0,
    max: LARGEST,
    remedy: 'give US dollars a month',
  });
  checks.number('/objectives/surviveMachines', objectives.surviveMachines, {
    min: 0,
    max: Math.max(0, request.facts.machines.value - 1),
    whole: true,
    remedy: 'one machine at least must be left',
  });
  checks.number('/failures/machineMtbfMs', failures?.machineMtbfMs, {
    min: 1000,
    max: 1e14,
    remedy: 'give the mean time between failures of one machine',
  });
  checkScenario(checks, request);
  return checks.rejections;
}

function checkVersion(checks: ValueChecks, flinkVersion: string | undefined): void {
  if (flinkVersion === undefined) return;
  const version = parseFlinkVersion(flinkVersion);
  if (version === undefined || !isFrom(version, 1, 10)) {
    checks.reject(
      '/flinkVersion',
      'must be 1.10 to 1.20 or 2.0 to 2.3: before, checkpoints are set in the job’s code',
      flinkVersion,
    );
  }
}

function checkScenario(checks: ValueChecks, { flinkVersion, failures }: CheckpointTuningRequest): void {
  const scenario = failures?.scenario;
  if (scenario === undefined) return;
  if (scenario.checkpoint !== undefined) {
    checks.reject('/failures/scenario/checkpoint', 'is what the tuning answers: leave it out');
  }
  const asked = flinkVersion === undefined ? {} : { flinkVersion };
  for (const { pointer, message, received } of checkRecovery({ ...asked, recordsPerSecond: 0, scenario })) {
    if (!pointer.startsWith('/scenario/') || pointer.startsWith('/scenario/checkpoint')) continue;
    checks.reject(`/failures${pointer}`, message, received);
  }
}

function checkFacts(checks: ValueChecks, facts: CheckpointFacts): void {
  const figure = (name: string, value: Figure | undefined, bounds: Bounds): void => {
    if (value !== undefined)
      checks.number(value.kind === 'given' ? value.from : `/facts/${name}`, value.value, bounds);
  };
  if (!SNAPSHOT_BACKENDS.includes(facts.stateBackend)) {
    checks.reject(
      '/facts/stateBackend',
      `must be one of ${SNAPSHOT_BACKENDS.join(', ')}`,
      facts.stateBackend,
    );
  }
  for (const name of ['machines', 'taskManagersPerMachine', 'slotsPerTaskManager'] as const) {
    figure(name, facts[name], { ...COUNT, whole: true });
  }
  figure('fullestMachineShare', facts.fullestMachineShare, { ...SHARE, min: 0 });
  for (const name of ['networkOut', 'networkIn', 'diskRead', 'diskWrite'] as const) {
    figure(`${name}/capacity`, facts[name]?.capacity, BANDWIDTH);
    figure(`${name}/load`, facts[name]?.load, RATE);
  }
  figure('readBackRatio', facts.readBackRatio, {
    min: 0,
    max: 1e6,
    remedy: 'give bytes read per byte uploaded',
  });
  for (const name of ['uploadLimit', 'storeConnection', 'storeTotal'] as const)
    figure(name, facts[name], BANDWIDTH);
  figure('recordsPerSecond', facts.recordsPerSecond, RATE);
  figure('capacityRecordsPerSecond', facts.capacityRecordsPerSecond, {
    min: 1e-9,
    max: LARGEST,
    remedy: 'give records per second above 0',
  });
  figure('trigger', facts.trigger, TIME);
  figure('sync', facts.sync, TIME);
  figure('slowdown', facts.slowdown, { min: 0, max: 0.999, remedy: 'give a share of the capacity below 1' });
  figure('compression', facts.compression, { min: 0.001, max: 10, remedy: 'give stored bytes per byte' });
  for (const [at, state] of facts.states.entries()) {
    figure(`states/${at}/entries`, state.entries, { ...COUNT, min: 0 });
    figure(`states/${at}/snapshotEntryBytes`, state.snapshotEntryBytes, SIZE);
    figure(`states/${at}/updatesPerSecond`, state.updatesPerSecond, RATE);
    figure(`states/${at}/keys`, state.keys, COUNT);
    figure(`states/${at}/entriesPerUpdate`, state.entriesPerUpdate, { ...COUNT, min: 0 });
    figure(`states/${at}/zipfExponent`, state.zipfExponent, {
      min: 0,
      max: 10,
      remedy: 'give Zipf’s exponent, 0 for none',
    });
  }
  for (const [at, exchange] of facts.exchanges.entries()) {
    figure(`exchanges/${at}/inFlightBytes`, exchange.inFlightBytes, SIZE);
    figure(`exchanges/${at}/bytesPerSecond`, exchange.bytesPerSecond, BANDWIDTH);
  }
}
