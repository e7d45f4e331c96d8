export * from './judge/index.js';
export * from './kafka/index.js';
export * from './recovery/index.js';
export { CHECKPOINT_FORMULAS, CHECKPOINT_PARAMETERS } from './reference.js';
export * from './size/index.js';
export * from './slow-trouble/index.js';
export * from './storage/index.js';
export * from './timeline/index.js';
export * from './tuning/index.js';
