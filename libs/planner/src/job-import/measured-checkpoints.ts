import { AnswerFields, type Checkpoint, readStatistics, type ValueChecks } from '@plimsoll/checkpoint';
import type { Remarks } from './remarks.js';
import type { JobImportRequest } from './request.js';
import type { ImportedCheckpointing, ObservedCheckpoints } from './result.js';

/** Where checkpoints are not periodic, Flink writes the longest interval; beyond a year none is. */
const LONGEST_INTERVAL_MS = 366 * 86_400_000;

export interface MeasuredCheckpoints {
  readonly checkpointing: ImportedCheckpointing | null;
  readonly observed: ObservedCheckpoints | null;
  /** Of the latest completed checkpoint that has details, by vertex. */
  readonly stateBytes: ReadonlyMap<string, number>;
}

const NONE: MeasuredCheckpoints = { checkpointing: null, observed: null, stateBytes: new Map() };

export function measuredCheckpoints(
  { checkpoints }: JobImportRequest,
  checks: ValueChecks,
  remarks: Remarks,
): MeasuredCheckpoints {
  if (checkpoints === undefined) return NONE;
  const read = readStatistics(checkpoints, checks, '/checkpoints');
  const answer = new AnswerFields(checkpoints, '/checkpoints', checks);
  const config = answer.object('config');
  const counts = (answer.has('history') ? answer : answer.object('checkpoints')).object('counts');
  const completed = read.filter(({ status }) => status === 'COMPLETED');
  const regular = completed.filter(({ isSavepoint }) => !isSavepoint);
  const savepoints = completed.filter(({ isSavepoint }) => isSavepoint);
  const durations = regular.flatMap(({ durationMs }) => durationMs ?? []);
  const middleBytes = median(regular.map(({ bytes }) => bytes));
  const medianBytes = middleBytes === null ? null : Math.round(middleBytes);
  const medianDurationMs = median(durations);
  return {
    checkpointing: {
      ...(medianDurationMs === null ? {} : { durationMs: medianDurationMs }),
      ...(medianBytes === null ? {} : { bytes: medianBytes }),
      ...(savepoints[0] === undefined ? {} : { savepointBytes: savepoints[0].bytes }),
      ...periodOf(savepoints),
    },
    observed: {
      completed: counts.number('completed') ?? completed.length,
      failed: counts.number('failed') ?? read.filter(({ status }) => status === 'FAILED').length,
      intervalMs: intervalOf(config, read, remarks),
      minPauseMs: config.number('min_pause'),
      timeoutMs: config.number('timeout'),
      medianDurationMs,
      longestDurationMs: durations.length === 0 ? null : durations.reduce((a, b) => Math.max(a, b)),
      medianBytes,
      stateBytes: completed[0]?.stateBytes ?? null,
      stateBackend: config.text('state_backend'),
    },
    stateBytes: stateByVertex(answer, regular),
  };
}

function intervalOf(config: AnswerFields, read: readonly Checkpoint[], remarks: Remarks): number | null {
  const told = config.number('interval');
  if (config.has('interval')) return told !== null && told > 0 && told < LONGEST_INTERVAL_MS ? told : null;
  const between = median(gapsOf(read.filter(({ isSavepoint }) => !isSavepoint)));
  if (between !== null) {
    remarks.say(
      'interval-measured',
      '/checkpoints/config',
      'is not given: the interval is the median time from trigger to trigger. /jobs/:id/checkpoints/config tells it',
    );
  }
  return between;
}

function periodOf(savepoints: readonly Checkpoint[]): ImportedCheckpointing {
  const period = median(gapsOf(savepoints));
  return period === null ? {} : { savepointPeriodMs: period };
}

/** Newest first, so from each to the one before. */
const gapsOf = (list: readonly Checkpoint[]): number[] =>
  list.flatMap(({ triggerMs }, at) => {
    const gap = triggerMs - (list[at + 1]?.triggerMs ?? triggerMs);
    return gap > 0 ? [gap] : [];
  });

function stateByVertex(answer: AnswerFields, completed: readonly Checkpoint[]): ReadonlyMap<string, number> {
  const detailed = completed.find(({ vertices }) => vertices.length > 0);
  const tasks = answer
    .object('details')
    .object(String(detailed?.id ?? ''))
    .object('tasks');
  return new Map(
    tasks.names().flatMap((id) => {
      const bytes = tasks.object(id).number('state_size');
      return bytes === null ? [] : [[id, bytes] as const];
    }),
  );
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[(sorted.length - 1) >> 1];
  const high = sorted[sorted.length >> 1];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
