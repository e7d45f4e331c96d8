export { autoscalerScaling, type Scaling, type ScalingRequest } from './autoscaler-scaling.js';
export { type ProfileBacklog, type ProfileBacklogRequest, profileBacklog } from './backlog.js';
export { type BlobFigures, blobFetch } from './blob-fetch.js';
export type { RecoveryFinding } from './finding.js';
export { recovery } from './recovery.js';
export { RECOVERY_FORMULAS, RECOVERY_PARAMETERS } from './reference.js';
export * from './request.js';
export { type RestoreFigures, restore } from './restore.js';
export * from './result.js';
export {
  type SinusoidalBacklog,
  type SinusoidalBacklogRequest,
  sinusoidalBacklog,
} from './sinusoidal-day.js';
