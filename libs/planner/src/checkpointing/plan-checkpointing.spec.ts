import { composePlan, type PlanContent, type PlanInputs } from '../plan.js';
import type { Finding } from '../result.js';
import { planCheckpoints } from './plan-checkpoints.js';

const MINUTE = 60_000;

const job: PlanInputs = {
  name: 'keep-it-going',
  flinkVersion: '1.20',
  workload: {
    operators: [
      { id: 'events', kind: 'source', connector: 'kafka', recordsPerSecond: 1e6, recordBytes: 2000 },
      {
        id: 'perUser',
        kind: 'window',
        window: { assigner: 'sliding', size: 5 * MINUTE, slide: MINUTE },
        keys: 500e6,
        state: { entryBytes: 40 },
        output: { recordBytes: 40 },
      },
      { id: 'results', kind: 'sink', connector: 'kafka' },
    ],
    edges: [
      { from: 'events', to: 'perUser', shipStrategy: 'HASH' },
      { from: 'perUser', to: 'results', shipStrategy: 'FORWARD' },
    ],
  },
  cluster: {
    machines: 5,
    machine: { networkIn: 1.25e9, networkOut: 1.25e9, stateDisk: { attachment: 'network' } },
  },
};
const checkpointing = { interval: MINUTE, incremental: false };

