import { readFileSync } from 'node:fs';
import type { TimelineRequest } from './request.js';
import type { Timeline } from './result.js';
import { checkpointTimeline } from './timeline.js';

interface Recorded {
  readonly run: number;
  readonly flinkVersion: string;
  readonly config: Pick<
    TimelineRequest,
    | 'intervalMs'
    | 'minPauseMs'
    | 'timeoutMs'
    | 'maxConcurrent'
    | 'tolerableFailures'
    | 'durationsMs'
    | 'phase'
  > & { readonly restart: boolean };
  readonly observedUntilMs: number;
  readonly jobFailedMs: number | null;
  readonly checkpoints: readonly {
    readonly triggerMs: number;
    readonly endMs: number | null;
    readonly status: string;
  }[];
}

const RUNS: readonly Recorded[] = readFileSync(
  new URL('../../vectors/checkpoint-timelines.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter(({ config }: Recorded) => !config.restart);

/** Longer than any timeout: a checkpoint that never finishes. */
const NEVER = 1e12;
/** What a real checkpoint takes more than its configured duration. */
const OVERHEAD_MS = 4;

const asked = ({ flinkVersion, config, observedUntilMs, checkpoints }: Recorded): TimelineRequest => {
  const { restart: _restart, phase: _phase, ...settings } = config;
  return { flinkVersion, ...settings, horizonMs: observedUntilMs, firstTriggerMs: checkpoints[0]?.triggerMs };
};

/** Durations from trigger to completion, by id. */
const withRecordedDurations = (run: Recorded): TimelineRequest => {
  const durationsMs = run.checkpoints.map(({ triggerMs, endMs, status }) =>
    status === 'COMPLETED' && endMs !== null ? endMs - triggerMs : NEVER,
  );
  return { ...asked(run), durationsMs: [...durationsMs, NEVER] };
};

const withConfiguredDurations = (run: Recorded): TimelineRequest => ({
  ...asked(run),
  overheadMs: OVERHEAD_MS,
  phase: run.config.phase,
});

const timelineOf = (request: TimelineRequest): Timeline => {
  const outcome = checkpointTimeline(request);
  if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};

const gaps = (checkpoints: readonly { readonly triggerMs: number }[]): number[] =>
  checkpoints.slice(1).map(({ triggerMs }, at) => triggerMs - (checkpoints[at]?.triggerMs ?? 0));

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;

/** How near all runs come, by what was made of them. */
function compared(requestOf: (run: Recorded) => TimelineRequest) {
  const gapErrors: number[] = [];
  let exact = 0;
  let withinOne = 0;
  let statuses = 0;
  let statusesRight = 0;
  const wrongFate: number[] = [];
  for (const run of RUNS) {
    const { checkpoints, jobFailedMs } = timelineOf(requestOf(run));
    const difference = Math.abs(checkpoints.length - run.checkpoints.length);
    if (difference === 0) exact++;
    if (difference <= 1) withinOne++;
    if ((jobFailedMs === null) !== (run.jobFailedMs === null)) wrongFate.push(run.run);
    const got = gaps(checkpoints);
    for (const [at, gap] of gaps(run.checkpoints).entries()) {
      const other = got[at];
      if (other !== undefined) gapErrors.push(Math.abs(other - gap));
    }
    for (const [at, { status }] of run.checkpoints.entries()) {
      const other = checkpoints[at];
      if (other === undefined) continue;
      statuses++;
      if (other.status === status) statusesRight++;
    }
  }
  return {
    exact: exact / RUNS.length,
    withinOne: withinOne / RUNS.length,
    statusesRight: statusesRight / statuses,
    wrongFate,
    median: quantile(gapErrors, 0.5),
    p95: quantile(gapErrors, 0.95),
  };
}

describe('a timeline beside recorded runs of Flink 1.20.5 and 2.3.0', () => {
  it('is held against all of them', () => {
    expect(RUNS).toHaveLength(72);
  });

  it('given the recorded durations triggers when Flink did, and ends each checkpoint as Flink did', () => {
    const { exact, withinOne, statusesRight, wrongFate, median, p95 } = compared(withRecordedDurations);
    expect(exact).toBeGreaterThanOrEqual(0.97);
    expect(withinOne).toBeGreaterThanOrEqual(0.98);
    expect(statusesRight).toBeGreaterThanOrEqual(0.998);
    expect(wrongFate).toEqual([]);
    expect(median).toBeLessThanOrEqual(2);
    expect(p95).toBeLessThanOrEqual(70);
  });

  it('given the configured durations and 4 ms of overhead comes near', () => {
    const { withinOne, wrongFate, p95 } = compared(withConfiguredDurations);
    expect(withinOne).toBeGreaterThanOrEqual(0.97);
    expect(wrongFate).toEqual([]);
    expect(p95).toBeLessThanOrEqual(70);
  });

  it.each(RUNS.filter(({ jobFailedMs }) => jobFailedMs !== null))(
    'fails the job of run $run when Flink did',
    (run) => {
      const { jobFailedMs } = timelineOf(withRecordedDurations(run));
      expect(Math.abs((jobFailedMs ?? Number.NaN) - (run.jobFailedMs ?? 0))).toBeLessThan(500);
    },
  );
});
