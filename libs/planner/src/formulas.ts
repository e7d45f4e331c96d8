import { type FormulaEntry, type FormulaHeading, type FormulaText, formulaTable } from '@plimsoll/trace';
import { CAPACITY_FORMULAS } from './capacity.js';
import { CHECKPOINT_FORMULAS } from './checkpoint.js';
import { CHECKPOINT_DURATION_FORMULAS } from './checkpoint-duration.js';
import { CHECKPOINT_FACTS_FORMULAS } from './checkpointing/checkpoint-facts.js';
import { CLUSTER_FORMULAS } from './cluster-totals.js';
import { DATAFLOW_FORMULAS } from './dataflow.js';
import { KEYS_TOUCHED, NAIVE_ENTRIES, OPEN_ENTRIES } from './distinct-keys.js';
import { FLOW_TOTAL_FORMULAS } from './flows.js';
import { JOIN_FORMULAS } from './joins.js';
import { LEDGER_FORMULAS } from './ledger-formulas.js';
import { MACHINE_SHARE_FORMULAS } from './machine-share.js';
import { MERGED_PEAK_FORMULAS } from './merged-peak.js';
import { PARAMETERS } from './parameters.js';
import { STATE_FORMULAS } from './state.js';
import { STATE_CACHE_FORMULAS } from './state-cache.js';
import { STATE_SIZE_FORMULAS } from './state-size.js';
import { STATE_TOTAL_FORMULAS } from './state-totals.js';
import { WINDOW_FORMULAS } from './windows.js';

const TALK = 'Metzger, “Keep it going: how to reliably and efficiently operate Apache Flink”';
const FLINK = 'Apache Flink 1.20 source';
const ARITHMETIC = 'derived, and confirmed by brute force or simulation';

const HEADINGS: readonly FormulaHeading[] = [
  { id: 'F1.1', title: 'Rates through a dataflow', source: ARITHMETIC, evidence: 'derived' },
  {
    id: 'F1.2',
    title: 'Exchange traffic of a machine',
    source: `${TALK}; any placement: ${ARITHMETIC}`,
    evidence: 'stated',
  },
  { id: 'F1.3', title: 'The talk’s machine and its cluster totals', source: TALK, evidence: 'stated' },
  {
    id: 'F1.4',
    title: 'Windows per record',
    source: `${FLINK}, SlidingEventTimeWindows`,
    evidence: 'verified',
  },
  {
    id: 'F1.5',
    title: 'Window emission: average, burst, drain',
    source: `${TALK}; burst: ${ARITHMETIC}`,
    evidence: 'derived',
  },
  { id: 'F1.6', title: 'Distinct keys touched, open entries', source: ARITHMETIC, evidence: 'derived' },
  {
    id: 'F1.7',
    title: 'State access',
    source: `${TALK} for logical bytes; physical: ${ARITHMETIC}`,
    evidence: 'derived',
  },
  { id: 'F1.8', title: 'Session windows', source: ARITHMETIC, evidence: 'derived' },
  { id: 'F1.9', title: 'Joins', source: ARITHMETIC, evidence: 'derived' },
  { id: 'F1.10', title: 'Balance of a whole machine', source: ARITHMETIC, evidence: 'derived' },
  {
    id: 'F2.1',
    title: 'Cores and slots',
    source:
      'Apache Flink documentation on slot sharing; Kalavri et al., “Three steps is all you need”, OSDI 2018',
    evidence: 'derived',
  },
  { id: 'F2.3', title: 'Key groups', source: `${FLINK}, KeyGroupRangeAssignment`, evidence: 'verified' },
  {
    id: 'F4.1',
    title: 'State size',
    source: `${FLINK}, CompositeKeySerializationUtils and TimerSerializer; overheads measured on 1.20.5`,
    evidence: 'heuristic',
  },
  { id: 'F4.3', title: 'Incremental checkpoints', source: ARITHMETIC, evidence: 'heuristic' },
  {
    id: 'F4.7',
    title: 'Amplification',
    source: 'RocksDB blog, “Dynamic level size for level-based compaction”, 2015',
    evidence: 'unverified',
  },
  {
    id: 'F4.8',
    title: 'Cache hits',
    source: 'derived, for a cache that holds what is asked for most',
    evidence: 'derived',
  },
  {
    id: 'F5.2',
    title: 'Interval and min pause as Flink applies them',
    source: `${FLINK}, CheckpointCoordinator`,
    evidence: 'verified',
  },
];

const EXPRESSIONS: readonly FormulaText[] = [
  ...DATAFLOW_FORMULAS,
  ...MERGED_PEAK_FORMULAS,
  ...MACHINE_SHARE_FORMULAS,
  ...LEDGER_FORMULAS,
  ...WINDOW_FORMULAS,
  KEYS_TOUCHED,
  OPEN_ENTRIES,
  NAIVE_ENTRIES,
  ...STATE_FORMULAS,
  ...STATE_SIZE_FORMULAS,
  ...JOIN_FORMULAS,
  ...FLOW_TOTAL_FORMULAS,
  ...CHECKPOINT_FORMULAS,
  ...CHECKPOINT_DURATION_FORMULAS,
  ...CLUSTER_FORMULAS,
  ...CAPACITY_FORMULAS,
  ...STATE_TOTAL_FORMULAS,
];

/** What the planner computes with. */
export const FORMULAS: readonly FormulaEntry[] = formulaTable(HEADINGS, [
  { calculator: 'capacity', formulas: EXPRESSIONS, parameters: PARAMETERS },
  { calculator: 'plan', formulas: STATE_CACHE_FORMULAS, parameters: [] },
  { calculator: 'tuneCheckpoints', formulas: CHECKPOINT_FACTS_FORMULAS, parameters: [] },
]);
