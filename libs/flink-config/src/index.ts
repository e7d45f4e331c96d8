export * from './catalogue/index.js';
export * from './migration/index.js';
export * from './operator/index.js';
export * from './parse/index.js';
export * from './reading/index.js';
export * from './render/index.js';
export * from './secrets/index.js';
