import { isFrom, KNOWN_VERSIONS, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import { type Bounds, LARGEST, ValueChecks } from '../value-checks.js';
import {
  type BlobFetch,
  FAILURES,
  HIGH_AVAILABILITY,
  RESTART_STRATEGIES,
  type RecoveryCluster,
  type RecoveryRequest,
  type RecoveryScenario,
  type RestartStrategy,
} from './request.js';
import { taskManagers, versionOf } from './scope.js';

const TIME: Bounds = { min: 0, max: LARGEST, remedy: 'give a time of 0 or more' };
const RATE: Bounds = { min: 0, max: LARGEST, remedy: 'give records per second' };
const BANDWIDTH: Bounds = { min: 1, max: LARGEST, remedy: 'give bytes per second, or leave it out' };
const BACKOFF: Bounds = { min: 1, max: LARGEST, remedy: 'Flink refuses less than 1 ms' };
const SIZE: Bounds = { min: 0, max: Number.MAX_SAFE_INTEGER, remedy: 'give a size in bytes' };
const COUNT: Bounds = { min: 0, max: 1e9, whole: true, remedy: 'give a count' };
const ONE_OR_MORE: Bounds = { ...COUNT, min: 1 };

/** Every value of a request that no job, cluster or Flink can have. */
export function checkRecovery(request: RecoveryRequest): readonly Rejection[] {
  const checks = new ValueChecks();
  checkVersion(checks, request);
  checks.number('/recordsPerSecond', request.recordsPerSecond, RATE);
  checks.number('/capacityRecordsPerSecond', request.capacityRecordsPerSecond, RATE);
  checks.number('/downtime/detectMs', request.downtime?.detectMs, TIME);
  checks.number('/downtime/restartMs', request.downtime?.restartMs, TIME);
  checks.number('/downtime/restoreMs', request.downtime?.restoreMs, TIME);
  checks.number('/rewindMs', request.rewindMs, TIME);
  checks.number('/targetMs', request.targetMs, {
    min: 1,
    max: LARGEST,
    remedy: 'no capacity catches up in no time: give a longer target, or leave it out',
  });
  if (request.scenario !== undefined) checkScenario(checks, request, request.scenario);
  checks.number('/state/totalBytes', request.state?.totalBytes, SIZE);
  checks.number('/state/replayBytes', request.state?.replayBytes, SIZE);
  checks.number('/state/imbalance', request.state?.imbalance, {
    min: 1,
    max: 1e6,
    remedy: 'the fullest TaskManager holds at least the mean',
  });
  if (request.cluster !== undefined) checkCluster(checks, request.cluster);
  checks.number('/autoscaler/utilizationTarget', request.autoscaler?.utilizationTarget, {
    min: 0.01,
    max: 1,
    remedy: 'give a share of the time, 0.7 by default',
  });
  checks.number('/autoscaler/catchUpDuration', request.autoscaler?.catchUpDuration, TIME);
  checks.number('/autoscaler/restartTime', request.autoscaler?.restartTime, TIME);
  return checks.rejections;
}

function checkVersion(checks: ValueChecks, { flinkVersion }: RecoveryRequest): void {
  if (flinkVersion === undefined) return;
  const version = parseFlinkVersion(flinkVersion);
  if (version === undefined || !isFrom(version, 1, 10)) {
    checks.reject('/flinkVersion', `must be one of ${KNOWN_VERSIONS}, from 1.10 on`, flinkVersion);
  }
}

function checkScenario(checks: ValueChecks, request: RecoveryRequest, scenario: RecoveryScenario): void {
  const at = '/scenario';
  oneOf(checks, `${at}/failure`, scenario.failure, FAILURES);
  oneOf(checks, `${at}/highAvailability`, scenario.highAvailability, HIGH_AVAILABILITY);
  if (scenario.highAvailability === 'KUBERNETES' && !isFrom(versionOf(request), 1, 12)) {
    checks.reject(
      `${at}/highAvailability`,
      'Flink knows KUBERNETES from 1.12 on: name ZOOKEEPER, or a later flinkVersion',
      scenario.highAvailability,
    );
  }
  checks.number(`${at}/lostTaskManagers`, scenario.lostTaskManagers, ONE_OR_MORE);
  const all = taskManagers(request);
  if (all !== undefined && (scenario.lostTaskManagers ?? 1) > all) {
    checks.reject(
      `${at}/lostTaskManagers`,
      `must be at most the ${all} TaskManagers of the cluster; where all are lost, the failure is CLUSTER`,
      scenario.lostTaskManagers,
    );
  }
  checks.number(`${at}/heartbeatTimeout`, scenario.heartbeatTimeout, TIME);
  checks.number(`${at}/heartbeatInterval`, scenario.heartbeatInterval, TIME);
  checks.number(`${at}/leaderTimeout`, scenario.leaderTimeout, TIME);
  checks.number(`${at}/restartsBefore`, scenario.restartsBefore, COUNT);
  checks.number(`${at}/replacement`, scenario.replacement, TIME);
  checks.number(`${at}/sourceRetention`, scenario.sourceRetention, TIME);
  checks.number(`${at}/checkpoint/interval`, scenario.checkpoint?.interval, {
    min: 10,
    max: LARGEST,
    remedy: 'Flink refuses less than 10 ms',
  });
  checks.number(`${at}/checkpoint/minPause`, scenario.checkpoint?.minPause, TIME);
  checks.number(`${at}/checkpoint/duration`, scenario.checkpoint?.duration, TIME);
  if (scenario.restartStrategy !== undefined) checkStrategy(checks, scenario.restartStrategy);
}

function checkStrategy(checks: ValueChecks, strategy: RestartStrategy): void {
  const at = '/scenario/restartStrategy';
  oneOf(checks, `${at}/type`, strategy.type, RESTART_STRATEGIES);
  checks.number(`${at}/delay`, strategy.delay, TIME);
  checks.number(`${at}/attempts`, strategy.attempts, {
    min: strategy.type === 'EXPONENTIAL_DELAY' ? 1 : 0,
    max: 2_147_483_647,
    whole: true,
    remedy: 'give how often the job may restart',
  });
  checks.number(`${at}/initialBackoff`, strategy.initialBackoff, BACKOFF);
  checks.number(`${at}/maxBackoff`, strategy.maxBackoff, BACKOFF);
  const { initialBackoff = 1000, maxBackoff = Number.POSITIVE_INFINITY } = strategy;
  if (initialBackoff > maxBackoff) {
    checks.reject(
      `${at}/initialBackoff`,
      `must be at most maxBackoff, ${maxBackoff} ms, or Flink does not start: lower it, or raise maxBackoff`,
      initialBackoff,
    );
  }
  checks.number(`${at}/backoffMultiplier`, strategy.backoffMultiplier, {
    min: 1 + Number.EPSILON,
    max: 1e6,
    remedy: 'Flink refuses a backoff that does not grow, 1 included',
  });
  checks.number(`${at}/jitterFactor`, strategy.jitterFactor, {
    min: 0,
    max: 1,
    remedy: 'give a share of the backoff, 0.1 by default',
  });
}

function checkCluster(checks: ValueChecks, cluster: RecoveryCluster): void {
  const at = '/cluster';
  checks.number(`${at}/machines`, cluster.machines, { ...ONE_OR_MORE, max: 100_000 });
  checks.number(`${at}/taskManagersPerMachine`, cluster.taskManagersPerMachine, {
    ...ONE_OR_MORE,
    max: 10_000,
  });
  checks.number(`${at}/slotsPerTaskManager`, cluster.slotsPerTaskManager, ONE_OR_MORE);
  checks.number(`${at}/transferThreads`, cluster.transferThreads, ONE_OR_MORE);
  checks.number(`${at}/networkIn`, cluster.networkIn, BANDWIDTH);
  checks.number(`${at}/diskWriteBandwidth`, cluster.diskWriteBandwidth, BANDWIDTH);
  checks.number(`${at}/storeBandwidth`, cluster.storeBandwidth, BANDWIDTH);
  checks.number(`${at}/storeConnectionBandwidth`, cluster.storeConnectionBandwidth, BANDWIDTH);
  checks.number(
    `${at}/capacityRecordsPerSecondPerTaskManager`,
    cluster.capacityRecordsPerSecondPerTaskManager,
    RATE,
  );
  checks.number(`${at}/busyMsPerSecond`, cluster.busyMsPerSecond, {
    min: 0.001,
    max: 1000,
    remedy:
      'a subtask is busy for up to 1000 ms of a second, and one that never is tells nothing of its capacity',
  });
  checks.number(`${at}/catchUpRatio`, cluster.catchUpRatio, {
    min: 0.01,
    max: 1,
    remedy: 'give a share of the capacity, 0.7 to 0.9 with cold caches',
  });
  if (cluster.blobs !== undefined) checkBlobs(checks, cluster.blobs);
}

function checkBlobs(checks: ValueChecks, blobs: BlobFetch): void {
  const at = '/cluster/blobs';
  checks.number(`${at}/jobs`, blobs.jobs, ONE_OR_MORE);
  checks.number(`${at}/perJob`, blobs.perJob, COUNT);
  checks.number(`${at}/bytes`, blobs.bytes, SIZE);
  checks.number(`${at}/jobManagerNetworkOut`, blobs.jobManagerNetworkOut, BANDWIDTH);
  checks.number(`${at}/concurrent`, blobs.concurrent, ONE_OR_MORE);
  checks.number(`${at}/backlog`, blobs.backlog, ONE_OR_MORE);
  checks.number(`${at}/somaxconn`, blobs.somaxconn, ONE_OR_MORE);
  checks.number(`${at}/perFetchMs`, blobs.perFetchMs, TIME);
  checks.number(`${at}/hungConnections`, blobs.hungConnections, {
    ...COUNT,
    max: (blobs.concurrent ?? 50) - 1,
    remedy: 'where every connection hangs, nothing is fetched until blob.client.socket.timeout ends one',
  });
}

function oneOf(
  checks: ValueChecks,
  pointer: string,
  value: string | undefined,
  known: readonly string[],
): void {
  if (value !== undefined && !known.includes(value)) {
    checks.reject(pointer, `must be one of ${known.join(', ')}`, value);
  }
}
