import { derive, type Figure, formula, given } from '@plimsoll/trace';
import type { RecoveryRequest } from './request.js';
import { taskManagers } from './scope.js';

/** What the job can do: as given, as so many TaskManagers can, or as the busy share of the present load tells. */
const OF_TASK_MANAGERS = formula({
  reference: 'F3.2',
  label: 'Capacity of all TaskManagers',
  unit: 'perSecond',
  inputs: { perTaskManager: 'perSecond', taskManagers: 'count' },
  text: 'perTaskManager × taskManagers',
  compute: ({ perTaskManager, taskManagers: all }) => perTaskManager * all,
});

export const TRUE_PROCESSING_RATE = formula({
  reference: 'F2.2',
  label: 'True processing rate',
  unit: 'perSecond',
  inputs: { recordsPerSecond: 'perSecond', busyPerSecond: 'ms' },
  text: 'recordsPerSecond ÷ (busyPerSecond ÷ 1 s)',
  evidence: 'verified',
  compute: ({ recordsPerSecond, busyPerSecond }) => recordsPerSecond / (busyPerSecond / 1000),
});

const WITH_COLD_CACHES = formula({
  reference: 'F3.2',
  label: 'Capacity while caches are cold',
  unit: 'perSecond',
  inputs: { capacity: 'perSecond', catchUpRatio: 'ratio' },
  text: 'capacity × catchUpRatio',
  compute: ({ capacity, catchUpRatio }) => capacity * catchUpRatio,
});

/** Null where nothing tells. */
export function capacity(request: RecoveryRequest): Figure<'perSecond'> | null {
  const warm = warmCapacity(request);
  const ratio = request.cluster?.catchUpRatio;
  if (warm === null || ratio === undefined) return warm;
  const catchUpRatio = given('ratio', ratio, '/cluster/catchUpRatio');
  return derive('capacity.cold', WITH_COLD_CACHES, { capacity: warm, catchUpRatio });
}

function warmCapacity(request: RecoveryRequest): Figure<'perSecond'> | null {
  const { capacityRecordsPerSecond, recordsPerSecond, cluster } = request;
  if (capacityRecordsPerSecond !== undefined) {
    return given('perSecond', capacityRecordsPerSecond, '/capacityRecordsPerSecond');
  }
  const all = taskManagers(request);
  if (cluster?.capacityRecordsPerSecondPerTaskManager !== undefined && all !== undefined) {
    return derive('capacity', OF_TASK_MANAGERS, {
      perTaskManager: given(
        'perSecond',
        cluster.capacityRecordsPerSecondPerTaskManager,
        '/cluster/capacityRecordsPerSecondPerTaskManager',
      ),
      taskManagers: given('count', all, '/cluster/machines'),
    });
  }
  if (cluster?.busyMsPerSecond === undefined) return null;
  return derive('capacity', TRUE_PROCESSING_RATE, {
    recordsPerSecond: given('perSecond', recordsPerSecond, '/recordsPerSecond'),
    busyPerSecond: given('ms', cluster.busyMsPerSecond, '/cluster/busyMsPerSecond'),
  });
}

export const CAPACITY_FORMULAS = [OF_TASK_MANAGERS, TRUE_PROCESSING_RATE, WITH_COLD_CACHES];
