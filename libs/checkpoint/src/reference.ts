import { type FormulaEntry, type FormulaHeading, formulaTable, type Parameter } from '@plimsoll/trace';
import { DURATION_FORMULAS, DURATION_PARAMETERS } from './duration/index.js';
import { JUDGE_FORMULAS, JUDGE_PARAMETERS } from './judge/index.js';
import { KAFKA_PARAMETERS } from './kafka/parameters.js';
import { KAFKA_FORMULAS } from './kafka/reference.js';
import { RECOVERY_FORMULAS, RECOVERY_PARAMETERS } from './recovery/reference.js';
import { SIZE_FORMULAS, SIZE_PARAMETERS } from './size/index.js';
import { METASPACE_FORMULAS } from './slow-trouble/metaspace-formulas.js';
import {
  METASPACE_PARAMETERS,
  SLOW_TROUBLE_PARAMETERS,
  WINDOW_PARAMETERS,
} from './slow-trouble/parameters.js';
import { WINDOW_FORMULAS } from './slow-trouble/window-formulas.js';
import { STORAGE_FORMULAS, STORAGE_PARAMETERS } from './storage/reference.js';
import { TIMELINE_FORMULAS } from './timeline/formulas.js';
import { TUNING_FORMULAS, TUNING_PARAMETERS } from './tuning/index.js';

const CONNECTOR = 'flink-connector-kafka 3.3 and 4.0 source; Kafka 3.9 source';

const THREE_MISTAKES = 'Metzger and Xie, “3 Flink Mistakes We Made So You Won’t Have To”, Current 2023';
const AUTOSCALER =
  'Flink Kubernetes operator source, its autoscaler; Kalavri et al., “Three steps is all you need”, OSDI 2018';
const FLINK = 'Apache Flink 1.20 source';
const RABBIT_HOLES = 'Wu, “Rabbit Holes in Flink Operations (Part 1)”, 2022';

const HEADINGS: readonly FormulaHeading[] = [
  { id: 'F2.2', title: 'What the autoscaler aims for', source: AUTOSCALER, evidence: 'verified' },
  {
    id: 'F3.1',
    title: 'Backlog of a day that swings',
    source: 'derived, a fluid queue',
    evidence: 'derived',
  },
  {
    id: 'F3.2',
    title: 'Recovery',
    source: 'derived, a fluid queue; measured on Flink 1.20.5; Metzger, “Keep it going”',
    evidence: 'derived',
  },
  { id: 'F3.3', title: 'Backlog of any profile', source: 'derived, a fluid queue', evidence: 'derived' },
  {
    id: 'F4.1',
    title: 'State size',
    source: `${FLINK}; overheads measured on 1.20.5`,
    evidence: 'heuristic',
  },
  { id: 'F4.2', title: 'State with a time to live', source: 'derived', evidence: 'derived' },
  { id: 'F4.3', title: 'Incremental checkpoints', source: 'derived', evidence: 'heuristic' },
  { id: 'F4.4', title: 'Keys that skewed updates touch', source: 'derived', evidence: 'derived' },
  {
    id: 'F4.7',
    title: 'Amplification',
    source: 'RocksDB blog, “Dynamic level size for level-based compaction”, 2015',
    evidence: 'unverified',
  },
  { id: 'F4.9', title: 'Changelog state backend', source: `derived; ${FLINK}`, evidence: 'derived' },
  { id: 'F4.10', title: 'Restore time', source: `derived; ${FLINK}`, evidence: 'derived' },
  {
    id: 'F5.1',
    title: 'Classical optima of the interval',
    source: 'Young, CACM 1974; Daly, FGCS 2006; the utilization of periodic checkpoints: derived',
    evidence: 'verified',
  },
  {
    id: 'F5.2',
    title: 'Interval and min pause as Flink applies them',
    source: 'Apache Flink 1.20 source, CheckpointCoordinator',
    evidence: 'verified',
  },
  { id: 'F5.3', title: 'Duration of a checkpoint', source: `derived; ${FLINK}`, evidence: 'derived' },
  { id: 'F5.4', title: 'Intervals that meet every objective', source: 'derived', evidence: 'derived' },
  {
    id: 'F5.5',
    title: 'Cost of checkpoints to a stream',
    source: 'derived; confirmed by event simulation',
    evidence: 'derived',
  },
  {
    id: 'F6.1',
    title: 'Age of a Kafka transaction, and what outlasts it',
    source: `${CONNECTOR}; ${THREE_MISTAKES}`,
    evidence: 'derived',
  },
  { id: 'F6.2', title: 'Transactional ids alive', source: CONNECTOR, evidence: 'verified' },
  {
    id: 'F9.1',
    title: 'Disk and state backend for state',
    source: `${THREE_MISTAKES}, for prices and rated figures; speeds measured on 1.20.5`,
    evidence: 'stated',
  },
  {
    id: 'F10.1',
    title: 'Blob server',
    source: `${RABBIT_HOLES}; ${FLINK}, BlobServer`,
    evidence: 'verified',
  },
  {
    id: 'F10.2',
    title: 'Metaspace that submissions leave behind',
    source: `${RABBIT_HOLES}; growth of a series: least squares`,
    evidence: 'derived',
  },
  {
    id: 'F10.3',
    title: 'Windows kept past their end',
    source: `${RABBIT_HOLES}; arithmetic derived, growth of a series: least squares`,
    evidence: 'derived',
  },
];

/** What the calculators of checkpoints compute with. */
export const CHECKPOINT_FORMULAS: readonly FormulaEntry[] = formulaTable(HEADINGS, [
  {
    calculator: 'tuneCheckpoints',
    formulas: [...SIZE_FORMULAS, ...DURATION_FORMULAS, ...TUNING_FORMULAS],
    parameters: [...SIZE_PARAMETERS, ...DURATION_PARAMETERS, ...TUNING_PARAMETERS],
  },
  { calculator: 'checkpointTimeline', formulas: TIMELINE_FORMULAS, parameters: [] },
  { calculator: 'kafkaTransactions', formulas: KAFKA_FORMULAS, parameters: KAFKA_PARAMETERS },
  { calculator: 'judgeCheckpoints', formulas: JUDGE_FORMULAS, parameters: JUDGE_PARAMETERS },
  { calculator: 'recovery', formulas: RECOVERY_FORMULAS, parameters: RECOVERY_PARAMETERS },
  { calculator: 'checkpointStorage', formulas: STORAGE_FORMULAS, parameters: STORAGE_PARAMETERS },
  { calculator: 'metaspaceGrowth', formulas: METASPACE_FORMULAS, parameters: METASPACE_PARAMETERS },
  { calculator: 'windowsKept', formulas: WINDOW_FORMULAS, parameters: WINDOW_PARAMETERS },
]);

/** Their constants, each once. */
export const CHECKPOINT_PARAMETERS: readonly Parameter[] = [
  ...new Set([
    ...SIZE_PARAMETERS,
    ...DURATION_PARAMETERS,
    ...TUNING_PARAMETERS,
    ...JUDGE_PARAMETERS,
    ...KAFKA_PARAMETERS,
    ...RECOVERY_PARAMETERS,
    ...STORAGE_PARAMETERS,
    ...SLOW_TROUBLE_PARAMETERS,
  ]),
];
