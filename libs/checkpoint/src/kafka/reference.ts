import type { FormulaText } from '@plimsoll/trace';
import { KAFKA_STALL_FORMULAS } from './kafka-transactions.js';
import { TRANSACTION_AGE_FORMULAS } from './transaction-age.js';
import { TRANSACTIONAL_ID_FORMULAS } from './transactional-ids.js';
import { VERDICT_FORMULAS } from './verdicts.js';

/** Every formula that a figure of a Kafka sink names. */
export const KAFKA_FORMULAS: readonly FormulaText[] = [
  ...TRANSACTION_AGE_FORMULAS,
  ...VERDICT_FORMULAS,
  ...TRANSACTIONAL_ID_FORMULAS,
  ...KAFKA_STALL_FORMULAS,
];
