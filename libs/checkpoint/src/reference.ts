import { type FormulaEntry, type FormulaHeading, formulaTable, type Parameter } from '@plimsoll/trace';
import { KAFKA_PARAMETERS } from './kafka/parameters.js';
import { KAFKA_FORMULAS } from './kafka/reference.js';
import { TIMELINE_FORMULAS } from './timeline/formulas.js';

const CONNECTOR = 'flink-connector-kafka 3.3 and 4.0 source; Kafka 3.9 source';

const HEADINGS: readonly FormulaHeading[] = [
  {
    id: 'F5.2',
    title: 'Interval and min pause as Flink applies them',
    source: 'Apache Flink 1.20 source, CheckpointCoordinator',
    evidence: 'verified',
  },
  {
    id: 'F6.1',
    title: 'Age of a Kafka transaction, and what outlasts it',
    source: `${CONNECTOR}; Metzger and Xie, “3 Flink Mistakes We Made So You Won’t Have To”, Current 2023`,
    evidence: 'derived',
  },
  { id: 'F6.2', title: 'Transactional ids alive', source: CONNECTOR, evidence: 'verified' },
];

/** What the calculators of checkpoints compute with. */
export const CHECKPOINT_FORMULAS: readonly FormulaEntry[] = formulaTable(HEADINGS, [
  { calculator: 'checkpointTimeline', formulas: TIMELINE_FORMULAS, parameters: [] },
  { calculator: 'kafkaTransactions', formulas: KAFKA_FORMULAS, parameters: KAFKA_PARAMETERS },
]);

/** Their constants. */
export const CHECKPOINT_PARAMETERS: readonly Parameter[] = [...KAFKA_PARAMETERS];
