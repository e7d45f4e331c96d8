export * from './brands.js';
export * from './flink-duration.js';
export * from './flink-version.js';
export * from './java.js';
export * from './java-decimal.js';
export * from './memory-size.js';
export * from './outcome.js';
export * from './parse-quantity.js';
export { type Dimension, SYNTAX, UNITS } from './spelling.js';
