import { derive, type Figure, flinkDefault, formula } from '@plimsoll/trace';
import type { OperatorFlow } from './dataflow.js';
import { operatorLeaf, operatorPointer, type Scope } from './scope.js';
import { snapshotEntryBytes } from './state-size.js';

/**
 * What an operator keeps and how it touches it, over the whole cluster: F1.6 entries, F4.1 bytes, F1.7 access.
 * Snapshot bytes are what a full checkpoint writes; with rocksdb and forst they are also the live bytes on disk.
 */
export interface OperatorState {
  readonly index: number;
  readonly records: Figure<'perSecond'>;
  /** Entries that one record touches; null: one. */
  readonly panes: Figure<'count'> | null;
  readonly entries: Figure<'count'>;
  readonly entryBytes: Figure<'bytes'>;
  readonly snapshotEntryBytes: Figure<'bytes'>;
  readonly snapshotBytes: Figure<'bytes'>;
  readonly accesses: Figure<'perSecond'>;
  /** null where state lives in memory. */
  readonly access: StateAccess | null;
}

export interface StateAccess {
  readonly read: Figure<'bytesPerSecond'>;
  readonly write: Figure<'bytesPerSecond'>;
  /** null: the cache hit ratio is not known, so every access is assumed to be served from the cache. */
  readonly operations: Figure<'operationsPerSecond'> | null;
}

const SNAPSHOT = formula({
  reference: 'F4.1',
  label: 'State',
  unit: 'bytes',
  inputs: { entries: 'count', snapshotEntryBytes: 'bytes' },
  text: 'entries × snapshotEntryBytes',
  compute: ({ entries, snapshotEntryBytes: size }) => entries * size,
});

const ACCESSES = formula({
  reference: 'F1.7',
  label: 'State accesses per second',
  unit: 'perSecond',
  inputs: { recordsPerSecond: 'perSecond', panes: 'count' },
  text: 'recordsPerSecond × panes',
  compute: ({ recordsPerSecond, panes }) => recordsPerSecond * panes,
});

export const LOGICAL = formula({
  reference: 'F1.7',
  label: 'State bytes accessed per second',
  unit: 'bytesPerSecond',
  inputs: { accesses: 'perSecond', entryBytes: 'bytes' },
  text: 'accesses × entryBytes',
  evidence: 'stated',
  compute: ({ accesses, entryBytes }) => accesses * entryBytes,
});

export const READ_OPERATIONS = formula({
  reference: 'F1.7',
  label: 'State read operations',
  unit: 'operationsPerSecond',
  inputs: { accesses: 'perSecond', cacheHitRatio: 'ratio', blocksPerMiss: 'ratio' },
  text: 'accesses × (1 − cacheHitRatio) × blocksPerMiss',
  compute: ({ accesses, cacheHitRatio, blocksPerMiss }) => accesses * (1 - cacheHitRatio) * blocksPerMiss,
});

export const PHYSICAL_READ = formula({
  reference: 'F1.7',
  label: 'State bytes read',
  unit: 'bytesPerSecond',
  inputs: {
    operations: 'operationsPerSecond',
    blockBytes: 'bytes',
    logical: 'bytesPerSecond',
    writeAmplification: 'ratio',
  },
  text: 'operations × blockBytes + logical × (writeAmplification − 1)',
  compute: ({ operations, blockBytes, logical, writeAmplification }) =>
    operations * blockBytes + logical * (writeAmplification - 1),
});

export const PHYSICAL_WRITE = formula({
  reference: 'F1.7',
  label: 'State bytes written',
  unit: 'bytesPerSecond',
  inputs: { logical: 'bytesPerSecond', writeAmplification: 'ratio' },
  text: 'logical × writeAmplification',
  compute: ({ logical, writeAmplification }) => logical * writeAmplification,
});

/** The state of an operator, or undefined where it keeps none. */
export function operatorState(
  scope: Scope,
  flow: OperatorFlow,
  parallelism: number,
): OperatorState | undefined {
  const { index } = flow;
  const operator = scope.request.workload.operators[index];
  if (operator?.state === undefined) return undefined;
  const key = `state.${operator.id}`;
  const entries =
    flow.emission?.entries ?? scope.given('count', operator.keys ?? 0, operatorPointer(index, 'keys'));
  const entryBytes = scope.given(
    'bytes',
    operator.state.entryBytes,
    operatorPointer(index, 'state/entryBytes'),
  );
  const perEntry = snapshotEntryBytes(scope, index, parallelism);
  const panes = flow.emission?.panes ?? null;
  const recordsPerSecond = flow.input.records;
  const accesses =
    panes === null ? recordsPerSecond : derive(`${key}.accesses`, ACCESSES, { recordsPerSecond, panes });
  return {
    index,
    records: recordsPerSecond,
    panes,
    entries,
    entryBytes,
    snapshotEntryBytes: perEntry,
    snapshotBytes: derive(`${key}.bytes`, SNAPSHOT, { entries, snapshotEntryBytes: perEntry }),
    accesses,
    access: scope.stateOnDisk ? stateAccess(scope, index, key, accesses, entryBytes) : null,
  };
}

function stateAccess(
  scope: Scope,
  index: number,
  key: string,
  accesses: Figure<'perSecond'>,
  entryBytes: Figure<'bytes'>,
): StateAccess {
  const state = scope.request.workload.operators[index]?.state;
  const logical = derive(`${key}.logical`, LOGICAL, { accesses, entryBytes });
  const cacheHitRatio = operatorLeaf(scope, index, 'ratio', 'state/cacheHitRatio', state?.cacheHitRatio);
  return cacheHitRatio === undefined || scope.model === 'talk'
    ? { read: logical, write: logical, operations: null }
    : physicalAccess(scope, index, key, accesses, logical, cacheHitRatio);
}

/** The same state where a part of its reads is known to be served from a cache; as it is where its request says a ratio itself. */
export function cachedAccess(
  scope: Scope,
  state: OperatorState,
  cacheHitRatio: Figure<'ratio'>,
): OperatorState {
  const { index, access, accesses } = state;
  if (access === null || access.operations !== null) return state;
  const key = `state.${scope.request.workload.operators[index]?.id ?? ''}`;
  return { ...state, access: physicalAccess(scope, index, key, accesses, access.read, cacheHitRatio) };
}

function physicalAccess(
  scope: Scope,
  index: number,
  key: string,
  accesses: Figure<'perSecond'>,
  logical: Figure<'bytesPerSecond'>,
  cacheHitRatio: Figure<'ratio'>,
): StateAccess {
  const state = scope.request.workload.operators[index]?.state;
  const writeAmplification =
    operatorLeaf(scope, index, 'ratio', 'state/writeAmplification', state?.writeAmplification) ??
    scope.parameter('writeAmplification');
  const blockBytes = flinkDefault('bytes', BLOCK_BYTES, 'state.backend.rocksdb.block.blocksize');
  const blocksPerMiss = scope.parameter('blocksPerMiss');
  const operations = derive(`${key}.readOperations`, READ_OPERATIONS, {
    accesses,
    cacheHitRatio,
    blocksPerMiss,
  });
  return {
    read: derive(`${key}.read`, PHYSICAL_READ, { operations, blockBytes, logical, writeAmplification }),
    write: derive(`${key}.write`, PHYSICAL_WRITE, { logical, writeAmplification }),
    operations,
  };
}

/** Flink's default block of RocksDB, 4 KiB. */
export const BLOCK_BYTES = 4096;

export const STATE_FORMULAS = [SNAPSHOT, ACCESSES, LOGICAL, READ_OPERATIONS, PHYSICAL_READ, PHYSICAL_WRITE];
