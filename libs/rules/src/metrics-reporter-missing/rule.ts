import { isOfJobAlone } from '../high-availability.js';
import { configuredReporters } from '../reporters.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'metrics-reporter-missing',
  family: 'availability',
  severity: 'warning',
  title: 'No metrics leave the cluster',
  why: 'The web interface shows the last minutes and forgets them with the process. Heap after garbage collection, metaspace, back pressure, checkpoint durations and restarts have to be seen over days to size anything, and are gone when they are needed: after the failure.',
  remedy:
    'Set a reporter, as metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory, and look at seven days of it before memory is tuned.',
  reference: 'Metric Reporters',
  source: '3 Flink Mistakes',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config } = facts;
    if (isOfJobAlone(facts) || configuredReporters(config).length > 0) return [];
    const list = 'metrics.reporters';
    return [
      {
        message: `No metrics.reporter.<name> is set${config.sets(list) ? `, although ${list} names ${config.raw(list)}` : ''}: nothing of what the processes measure is kept.`,
        path: list,
        evidence: [setting(config, list)],
      },
    ];
  },
};
