import { checkSteps } from '@plimsoll/testing';
import { count, millis, perSecond } from '@plimsoll/units';
import { CATCH_UP, LAG } from './catch-up.js';
import { recovery } from './recovery.js';
import { RECOVERY_PARAMETERS } from './reference.js';
import type { RecoveryRequest } from './request.js';
import type { Recovery } from './result.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const GB = 1e9;
const PARAMETER_IDS = RECOVERY_PARAMETERS.map(({ id }) => id);

function recovered(request: RecoveryRequest): Recovery {
  const outcome = recovery(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  checkSteps(outcome.value.steps, PARAMETER_IDS);
  return outcome.value;
}

const rejections = (request: RecoveryRequest) => {
  const outcome = recovery(request);
  return outcome.kind === 'rejected' ? outcome.rejections : [];
};

const pointers = (request: RecoveryRequest) => rejections(request).map(({ pointer }) => pointer);
const ruleIds = ({ findings }: Recovery) => findings.map(({ ruleId }) => ruleId);

/** 20 GB on five machines of 10 Gbit/s, a checkpoint each minute that takes 20 s. */
const JOB = {
  recordsPerSecond: 100_000,
  capacityRecordsPerSecond: 150_000,
  scenario: {
    failure: 'TASK_MANAGER',
    replacement: 10 * SECOND,
    checkpoint: { interval: MINUTE, duration: 20 * SECOND },
  },
  state: { totalBytes: 100 * GB },
  cluster: { machines: 5, networkIn: 1.25 * GB, diskWriteBandwidth: 0.5 * GB },
} satisfies RecoveryRequest;

const inScenario = (scenario: Partial<RecoveryRequest['scenario']>): RecoveryRequest => ({
  ...JOB,
  scenario: { ...JOB.scenario, ...scenario },
});

describe('the downtime', () => {
  it.each([
    { failure: 'TASK', detectMs: 0, restartMs: 1100 + 300 },
    { failure: 'TASK_MANAGER', detectMs: 50_000, restartMs: 10_000 + 300 },
  ] as const)('of a lost $failure is detection, restart and restore', ({ failure, detectMs, restartMs }) => {
    const replacement = failure === 'TASK' ? undefined : 10 * SECOND;
    const { downtime, downtimeMs } = recovered(inScenario({ failure, replacement }));
    expect(downtime).toEqual({ detectMs, restartMs, restoreMs: 40_000 });
    expect(downtimeMs).toBe(detectMs + restartMs + 40_000);
  });

  it.each([
    { highAvailability: 'KUBERNETES', detectMs: 15_000 },
    { highAvailability: 'ZOOKEEPER', detectMs: 60_000 },
  ] as const)(
    'of a lost JobManager begins when its $highAvailability lease runs out, and no strategy delays it',
    ({ highAvailability, detectMs }) => {
      const { downtime } = recovered(inScenario({ failure: 'JOB_MANAGER', highAvailability }));
      expect(downtime).toEqual({ detectMs, restartMs: 10_300, restoreMs: 40_000 });
    },
  );

  it.each(['JOB_MANAGER', 'CLUSTER'] as const)(
    'never ends by itself where a %s without high availability is lost',
    (failure) => {
      const got = recovered(inScenario({ failure }));
      expect(got).toMatchObject({
        restartsByItself: false,
        feasible: false,
        downtimeMs: null,
        recoveryMs: null,
      });
      expect(got.downtime).toEqual({ detectMs: null, restartMs: null, restoreMs: 40_000 });
      expect(ruleIds(got)).toContain('recovery-needs-high-availability');
    },
  );

  it('is what a person makes it, where the restart by hand is given', () => {
    const got = recovered({
      ...inScenario({ failure: 'CLUSTER' }),
      downtime: { detectMs: 5 * MINUTE, restartMs: 15 * MINUTE },
    });
    expect(got).toMatchObject({ restartsByItself: false, downtimeMs: 20 * MINUTE + 40_000, feasible: true });
  });

  it('is shorter where the host of a lost TaskManager answers, from Flink 1.14 on', () => {
    const detected = (flinkVersion: string) =>
      recovered({ ...inScenario({ hostReachable: true }), flinkVersion }).downtime.detectMs;
    expect([detected('1.13'), detected('1.14'), detected('2.3')]).toEqual([50_000, 20_000, 20_000]);
  });

  it('takes each part that is given as it is', () => {
    const got = recovered({ ...JOB, downtime: { detectMs: 1, restartMs: 2, restoreMs: 3 } });
    expect(got.downtimeMs).toBe(6);
  });
});

describe('the restart strategy', () => {
  it.each([
    { flinkVersion: '1.10', restartsBefore: 0, restartMs: 1300 },
    { flinkVersion: '1.18', restartsBefore: 9, restartMs: 1300 },
    { flinkVersion: '1.19', restartsBefore: 0, restartMs: 1400 },
    { flinkVersion: '1.20', restartsBefore: 1, restartMs: 1500 + 150 + 300 },
    { flinkVersion: '2.0', restartsBefore: 20, restartMs: 60_300 },
  ])(
    'of Flink $flinkVersion, where none is set, delays restart $restartsBefore by Flink’s default',
    ({ flinkVersion, restartsBefore, restartMs }) => {
      const got = recovered({
        ...inScenario({ failure: 'TASK', replacement: undefined, restartsBefore }),
        flinkVersion,
      });
      expect(got.downtime.restartMs).toBe(restartMs);
    },
  );

  it.each([
    { restartStrategy: { type: 'NONE' }, restartsBefore: 0 },
    { restartStrategy: { type: 'FIXED_DELAY', attempts: 3 }, restartsBefore: 3 },
    { restartStrategy: { type: 'FAILURE_RATE' }, restartsBefore: 1 },
    { restartStrategy: { type: 'EXPONENTIAL_DELAY', attempts: 2 }, restartsBefore: 2 },
  ] as const)('gives up: $restartStrategy.type after $restartsBefore restarts', (scenario) => {
    const got = recovered(inScenario({ failure: 'TASK', ...scenario }));
    expect(ruleIds(got)).toContain('restart-strategy-gives-up');
    expect(got.recoveryMs).toBeNull();
  });

  it.each([
    { restartStrategy: { type: 'FIXED_DELAY', attempts: 3 }, restartsBefore: 2 },
    { restartStrategy: { type: 'FAILURE_RATE' }, restartsBefore: 0 },
    { restartStrategy: { type: 'EXPONENTIAL_DELAY', attempts: 2 }, restartsBefore: 1 },
  ] as const)('restarts once more: $restartStrategy.type after $restartsBefore', (scenario) => {
    expect(recovered(inScenario({ failure: 'TASK', ...scenario })).restartsByItself).toBe(true);
  });

  it('with a growing delay never gave up before Flink 1.19', () => {
    const restartStrategy = { type: 'EXPONENTIAL_DELAY', attempts: 2 } as const;
    const scenario = inScenario({ failure: 'TASK', restartStrategy, restartsBefore: 9 });
    expect(recovered({ ...scenario, flinkVersion: '1.18' }).restartsByItself).toBe(true);
  });

  it('is of no account where the JobManager is lost', () => {
    const got = recovered(
      inScenario({
        failure: 'JOB_MANAGER',
        highAvailability: 'KUBERNETES',
        restartStrategy: { type: 'NONE' },
      }),
    );
    expect(got.restartsByItself).toBe(true);
  });
});

describe('the restore', () => {
  it.each([
    { failure: 'TASK', localRecovery: false, downloading: 5, bytes: 100 * GB, restoreMs: 40_000 },
    { failure: 'TASK', localRecovery: true, downloading: 0, bytes: 0, restoreMs: 0 },
    { failure: 'TASK_MANAGER', localRecovery: true, downloading: 1, bytes: 20 * GB, restoreMs: 40_000 },
    { failure: 'JOB_MANAGER', localRecovery: true, downloading: 5, bytes: 100 * GB, restoreMs: 40_000 },
  ] as const)(
    'after a lost $failure, local recovery $localRecovery, is fetched by $downloading TaskManagers',
    ({ failure, localRecovery, downloading, bytes, restoreMs }) => {
      const got = recovered(inScenario({ failure, localRecovery, highAvailability: 'KUBERNETES' }));
      expect(got.restore).toMatchObject({ downloadingTaskManagers: downloading, bytes });
      expect(got.downtime.restoreMs).toBe(restoreMs);
    },
  );

  it.each([
    { cluster: { networkIn: 1.25 * GB }, restoreMs: 16_000, boundBy: 'network in' },
    { cluster: { networkIn: 1.25 * GB, storeBandwidth: GB }, restoreMs: 100_000, boundBy: 'the store' },
    {
      cluster: { storeConnectionBandwidth: 50e6, slotsPerTaskManager: 4 },
      restoreMs: 25_000,
      boundBy: 'connections to the store',
    },
  ])('is bound by $boundBy', ({ cluster, restoreMs, boundBy }) => {
    const got = recovered({ ...JOB, cluster: { machines: 5, ...cluster } });
    expect(got.restore?.boundBy).toBe(boundBy);
    expect(got.downtime.restoreMs).toBe(restoreMs);
  });

  it('shares a machine’s network among its TaskManagers, and waits for the fullest', () => {
    const got = recovered({
      ...JOB,
      state: { totalBytes: 100 * GB, imbalance: 1.5 },
      cluster: { machines: 5, taskManagersPerMachine: 2, networkIn: 1.25 * GB },
    });
    expect(got.downtime.restoreMs).toBe(24_000);
  });

  it('is shortened by local recovery, which is offered in the spelling of the version', () => {
    const shared = { machines: 5, storeBandwidth: GB };
    const fix = (flinkVersion: string) =>
      recovered({ ...JOB, cluster: shared, flinkVersion }).findings.find(
        ({ ruleId }) => ruleId === 'local-recovery-would-shorten-the-restore',
      )?.fix?.set;
    expect(fix('1.17')).toEqual({ 'state.backend.local-recovery': 'true' });
    expect(fix('2.0')).toEqual({
      'execution.checkpointing.local-backup.enabled': 'true',
      'execution.state-recovery.from-local': 'true',
    });
  });
});

describe('the rewind', () => {
  it.each([
    { checkpoint: { interval: 60, duration: 5 }, worst: 65, mean: 35 },
    { checkpoint: { interval: 10, minPause: 10, duration: 5 }, worst: 20, mean: 12.5 },
    { checkpoint: { interval: 60, duration: 75 }, worst: 150, mean: 112.5 },
  ])('to a checkpoint of $checkpoint seconds', ({ checkpoint, worst, mean }) => {
    const { interval, minPause, duration } = { minPause: 0, ...checkpoint };
    const got = recovered(
      inScenario({
        checkpoint: {
          interval: interval * SECOND,
          minPause: minPause * SECOND,
          duration: duration * SECOND,
        },
      }),
    );
    expect(got.rewindMs).toBe(worst * SECOND);
    expect(got.mean?.rewindMs).toBe(mean * SECOND);
  });
});

describe('the lag', () => {
  it.each([
    { rate: 20_000, downtimeMs: 1_200, rewindMs: 2_000, lag: 64_000 },
    { rate: 50_000, downtimeMs: 4_600, rewindMs: 7_800, lag: 620_000 },
    { rate: 100_000, downtimeMs: 120_000, rewindMs: 65_000, lag: 18_500_000 },
  ])(
    'is the rate times the time since the checkpoint was triggered: $rate/s, $downtimeMs + $rewindMs ms',
    ({ rate, downtimeMs, rewindMs, lag }) => {
      const values = {
        recordsPerSecond: perSecond(rate),
        downtime: millis(downtimeMs),
        rewind: millis(rewindMs),
      };
      expect(LAG.compute(values)).toBe(lag);
    },
  );

  it('is worked off by what the capacity exceeds the load by', () => {
    const rates = { capacity: perSecond(150), recordsPerSecond: perSecond(100) };
    expect(CATCH_UP.compute({ ...rates, lag: count(1000) })).toBe(20_000);
  });

  it('is never worked off without more capacity than load', () => {
    const got = recovered({ ...JOB, capacityRecordsPerSecond: 100_000 });
    expect(got).toMatchObject({ feasible: false, catchUpMs: null, recoveryMs: null });
    expect(got.lagRecords).toBeGreaterThan(0);
    expect(ruleIds(got)).toContain('recovery-never-catches-up');
  });
});

describe('the capacity', () => {
  it.each([
    {
      of: 'so many TaskManagers',
      cluster: { capacityRecordsPerSecondPerTaskManager: 30_000 },
      capacity: 150_000,
    },
    { of: 'the busy share of the load', cluster: { busyMsPerSecond: 800 }, capacity: 125_000 },
    {
      of: 'cold caches',
      cluster: { capacityRecordsPerSecondPerTaskManager: 30_000, catchUpRatio: 0.8 },
      capacity: 120_000,
    },
  ])('is that of $of', ({ cluster, capacity }) => {
    const request = { ...JOB, capacityRecordsPerSecond: undefined, cluster: { ...JOB.cluster, ...cluster } };
    expect(recovered(request).capacityRecordsPerSecond).toBe(capacity);
  });

  it('measured without checkpointing is warned of', () => {
    const withCluster = (measuredWithCheckpointing: boolean) =>
      ruleIds(recovered({ ...JOB, cluster: { ...JOB.cluster, measuredWithCheckpointing } }));
    expect(withCluster(false)).toContain('capacity-measured-without-checkpointing');
    expect(withCluster(true)).not.toContain('capacity-measured-without-checkpointing');
  });
});

describe('Flink’s autoscaler', () => {
  const GIVEN = {
    recordsPerSecond: 100_000,
    capacityRecordsPerSecond: 150_000,
    downtime: { detectMs: 50_000, restartMs: 10_000, restoreMs: 60_000 },
    rewindMs: 65_000,
    targetMs: 300_000,
  };

  it('aims for the load over its utilization and the downtime’s records, but knows no rewind', () => {
    const got = recovered(GIVEN);
    expect(got.capacityForTargetRecordsPerSecond).toBeCloseTo(161_666.667, 2);
    expect(got.autoscalerTargetRecordsPerSecond).toBe(Math.round(100_000 * (120 / 300) + 100_000 / 0.7));
    expect(ruleIds(got)).toContain('autoscaler-aims-elsewhere');
  });

  it('aims for 159,524 with its own settings, as in its own example', () => {
    expect(recovered(GIVEN).autoscalerOwnTargetRecordsPerSecond).toBe(159_524);
  });

  it('leaves lag and restart out where its catch-up duration is 0', () => {
    const got = recovered({ ...GIVEN, targetMs: undefined, autoscaler: { catchUpDuration: 0 } });
    expect(got.autoscalerTargetRecordsPerSecond).toBe(142_857);
  });

  it('is compared in words that fit which of the two is larger', () => {
    const message = (rewindMs: number) =>
      recovered({ ...GIVEN, rewindMs }).findings.find(({ ruleId }) => ruleId === 'autoscaler-aims-elsewhere')
        ?.title;
    expect(message(65_000)).toContain('more');
    expect(message(600_000)).toContain('less');
  });
});

describe('the source', () => {
  it('forgets what is older than its retention', () => {
    const got = recovered(inScenario({ sourceRetention: MINUTE }));
    expect(got.retention).toMatchObject({ keepsAll: false, lostAfterMs: null });
    expect(ruleIds(got)).toContain('source-retention-too-short');
  });

  it('forgets, in the end, whatever a job too slow has not read', () => {
    const request = { ...inScenario({ sourceRetention: 3_600_000 }), capacityRecordsPerSecond: 90_000 };
    const { retention } = recovered(request);
    expect(retention?.lostAfterMs).toBeCloseTo((3_600_000 - (retention?.oldestRecordAgeMs ?? 0)) / 0.1, 0);
  });

  it('keeps all of a short outage', () => {
    expect(recovered(inScenario({ sourceRetention: 3_600_000 })).retention?.keepsAll).toBe(true);
  });
});

describe('the files of a job', () => {
  const BLOBS = { perJob: 4, bytes: 80e6, jobManagerNetworkOut: 1.25 * GB, perFetchMs: 500, somaxconn: 128 };
  const cluster = { ...JOB.cluster, machines: 400, blobs: { ...BLOBS, jobs: 3 } };

  it('are fetched anew only by TaskManagers that are new, within the restart', () => {
    const got = recovered({ ...JOB, cluster });
    expect(got.blobs).toMatchObject({ simultaneousRequests: 3, totalFetches: 12, overflow: 0 });
    expect(got.downtime.restartMs).toBeCloseTo(10_300 + 768, 6);
  });

  it('come from the store of high availability where there is one', () => {
    const got = recovered({
      ...JOB,
      cluster,
      scenario: { ...JOB.scenario, failure: 'CLUSTER', highAvailability: 'KUBERNETES' },
    });
    expect(got.blobs).toMatchObject({ overflow: 1021, servedBy: 'HIGH_AVAILABILITY_STORE' });
    expect(got.downtime.restartMs).toBe(10_300);
    expect(ruleIds(got)).not.toContain('blob-server-overflows');
  });

  it('overwhelm the JobManager where many fetch at once', () => {
    const got = recovered({
      ...JOB,
      scenario: undefined,
      downtime: { detectMs: 0, restartMs: 0 },
      rewindMs: 0,
      cluster,
    });
    expect(ruleIds(got)).toContain('blob-server-overflows');
  });

  it('come through fewer connections where some hang', () => {
    const blobs = { ...cluster.blobs, hungConnections: 40 };
    const got = recovered({ ...JOB, cluster: { ...cluster, blobs } });
    expect(got.blobs?.acceptable).toBe(10 + 1 + 128);
  });
});

describe('a request', () => {
  it('that says too little is told what to give, all at once', () => {
    expect(pointers({ recordsPerSecond: 1 })).toEqual([
      '/capacityRecordsPerSecond',
      '/downtime/detectMs',
      '/downtime/restartMs',
      '/downtime/restoreMs',
      '/rewindMs',
    ]);
  });

  it.each<{ pointer: string; request: RecoveryRequest }>([
    { pointer: '/recordsPerSecond', request: { ...JOB, recordsPerSecond: -1 } },
    { pointer: '/recordsPerSecond', request: { ...JOB, recordsPerSecond: Number.NaN } },
    { pointer: '/targetMs', request: { ...JOB, targetMs: 0 } },
    { pointer: '/flinkVersion', request: { ...JOB, flinkVersion: '1.9' } },
    { pointer: '/cluster/machines', request: { ...JOB, cluster: { machines: 1.5 } } },
    {
      pointer: '/cluster/busyMsPerSecond',
      request: { ...JOB, cluster: { ...JOB.cluster, busyMsPerSecond: 0 } },
    },
    { pointer: '/scenario/lostTaskManagers', request: inScenario({ lostTaskManagers: 6 }) },
    {
      pointer: '/scenario/highAvailability',
      request: { ...inScenario({ highAvailability: 'KUBERNETES' }), flinkVersion: '1.11' },
    },
    {
      pointer: '/scenario/checkpoint/interval',
      request: inScenario({ checkpoint: { interval: 9, duration: 1 } }),
    },
    {
      pointer: '/scenario/restartStrategy/backoffMultiplier',
      request: inScenario({ restartStrategy: { type: 'EXPONENTIAL_DELAY', backoffMultiplier: 1 } }),
    },
    {
      pointer: '/scenario/restartStrategy/initialBackoff',
      request: inScenario({
        restartStrategy: { type: 'EXPONENTIAL_DELAY', initialBackoff: 2000, maxBackoff: 1500 },
      }),
    },
  ])('with a bad value is refused at $pointer', ({ pointer, request }) => {
    expect(pointers(request)).toContain(pointer);
  });
});
