export * from './evidence.js';
export * from './exact.js';
export * from './figure.js';
export * from './formula.js';
export * from './formula-table.js';
export * from './parameter.js';
export * from './pointer.js';
export * from './steps.js';
export { stepsJson } from './steps-json.js';
