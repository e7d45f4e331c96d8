export * from './catalogue/index.js';
export * from './migration/index.js';
export * from './reading/index.js';
