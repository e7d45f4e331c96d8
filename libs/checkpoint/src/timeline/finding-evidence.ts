import type { TimelineRequest } from './request.js';
import type { Timeline, TimelineEvidence } from './result.js';

/** A timeline before its findings. */
export type Seen = Omit<Timeline, 'findings' | 'steps'>;

const asked =
  (name: string, field: 'intervalMs' | 'minPauseMs' | 'timeoutMs' | 'maxConcurrent' | 'tolerableFailures') =>
  (request: TimelineRequest): TimelineEvidence => ({
    name,
    value: request[field],
    unit: field.endsWith('Ms') ? 'ms' : 'count',
    from: `/${field}`,
  });

const counted =
  (name: string, kind: keyof Timeline['counts']) =>
  (_request: TimelineRequest, { counts }: Seen): TimelineEvidence => ({
    name,
    value: counts[kind],
    unit: 'count',
    from: '/durationsMs',
  });

/** What a finding may rest on: settings as given, and what the run came to. */
const FACTS = {
  flinkVersion: ({ flinkVersion }: TimelineRequest): TimelineEvidence => ({
    name: 'Flink version',
    value: flinkVersion,
    unit: 'text',
    from: '/flinkVersion',
  }),
  interval: asked('interval', 'intervalMs'),
  minPause: asked('min pause', 'minPauseMs'),
  timeout: asked('timeout', 'timeoutMs'),
  maxConcurrent: asked('max concurrent checkpoints', 'maxConcurrent'),
  tolerableFailures: asked('tolerable failed checkpoints', 'tolerableFailures'),
  completed: counted('completed checkpoints', 'completed'),
  failed: counted('failed checkpoints', 'failed'),
  dropped: counted('dropped requests', 'dropped'),
  free: (_request: TimelineRequest, { checkpointFreeRatio }: Seen): TimelineEvidence => ({
    name: 'share of the time without a checkpoint',
    value: checkpointFreeRatio,
    unit: 'ratio',
    from: 'timeline.checkpointFreeRatio',
  }),
} as const;
export type Fact = keyof typeof FACTS;

export const evidenceOf = (
  facts: readonly Fact[],
  request: TimelineRequest,
  seen: Seen,
): readonly TimelineEvidence[] => facts.map((fact) => FACTS[fact](request, seen));
