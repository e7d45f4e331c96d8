import { type Figure, flatten, given } from '@plimsoll/trace';
import { type Outcome, ok, type Rejection, rejected } from '@plimsoll/units';
import { autoscalerSettings, autoscalerTarget } from './autoscaler.js';
import { type BlobFigures, blobFetch } from './blob-fetch.js';
import { capacity } from './capacity.js';
import {
  type CatchUpFigures,
  capacityForRecovery,
  capacityForTarget,
  catchUp,
  downtimeOf,
  type Load,
  type Target,
} from './catch-up.js';
import { checkRecovery } from './check.js';
import { detection } from './detection.js';
import { inOrder, type RecoveryFinding } from './finding.js';
import { noHighAvailability, recoveryFindings, strategyGivesUp } from './findings.js';
import type { RecoveryRequest } from './request.js';
import { restart } from './restart.js';
import { type RestartDelay, restartDelay } from './restart-delay.js';
import { type RestoreFigures, restore } from './restore.js';
import type { Recovery, RecoveryAtRewind } from './result.js';
import { retention } from './retention.js';
import { type RewindFigures, rewinds } from './rewind.js';
import { taskManagers } from './scope.js';

/**
 * What a failure costs: downtime, lag, catch-up, and the capacity that is back within a target (F3.2). Milliseconds, records per
 * second, bytes. Rejects values that no job has, and a request that neither gives a part nor says what to derive it from.
 */
export function recovery(request: RecoveryRequest): Outcome<Recovery> {
  const rejections = checkRecovery(request);
  if (rejections.length > 0) return rejected(...rejections);
  const parts = partsOf(request);
  return Array.isArray(parts) ? rejected(...parts) : ok(answer(request, parts));
}

/** Everything that the fluid model takes, each given or derived. Null where nothing restarts the job. */
interface Parts {
  readonly load: Load;
  readonly detect: Figure<'ms'> | null;
  readonly restart: Figure<'ms'> | null;
  readonly restore: Figure<'ms'>;
  readonly rewind: Figure<'ms'>;
  readonly derivedRewinds: RewindFigures | null;
  readonly restoreFigures: RestoreFigures | null;
  readonly blobs: BlobFigures | null;
  readonly byHand: RecoveryFinding | null;
}

function partsOf(request: RecoveryRequest): Parts | Rejection[] {
  const { scenario, downtime } = request;
  const missing: Rejection[] = [];
  const needs = (pointer: string, message: string): void => {
    missing.push({ pointer, message });
  };
  const asGiven = (value: number | undefined, pointer: string): Figure<'ms'> | null =>
    value === undefined ? null : given('ms', value, pointer);

  const canDo = capacity(request);
  if (canDo === null) {
    needs(
      '/capacityRecordsPerSecond',
      'is needed: give it, or cluster.machines with cluster.capacityRecordsPerSecondPerTaskManager, or cluster.busyMsPerSecond',
    );
  }
  const delay = delayOf(request);
  const byHand = whyByHand(request, delay);
  const blobs = blobsOf(request);
  const restoreFigures = restore(request);

  const detect =
    asGiven(downtime?.detectMs, '/downtime/detectMs') ??
    (scenario === undefined || byHand !== null ? null : detection(request, scenario));
  const restarted =
    asGiven(downtime?.restartMs, '/downtime/restartMs') ??
    (scenario === undefined || byHand !== null
      ? null
      : restart(scenario, delay?.kind === 'restarts' ? delay.delay : null, blobs));
  if (scenario === undefined) {
    if (detect === null) needs('/downtime/detectMs', 'is needed: give it, or a scenario with its failure');
    if (restarted === null)
      needs('/downtime/restartMs', 'is needed: give it, or a scenario with its failure');
  }
  const restored = asGiven(downtime?.restoreMs, '/downtime/restoreMs') ?? restoreFigures?.time ?? null;
  if (restored === null) {
    needs(
      '/downtime/restoreMs',
      'is needed: give it, or state.totalBytes with cluster.machines and a bandwidth, such as cluster.networkIn',
    );
  }
  const derivedRewinds =
    request.rewindMs !== undefined || scenario?.checkpoint === undefined
      ? null
      : rewinds(scenario.checkpoint);
  const rewind = asGiven(request.rewindMs, '/rewindMs') ?? derivedRewinds?.worst ?? null;
  if (rewind === null) {
    needs('/rewindMs', 'is needed: give it, or scenario.checkpoint with its interval and duration');
  }
  if (canDo === null || restored === null || rewind === null || missing.length > 0) return missing;
  return {
    load: {
      recordsPerSecond: given('perSecond', request.recordsPerSecond, '/recordsPerSecond'),
      capacity: canDo,
    },
    detect,
    restart: restarted,
    restore: restored,
    rewind,
    derivedRewinds,
    restoreFigures,
    blobs,
    byHand,
  };
}

/** Null where a new JobManager starts the job, or no scenario is given. */
function delayOf(request: RecoveryRequest): RestartDelay | null {
  const { scenario } = request;
  if (scenario?.failure !== 'TASK' && scenario?.failure !== 'TASK_MANAGER') return null;
  return restartDelay(request, scenario);
}

