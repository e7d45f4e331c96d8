import type { ConfigReader } from '../config-reader.js';
import { configuredReporters, listedReporters } from '../reporters.js';
import type { Rule, Violation } from '../rule.js';
import { entry, setting } from '../setting-evidence.js';

const LIST = 'metrics.reporters';

export const rule: Rule = {
  id: 'metrics-reporter-not-started',
  family: 'availability',
  severity: 'warning',
  title: 'A reporter is configured and does not start',
  why: 'Flink starts a reporter only with the class of its factory, and, where metrics.reporters is set, only if that names it. Else it leaves one line in the log and runs without: dashboards and alerts stay empty.',
  remedy:
    'Set metrics.reporter.<name>.factory.class, and name the reporter in metrics.reporters or leave that out.',
  reference: 'Metric Reporters',
  source: 'Flink documentation',
  needs: [],
  check({ config }) {
    const names = configuredReporters(config);
    const listed = listedReporters(config);
    return names.flatMap((name) => {
      if (listed !== null && !listed.includes(name)) return [notListed(config, name, listed)];
      return withoutFactory(config, name);
    });
  },
};

function notListed(config: ConfigReader, name: string, listed: readonly string[]): Violation {
  return {
    message: `${LIST} names ${listed.join(', ')} and not ${name}, so ${name} is not started.`,
    path: `metrics.reporter.${name}`,
    evidence: [setting(config, LIST)],
    fix: { set: { [LIST]: [...listed, name].join(',') }, unset: [] },
  };
}

/** Reporters of Flink itself have a factory of the same name. */
const FLINKS =
  /^org\.apache\.flink\.metrics\.(?:prometheus|jmx|graphite|influxdb|statsd|datadog|slf4j)\.\w+Reporter$/;

function withoutFactory(config: ConfigReader, name: string): Violation[] {
  const factory = `metrics.reporter.${name}.factory.class`;
  const ofClass = `metrics.reporter.${name}.class`;
  if ((config.entries[factory] ?? '').trim() !== '') return [];
  const className = config.entries[ofClass];
  if (className !== undefined && !config.isFrom(2, 0)) return [];
  const known = className !== undefined && FLINKS.test(className);
  return [
    {
      message: `${factory} is not set${className === undefined ? '' : `, and ${ofClass} is not read from Flink 2.0 on`}: ${name} is not started.`,
      path: factory,
      evidence: [
        className === undefined
          ? { name: factory, value: 'not set', unit: 'text', from: `/config/${factory}` }
          : entry(config, ofClass),
      ],
      ...(known && { fix: { set: { [factory]: `${className}Factory` }, unset: [ofClass] } }),
    },
  ];
}
