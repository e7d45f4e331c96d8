import { type FlinkVersion, KNOWN_VERSIONS, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import { type Bounds, LARGEST, ValueChecks } from '../value-checks.js';
import { SNAPSHOT_PHASES, type TimelineRequest } from './request.js';
import { MOST_EVENTS, MOST_IN_PROGRESS } from './run.js';
import { coordinatorSettings, knowsUnaligned, shortestMs } from './settings.js';

const TIME: Bounds = { min: 0, max: LARGEST, remedy: 'give a time in milliseconds' };
const WHOLE_MS: Bounds = { ...TIME, whole: true, remedy: 'Flink keeps this setting in whole milliseconds' };
const COUNT: Bounds = { min: 0, max: 2_147_483_647, whole: true, remedy: 'Flink counts in 32 bits' };
const DURATION: Bounds = {
  min: 0,
  max: Number.MAX_VALUE,
  remedy: 'give how long the checkpoint takes; a time beyond the timeout stands for one that never finishes',
};

export type Checked =
  | { readonly version: FlinkVersion; readonly rejections: readonly [] }
  | { readonly version: null; readonly rejections: readonly Rejection[] };

/** Every value that no Flink of that version takes or no timeline can have. */
export function checkTimeline(request: TimelineRequest): Checked {
  const checks = new ValueChecks();
  const version = parseFlinkVersion(request.flinkVersion);
  if (version === undefined) {
    const message = `is not a known version of Flink; known are ${KNOWN_VERSIONS}`;
    checks.reject('/flinkVersion', message, request.flinkVersion);
  }
  checkSettings(checks, request, version === undefined ? 1 : shortestMs(version));
  if (version !== undefined && knowsUnaligned(version)) checkUnaligned(checks, request);
  checkTimes(checks, request);
  checkBacklog(checks, request);
  if (version === undefined || checks.rejections.length > 0) {
    return { version: null, rejections: checks.rejections };
  }
  const tooMany = tooManyTicks(request, version);
  return tooMany === null ? { version, rejections: [] } : { version: null, rejections: [tooMany] };
}

function checkSettings(checks: ValueChecks, request: TimelineRequest, shortest: number): void {
  const least: Bounds = { ...WHOLE_MS, min: shortest, remedy: `Flink takes ${shortest} ms and more` };
  checks.number('/intervalMs', request.intervalMs, least);
  checks.number('/minPauseMs', request.minPauseMs, WHOLE_MS);
  checks.number('/timeoutMs', request.timeoutMs, least);
  checks.number('/maxConcurrent', request.maxConcurrent, { ...COUNT, min: 1 });
  checks.number('/tolerableFailures', request.tolerableFailures, COUNT);
}

function checkUnaligned(checks: ValueChecks, { unaligned, maxConcurrent }: TimelineRequest): void {
  if (unaligned !== true || !(maxConcurrent > 1)) return;
  const message =
    'Flink refuses more than one concurrent checkpoint with unaligned ones (IllegalArgumentException): set 1, or leave unaligned out';
  checks.reject('/maxConcurrent', message, maxConcurrent);
}

function checkTimes(checks: ValueChecks, request: TimelineRequest): void {
  checks.number('/horizonMs', request.horizonMs, { ...TIME, min: 1 });
  checks.number('/firstTriggerMs', request.firstTriggerMs, TIME);
  checks.number('/overheadMs', request.overheadMs, TIME);
  if (request.durationsMs.length === 0) {
    checks.reject('/durationsMs', 'must name at least one duration, which then repeats', []);
  }
  for (const [at, duration] of request.durationsMs.entries()) {
    checks.number(`/durationsMs/${at}`, duration, DURATION);
  }
  if (request.phase !== undefined && !SNAPSHOT_PHASES.includes(request.phase)) {
    const remedy = 'or left out where durations are from trigger to completion';
    checks.reject('/phase', `must be ${SNAPSHOT_PHASES.join(' or ')}, ${remedy}`, request.phase);
  }
}

function checkBacklog(checks: ValueChecks, { backlog = [] }: TimelineRequest): void {
  let freeFromMs = 0;
  for (const [at, { fromMs, toMs, intervalMs }] of backlog.entries()) {
    checks.number(`/backlog/${at}/fromMs`, fromMs, TIME);
    checks.number(`/backlog/${at}/toMs`, toMs, TIME);
    checks.number(`/backlog/${at}/intervalMs`, intervalMs, WHOLE_MS);
    if (fromMs < freeFromMs) {
      const message = `must not be before ${freeFromMs}, where the one before it ends: give them in order, without overlap`;
      checks.reject(`/backlog/${at}/fromMs`, message, fromMs);
    }
    if (!(toMs > fromMs)) {
      checks.reject(
        `/backlog/${at}/toMs`,
        `must be after fromMs, ${fromMs}: give when the backlog ends`,
        toMs,
      );
    }
    freeFromMs = toMs;
  }
}

export const tooManyEvents = (request: TimelineRequest, events: string): Rejection => ({
  pointer: '/horizonMs',
  message: `${events}; ${MOST_EVENTS} are the most that are calculated: take a shorter horizon or a longer interval`,
  received: request.horizonMs,
});

export const tooManyInProgress = (request: TimelineRequest): Rejection => ({
  pointer: '/maxConcurrent',
  message: `lets more than ${MOST_IN_PROGRESS} checkpoints be in progress at once: take fewer, or a shorter timeout`,
  received: request.maxConcurrent,
});

/** The timer alone ticks so often, whatever the checkpoints do; before 1.11 it may stand still, so the run is counted. */
function tooManyTicks(request: TimelineRequest, version: FlinkVersion): Rejection | null {
  const { intervalMs, requests, knowsBacklog } = coordinatorSettings(request, version);
  if (requests.kind !== 'queue') return null;
  const firstMs = request.firstTriggerMs ?? intervalMs;
  let ticks = Math.max(0, request.horizonMs - firstMs) / intervalMs;
  for (const window of knowsBacklog ? (request.backlog ?? []) : []) {
    ticks -= Math.max(0, Math.min(window.toMs, request.horizonMs) - window.fromMs) / intervalMs;
  }
  if (ticks <= MOST_EVENTS) return null;
  return tooManyEvents(request, `the interval of ${intervalMs} ms ticks ${Math.floor(ticks)} times`);
}
