import type { RuleCases } from '../rule-cases.js';

const FACTORY = 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory';

export const cases: RuleCases = {
  fires: [
    {
      name: 'the class alone, which 2.x does not read',
      flinkVersion: '2.3',
      config: { 'metrics.reporter.prom.class': 'org.apache.flink.metrics.prometheus.PrometheusReporter' },
      path: 'metrics.reporter.prom.factory.class',
      fix: {
        set: { 'metrics.reporter.prom.factory.class': FACTORY },
        unset: ['metrics.reporter.prom.class'],
      },
    },
    {
      name: 'a port and nothing else',
      flinkVersion: '1.20',
      config: { 'metrics.reporter.prom.port': '9249' },
      path: 'metrics.reporter.prom.factory.class',
    },
    {
      name: 'the list names another one',
      flinkVersion: '1.20',
      config: {
        'metrics.reporters': 'jmx',
        'metrics.reporter.prom.factory.class': FACTORY,
        'metrics.reporter.jmx.factory.class': 'org.apache.flink.metrics.jmx.JMXReporterFactory',
      },
      path: 'metrics.reporter.prom',
      fix: { set: { 'metrics.reporters': 'jmx,prom' }, unset: [] },
    },
  ],
  silent: [
    {
      name: 'the class alone, in 1.20',
      flinkVersion: '1.20',
      config: { 'metrics.reporter.prom.class': 'org.apache.flink.metrics.prometheus.PrometheusReporter' },
    },
    {
      name: 'both in the list',
      flinkVersion: '2.3',
      config: { 'metrics.reporters': 'prom, other', 'metrics.reporter.prom.factory.class': FACTORY },
    },
    { name: 'none', flinkVersion: '2.3', config: {} },
  ],
};
