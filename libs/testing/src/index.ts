export * from './capacity-request.js';
export * from './check-steps.js';
export * from './evaluate-formula.js';
export * from './memory-config.js';
export * from './recorded-cases.js';
export * from './worked-examples.js';
