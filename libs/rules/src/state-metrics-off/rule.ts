import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

/** Cheap to read, and what is asked for first when state is slow. */
const FIRST = ['block-cache-usage', 'estimate-pending-compaction-bytes', 'is-write-stopped'] as const;

export const rule: Rule = {
  id: 'state-metrics-off',
  family: 'availability',
  severity: 'info',
  title: 'The state backend reports nothing of itself',
  why: 'RocksDB and ForSt work outside of the heap, where the metrics of the JVM do not see them. Whether the cache is too small, compaction falls behind or writes are stopped is known from their own metrics only, all of which are off.',
  remedy:
    'Switch on a few of them, those that are read from a property of the database: the others cost throughput.',
  reference: 'RocksDB State Backend Metrics',
  source: '3 Flink Mistakes',
  needs: [],
  sets: ['production'],
  check({ config }) {
    const type = config.named('state.backend.type', 'state.backend');
    const name = config.text(type)?.toLowerCase();
    if (name !== 'rocksdb' && name !== 'forst') return [];
    const prefix = `state.backend.${name}.metrics.`;
    const asked = Object.keys(config.entries).some(
      (key) => key.startsWith(prefix) && config.flag(key) === true,
    );
    if (asked) return [];
    const keys = FIRST.map((metric) => `${prefix}${metric}`).filter((key) => config.knows(key));
    if (keys.length === 0) return [];
    return [
      {
        message: `${config.keyOf(type)} is ${name} and no ${prefix}… is true: what the state does with its memory and its disk is not seen. Set ${keys.join(', ')}.`,
        path: config.keyOf(type),
        evidence: [setting(config, type), ...keys.map((key) => setting(config, key))],
        fix: { set: Object.fromEntries(keys.map((key) => [key, 'true'])), unset: [] },
      },
    ];
  },
};
