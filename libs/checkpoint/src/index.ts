export * from './kafka/index.js';
export * from './slow-trouble/index.js';
export * from './timeline/index.js';
