export * from './compare.js';
export type { ChangeKind, InputChange } from './compare-inputs.js';
export type { ComparedCapacity, FlowChange, ResultChange } from './compare-results.js';
export * from './engine.js';
export * from './request.js';
export * from './result.js';
