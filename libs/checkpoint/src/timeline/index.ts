export { TIMELINE_FORMULAS } from './formulas.js';
export * from './request.js';
export * from './result.js';
export { checkpointTimeline } from './timeline.js';
