import { durationInWords } from '../kafka/duration-in-words.js';
import { evidenceOf, type Fact, type Seen } from './finding-evidence.js';
import type { TimelineRequest } from './request.js';
import type { TimelineFinding } from './result.js';
import type { CoordinatorSettings } from './settings.js';

/** Something that a timeline may show, and what would help. */
interface Rule extends Pick<TimelineFinding, 'ruleId' | 'severity' | 'title' | 'path'> {
  readonly facts: readonly Fact[];
  /** null: it doesn’t. */
  readonly message: (request: TimelineRequest, seen: Seen, settings: CoordinatorSettings) => string | null;
}

const RULES: readonly Rule[] = [
  {
    ruleId: 'checkpoint-failures-fail-the-job',
    severity: 'error',
    title: 'Failed checkpoints fail the job',
    path: '/tolerableFailures',
    facts: ['tolerableFailures', 'timeout', 'failed'],
    message: ({ tolerableFailures, timeoutMs }, { jobFailedMs }) =>
      jobFailedMs === null
        ? null
        : `At ${durationInWords(jobFailedMs)} more than ${tolerableFailures} checkpoints in a row have failed, and the job fails with them. They take longer than the timeout of ${durationInWords(timeoutMs)}: make them shorter, or take a longer timeout; tolerating more failures only delays it where they never succeed.`,
  },
  {
    ruleId: 'no-checkpoint-completes',
    severity: 'error',
    title: 'No checkpoint completes',
    path: '/timeoutMs',
    facts: ['timeout', 'failed'],
    message: ({ timeoutMs }, { counts }) =>
      counts.completed > 0 || counts.failed === 0
        ? null
        : `All ${counts.failed} checkpoints that ended have failed. None is done within the timeout of ${durationInWords(timeoutMs)}, so a failure would rewind to the start.`,
  },
  {
    ruleId: 'backlog-interval-unknown',
    severity: 'warning',
    title: 'This version has no interval for a backlog',
    path: '/backlog',
    facts: ['flinkVersion'],
    message: ({ backlog = [] }, _seen, { knowsBacklog }) =>
      knowsBacklog || backlog.length === 0
        ? null
        : 'execution.checkpointing.interval-during-backlog came with Flink 1.19; here the interval stays as it is.',
  },
  {
    ruleId: 'checkpoint-requests-pile-up',
    severity: 'warning',
    title: 'Requests for checkpoints pile up',
    path: '/intervalMs',
    facts: ['interval', 'minPause', 'dropped'],
    message: (_request, { queueGrows }, { minPauseMs }) =>
      !queueGrows
        ? null
        : minPauseMs > 0
          ? 'Each checkpoint leaves more requests waiting than Flink drops at its end. The min pause still holds between them, but a phase of shorter checkpoints would begin with the old requests.'
          : 'Requests come faster than checkpoints end, and those that wait run back to back as soon as they can. Take a longer interval, or a min pause, within which Flink drops them.',
  },
  {
    ruleId: 'constantly-checkpointing',
    severity: 'warning',
    title: 'The job is constantly checkpointing',
    path: '/minPauseMs',
    facts: ['free', 'interval', 'minPause', 'maxConcurrent'],
    message: ({ maxConcurrent }, { regime }) =>
      regime !== 'DEGRADED'
        ? null
        : `Each checkpoint begins as soon as or before another ends, so nothing is left for records alone. Take a longer interval, shorter checkpoints, or a min pause${maxConcurrent > 1 ? ' with one checkpoint at a time' : ''}.`,
  },
  {
    ruleId: 'min-pause-not-after-failures',
    severity: 'warning',
    title: 'No pause after a failed checkpoint',
    path: '/minPauseMs',
    facts: ['minPause', 'failed'],
    message: (_request, { counts }, { minPauseMs }) =>
      minPauseMs === 0 || counts.failed === 0
        ? null
        : `Flink measures the min pause from the last checkpoint that completed. After the ${counts.failed} that failed, the next one may begin at once.`,
  },
  {
    ruleId: 'min-pause-not-between-overlapping',
    severity: 'warning',
    title: 'The min pause keeps no checkpoints apart here',
    path: '/maxConcurrent',
    facts: ['maxConcurrent', 'minPause'],
    message: ({ maxConcurrent }, _seen, { minPauseMs }) =>
      maxConcurrent === 1 || minPauseMs === 0
        ? null
        : `With ${maxConcurrent} checkpoints at once the pause of ${durationInWords(minPauseMs)} counts from the last completion, whatever else is still in progress: it guarantees no time without a checkpoint. Take 1.`,
  },
  {
    ruleId: 'unaligned-checkpoints-unknown',
    severity: 'warning',
    title: 'This version has no unaligned checkpoints',
    path: '/unaligned',
    facts: ['flinkVersion'],
    message: ({ unaligned }, _seen, { knowsUnaligned }) =>
      unaligned !== true || knowsUnaligned ? null : 'They came with Flink 1.11; here barriers are aligned.',
  },
  {
    ruleId: 'expired-checkpoints-not-counted',
    severity: 'info',
    title: 'Expired checkpoints do not fail the job',
    path: '/tolerableFailures',
    facts: ['flinkVersion', 'failed'],
    message: (_request, { counts }, { tolerableFailures }) =>
      Number.isFinite(tolerableFailures) || counts.failed === 0
        ? null
        : 'Before Flink 1.11 a checkpoint that expires counts as no failure of the job, however many do.',
  },
  {
    ruleId: 'first-trigger-at-random',
    severity: 'info',
    title: 'The first trigger is at random',
    path: '/firstTriggerMs',
    facts: ['flinkVersion', 'minPause', 'interval'],
    message: ({ firstTriggerMs }, _seen, { firstTrigger, minPauseMs, intervalMs }) =>
      firstTriggerMs !== undefined || firstTrigger !== 'random' || minPauseMs === intervalMs
        ? null
        : `Flink of this version takes any moment from ${durationInWords(minPauseMs)} to ${durationInWords(intervalMs)} after the start; the middle stands for it here.`,
  },
  {
    ruleId: 'interval-raised-to-min-pause',
    severity: 'info',
    title: 'The min pause raises the interval',
    path: '/intervalMs',
    facts: ['interval', 'minPause'],
    message: ({ intervalMs }, _seen, { minPauseMs }) =>
      minPauseMs <= intervalMs
        ? null
        : `Flink raises the interval of ${durationInWords(intervalMs)} to the min pause of ${durationInWords(minPauseMs)}, and says nothing of it.`,
  },
  {
    ruleId: 'snapshots-one-by-one',
    severity: 'info',
    title: 'Concurrent checkpoints are not uploaded at once',
    path: '/maxConcurrent',
    facts: ['maxConcurrent'],
    message: ({ maxConcurrent, phase }) =>
      maxConcurrent === 1 || phase === undefined
        ? null
        : 'A task works through its snapshots one by one, so a second checkpoint waits for the upload of the first and gains little.',
  },
];

/** By severity, then by name, as the rules stand. */
export function timelineFindings(
  request: TimelineRequest,
  settings: CoordinatorSettings,
  seen: Seen,
): TimelineFinding[] {
  return RULES.flatMap(({ message, facts, ...rule }) => {
    const text = message(request, seen, settings);
    if (text === null) return [];
    return [{ ...rule, message: text, evidence: evidenceOf(facts, request, seen), reference: 'F5.2' }];
  });
}
