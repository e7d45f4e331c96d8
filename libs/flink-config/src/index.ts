export * from './catalogue/index.js';
export * from './reading/index.js';
