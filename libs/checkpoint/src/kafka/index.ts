export { durationInWords } from './duration-in-words.js';
export { kafkaTransactions } from './kafka-transactions.js';
export { KAFKA_PARAMETERS } from './parameters.js';
export { KAFKA_FORMULAS } from './reference.js';
export * from './request.js';
export * from './result.js';
