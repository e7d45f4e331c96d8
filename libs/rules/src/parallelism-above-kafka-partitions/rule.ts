import { highestParallelism, standardParallelism, type Told } from '../cluster-shape.js';
import type { LintFacts } from '../facts.js';
import { placeOf } from '../max-parallelism.js';
import type { Rule } from '../rule.js';
import { told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'parallelism-above-kafka-partitions',
  family: 'work-distribution',
  severity: 'warning',
  title: 'More source subtasks than partitions',
  why: 'A partition is read by one subtask. Those beyond the number of partitions read nothing, and since they never see an event time they hold back the watermark of everything behind them, unless they are declared idle: windows stay open and state grows.',
  remedy:
    'Set the parallelism of the source to the number of partitions or a divisor of it, or add partitions; with event time, use withIdleness.',
  reference: 'F2.1',
  source: 'Keep it going',
  needs: ['job'],
  check(facts) {
    const partitions = facts.job?.kafkaPartitions;
    if (partitions === undefined || partitions < 1) return [];
    return sources(facts)
      .filter(({ value }) => value > partitions)
      .map((source) => ({
        message: `The source runs with parallelism ${source.value} and reads ${partitions} ${partitions === 1 ? 'partition' : 'partitions'}: ${source.value - partitions} subtasks have nothing to read.`,
        path: placeOf(source),
        evidence: [
          told('parallelism', source.value, 'count', source.from),
          told('partitions', partitions, 'count', '/job/kafkaPartitions'),
        ],
      }));
  },
};

/** The Kafka sources of the workload; without one what the job runs with. */
function sources(facts: LintFacts): readonly Told[] {
  if (facts.workload === undefined) {
    const highest = highestParallelism(facts);
    return highest === null ? [] : [highest];
  }
  return facts.workload.operators.flatMap(({ kind, connector, parallelism }, at) =>
    kind === 'source' && connector === 'kafka'
      ? [
          {
            value: parallelism ?? standardParallelism(facts),
            from: `/workload/operators/${at}/parallelism`,
          },
        ]
      : [],
  );
}
