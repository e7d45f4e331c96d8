import type { RuleCases } from '../rule-cases.js';

const slots = (count: string) => ({ 'taskmanager.numberOfTaskSlots': count });
const pod = (cores: number) => ({ deployment: { kind: 'FlinkDeployment', taskManager: { cores } } }) as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'three on a core',
      flinkVersion: '2.3',
      config: slots('3'),
      ...pod(1),
      path: 'taskmanager.numberOfTaskSlots',
    },
    {
      name: 'by the option of 1.13',
      flinkVersion: '1.13',
      config: { ...slots('8'), 'kubernetes.taskmanager.cpu': '2.0' },
      path: 'taskmanager.numberOfTaskSlots',
    },
    {
      name: 'two TaskManagers on a machine',
      flinkVersion: '1.20',
      config: slots('9'),
      cluster: { machine: { networkIn: 1e9, networkOut: 1e9, cores: 8 }, taskManagersPerMachine: 2 },
      path: 'taskmanager.numberOfTaskSlots',
    },
  ],
  silent: [
    { name: 'two on a core', flinkVersion: '2.3', config: slots('4'), ...pod(2) },
    {
      name: 'Flink takes a core for each slot by itself',
      flinkVersion: '1.20',
      config: { ...slots('8'), 'kubernetes.taskmanager.cpu.amount': '-1.0' },
    },
    { name: 'nobody says how many cores there are', flinkVersion: '2.3', config: slots('16') },
  ],
};
