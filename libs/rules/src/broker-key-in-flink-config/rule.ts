import type { Rule, Violation } from '../rule.js';
import { entry } from '../setting-evidence.js';
import { kafkaRole } from './kafka-keys.js';

export const rule: Rule = {
  id: 'broker-key-in-flink-config',
  family: 'availability',
  severity: 'warning',
  title: 'A setting of Kafka stands in Flink’s file',
  why: 'Flink does not hand its own configuration to Kafka: neither brokers nor the clients of a job see what stands here. Whoever raises transaction.max.timeout.ms in this file has raised nothing, and the exactly-once sink is still refused at the start or loses its transactions after an outage.',
  remedy:
    'Set a broker’s key in the configuration of the brokers, and a client’s key at the source or sink of the job.',
  reference: 'F6.1',
  source: '3 Flink Mistakes',
  needs: [],
  check: ({ config }) =>
    Object.keys(config.entries).flatMap((key): Violation[] => {
      const role = kafkaRole(key);
      if (role === undefined || config.known(key) !== null) return [];
      const place =
        role === 'broker'
          ? 'It is a setting of the broker: set it in server.properties, or for a topic.'
          : 'It is a setting of a Kafka client: set it at the builder of the source or sink, in the code of the job.';
      return [
        {
          message: `Flink ${config.flinkVersion} does not read ${key} and tells Kafka nothing of it. ${place}`,
          path: key,
          evidence: [entry(config, key)],
          fix: { set: {}, unset: [key] },
        },
      ];
    }),
};
