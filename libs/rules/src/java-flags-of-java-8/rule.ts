import { countOf, textOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import { flagName, javaOptionsOf } from '../java-options.js';
import type { Rule, Violation } from '../rule.js';
import { refusedFrom } from './flags.js';

const IGNORES = '-XX:+IgnoreUnrecognizedVMOptions';
/** Flink 2 runs on Java 11 and later only. */
const LEAST_OF_FLINK_2 = 11;

export const rule: Rule = {
  id: 'java-flags-of-java-8',
  family: 'memory',
  severity: 'warning',
  title: 'Flags that a newer JVM does not start with',
  why: 'Flags of the collectors and GC logs of Java 8 are gone from later versions. A JVM that meets one says “Unrecognized VM option” and ends, before Flink has logged a line. An image with a newer Java then takes the whole cluster down, with a configuration that nobody has touched.',
  remedy: 'Take the flags out; log garbage collections by -Xlog:gc* and let Java choose G1.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  since: '1.15',
  check: (facts) =>
    javaOptionsOf(facts).flatMap((options): Violation[] => {
      if (options.flags.includes(IGNORES)) return [];
      const refused = options.flags.flatMap((flag) => {
        const from = refusedFrom(flagName(flag) ?? '');
        return from === undefined || starts(facts, from) ? [] : [{ flag, from }];
      });
      const java = javaOf(facts);
      if (refused.length === 0) return [];
      const { key } = options;
      const text = options.without(refused.map(({ flag }) => flag));
      const set: Readonly<Record<string, string>> = text === null || text === '' ? {} : { [key]: text };
      const fix = { set, unset: text === '' ? [key] : [] };
      const sure = java !== undefined && refused.some(({ from }) => from <= java);
      return [
        {
          message: `No JVM starts with ${refused.map(({ flag, from }) => `${flag} (from Java ${from} on)`).join(', ')}.${java === undefined ? '' : ` This one is Java ${java}${facts.environment?.javaVersion === undefined ? ' or later' : ''}.`}`,
          path: key,
          evidence: [
            ...refused.map(({ flag }) => textOf('flag', flag, `/config/${key}`)),
            ...refused.slice(0, 1).map(({ from }) => countOf('refused from Java', from, 'Configuration')),
          ],
          ...(sure && { severity: 'error' }),
          ...(text !== null && { fix }),
        },
      ];
    }),
};

/** The Java that runs, or the oldest that this Flink runs on; undefined where that is Java 8. */
const javaOf = ({ environment, config }: LintFacts): number | undefined =>
  environment?.javaVersion ?? (config.isFrom(2, 0) ? LEAST_OF_FLINK_2 : undefined);

/** Whether the Java that is known of starts with a flag that is refused from a version on. */
const starts = ({ environment }: LintFacts, from: number): boolean =>
  environment?.javaVersion !== undefined && environment.javaVersion < from;
