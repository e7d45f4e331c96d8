export * from './operator/index.js';
export * from './parse/index.js';
export * from './render/index.js';
export * from './secrets/index.js';
