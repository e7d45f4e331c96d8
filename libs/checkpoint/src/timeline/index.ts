export { TIMELINE_FORMULAS } from './formulas.js';
export * from './request.js';
export * from './result.js';
export { type TimelineSvgOptions, timelineSvg } from './svg.js';
export { checkpointTimeline } from './timeline.js';
