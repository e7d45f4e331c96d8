import { type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import type { Outcome } from '@plimsoll/units';
import { autoscalerScaling } from './autoscaler-scaling.js';
import { profileBacklog } from './backlog.js';
import { recovery } from './recovery.js';
import { sinusoidalBacklog } from './sinusoidal-day.js';

const SECOND = 1000;
const MB = 1e6;

function valueIn<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

function scaling(inputs: ExampleInputs) {
  const got = valueIn(
    autoscalerScaling({
      recordsPerSecond: inputs.number('recordsPerSecond'),
      arrivingRecordsPerSecond: inputs.number('targetRate'),
      busyMsPerSecond: inputs.number('busyMsPerSecond'),
      lagRecords: inputs.number('lag'),
      parallelism: inputs.number('parallelism'),
      minParallelism: inputs.number('minParallelism'),
      vertexMaxParallelism: inputs.number('maxParallelism'),
      scaleDownMaxFactor: inputs.number('maxScaleDown'),
      scaleUpMaxFactor: inputs.number('maxScaleUp'),
      utilizationTarget: inputs.number('targetUtilization'),
      catchUpDuration: inputs.number('catchUpS') * SECOND,
      restartTime: inputs.number('restartS') * SECOND,
    }),
  );
  return { ...got, targetCapacity: got.targetCapacityRecordsPerSecond };
}

function day(inputs: ExampleInputs) {
  const got = valueIn(
    sinusoidalBacklog({
      meanRecordsPerSecond: inputs.number('meanRate'),
      amplitudeRecordsPerSecond: inputs.number('amplitude'),
      periodMs: inputs.number('periodS') * SECOND,
      capacityRecordsPerSecond: inputs.number('capacity'),
    }),
  );
  return {
    maxBacklog: got.maxBacklogRecords,
    overloadS: got.overloadMs / SECOND,
    drainedAfterPeakS: got.drainedAfterPeakMs / SECOND,
  };
}

function outage(inputs: ExampleInputs) {
  const got = valueIn(
    recovery({
      recordsPerSecond: inputs.number('rate'),
      capacityRecordsPerSecond: inputs.number('capacity'),
      downtime: {
        detectMs: inputs.number('detectS') * SECOND,
        restartMs: inputs.number('restartS') * SECOND,
        restoreMs: inputs.number('restoreS') * SECOND,
      },
      rewindMs: inputs.number('rewindS') * SECOND,
      targetMs: inputs.number('targetCatchUpS') * SECOND,
    }),
  );
  return {
    downtimeS: (got.downtimeMs ?? Number.NaN) / SECOND,
    lagRecords: got.lagRecords,
    capacityForTarget: got.capacityForTargetRecordsPerSecond,
    catchUpS: (got.catchUpMs ?? Number.NaN) / SECOND,
    recoveryS: (got.recoveryMs ?? Number.NaN) / SECOND,
    feasible: got.feasible,
  };
}

function profile(inputs: ExampleInputs) {
  const got = valueIn(
    profileBacklog({
      recordsPerSecond: inputs.numbers('rates'),
      stepMs: inputs.number('stepS') * SECOND,
      capacityRecordsPerSecond: inputs.number('capacity'),
    }),
  );
  return {
    maxBacklog: got.maxBacklogRecords,
    finalBacklog: got.finalBacklogRecords,
    maxLagS: (got.maxDrainMs ?? Number.NaN) / SECOND,
    stepsWithBacklog: got.stepsWithBacklog,
  };
}

/** A restart of the whole cluster, in which every TaskManager fetches. */
function blobs(inputs: ExampleInputs) {
  const got = valueIn(
    recovery({
      recordsPerSecond: 1,
      capacityRecordsPerSecond: 2,
      downtime: { detectMs: 0, restoreMs: 0, restartMs: 0 },
      rewindMs: 0,
      cluster: {
        machines: inputs.number('taskManagers'),
        blobs: {
          jobs: inputs.number('jobsRestarting'),
          perJob: inputs.number('blobsPerJob'),
          bytes: inputs.number('blobMB') * MB,
          jobManagerNetworkOut: inputs.number('jobManagerNicMBps') * MB,
          concurrent: inputs.number('concurrent'),
          backlog: inputs.number('backlog'),
          somaxconn: inputs.number('somaxconn'),
          parallel: !inputs.flag('sequentialPerJob'),
          perFetchMs: inputs.number('perFetchS') * SECOND,
        },
      },
    }),
  ).blobs;
  return { ...got, minSeconds: (got?.leastMs ?? Number.NaN) / SECOND };
}

runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), {
  'F2.2': scaling,
  'F3.1': day,
  'F3.2': outage,
  'F3.3': profile,
  'F10.1': blobs,
});
