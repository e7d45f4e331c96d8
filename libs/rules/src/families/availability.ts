import { rule as blobServerOverflows } from '../blob-server-overflows/rule.js';
import { rule as brokerKeyInFlinkConfig } from '../broker-key-in-flink-config/rule.js';
import { rule as haModeUnknown } from '../ha-mode-unknown/rule.js';
import { rule as haStorageMissing } from '../ha-storage-missing/rule.js';
import { rule as haStorageNotShared } from '../ha-storage-not-shared/rule.js';
import { rule as heapDumpMissing } from '../heap-dump-missing/rule.js';
import { rule as heartbeatTimeoutBelowInterval } from '../heartbeat-timeout-below-interval/rule.js';
import { rule as heartbeatTimeoutTooLong } from '../heartbeat-timeout-too-long/rule.js';
import { rule as heartbeatTimeoutTooShort } from '../heartbeat-timeout-too-short/rule.js';
import { rule as highAvailabilityOff } from '../high-availability-off/rule.js';
import { rule as jobmanagerStandsAlone } from '../jobmanager-stands-alone/rule.js';
import { rule as lastStateWithoutHa } from '../last-state-without-ha/rule.js';
import { rule as metricsReporterMissing } from '../metrics-reporter-missing/rule.js';
import { rule as metricsReporterNotStarted } from '../metrics-reporter-not-started/rule.js';
import { rule as nothingRestartsTheJob } from '../nothing-restarts-the-job/rule.js';
import { rule as restartDelayTooLong } from '../restart-delay-too-long/rule.js';
import { rule as restartOptionsNotRead } from '../restart-options-not-read/rule.js';
import { rule as restartStrategyGivesUp } from '../restart-strategy-gives-up/rule.js';
import { rule as restartStrategyUnknown } from '../restart-strategy-unknown/rule.js';
import { rule as restartStrategyWithoutEnd } from '../restart-strategy-without-end/rule.js';
import type { Rule } from '../rule.js';
import { rule as sessionClusterForBatch } from '../session-cluster-for-batch/rule.js';
import { rule as standbyJobmanagersWithoutHa } from '../standby-jobmanagers-without-ha/rule.js';
import { rule as stateMetricsOff } from '../state-metrics-off/rule.js';
import { rule as yarnAttemptsTooFew } from '../yarn-attempts-too-few/rule.js';
import { rule as yarnVersionTooOld } from '../yarn-version-too-old/rule.js';
import { rule as zookeeperQuorumMissing } from '../zookeeper-quorum-missing/rule.js';
import { rule as zookeeperVersionTooOld } from '../zookeeper-version-too-old/rule.js';

export const AVAILABILITY_RULES: readonly Rule[] = [
  blobServerOverflows,
  brokerKeyInFlinkConfig,
  haModeUnknown,
  haStorageMissing,
  haStorageNotShared,
  heapDumpMissing,
  heartbeatTimeoutBelowInterval,
  heartbeatTimeoutTooLong,
  heartbeatTimeoutTooShort,
  highAvailabilityOff,
  jobmanagerStandsAlone,
  lastStateWithoutHa,
  metricsReporterMissing,
  metricsReporterNotStarted,
  nothingRestartsTheJob,
  restartDelayTooLong,
  restartOptionsNotRead,
  restartStrategyGivesUp,
  restartStrategyUnknown,
  restartStrategyWithoutEnd,
  sessionClusterForBatch,
  standbyJobmanagersWithoutHa,
  stateMetricsOff,
  yarnAttemptsTooFew,
  yarnVersionTooOld,
  zookeeperQuorumMissing,
  zookeeperVersionTooOld,
];
