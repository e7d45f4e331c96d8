import type { RuleCases } from '../rule-cases.js';

const config = (max: string, parallelism: string) => ({
  'pipeline.max-parallelism': max,
  'parallelism.default': parallelism,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'the most for a small job',
      flinkVersion: '2.3',
      config: config('32768', '4'),
      path: 'pipeline.max-parallelism',
    },
    {
      name: 'one above 64 times',
      flinkVersion: '1.13',
      config: config('1281', '20'),
      path: 'pipeline.max-parallelism',
    },
  ],
  silent: [
    { name: '64 times', flinkVersion: '2.3', config: config('1280', '20') },
    {
      name: 'an autoscaler that moves the parallelism',
      flinkVersion: '1.20',
      config: {
        'pipeline.max-parallelism': '720',
        'parallelism.default': '24',
        'job.autoscaler.enabled': 'true',
      },
    },
    { name: 'ten times', flinkVersion: '2.3', config: config('200', '20') },
    { name: '128 costs nothing, however small the job', flinkVersion: '2.3', config: config('128', '1') },
    {
      name: 'nothing is known of the parallelism',
      flinkVersion: '2.3',
      config: { 'pipeline.max-parallelism': '4096' },
    },
  ],
};
