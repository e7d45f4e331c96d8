import { memorySizeForPeople } from '@plimsoll/units';
import { MANAGED_SIZE } from '../embedded-memory.js';
import { bytesOf, textOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import type { Rule } from '../rule.js';
import { type StateBackend, stateBackendOf } from '../state-backend.js';

const OLD_KEYS = ['taskmanager.memory.size', 'taskmanager.memory.managed.fraction'];
const WEIGHTS = 'taskmanager.memory.managed.consumer-weights';
/** Where no backend is named, less than this is not worth a word: the job may name one. */
const TOLD_BY_DEFAULT = 2n ** 30n;
/** Python functions and operators of SQL take managed memory too. */
const TAKERS = ['python.', 'table.', 'sql-'];

export const rule: Rule = {
  id: 'managed-memory-idle',
  family: 'memory',
  severity: 'warning',
  title: 'Managed memory that nothing uses',
  why: 'State on the heap takes no managed memory: that is for RocksDB and ForSt, for batch operators, for some operators of SQL, and for Python. Flink reserves 40 % of its memory for it all the same. The heap, which holds the state, is that much smaller.',
  remedy: `Set ${MANAGED_SIZE} to 0 for a streaming job with the hashmap backend, and the heap gets it.`,
  reference: 'F8.1',
  source: '3 Flink Mistakes',
  needs: [],
  sets: ['production', 'development'],
  since: '1.10',
  check(facts) {
    const backend = stateBackendOf(facts);
    if (backend === null || backend.name !== 'hashmap' || mayBeTaken(facts)) return [];
    const memory = facts.memory.of('taskManager');
    const managed = memory?.components.managedBytes ?? 0n;
    const least = backend.from === 'default' ? TOLD_BY_DEFAULT : 1n;
    if (memory === null || managed < least) return [];
    const fix = backend.from === 'default' ? null : withoutManaged(facts);
    const share = Math.round((Number(managed) / Number(memory.totalProcessBytes)) * 100);
    return [
      {
        message: `State lies on the heap${BY[backend.from]}, and ${memorySizeForPeople(managed)} of ${memorySizeForPeople(memory.totalProcessBytes)} (${share} %) are managed memory that nothing takes. Set ${MANAGED_SIZE} to 0 and the heap gets it.`,
        path: facts.config.keyOf(MANAGED_SIZE),
        evidence: [
          bytesOf('managed memory', managed, `/config/${facts.config.keyOf(MANAGED_SIZE)}`),
          textOf('state backend', backend.name, backend.pointer),
        ],
        ...(backend.from === 'default' && { severity: 'info' }),
        ...(fix !== null && { fix }),
      },
    ];
  },
};

const BY: Readonly<Record<StateBackend['from'], string>> = {
  config: '',
  cluster: '',
  default: ' by default, unless the job names another state backend',
};

/** Whether something else may take it, or monitoring saw it taken. */
function mayBeTaken({ config, job, observed }: LintFacts): boolean {
  if (job?.type === 'batch' || config.text('execution.runtime-mode')?.toUpperCase() === 'BATCH') return true;
  if ((observed?.managedUsedBytes ?? 0) > 0 || config.sets(WEIGHTS)) return true;
  return Object.keys(config.entries).some((key) => TAKERS.some((prefix) => key.startsWith(prefix)));
}

function withoutManaged({ config, memory }: LintFacts): Fix | null {
  const unset = OLD_KEYS.filter((key) => Object.hasOwn(config.entries, key));
  const fix = { set: { [MANAGED_SIZE]: '0b' }, unset };
  return memory.after('taskManager', fix) === null ? null : fix;
}
