import { type DerivedFigure, derive, type Figure, formula } from '@plimsoll/trace';
import { distinctKeys } from './distinct-keys.js';
import { operatorPointer, RAISED_INTERVAL, type Scope } from './scope.js';
import type { OperatorState } from './state.js';

/**
 * What checkpoints move: the whole state, or (incremental: rocksdb and forst) the part that changed since the last one.
 * The talk spreads the upload over the interval; F1.10 adds what must first be read from the state disk.
 */
export interface SnapshotUpload {
  /** Of one checkpoint of the whole job. */
  readonly bytes: Figure<'bytes'>;
  readonly upload: Figure<'bytesPerSecond'>;
  readonly readBack: Figure<'bytesPerSecond'> | null;
}

const TOUCHED = formula({
  reference: 'F4.3',
  label: 'Keys changed between two checkpoints',
  unit: 'count',
  inputs: { keys: 'count', recordsPerSecond: 'perSecond', interval: 'ms' },
  text: 'D(keys, recordsPerSecond × interval ÷ 1 s)',
  compute: ({ keys, recordsPerSecond, interval }) => distinctKeys(keys, (recordsPerSecond * interval) / 1000),
});

const TOUCHED_ENTRIES = formula({
  reference: 'F4.3',
  label: 'Entries changed between two checkpoints',
  unit: 'count',
  inputs: { changedKeys: 'count', panes: 'count' },
  text: 'changedKeys × panes',
  compute: ({ changedKeys, panes }) => changedKeys * panes,
});

/** A join appends: every record is an entry of its own. */
const APPENDED_ENTRIES = formula({
  reference: 'F4.3',
  label: 'Entries changed between two checkpoints',
  unit: 'count',
  inputs: { recordsPerSecond: 'perSecond', interval: 'ms' },
  text: 'recordsPerSecond × interval ÷ 1 s',
  compute: ({ recordsPerSecond, interval }) => (recordsPerSecond * interval) / 1000,
});

export const INCREMENT = formula({
  reference: 'F4.3',
  label: 'Incremental checkpoint',
  unit: 'bytes',
  inputs: {
    changedEntries: 'count',
    snapshotEntryBytes: 'bytes',
    rewrite: 'ratio',
    stateBytes: 'bytes',
    spaceAmplification: 'ratio',
  },
  text: 'min(changedEntries × snapshotEntryBytes × rewrite, stateBytes × spaceAmplification)',
  compute: ({ changedEntries, snapshotEntryBytes, rewrite, stateBytes, spaceAmplification }) =>
    Math.min(changedEntries * snapshotEntryBytes * rewrite, stateBytes * spaceAmplification),
});

const UPLOAD = formula({
  reference: 'F1.3',
  label: 'Checkpoint upload, averaged over the interval',
  unit: 'bytesPerSecond',
  inputs: { checkpointBytes: 'bytes', interval: 'ms' },
  text: 'checkpointBytes ÷ interval × 1 s',
  evidence: 'stated',
  compute: ({ checkpointBytes, interval }) => (checkpointBytes / interval) * 1000,
});

const READ_BACK = formula({
  reference: 'F1.10',
  label: 'Checkpoint read-back from the state disk',
  unit: 'bytesPerSecond',
  inputs: { upload: 'bytesPerSecond', readBackRatio: 'ratio' },
  text: 'upload × readBackRatio',
  compute: ({ upload, readBackRatio }) => upload * readBackRatio,
});

/** hashmap writes full checkpoints whatever is asked for. */
export const isIncremental = (scope: Scope): boolean =>
  scope.request.checkpointing?.incremental === true && scope.stateOnDisk;

/** Bytes of one checkpoint of an operator's state. */
export const checkpointBytes = (scope: Scope, state: OperatorState): number => {
  if (scope.checkpointInterval === undefined) return 0;
  return isIncremental(scope) ? (snapshotUpload(scope, state)?.bytes.value ?? 0) : state.snapshotBytes.value;
};

export function snapshotUpload(scope: Scope, state: OperatorState): SnapshotUpload | null {
  const interval = scope.checkpointInterval;
  const operator = scope.request.workload.operators[state.index];
  if (interval === undefined || operator === undefined) return null;
  const key = `checkpoint.${operator.id}`;
  const bytes = isIncremental(scope) ? increment(scope, state, interval, key) : state.snapshotBytes;
  const upload = derive(`${key}.upload`, UPLOAD, { checkpointBytes: bytes, interval });
  const readBackRatio = readBackOf(scope);
  const readBack =
    readBackRatio.value > 0 ? derive(`${key}.readBack`, READ_BACK, { upload, readBackRatio }) : null;
  return { bytes, upload, readBack };
}

function increment(
  scope: Scope,
  state: OperatorState,
  interval: Figure<'ms'>,
  key: string,
): DerivedFigure<'bytes'> {
  return derive(`${key}.increment`, INCREMENT, {
    changedEntries: changedEntries(scope, state, interval, key),
    snapshotEntryBytes: state.snapshotEntryBytes,
    rewrite: scope.parameter('incrementalRewrite'),
    stateBytes: state.snapshotBytes,
    spaceAmplification: scope.parameter('spaceAmplification'),
  });
}

function changedEntries(
  scope: Scope,
  state: OperatorState,
  interval: Figure<'ms'>,
  key: string,
): Figure<'count'> {
  const operator = scope.request.workload.operators[state.index];
  const recordsPerSecond = state.records;
  if (operator?.kind === 'join') {
    return derive(`${key}.changedEntries`, APPENDED_ENTRIES, { recordsPerSecond, interval });
  }
  const keys = scope.given('count', operator?.keys ?? 1, operatorPointer(state.index, 'keys'));
  const changedKeys = derive(`${key}.changedKeys`, TOUCHED, { keys, recordsPerSecond, interval });
  return state.panes === null
    ? changedKeys
    : derive(`${key}.changedEntries`, TOUCHED_ENTRIES, { changedKeys, panes: state.panes });
}

/** The talk leaves read-back out; the full model counts it where rocksdb or forst keep their files on a network disk. */
export function readBackOf(scope: Scope): Figure<'ratio'> {
  const given = scope.request.checkpointing?.readBackRatio;
  if (scope.model === 'talk' || !scope.stateOnDisk) return scope.parameter('noReadBack');
  if (given !== undefined) return scope.given('ratio', given, '/checkpointing/readBackRatio');
  return scope.parameter(scope.stateOnDisk && scope.diskAttachment === 'network' ? 'readBack' : 'noReadBack');
}

export const CHECKPOINT_FORMULAS = [
  RAISED_INTERVAL,
  TOUCHED,
  TOUCHED_ENTRIES,
  APPENDED_ENTRIES,
  INCREMENT,
  UPLOAD,
  READ_BACK,
];
