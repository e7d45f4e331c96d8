import {
  type KafkaProblem,
  type KafkaTransactions,
  type KafkaTransactionsRequest,
  kafkaTransactions,
} from '@plimsoll/checkpoint';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { askedAt } from '../asked-at.js';
import type { Workload } from '../request.js';
import type { CapacityPlan, Finding } from '../result.js';
import type { Placed } from './placed.js';
import type { SettingsInForce } from './settings-in-force.js';

/** What a profile says of its exactly-once sink into Kafka. The rest follows from its plan. Times are milliseconds. */
export type KafkaSinkSettings = Pick<
  KafkaTransactionsRequest,
  | 'transactionTimeoutMs'
  | 'brokerMaxTimeoutMs'
  | 'transactionalIdExpirationMs'
  | 'preset'
  | 'bytesPerId'
  | 'safetyFactor'
  | 'producersPoolSize'
> & {
  /** Default: INCREMENTING. */
  readonly naming?: KafkaTransactionsRequest['naming'];
  /** The longest outage that is to lose nothing. Default: the recovery of the plan. */
  readonly downtimeMs?: number;
  /** Age of the checkpoint that is restored. Default: the downtime and the worst rewind. */
  readonly restoreAgeMs?: number;
};

/** The transactions of a plan's sink, with what was asked for: pointers in its steps lead there. */
export interface PlannedKafkaTransactions extends KafkaTransactions {
  readonly of: SettingsInForce['of'];
  readonly asked: KafkaTransactionsRequest;
}

/** How long the job is away and what it goes back to, as its recovery tells; null: nothing restarts it by itself. */
export interface Outage {
  readonly downtimeMs: number | null;
  readonly rewindMs: number;
}

const ASKED = '/checkpointing/kafkaTransactions/asked';

export function plannedKafka(
  sink: KafkaSinkSettings,
  workload: Workload,
  plan: CapacityPlan,
  settings: SettingsInForce,
  outage: Outage | null,
): Outcome<Placed<PlannedKafkaTransactions>> {
  const sinkParallelism = widestSink(workload, plan);
  if (sinkParallelism === null) {
    return rejected({
      pointer: '/kafkaSink',
      message:
        'needs a sink of the workload with connector kafka: leave it out, or name the connector of the sink',
    });
  }
  const downtimeMs = sink.downtimeMs ?? outage?.downtimeMs ?? null;
  if (downtimeMs === null) {
    return rejected({
      pointer: '/kafkaSink/downtimeMs',
      message:
        'is needed, for nothing restarts the job by itself: give the longest outage that is to lose nothing',
    });
  }
  const asked: KafkaTransactionsRequest = {
    ...sink,
    naming: sink.naming ?? 'INCREMENTING',
    intervalMs: settings.intervalMs,
    minPauseMs: settings.minPauseMs,
    maxConcurrent: settings.maxConcurrent,
    durationMs: settings.durationMs,
    checkpointTimeoutMs: settings.timeoutMs,
    tolerableFailures: settings.tolerableFailures,
    downtimeMs,
    restoreAgeMs: sink.restoreAgeMs ?? downtimeMs + (outage?.rewindMs ?? settings.effectiveIntervalMs),
    sinkParallelism,
  };
  const answer = kafkaTransactions(asked);
  if (answer.kind === 'rejected') {
    return rejected(
      ...answer.rejections.map((rejection) => ({ ...rejection, pointer: `/kafkaSink${rejection.pointer}` })),
    );
  }
  const { steps, ...rest } = answer.value;
  const section = { of: settings.of, asked, ...rest, steps: steps.map(askedAt(ASKED)) };
  return ok({ section, findings: kafkaFindings(section) });
}

function widestSink({ operators }: Workload, plan: CapacityPlan): number | null {
  const sinks = new Set(
    operators.flatMap(({ id, kind, connector }) => (kind === 'sink' && connector === 'kafka' ? [id] : [])),
  );
  const widths = plan.operators.flatMap(({ id, parallelism }) => (sinks.has(id) ? [parallelism] : []));
  return widths.length === 0 ? null : Math.max(...widths);
}

const FINDINGS: Readonly<
  Record<KafkaProblem, Pick<Finding, 'ruleId' | 'severity' | 'title'> & { promise: string }>
> = {
  TIMEOUT_ABOVE_BROKER_MAX: {
    ruleId: 'kafka-timeout-above-broker-maximum',
    severity: 'error',
    title: 'The Kafka producer does not start',
    promise: 'PRODUCER_STARTS',
  },
  DATA_LOSS_POSSIBLE: {
    ruleId: 'kafka-transactions-may-lose-data',
    severity: 'error',
    title: 'The exactly-once sink may lose data',
    promise: 'NO_DATA_LOSS',
  },
  PID_MAPPING_EXPIRED: {
    ruleId: 'kafka-transactional-ids-expire',
    severity: 'warning',
    title: 'A restore meets transactional ids that are gone',
    promise: 'RESTORE_POSSIBLE',
  },
  PID_ERROR_AMBIGUOUS: {
    ruleId: 'kafka-pid-error-proves-nothing',
    severity: 'warning',
    title: 'InvalidPidMappingException may not be ignored',
    promise: 'PID_ERROR_IGNORABLE',
  },
};

function kafkaFindings({
  problems,
  promises,
  changes,
  tight,
  requiredTimeoutMs,
}: PlannedKafkaTransactions): Finding[] {
  const remedy = changes.map(({ side, key, to }) => `${key}: ${to} on the ${side}`).join(', ');
  const found = problems.map((problem): Finding => {
    const { promise, ...finding } = FINDINGS[problem];
    const text = promises.find((each) => each.promise === promise)?.text ?? '';
    return {
      ...finding,
      message: remedy === '' ? text : `${text} Set ${remedy}.`,
      path: '/kafkaSink',
      evidence: [
        { name: 'problem', value: problem, unit: 'text', from: '/checkpointing/kafkaTransactions/problems' },
      ],
      reference: 'F6.1',
    };
  });
  if (!tight) return found;
  return [
    ...found,
    {
      ruleId: 'kafka-timeout-is-tight',
      severity: 'warning',
      title: 'The transaction timeout leaves little room',
      message: `Nothing is lost, but the timeout is near the ${Math.ceil(requiredTimeoutMs)} ms that are needed. Set ${remedy}.`,
      path: '/kafkaSink/transactionTimeoutMs',
      evidence: [
        {
          name: 'required timeout',
          value: requiredTimeoutMs,
          unit: 'ms',
          from: '/checkpointing/kafkaTransactions/requiredTimeoutMs',
        },
      ],
      reference: 'F6.1',
    },
  ];
}