function contentOf(changes: Partial<PlanInputs>): PlanContent {
  const outcome = composePlan({ ...job, ...changes });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

const sectionOf = (changes: Partial<PlanInputs>) => {
  const { checkpointing: section } = contentOf(changes);
  if (section === null) throw new Error('nothing is planned');
  return section;
};

const idsOf = (findings: readonly Finding[]) => findings.map(({ ruleId }) => ruleId);

const rejectedAt = (changes: Partial<PlanInputs>): string[] => {
  const outcome = composePlan({ ...job, ...changes });
  return outcome.kind === 'ok' ? [] : outcome.rejections.map(({ pointer }) => pointer);
};

describe('checkpointing of a plan', () => {
  it('is null where the profile says nothing of it, and before 1.10', () => {
    expect(contentOf({}).checkpointing).toBeNull();
    expect(contentOf({ checkpointing, flinkVersion: '1.9' }).checkpointing).toBeNull();
  });

  it.each<[string, Partial<PlanInputs>]>([
    ['checkpointing', { checkpointing }],
    ['a key of the configuration', { config: { 'execution.checkpointing.interval': '1 min' } }],
    ['objectives', { objectives: { maxRecoveryMs: 10 * MINUTE } }],
    ['failures', { failures: { machineMtbfMs: 1e9 } }],
    ['a Kafka sink', { kafkaSink: {} }],
  ])('is there where the profile has %s', (_what, changes) => {
    expect(contentOf(changes).checkpointing).not.toBeNull();
  });

  it('is the tuning of the same job, less the steps that the capacity plan lists', () => {
    const { workload, cluster } = job;
    const objectives = { maxRecoveryMs: 10 * MINUTE };
    const failures = { machineMtbfMs: 1e9 };
    const asked = { flinkVersion: '1.20', workload, cluster, checkpointing, objectives, failures };
    const tuning = planCheckpoints(asked);
    if (tuning.kind === 'rejected') throw new Error(JSON.stringify(tuning.rejections));
    const { capacity, checkpointing: section } = contentOf({ checkpointing, objectives, failures });
    const { findings: _, steps, ...rest } = tuning.value;
    expect(section).toMatchObject(rest);
    const known = new Set(capacity.steps.map(({ key }) => key));
    expect(section?.steps).toEqual(steps.filter(({ key }) => !known.has(key)));
    expect(new Set(steps.map(({ key }) => key)).size).toBeGreaterThan(section?.steps.length ?? 0);
  });

  it('recovers in the time that the tuning counts with', () => {
    const { current, downtimeMs, recovery } = sectionOf({ checkpointing });
    expect(recovery?.of).toBe('current');
    expect(recovery?.downtimeMs).toBeCloseTo(downtimeMs ?? 0, 6);
    expect(recovery?.recoveryMs).toBeCloseTo(current?.recoveryMs ?? 0, 6);
  });

  it('goes by the proposal where no checkpoints are set', () => {
    const { proposal, recovery, timeline } = sectionOf({ objectives: { maxRecoveryMs: 10 * MINUTE } });
    expect([recovery?.of, timeline?.of]).toEqual(['proposal', 'proposal']);
    expect(timeline?.asked.intervalMs).toBe(proposal?.pace?.intervalMs);
    expect(recovery?.recoveryMs).toBeCloseTo(proposal?.recoveryMs ?? 0, 6);
  });

  it('shows the regime that is promised', () => {
    const { current, timeline } = sectionOf({ checkpointing });
    expect(timeline?.regime).toBe(current?.pace?.regime);
    expect(timeline?.counts.failed).toBe(0);
  });

  it('says that nothing is planned, and why, for an interval that Flink refuses', () => {
    const content = contentOf({ checkpointing: { interval: 5 } });
    expect(content.checkpointing).toBeNull();
    const finding = content.findings.find(({ ruleId }) => ruleId === 'checkpointing-not-planned');
    expect(finding).toMatchObject({ severity: 'warning', path: '/checkpointing/interval' });
  });
});

describe('the failure of a plan', () => {
  const ZOOKEEPER = {
    'high-availability.type': 'zookeeper',
    'heartbeat.timeout': '20 s',
    'restart-strategy.type': 'fixed-delay',
    'restart-strategy.fixed-delay.delay': '30 s',
    'restart-strategy.fixed-delay.attempts': '7',
  };

  it('takes from the configuration what no field says', () => {
    const { recovery } = sectionOf({ checkpointing, config: ZOOKEEPER });
    expect(recovery?.asked.scenario).toMatchObject({
      failure: 'TASK_MANAGER',
      highAvailability: 'ZOOKEEPER',
      heartbeatTimeout: 20_000,
      restartStrategy: { type: 'FIXED_DELAY', delay: 30_000, attempts: 7 },
    });
    expect(recovery?.downtime).toMatchObject({ detectMs: 20_000 });
  });

  it('is that of the profile where both say something', () => {
    const scenario = { failure: 'TASK_MANAGER', heartbeatTimeout: 40_000 } as const;
    const { recovery } = sectionOf({ checkpointing, config: ZOOKEEPER, failures: { scenario } });
    expect(recovery?.asked.scenario).toMatchObject({
      heartbeatTimeout: 40_000,
      highAvailability: 'ZOOKEEPER',
    });
  });

  it('names the key as the origin of what it gave', () => {
    const { steps } = sectionOf({ checkpointing, config: ZOOKEEPER });
    const origins = steps.flatMap(({ inputs }) => inputs.map(({ from }) => from));
    expect(origins).toContain('/config/heartbeat.timeout');
    expect(origins).not.toContain('/failures/scenario/heartbeatTimeout');
  });

  it('is refused where it stands', () => {
    expect(rejectedAt({ failures: { scenario: { failure: 'TASK', heartbeatTimeout: -1 } } })).toEqual([
      '/failures/scenario/heartbeatTimeout',
    ]);
  });
});

describe('the Kafka sink of a plan', () => {
  it('is judged by the checkpoints and the recovery of the plan', () => {
    const { kafkaTransactions, recovery, current } = sectionOf({ checkpointing, kafkaSink: {} });
    expect(kafkaTransactions?.asked).toMatchObject({
      intervalMs: MINUTE,
      durationMs: current?.checkpoint.durationMs,
      downtimeMs: recovery?.downtimeMs,
      sinkParallelism: 5,
      naming: 'INCREMENTING',
    });
  });

  it('does not start with the defaults of Flink and Kafka, and the finding says what to set', () => {
    const { findings } = contentOf({ checkpointing, kafkaSink: {} });
    const finding = findings.find(({ ruleId }) => ruleId === 'kafka-timeout-above-broker-maximum');
    expect(finding).toMatchObject({ severity: 'error', path: '/kafkaSink' });
    expect(finding?.message).toContain('transaction.timeout.ms');
  });

  it('loses data in an outage longer than its timeout', () => {
    const kafkaSink = { brokerMaxTimeoutMs: 3_600_000, downtimeMs: 2 * 3_600_000 };
    expect(idsOf(contentOf({ checkpointing, kafkaSink }).findings)).toContain(
      'kafka-transactions-may-lose-data',
    );
  });

  it('needs a sink with connector kafka, and an outage where nothing restarts the job', () => {
    const operators = job.workload.operators.map((one) =>
      one.kind === 'sink' ? { ...one, connector: 'external' as const } : one,
    );
    expect(rejectedAt({ checkpointing, kafkaSink: {}, workload: { ...job.workload, operators } })).toEqual([
      '/kafkaSink',
    ]);
    const config = { 'restart-strategy.type': 'none' };
    expect(rejectedAt({ checkpointing, kafkaSink: {}, config })).toEqual(['/kafkaSink/downtimeMs']);
    expect(rejectedAt({ checkpointing, kafkaSink: { transactionTimeoutMs: -1 } })).toEqual([
      '/kafkaSink/transactionTimeoutMs',
    ]);
  });
});

describe('what a plan says of slow trouble', () => {
  const HOUR = 3_600_000;
  const series = (perHour: number) =>
    Array.from({ length: 24 }, (_, at) => ({
      atMs: at * HOUR,
      checkpointBytes: 1e9 + at * perHour + (at % 3) * 1e5,
    }));
  const metaspace = (perHour: number) =>
    Array.from({ length: 24 }, (_, at) => ({
      atMs: at * HOUR,
      metaspaceUsedBytes: 1e8 + at * perHour + (at % 3) * 1e4,
    }));

  it('tells what a stalled watermark would add, for each window', () => {
    const { slowTrouble } = sectionOf({ checkpointing });
    expect(slowTrouble.windows.map(({ operator }) => operator)).toEqual(['perUser']);
    // 225,594,182 keys of a window × 79.2 B × 5 windows at once ÷ 300 s
    expect(slowTrouble.windows[0]?.stalled?.growthBytesPerSecond).toBeCloseTo(
      (225_594_182.1176 * 79.2 * 5) / 300,
      -2,
    );
  });

  it.each([
    ['grows', 1e8, ['checkpoints-keep-growing']],
    ['stands still', 0, []],
  ])('of checkpoints whose size %s', (_what, perHour, expected) => {
    const { findings } = contentOf({ observedSeries: { checkpointSizes: series(perHour) } });
    expect(idsOf(findings).filter((id) => id.startsWith('checkpoints-keep'))).toEqual(expected);
  });

  it('of a metaspace that leaks, with the limit that the configuration sets', () => {
    const config = {
      'taskmanager.memory.process.size': '4g',
      'taskmanager.memory.jvm-metaspace.size': '512m',
    };
    const { slowTrouble } = sectionOf({ config, observedSeries: { metaspace: metaspace(1e6) } });
    expect(slowTrouble.metaspace).toMatchObject({ verdict: 'LEAK', limitBytes: 536_870_912 });
    const still = sectionOf({ observedSeries: { metaspace: metaspace(0) } });
    expect(still.slowTrouble.metaspace).toMatchObject({ verdict: 'NO_LEAK', limitBytes: 268_435_456 });
  });

  it('refuses a series that tells nothing, where it stands', () => {
    expect(rejectedAt({ observedSeries: { checkpointSizes: [{ atMs: 0, checkpointBytes: 1 }] } })[0]).toMatch(
      /^\/observedSeries\/checkpointSizes/,
    );
    expect(rejectedAt({ observedSeries: { metaspace: [{ atMs: 0, metaspaceUsedBytes: -1 }] } })[0]).toMatch(
      /^\/observedSeries\/metaspace/,
    );
  });
});

describe('the storage advice of a plan', () => {
  it('is there where memory or the accesses of the disk are known', () => {
    expect(sectionOf({ checkpointing }).storage).toBeNull();
    const { storage } = sectionOf({ checkpointing, config: { 'taskmanager.memory.process.size': '64g' } });
    expect(storage?.asked.state).toMatchObject({ stateBackend: 'rocksdb', slots: 1 });
    expect(storage?.backend?.stateBackend).toBe('rocksdb');
  });
});

describe('a job that keeps nothing', () => {
  const stateless: Partial<PlanInputs> = {
    workload: {
      operators: [
        { id: 'events', kind: 'source', connector: 'kafka', recordsPerSecond: 1000, recordBytes: 200 },
        { id: 'results', kind: 'sink' },
      ],
      edges: [{ from: 'events', to: 'results', shipStrategy: 'FORWARD' }],
    },
    checkpointing,
  };

  it('is proposed an hour, not a year, where nobody asks for a shorter interval', () => {
    const { intervalMs, settings } = sectionOf(stateless);
    expect(intervalMs).toBe(3_600_000);
    expect(settings.find(({ key }) => key.endsWith('.interval'))?.reason).toContain('no objective asks');
  });

  it('recovers without reading anything', () => {
    const { recovery } = sectionOf(stateless);
    expect(recovery?.downtime.restoreMs).toBe(0);
    expect(recovery?.recoveryMs).toBeGreaterThan(0);
  });
});
