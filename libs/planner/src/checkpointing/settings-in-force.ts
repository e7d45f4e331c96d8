import type { CheckpointTuning, JudgedCheckpointing } from '@plimsoll/checkpoint';
import type { FlinkConfig } from '../config-values.js';
import type { Checkpointing } from '../request.js';

/** Checkpoints as the job of a plan takes them: as it is set where that works at all, else as it is proposed. */
export interface SettingsInForce {
  readonly of: 'current' | 'proposal';
  readonly intervalMs: number;
  readonly minPauseMs: number;
  readonly timeoutMs: number;
  readonly durationMs: number;
  readonly effectiveIntervalMs: number;
  readonly maxConcurrent: number;
  readonly tolerableFailures: number;
  readonly unaligned: boolean;
  readonly localRecovery: boolean;
  readonly fullBytes: number;
}

/** Flink's defaults where a configuration says nothing. */
const DEFAULT_TIMEOUT_MS = 600_000;
const DEFAULT_MAX_CONCURRENT = 1;
const DEFAULT_TOLERABLE_FAILURES = 0;

const MAX_CONCURRENT = 'execution.checkpointing.max-concurrent-checkpoints';
const TOLERABLE_FAILURES = 'execution.checkpointing.tolerable-failed-checkpoints';

/** Null where checkpoints never end, neither as they are set nor as proposed. */
export function settingsInForce(
  tuning: CheckpointTuning,
  checkpointing: Checkpointing | undefined,
  config: FlinkConfig,
): SettingsInForce | null {
  return (
    settings('current', tuning.current, {
      timeoutMs: checkpointing?.timeout ?? DEFAULT_TIMEOUT_MS,
      maxConcurrent: count(config[MAX_CONCURRENT]) ?? DEFAULT_MAX_CONCURRENT,
      tolerableFailures: count(config[TOLERABLE_FAILURES]) ?? DEFAULT_TOLERABLE_FAILURES,
      localRecovery: false,
    }) ??
    settings('proposal', tuning.proposal, {
      timeoutMs: tuning.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      maxConcurrent: tuning.maxConcurrent,
      tolerableFailures: tuning.tolerableFailures ?? DEFAULT_TOLERABLE_FAILURES,
      localRecovery: tuning.localRecovery,
    })
  );
}

type Rest = Pick<SettingsInForce, 'timeoutMs' | 'maxConcurrent' | 'tolerableFailures' | 'localRecovery'>;

function settings(
  of: SettingsInForce['of'],
  judged: JudgedCheckpointing | null,
  rest: Rest,
): SettingsInForce | null {
  const { pace, checkpoint } = judged ?? {};
  if (!pace || !checkpoint || checkpoint.durationMs === null) return null;
  const { intervalMs, minPauseMs, effectiveIntervalMs } = pace;
  const { durationMs, unaligned, fullBytes } = checkpoint;
  return { of, intervalMs, minPauseMs, effectiveIntervalMs, durationMs, unaligned, fullBytes, ...rest };
}

const count = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : undefined;
