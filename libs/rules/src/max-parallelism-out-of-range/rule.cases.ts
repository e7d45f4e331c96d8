import type { RuleCases } from '../rule-cases.js';

const max = (value: string) => ({ 'pipeline.max-parallelism': value });

export const cases: RuleCases = {
  fires: [
    {
      name: 'one too many',
      flinkVersion: '2.3',
      config: max('32769'),
      path: 'pipeline.max-parallelism',
      fix: { set: max('32768'), unset: [] },
    },
    {
      name: 'the default, written down',
      flinkVersion: '1.20',
      config: max('-1'),
      path: 'pipeline.max-parallelism',
      fix: { set: {}, unset: ['pipeline.max-parallelism'] },
    },
    {
      name: 'in the code',
      flinkVersion: '1.13',
      config: {},
      job: { maxParallelism: 0 },
      path: '/job/maxParallelism',
    },
  ],
  silent: [
    { name: 'the most', flinkVersion: '2.3', config: max('32768') },
    { name: 'the fewest', flinkVersion: '1.13', config: max('1') },
    { name: 'not set', flinkVersion: '2.3', config: {} },
  ],
};
