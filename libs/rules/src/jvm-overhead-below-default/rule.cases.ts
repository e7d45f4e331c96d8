import type { RuleCases } from '../rule-cases.js';

const limits = (component: string, least: string, most: string) => ({
  [`${component}.memory.jvm-overhead.min`]: least,
  [`${component}.memory.jvm-overhead.max`]: most,
});

export const cases: RuleCases = {
  fires: [
    {
      name: '64 MB are set aside in a process of 4 GB',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g', ...limits('taskmanager', '64m', '64m') },
      path: 'taskmanager.memory.jvm-overhead.min',
      fix: {
        set: {},
        unset: ['taskmanager.memory.jvm-overhead.min', 'taskmanager.memory.jvm-overhead.max'],
      },
    },
    {
      name: 'one byte below the minimum of Flink',
      flinkVersion: '2.3',
      config: {
        'jobmanager.memory.flink.size': '1g',
        ...limits('jobmanager', '201326591b', '201326591b'),
      },
      path: 'jobmanager.memory.jvm-overhead.min',
    },
  ],
  silent: [
    {
      name: 'exactly the minimum of Flink',
      flinkVersion: '2.3',
      config: { 'jobmanager.memory.flink.size': '1g', ...limits('jobmanager', '192m', '192m') },
    },
    {
      name: 'a lower minimum that does not decide',
      flinkVersion: '1.13',
      config: {
        'taskmanager.memory.process.size': '4g',
        'taskmanager.memory.jvm-overhead.min': '64m',
      },
    },
  ],
};
