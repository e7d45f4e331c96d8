import { textOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';

const KEYS = [
  'containerized.heap-cutoff-ratio',
  'containerized.heap-cutoff-min',
  'yarn.heap-cutoff-ratio',
  'yarn.heap-cutoff-min',
];

export const rule: Rule = {
  id: 'legacy-cutoff-not-read',
  family: 'memory',
  severity: 'warning',
  title: 'The cut-off of containers is not read any more',
  why: 'Up to Flink 1.9 a cut-off kept a part of the container free for what lies outside of the heap. Since 1.10 each of these parts has an option of its own, and the cut-off is ignored without a word. A team that had raised it for RocksDB has lost that memory with the upgrade.',
  remedy:
    'Take the keys out. Let managed memory hold RocksDB, and set taskmanager.memory.jvm-overhead.fraction and .max for other native memory.',
  reference: 'F7.1',
  source: 'Keep it going',
  needs: [],
  since: '1.10',
  check: ({ config }) =>
    KEYS.filter((key) => Object.hasOwn(config.entries, key)).map((key) => ({
      message: `Flink ${config.flinkVersion} does not read ${key} (“${config.entries[key]}”): managed memory and JVM overhead took its place in 1.10.`,
      path: key,
      evidence: [textOf(key, config.entries[key] ?? '', `/config/${key}`)],
      fix: { set: {}, unset: [key] },
    })),
};
