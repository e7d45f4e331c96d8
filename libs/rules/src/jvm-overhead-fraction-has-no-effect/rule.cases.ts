import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a fifth of 8 GB is above the maximum of 1 GB',
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.process.size': '8g',
        'taskmanager.memory.jvm-overhead.fraction': '0.2',
      },
      path: 'taskmanager.memory.jvm-overhead.fraction',
    },
    {
      name: 'a tenth of 1 GB is below the minimum of 192 MB, as it would be without saying so',
      flinkVersion: '2.3',
      config: {
        'jobmanager.memory.process.size': '1g',
        'jobmanager.memory.jvm-overhead.fraction': '0.12',
      },
      path: 'jobmanager.memory.jvm-overhead.fraction',
      fix: { set: {}, unset: ['jobmanager.memory.jvm-overhead.fraction'] },
    },
  ],
  silent: [
    {
      name: 'a fifth of 5 GB is the maximum itself',
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.process.size': '5g',
        'taskmanager.memory.jvm-overhead.fraction': '0.2',
        'taskmanager.memory.jvm-overhead.max': '1100m',
      },
    },
    {
      name: 'no fraction is stated',
      flinkVersion: '1.10',
      config: { 'taskmanager.memory.process.size': '64g' },
    },
  ],
};
