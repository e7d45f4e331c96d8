import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    { name: 'none', flinkVersion: '2.3', config: {}, path: 'metrics.reporters' },
    {
      name: 'a name without any options',
      flinkVersion: '1.13',
      config: { 'metrics.reporters': 'prom' },
      path: 'metrics.reporters',
    },
  ],
  silent: [
    {
      name: 'one',
      flinkVersion: '2.3',
      config: {
        'metrics.reporter.prom.factory.class':
          'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
      },
    },
    { name: 'while developing', flinkVersion: '2.3', config: {}, rules: { set: 'development' } },
    {
      name: 'a job in a session cluster, whose processes have a configuration of their own',
      flinkVersion: '2.3',
      config: {},
      deployment: { kind: 'FlinkSessionJob' },
    },
  ],
};