function whyByHand({ scenario }: RecoveryRequest, delay: RestartDelay | null): RecoveryFinding | null {
  if (scenario === undefined) return null;
  if (delay !== null) return delay.kind === 'givesUp' ? strategyGivesUp(delay.why) : null;
  const remembers = scenario.highAvailability === 'ZOOKEEPER' || scenario.highAvailability === 'KUBERNETES';
  return remembers ? null : noHighAvailability(scenario.failure);
}

/** Who must fetch a job's files: TaskManagers that are new. Those that live on have kept them. */
function blobsOf(request: RecoveryRequest): BlobFigures | null {
  const { scenario, cluster } = request;
  const all = taskManagers(request);
  if (cluster?.blobs === undefined || all === undefined) return null;
  const stored = scenario?.highAvailability === 'ZOOKEEPER' || scenario?.highAvailability === 'KUBERNETES';
  const servedBy = stored ? 'HIGH_AVAILABILITY_STORE' : 'JOB_MANAGER';
  const lost = given('count', scenario?.lostTaskManagers ?? 1, '/scenario/lostTaskManagers');
  const fetching =
    scenario?.failure === 'TASK' || scenario?.failure === 'JOB_MANAGER'
      ? given('count', 0, '/scenario/failure')
      : scenario?.failure === 'TASK_MANAGER'
        ? lost
        : given('count', all, '/cluster/machines');
  return blobFetch(cluster.blobs, fetching, servedBy);
}

function answer(request: RecoveryRequest, parts: Parts): Recovery {
  const { load, detect, restart: restarted, rewind, derivedRewinds, blobs } = parts;
  const downtime =
    detect === null || restarted === null ? null : downtimeOf(detect, restarted, parts.restore);
  const times = downtime === null ? null : catchUp(load, downtime, rewind);
  const mean =
    downtime === null || derivedRewinds === null
      ? null
      : catchUp(load, downtime, derivedRewinds.mean, 'mean.');
  const target = targetOf(request);
  const needed = times === null || target === null ? null : capacityForTarget(load, times.lag, target);
  const neededInAll =
    downtime === null || times === null || target === null
      ? null
      : capacityForRecovery(load, times.lag, downtime, target);
  const own = autoscalerSettings(request.autoscaler);
  const ownTarget = autoscalerTarget('autoscaler.own', load.recordsPerSecond, own);
  const comparable =
    downtime === null
      ? null
      : autoscalerTarget('autoscaler.target', load.recordsPerSecond, {
          utilization: own.utilization,
          catchUp: target?.time ?? own.catchUp,
          restart: downtime,
        });
  const keeps =
    request.scenario?.sourceRetention === undefined || downtime === null
      ? null
      : retention(request.scenario.sourceRetention, load, downtime, rewind);
  const findings = recoveryFindings(request, {
    load,
    downtime,
    rewind,
    times,
    needed,
    autoscaler: comparable,
    blobs,
    retention: keeps,
    byHand: parts.byHand,
  });
  return {
    restartsByItself: parts.byHand === null,
    feasible: times !== null && times.catchUp !== null,
    recordsPerSecond: load.recordsPerSecond.value,
    capacityRecordsPerSecond: load.capacity.value,
    downtimeMs: figureValue(downtime),
    downtime: {
      detectMs: figureValue(detect),
      restartMs: figureValue(restarted),
      restoreMs: parts.restore.value,
    },
    rewindMs: rewind.value,
    lagRecords: figureValue(times?.lag),
    catchUpMs: figureValue(times?.catchUp),
    recoveryMs: figureValue(times?.recovery),
    capacityForTargetRecordsPerSecond: figureValue(needed),
    capacityForRecoveryRecordsPerSecond: figureValue(neededInAll),
    autoscalerTargetRecordsPerSecond: figureValue(comparable),
    autoscalerOwnTargetRecordsPerSecond: ownTarget.value,
    mean: derivedRewinds === null ? null : atRewind(derivedRewinds.mean, mean),
    restore: parts.restoreFigures?.restore ?? null,
    blobs: blobs?.pressure ?? null,
    retention: keeps?.retention ?? null,
    findings: inOrder(findings),
    steps: flatten(
      [
        load.capacity,
        detect,
        ...(parts.restoreFigures?.figures ?? []),
        blobs?.overflow,
        blobs?.time,
        restarted,
        rewind,
        derivedRewinds?.mean,
        downtime,
        times?.lag,
        times?.catchUp,
        times?.recovery,
        mean?.lag,
        mean?.catchUp,
        mean?.recovery,
        needed,
        neededInAll,
        comparable,
        ownTarget,
        keeps?.oldest,
        keeps?.lostAfter,
      ].filter(isFigure),
    ),
  };
}

const isFigure = (figure: Figure | null | undefined): figure is Figure =>
  figure !== null && figure !== undefined;

const figureValue = (figure: Figure | null | undefined): number | null => figure?.value ?? null;

const atRewind = (rewind: Figure<'ms'>, times: CatchUpFigures | null): RecoveryAtRewind => ({
  rewindMs: rewind.value,
  lagRecords: figureValue(times?.lag),
  catchUpMs: figureValue(times?.catchUp),
  recoveryMs: figureValue(times?.recovery),
});

function targetOf({ targetMs, cluster }: RecoveryRequest): Target | null {
  if (targetMs === undefined) return null;
  const ratio = cluster?.catchUpRatio;
  return {
    time: given('ms', targetMs, '/targetMs'),
    catchUpRatio: ratio === undefined ? null : given('ratio', ratio, '/cluster/catchUpRatio'),
  };
}
