import { memorySizeForPeople } from '@plimsoll/units';
import { embeddedMemory, MANAGED_SIZE } from '../embedded-memory.js';
import { bytesOf, countOf, textOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'rocksdb-memory-unbounded',
  family: 'memory',
  severity: 'warning',
  title: 'Nothing bounds the memory of the state backend',
  why: 'RocksDB and ForSt allocate outside of the JVM. Without managed memory each state has caches and memtables of its own, and Flink counts none of them in the process size. The process grows with every state and every slot until the kernel kills it.',
  remedy:
    'Let the state backend use managed memory (its default), or fix its memory for each slot or TaskManager.',
  reference: 'F4.5',
  source: 'Flink documentation',
  needs: [],
  since: '1.10',
  check(facts) {
    const answer = embeddedMemory(facts);
    if (answer?.kind !== 'ok') return [];
    const { backend, slots, value } = answer;
    const empty = value.shared !== null && value.shared.totalBytes === 0n;
    if (value.budget !== 'UNMANAGED' && !empty) return [];
    const prefix = `state.backend.${backend}`;
    if (facts.config.sets(`${prefix}.options-factory`)) return [];
    const path = empty ? facts.config.keyOf(MANAGED_SIZE) : `${prefix}.memory.managed`;
    const fix = empty ? null : managedAgain(facts, path);
    const bound = value.unmanagedUpperBoundBytes;
    const known = facts.workload === undefined ? ' and state' : '';
    return [
      {
        message: `${backend} ${empty ? 'is bound to managed memory, of which there is none' : 'does not use managed memory'}: it may take ${memorySizeForPeople(bound)} for each slot${known}, of ${slots} slots, and Flink counts none of it.`,
        path,
        evidence: [
          textOf('state backend', backend, '/config/state.backend'),
          bytesOf(`upper bound per slot${known}`, bound, 'F4.5'),
          countOf('slots', slots, '/config/taskmanager.numberOfTaskSlots'),
        ],
        ...(fix !== null && { fix }),
      },
    ];
  },
};

function managedAgain(facts: LintFacts, key: string): Fix | null {
  const managed = facts.memory.of('taskManager')?.components.managedBytes ?? 0n;
  return managed === 0n || !Object.hasOwn(facts.config.entries, key) ? null : { set: {}, unset: [key] };
}
