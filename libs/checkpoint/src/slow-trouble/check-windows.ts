import type { Rejection } from '@plimsoll/units';
import { type Bounds, LARGEST, ValueChecks } from '../value-checks.js';
import { COUNT, checkLength, checkOrder, RATE, SIZE, TIME } from './check-series.js';
import type { NeighbourJob, WindowsKeptRequest } from './request.js';

const WINDOW_SIZE: Bounds = { min: 1, max: LARGEST, remedy: 'give the size of the window in milliseconds' };
const AT_LEAST_ONE: Bounds = { ...COUNT, min: 1 };
const RECORDS: Bounds = { min: 0, max: LARGEST, remedy: 'give records per second' };
const CHECKPOINT: Bounds = {
  min: 1,
  max: LARGEST,
  remedy: 'give the full size of a completed checkpoint in bytes',
};
const FEWEST_NEIGHBOURS = 3;
const MOST_NEIGHBOURS = 10_000;

/** Every value that tells nothing of windows that stay. */
export function checkWindowsKept(request: WindowsKeptRequest): readonly Rejection[] {
  const checks = new ValueChecks();
  const { window, observed, neighbours } = request;
  if (window === undefined && observed === undefined && neighbours === undefined) {
    checks.reject('', 'must have a window, an observed series or neighbours: give what is known of the job');
  }
  checks.number('/freeBytes', request.freeBytes, SIZE);
  if (window !== undefined) checkWindow(checks, window);
  if (observed !== undefined) {
    checkLength(checks, observed.length);
    observed.forEach(({ atMs, checkpointBytes }, at) => {
      checks.number(`/observed/${at}/atMs`, atMs, TIME);
      checks.number(`/observed/${at}/checkpointBytes`, checkpointBytes, SIZE);
    });
    checkOrder(
      checks,
      'atMs',
      observed.map(({ atMs }) => atMs),
      1,
    );
  }
  if (neighbours !== undefined) checkNeighbours(checks, neighbours);
  return checks.rejections;
}

function checkWindow(checks: ValueChecks, window: NonNullable<WindowsKeptRequest['window']>): void {
  checks.number('/window/keys', window.keys, AT_LEAST_ONE);
  checks.number('/window/recordsPerSecond', window.recordsPerSecond, RECORDS);
  checks.number('/window/sizeMs', window.sizeMs, WINDOW_SIZE);
  checks.number('/window/panes', window.panes, AT_LEAST_ONE);
  checks.number('/window/entryBytes', window.entryBytes, SIZE);
  checks.number('/window/recordBytes', window.recordBytes, SIZE);
  checks.number('/window/watermarkDelayMs', window.watermarkDelayMs, TIME);
  checks.number('/window/allowedLatenessMs', window.allowedLatenessMs, TIME);
  if ((window.entryBytes === undefined) === (window.recordBytes === undefined)) {
    checks.reject(
      '/window',
      'must have one of entryBytes and recordBytes: entryBytes where each key of a window has one aggregate, recordBytes where the window keeps its records',
    );
  }
}

function checkNeighbours(
  checks: ValueChecks,
  { own, others }: NonNullable<WindowsKeptRequest['neighbours']>,
): void {
  checkJob(checks, '/neighbours/own', own);
  others.forEach((job, at) => {
    checkJob(checks, `/neighbours/others/${at}`, job);
  });
  if (others.length < FEWEST_NEIGHBOURS) {
    checks.reject(
      '/neighbours/others',
      `must have at least ${FEWEST_NEIGHBOURS} jobs: of fewer none can be told to be usual`,
      others.length,
    );
  }
  if (others.length > MOST_NEIGHBOURS) {
    checks.reject(
      '/neighbours/others',
      `must have at most ${MOST_NEIGHBOURS} jobs: take a part of them`,
      others.length,
    );
  }
}

function checkJob(checks: ValueChecks, pointer: string, job: NeighbourJob): void {
  checks.number(`${pointer}/checkpointBytes`, job.checkpointBytes, CHECKPOINT);
  checks.number(`${pointer}/recordsPerSecond`, job.recordsPerSecond, RATE);
}
