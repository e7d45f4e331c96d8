export * from './engine.js';
export * from './request.js';
export * from './result.js';
