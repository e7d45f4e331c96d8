export type { RecoveryFinding } from './finding.js';
export * from './request.js';
export * from './result.js';
