export * from './brands.js';
export { flinkDurationMs } from './flink-duration.js';
export * from './flink-version.js';
export * from './outcome.js';
export * from './parse-quantity.js';
export { type Dimension, SYNTAX, UNITS } from './spelling.js';
