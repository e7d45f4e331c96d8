import {
  HASHMAP_EXPANSION,
  INCREMENTAL_REWRITE,
  ROCKSDB_EXPANSION,
  SPACE_AMPLIFICATION,
} from '@plimsoll/checkpoint';
import { type LeafFigure, type Parameter, parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

/** The planner's constants, each once: unit, value, reference and how firm it is. A formula holds no bare number of its own. */
const row = <U extends Unit>(values: Parameter<U>): Parameter<U> => values;

const ROWS = {
  targetUtilization: row({
    id: 'cluster.targetUtilization',
    unit: 'ratio',
    value: 0.8,
    description: 'The load line: how full a resource may be on average',
    reference: 'F1.10',
    evidence: 'heuristic',
    versions: 'all',
  }),
  taskManagersPerMachine: row({
    id: 'cluster.taskManagersPerMachine',
    unit: 'count',
    value: 1,
    description: 'TaskManagers on one machine',
    reference: 'F1.3',
    evidence: 'stated',
    versions: 'all',
  }),
  drain: row({
    id: 'window.drain',
    unit: 'ms',
    value: 10_000,
    description: 'How long the emission of one firing takes, unless the slide is shorter',
    reference: 'F1.5',
    evidence: 'heuristic',
    versions: 'all',
  }),
  snapshotExpansionHashmap: HASHMAP_EXPANSION,
  snapshotExpansionRocksdb: ROCKSDB_EXPANSION,
  heapExpansion: row({
    id: 'state.heapExpansion',
    unit: 'ratio',
    value: 7.6,
    description: 'Live heap per byte of entry: 305 B measured for 40 B of one window entry',
    reference: 'F4.1',
    evidence: 'heuristic',
    versions: '1.20',
    when: 'state backend hashmap',
  }),
  keyGroupPrefixSmall: row({
    id: 'state.keyGroupPrefixBytes',
    unit: 'bytes',
    value: 1,
    description: 'Key-group prefix of a state key',
    reference: 'F2.3',
    evidence: 'verified',
    versions: 'all',
    when: 'max parallelism up to 128',
  }),
  keyGroupPrefixLarge: row({
    id: 'state.keyGroupPrefixBytes',
    unit: 'bytes',
    value: 2,
    description: 'Key-group prefix of a state key',
    reference: 'F2.3',
    evidence: 'verified',
    versions: 'all',
    when: 'max parallelism above 128',
  }),
  timeWindowNamespace: row({
    id: 'state.timeWindowNamespaceBytes',
    unit: 'bytes',
    value: 16,
    description: 'Namespace of a window’s state: start and end',
    reference: 'F4.1',
    evidence: 'verified',
    versions: 'all',
  }),
  voidNamespace: row({
    id: 'state.voidNamespaceBytes',
    unit: 'bytes',
    value: 1,
    description: 'Namespace of state without a time window',
    reference: 'F4.1',
    evidence: 'verified',
    versions: 'all',
  }),
  timerTimestamp: row({
    id: 'state.timerTimestampBytes',
    unit: 'bytes',
    value: 8,
    description: 'Timestamp of a timer',
    reference: 'F4.1',
    evidence: 'verified',
    versions: 'all',
  }),
  engineOverhead: row({
    id: 'state.engineOverheadBytes',
    unit: 'bytes',
    value: 8,
    description: 'Sequence number and type that RocksDB keeps with every entry',
    reference: 'F4.1',
    evidence: 'heuristic',
    versions: 'all',
    when: 'state backend rocksdb or forst',
  }),
  spaceAmplification: SPACE_AMPLIFICATION,
  writeAmplification: row({
    id: 'state.writeAmplification',
    unit: 'ratio',
    value: 10,
    description: 'Bytes that compaction writes per byte that the job writes',
    reference: 'F4.7',
    evidence: 'heuristic',
    versions: 'all',
    when: 'state backend rocksdb or forst',
  }),
  blocksPerMiss: row({
    id: 'state.blocksPerMiss',
    unit: 'ratio',
    value: 1,
    description: 'Blocks read from disk for one access that the cache does not hold',
    reference: 'F1.7',
    evidence: 'heuristic',
    versions: 'all',
  }),
  incrementalRewrite: INCREMENTAL_REWRITE,
  readBack: row({
    id: 'checkpointing.readBackRatio',
    unit: 'ratio',
    value: 1,
    description: 'Share of an upload that is read from the state disk first',
    reference: 'F1.10',
    evidence: 'derived',
    versions: 'all',
    when: 'model full, state backend rocksdb or forst on a network disk',
  }),
  noReadBack: row({
    id: 'checkpointing.readBackRatio',
    unit: 'ratio',
    value: 0,
    description: 'Share of an upload that is read from the state disk first',
    reference: 'F1.10',
    evidence: 'heuristic',
    versions: 'all',
    when: 'any other state backend or disk',
  }),
} as const;

type Rows = typeof ROWS;
export type ParameterName = keyof Rows;
type UnitOfParameter<N extends ParameterName> = Rows[N]['unit'];

/** Every row, for the service's description of itself. */
export const PARAMETERS: readonly Parameter[] = Object.values(ROWS);

type Leaf<N extends ParameterName> = LeafFigure<UnitOfParameter<N>>;

const LEAVES = new Map<ParameterName, LeafFigure>();
for (const name of Object.keys(ROWS) as ParameterName[]) LEAVES.set(name, parameter<Unit>(ROWS[name]));

/** Parameters as leaves of a trace; `overrides` replaces values by id, to ask how far one may move. */
export function parameterLeaves(overrides: Readonly<Record<string, number>>) {
  return <N extends ParameterName>(name: N): Leaf<N> => {
    const row: Parameter = ROWS[name];
    const value = overrides[row.id];
    return (value === undefined ? LEAVES.get(name) : parameter({ ...row, value })) as Leaf<N>;
  };
}
