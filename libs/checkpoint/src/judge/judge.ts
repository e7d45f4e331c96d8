import { type DerivedFigure, derive, type Figure, flatten, given, parameter } from '@plimsoll/trace';
import { isFrom, KNOWN_VERSIONS, type Outcome, ok, parseFlinkVersion, rejected } from '@plimsoll/units';
import { ValueChecks } from '../value-checks.js';
import { adviceFor } from './advice.js';
import { END_TO_END, MEASURED_DUTY, ROOMY_INTERVAL } from './formulas.js';
import { historyOf } from './history.js';
import { judgeCheckpoint } from './judge-checkpoint.js';
import { measureNext } from './measure-next.js';
import { byCause, plainest, withNeighbours } from './overall.js';
import { COMFORTABLE_DUTY } from './parameters.js';
import { dominant, meanParts } from './parts.js';
import { readStatistics } from './read-statistics.js';
import type { JudgeRequest } from './request.js';
import type { CheckpointJudgement, JudgedCheckpoint } from './result.js';
import { readSettings } from './settings.js';
import { judgeTimeout } from './timeout.js';

/**
 * Judges measured checkpoints: which part of each takes the time, what that is, what would help and what would not. Times are
 * milliseconds, sizes bytes. Fields of Flink's answer that are not known are left alone; values that cannot be are rejected.
 * Verdicts rest on ratios only, so statistics that are scaled as a whole keep theirs.
 */
export function judgeCheckpoints(request: JudgeRequest): Outcome<CheckpointJudgement> {
  const checks = new ValueChecks();
  const version =
    typeof request.flinkVersion === 'string' ? parseFlinkVersion(request.flinkVersion) : undefined;
  if (version === undefined || !isFrom(version, 1, 10)) {
    return rejected({
      pointer: '/flinkVersion',
      message: `must be a version of Flink from 1.10 on that is known (${KNOWN_VERSIONS})`,
      received: request.flinkVersion,
    });
  }
  const settings = readSettings(version, request.config ?? {}, checks);
  const checkpoints = readStatistics(request.statistics, checks);
  if (checks.rejections.length > 0) return rejected(...checks.rejections);
  const history = historyOf(checkpoints, settings);
  const judged = withNeighbours(checkpoints.map((one) => judgeCheckpoint(one, history)));
  const groups = byCause(judged);
  const [main] = groups;
  const example = main === undefined ? undefined : plainest(main.members);
  const measured = judged.filter(({ isSavepoint }) => !isSavepoint);
  const parts = measured.flatMap((one) => (one.parts === null ? [] : [one.parts]));
  const mean = parts.length === 0 ? null : meanParts(parts);
  const figures =
    example === undefined
      ? []
      : figuresOf(
          example,
          checkpoints.find(({ id }) => id === example.id)?.pointer ?? '',
          history.intervalMs,
        );
  const roomy = figures.find(({ key }) => key === 'interval.roomy')?.value ?? null;
  const timeout = judgeTimeout(checkpoints, judged, settings);
  const roots: readonly Figure[] = timeout.needed === null ? figures : [...figures, timeout.needed];
  const cause = main?.cause ?? 'UNKNOWN';
  return ok({
    cause,
    explanation: example?.explanation ?? 'There is no checkpoint in the statistics.',
    confidence: {
      level: example?.confidence.level ?? 'low',
      reasons: [
        ...(example?.confidence.reasons ?? []),
        `${main?.members.length ?? 0} of ${judged.length} checkpoints show it`,
      ],
    },
    parts: mean,
    dominantPart: mean === null ? null : dominant(mean).part,
    dominantRatio: mean === null ? null : dominant(mean).ratio,
    evidence: example?.evidence ?? [],
    ...adviceFor(cause, settings, roomy),
    timeout: timeout.judgement,
    causes: groups.map((group) => ({
      cause: group.cause,
      checkpointIds: group.members.map(({ id }) => id),
      ...adviceFor(group.cause, settings, roomy),
    })),
    checkpoints: judged,
    measureNext: measureNext(cause, checkpoints),
    steps: flatten(roots),
  });
}

/** Of the checkpoint that shows the cause best; the others are computed alike, without a trace. */
function figuresOf(
  example: JudgedCheckpoint,
  pointer: string,
  intervalMs: number | null,
): readonly DerivedFigure[] {
  const { parts, durationMs, lastSubtask } = example;
  const figures: DerivedFigure[] = [];
  if (parts !== null && lastSubtask !== null) {
    const row = (field: string, value: number) => given('ms', value, `${lastSubtask.pointer}/${field}`);
    const rest = (value: number) => given('ms', value, `${pointer}/end_to_end_duration`);
    figures.push(
      derive(
        'checkpoint.endToEnd',
        END_TO_END,
        {
          startDelay: row('start_delay', parts.startDelayMs),
          alignment: row('alignment/duration', parts.alignmentMs),
          synchronous: row('checkpoint/sync', parts.syncMs),
          asynchronous: row('checkpoint/async', parts.asyncMs),
          finalisation: rest(parts.finalisationMs),
          waiting: rest(parts.waitingMs),
        },
        'time that parts share counts once',
      ),
    );
  }
  if (durationMs === null || durationMs === 0) return figures;
  const duration = given('ms', durationMs, `${pointer}/end_to_end_duration`);
  if (intervalMs !== null && intervalMs > 0) {
    figures.push(
      derive('checkpoint.duty', MEASURED_DUTY, {
        duration,
        interval: given('ms', intervalMs, '/statistics'),
      }),
    );
  }
  figures.push(
    derive('interval.roomy', ROOMY_INTERVAL, { duration, comfortableDuty: parameter(COMFORTABLE_DUTY) }),
  );
  return figures;
}
