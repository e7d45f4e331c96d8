import { derive, type Figure, formula } from '@plimsoll/trace';
import { operatorLeaf, operatorPointer, type Scope } from './scope.js';

/**
 * F4.1: bytes of one entry in a snapshot. The talk counts the entry alone; the full model takes what was measured
 * (`snapshotEntryBytes`), else adds up key and value with what Flink and RocksDB put beside them, else expands the entry.
 */
export const ROCKSDB_ENTRY = formula({
  reference: 'F4.1',
  label: 'Snapshot bytes per entry',
  unit: 'bytes',
  inputs: { prefix: 'bytes', keyBytes: 'bytes', namespace: 'bytes', valueBytes: 'bytes', overhead: 'bytes' },
  text: 'prefix + keyBytes + namespace + valueBytes + overhead',
  compute: ({ prefix, keyBytes, namespace, valueBytes, overhead }) =>
    prefix + keyBytes + namespace + valueBytes + overhead,
});

export const ROCKSDB_ENTRY_AND_TIMER = formula({
  reference: 'F4.1',
  label: 'Snapshot bytes per entry and its timer',
  unit: 'bytes',
  inputs: {
    prefix: 'bytes',
    keyBytes: 'bytes',
    namespace: 'bytes',
    valueBytes: 'bytes',
    overhead: 'bytes',
    timestamp: 'bytes',
  },
  text: '(prefix + keyBytes + namespace + valueBytes + overhead) + (prefix + timestamp + keyBytes + namespace + overhead)',
  compute: ({ prefix, keyBytes, namespace, valueBytes, overhead, timestamp }) =>
    prefix +
    keyBytes +
    namespace +
    valueBytes +
    overhead +
    (prefix + timestamp + keyBytes + namespace + overhead),
});

const HEAP_ENTRY = formula({
  reference: 'F4.1',
  label: 'Snapshot bytes per entry',
  unit: 'bytes',
  inputs: { keyBytes: 'bytes', namespace: 'bytes', valueBytes: 'bytes' },
  text: 'keyBytes + namespace + valueBytes',
  compute: ({ keyBytes, namespace, valueBytes }) => keyBytes + namespace + valueBytes,
});

const HEAP_ENTRY_AND_TIMER = formula({
  reference: 'F4.1',
  label: 'Snapshot bytes per entry and its timer',
  unit: 'bytes',
  inputs: { keyBytes: 'bytes', namespace: 'bytes', valueBytes: 'bytes', timestamp: 'bytes' },
  text: '(keyBytes + namespace + valueBytes) + (timestamp + keyBytes + namespace)',
  compute: ({ keyBytes, namespace, valueBytes, timestamp }) =>
    keyBytes + namespace + valueBytes + (timestamp + keyBytes + namespace),
});

const EXPANDED_ENTRY = formula({
  reference: 'F4.1',
  label: 'Snapshot bytes per entry',
  unit: 'bytes',
  inputs: { entryBytes: 'bytes', expansion: 'ratio' },
  text: 'entryBytes × expansion',
  compute: ({ entryBytes, expansion }) => entryBytes * expansion,
});

/** F2.4: Flink's default max parallelism is 128 up to this parallelism; above it the key-group prefix takes two bytes. */
const ONE_BYTE_PREFIX_UP_TO = 85;

/** Whether the snapshot size of some operator depends on the parallelism, and so on the number of machines. */
export const sizeDependsOnParallelism = (scope: Scope): boolean =>
  scope.model === 'full' &&
  scope.stateOnDisk &&
  scope.request.workload.operators.some(
    ({ state }) =>
      state?.keyBytes !== undefined &&
      state.valueBytes !== undefined &&
      state.snapshotEntryBytes === undefined,
  );

/** Which of the two prefix sizes a parallelism leads to. */
export const hasLargePrefix = (parallelism: number): boolean => parallelism > ONE_BYTE_PREFIX_UP_TO;

/** Bytes that one entry of an operator with state takes in a snapshot. */
export function snapshotEntryBytes(scope: Scope, index: number, parallelism: number): Figure<'bytes'> {
  const operator = scope.request.workload.operators[index];
  const state = operator?.state;
  const entryBytes = scope.given('bytes', state?.entryBytes ?? 0, operatorPointer(index, 'state/entryBytes'));
  if (operator === undefined || state === undefined || scope.model === 'talk') return entryBytes;
  const measured = operatorLeaf(scope, index, 'bytes', 'state/snapshotEntryBytes', state.snapshotEntryBytes);
  if (measured !== undefined) return measured;
  const keyBytes = operatorLeaf(scope, index, 'bytes', 'state/keyBytes', state.keyBytes);
  const valueBytes = operatorLeaf(scope, index, 'bytes', 'state/valueBytes', state.valueBytes);
  const key = `state.${operator.id}.snapshotEntryBytes`;
  if (keyBytes === undefined || valueBytes === undefined) {
    const expansion = scope.parameter(
      scope.stateOnDisk ? 'snapshotExpansionRocksdb' : 'snapshotExpansionHashmap',
    );
    return derive(key, EXPANDED_ENTRY, { entryBytes, expansion });
  }
  const timed = operator.kind === 'window' && operator.window?.assigner !== 'global';
  const namespace = scope.parameter(timed ? 'timeWindowNamespace' : 'voidNamespace');
  const timestamp = scope.parameter('timerTimestamp');
  if (!scope.stateOnDisk) {
    return timed
      ? derive(key, HEAP_ENTRY_AND_TIMER, { keyBytes, namespace, valueBytes, timestamp })
      : derive(key, HEAP_ENTRY, { keyBytes, namespace, valueBytes });
  }
  const prefix = scope.parameter(hasLargePrefix(parallelism) ? 'keyGroupPrefixLarge' : 'keyGroupPrefixSmall');
  const overhead = scope.parameter('engineOverhead');
  return timed
    ? derive(key, ROCKSDB_ENTRY_AND_TIMER, { prefix, keyBytes, namespace, valueBytes, overhead, timestamp })
    : derive(key, ROCKSDB_ENTRY, { prefix, keyBytes, namespace, valueBytes, overhead });
}

export const STATE_SIZE_FORMULAS = [
  ROCKSDB_ENTRY,
  ROCKSDB_ENTRY_AND_TIMER,
  HEAP_ENTRY,
  HEAP_ENTRY_AND_TIMER,
  EXPANDED_ENTRY,
];
