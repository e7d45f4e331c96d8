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

/** At the pace at which checkpoints are uploaded, else over the whole network of the machines; null where neither is known. */
export function savepointCost({ checkpointing, cluster }: LintFacts): SavepointCost | null {
  const { savepointBytes: bytes, bytes: uploaded, durationMs } = checkpointing ?? {};
  if (bytes === undefined) return null;
  const size = givenEvidence('savepoint', bytes, 'bytes', '/checkpointing/savepointBytes');
  if (uploaded !== undefined && uploaded > 0 && durationMs !== undefined) {
    return {
      bytes,
      durationMs: (bytes / uploaded) * durationMs,
      evidence: [
        size,
        givenEvidence('checkpoint', uploaded, 'bytes', '/checkpointing/bytes'),
        givenEvidence('duration of a checkpoint', durationMs, 'ms', '/checkpointing/durationMs'),
      ],
    };
  }
  if (cluster?.machines === undefined) return null;
  const { networkOut } = cluster.machine;
  return {
    bytes,
    durationMs: (bytes / (cluster.machines * networkOut)) * 1000,
    evidence: [
      size,
      givenEvidence('machines', cluster.machines, 'count', '/cluster/machines'),
      givenEvidence('network out of a machine', networkOut, 'bytesPerSecond', '/cluster/machine/networkOut'),
    ],
  };
}

/** How often a savepoint is taken: as was told, else as the Kubernetes operator does by the clock. */
export function savepointPeriod({ checkpointing, config }: LintFacts): (Evidence & { value: number }) | null {
  const given = checkpointing?.savepointPeriodMs;
  if (given !== undefined)
    return { name: 'savepoint period', value: given, unit: 'ms', from: '/checkpointing/savepointPeriodMs' };
  const text = config.raw(PERIODIC);
  const ms = text === null ? undefined : flinkDurationMs(text, config.version);
  return ms === undefined || ms <= 0
    ? null
    : { name: PERIODIC, value: ms, unit: 'ms', from: `/config/${PERIODIC}` };
}
