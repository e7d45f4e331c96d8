import type { RuleCases } from '../rule-cases.js';

const config = (parallelism: string) => ({
  'parallelism.default': parallelism,
  'taskmanager.numberOfTaskSlots': '4',
});
const four = { deployment: { kind: 'Standalone', taskManager: { replicas: 4 } } } as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'three TaskManagers would hold it',
      flinkVersion: '2.3',
      config: config('12'),
      ...four,
      path: 'taskmanager.load-balance.mode',
      fix: { set: { 'taskmanager.load-balance.mode': 'SLOTS' }, unset: [] },
    },
    {
      name: 'before 1.19',
      flinkVersion: '1.18',
      config: config('4'),
      ...four,
      path: 'cluster.evenly-spread-out-slots',
      fix: { set: { 'cluster.evenly-spread-out-slots': 'true' }, unset: [] },
    },
    {
      name: 'the newer option says no and wins',
      flinkVersion: '1.20',
      config: {
        ...config('4'),
        'cluster.evenly-spread-out-slots': 'true',
        'taskmanager.load-balance.mode': 'none',
      },
      ...four,
      path: 'taskmanager.load-balance.mode',
    },
  ],
  silent: [
    { name: 'it takes all of them', flinkVersion: '2.3', config: config('13'), ...four },
    {
      name: 'spread by the old switch, which 1.20 reads',
      flinkVersion: '1.20',
      config: { ...config('4'), 'cluster.evenly-spread-out-slots': 'true' },
      ...four,
    },
    {
      name: 'balanced by tasks',
      flinkVersion: '2.3',
      config: { ...config('4'), 'taskmanager.load-balance.mode': 'TASKS' },
      ...four,
    },
    {
      name: 'Flink starts no more TaskManagers than it needs',
      flinkVersion: '2.3',
      config: config('4'),
      deployment: { kind: 'Kubernetes', mode: 'native' },
      environment: { taskManagers: 4 },
    },
  ],
};
