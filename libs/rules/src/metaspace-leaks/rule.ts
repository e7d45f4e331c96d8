import { type MetaspaceGrowth, metaspaceGrowth } from '@plimsoll/checkpoint';
import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf } from '../evidence-items.js';
import type { Evidence } from '../finding.js';
import type { Rule } from '../rule.js';

const METASPACE = 'taskmanager.memory.jvm-metaspace.size';
const HOUR = 3_600_000;

export const rule: Rule = {
  id: 'metaspace-leaks',
  family: 'memory',
  severity: 'warning',
  title: 'Class loaders of finished jobs stay',
  why: 'A session cluster loads the classes of every job anew. Where a thread or a static reference of a library holds on to them, they are never unloaded, and each submission leaves metaspace behind. One day a submission fails with “OutOfMemoryError: Metaspace”, and the jobs on that TaskManager fail with it.',
  remedy:
    'Put libraries that start threads or keep static references into lib/, run jobs in clusters of their own, or restart the cluster before metaspace is full.',
  reference: 'F10.2',
  source: 'Rabbit Holes 1',
  needs: ['series'],
  since: '1.10',
  check({ series, memory, config }) {
    const observed = series?.metaspace;
    const limit = memory.of('taskManager')?.components.jvmMetaspaceBytes;
    if (observed === undefined || limit === undefined) return [];
    const outcome = metaspaceGrowth({ limitBytes: Number(limit), observed });
    if (outcome.kind === 'rejected' || outcome.value.verdict !== 'LEAK') return [];
    const growth = outcome.value;
    return [
      {
        message: `Metaspace grows${rate(growth)} towards its limit of ${memorySizeForPeople(limit)}.${end(growth)}`,
        path: '/series/metaspace',
        evidence: [
          bytesOf('limit', limit, `/config/${config.keyOf(METASPACE)}`),
          ...(growth.leakBytesPerSubmission === null
            ? []
            : [seen('leak per submission', growth.leakBytesPerSubmission.value, 'bytes')]),
          ...(growth.restartEveryMs === null
            ? []
            : [seen('restart each', Math.round(growth.restartEveryMs), 'ms')]),
        ],
      },
    ];
  },
};

const seen = (name: string, value: number, unit: string): Evidence => ({
  name,
  value,
  unit,
  from: '/series/metaspace',
});

const rate = ({ leakBytesPerSubmission: leak, growthBytesPerSecond: growth }: MetaspaceGrowth): string => {
  if (leak !== null) return ` by ${Math.round(leak.value)} B with each submission`;
  return growth === null ? '' : ` by ${Math.round(growth.value * (HOUR / 1000))} B an hour`;
};

function end({ submissionsToOom, oomInMs, restartEveryMs }: MetaspaceGrowth): string {
  const hours = (ms: number): string => `${(ms / HOUR).toFixed(1)} h`;
  const parts = [
    ...(submissionsToOom === null ? [] : [`It holds ${submissionsToOom} submissions from a fresh start.`]),
    ...(oomInMs === null ? [] : [`It is full in ${hours(oomInMs)} from the last point on.`]),
    ...(restartEveryMs === null ? [] : [`Restart it each ${hours(restartEveryMs)}.`]),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(' ')}`;
}
