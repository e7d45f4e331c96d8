import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a parallelism of the file',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '12' },
      path: 'pipeline.max-parallelism',
    },
    {
      name: 'a parallelism of the deployment',
      flinkVersion: '1.17',
      config: {},
      deployment: { kind: 'FlinkDeployment', parallelism: 86 },
      path: 'pipeline.max-parallelism',
    },
  ],
  silent: [
    {
      name: 'it is set',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '12', 'pipeline.max-parallelism': '720' },
    },
    {
      name: 'the code sets it',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '12' },
      job: { maxParallelism: 720 },
    },
    { name: 'nothing is known of the parallelism', flinkVersion: '2.3', config: {} },
    {
      name: 'a batch job',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '12' },
      job: { type: 'batch' },
    },
  ],
};
