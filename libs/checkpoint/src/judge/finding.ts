import type { CheckpointCause, JudgeConfidence, JudgeEvidence } from './result.js';
import type { Subtask } from './statistics.js';

/** What a checkpoint is taken for, and why. */
export interface Finding {
  readonly cause: CheckpointCause;
  readonly explanation: string;
  readonly confidence: JudgeConfidence;
  readonly evidence: readonly JudgeEvidence[];
}

type Level = JudgeConfidence['level'];

export const finding = (
  cause: CheckpointCause,
  explanation: string,
  level: Level,
  reason: string,
  evidence: readonly JudgeEvidence[] = [],
): Finding => ({ cause, explanation, confidence: { level, reasons: [reason] }, evidence });

export const ms = (name: string, value: number, from: string): JudgeEvidence => ({
  name,
  value,
  unit: 'ms',
  from,
});
export const bytes = (name: string, value: number, from: string): JudgeEvidence => ({
  name,
  value,
  unit: 'bytes',
  from,
});
export const ratio = (name: string, value: number, from: string): JudgeEvidence => ({
  name,
  value,
  unit: 'ratio',
  from,
});
export const count = (name: string, value: number, from: string): JudgeEvidence => ({
  name,
  value,
  unit: 'count',
  from,
});
export const text = (name: string, value: string, from: string): JudgeEvidence => ({
  name,
  value,
  unit: null,
  from,
});

/** The figures of one subtask. */
export const figuresOf = (row: Subtask, whose: string): readonly JudgeEvidence[] => [
  ms(`start delay of ${whose}`, row.startDelayMs ?? 0, `${row.pointer}/start_delay`),
  ms(`alignment of ${whose}`, row.alignmentMs, `${row.pointer}/alignment/duration`),
  ms(`synchronous part of ${whose}`, row.syncMs, `${row.pointer}/checkpoint/sync`),
  ms(`asynchronous part of ${whose}`, row.asyncMs, `${row.pointer}/checkpoint/async`),
  bytes(`bytes of ${whose}`, row.bytes, row.pointer),
];
