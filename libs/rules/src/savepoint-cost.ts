import { flinkDurationMs } from '@plimsoll/units';
import type { LintFacts } from './facts.js';
import type { Evidence } from './finding.js';
import { givenEvidence } from './option-evidence.js';

const PERIODIC = 'kubernetes.operator.periodic.savepoint.interval';

/** What one savepoint takes, and by which figures. */
export interface SavepointCost {
  readonly bytes: number;
  readonly durationMs: number;
  readonly evidence: readonly Evidence[];
}

/**
 * At the pace at which checkpoints are uploaded, which is a guess where these are small, or over the whole network of the machines,
 * whichever takes longer; null where neither is known.
 */
export function savepointCost(facts: LintFacts): SavepointCost | null {
  const costs = [overNetwork(facts), atPaceOfCheckpoints(facts)].filter((cost) => cost !== null);
  return costs.reduce<SavepointCost | null>(
    (longest, cost) => (longest === null || cost.durationMs > longest.durationMs ? cost : longest),
    null,
  );
}

/** The least that a savepoint takes: the network of all machines does nothing else. */
export function overNetwork({ checkpointing, cluster }: LintFacts): SavepointCost | null {
  const bytes = checkpointing?.savepointBytes;
  if (bytes === undefined || cluster?.machines === undefined) return null;
  const { networkOut } = cluster.machine;
  return {
    bytes,
    durationMs: (bytes / (cluster.machines * networkOut)) * 1000,
    evidence: [
      givenEvidence('savepoint', bytes, 'bytes', '/checkpointing/savepointBytes'),
      givenEvidence('machines', cluster.machines, 'count', '/cluster/machines'),
      givenEvidence('network out of a machine', networkOut, 'bytesPerSecond', '/cluster/machine/networkOut'),
    ],
  };
}

function atPaceOfCheckpoints({ checkpointing }: LintFacts): SavepointCost | null {
  const { savepointBytes: bytes, bytes: uploaded, durationMs } = checkpointing ?? {};
  if (bytes === undefined || uploaded === undefined || uploaded <= 0 || durationMs === undefined) return null;
  return {
    bytes,
    durationMs: (bytes / uploaded) * durationMs,
    evidence: [
      givenEvidence('savepoint', bytes, 'bytes', '/checkpointing/savepointBytes'),
      givenEvidence('checkpoint', uploaded, 'bytes', '/checkpointing/bytes'),
      givenEvidence('duration of a checkpoint', durationMs, 'ms', '/checkpointing/durationMs'),
    ],
  };
}

/** How often a savepoint is taken: as was told, else as the Kubernetes operator does by the clock. */
export function savepointPeriod(facts: LintFacts): (Evidence & { readonly value: number }) | null {
  const given = facts.checkpointing?.savepointPeriodMs;
  if (given !== undefined && given <= 0) return null;
  return given === undefined
    ? periodOfOperator(facts)
    : { name: 'savepoint period', value: given, unit: 'ms', from: '/checkpointing/savepointPeriodMs' };
}

/** Null where the operator takes none, or at the times of a cron expression. */
export function periodOfOperator({ config }: LintFacts): (Evidence & { readonly value: number }) | null {
  const text = config.raw(PERIODIC);
  const ms = text === null ? undefined : flinkDurationMs(text, config.version);
  return ms === undefined || ms <= 0
    ? null
    : { name: PERIODIC, value: ms, unit: 'ms', from: `/config/${PERIODIC}` };
}
