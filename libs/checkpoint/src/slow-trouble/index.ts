export { metaspaceGrowth } from './metaspace-growth.js';
export { SLOW_TROUBLE_PARAMETERS } from './parameters.js';
export * from './request.js';
export * from './result.js';
export { windowsKept } from './windows-kept.js';
