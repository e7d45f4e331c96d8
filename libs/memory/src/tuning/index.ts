export { TUNING_GOALS, type TuningGoal, type TuningRequest } from './request.js';
export {
  type AcceptedManaged,
  type ConfigChange,
  type MemoryJudgement,
  type MemoryTuning,
  type PoolUse,
  TUNED_POOLS,
  TUNING_CONFIDENCES,
  type TunedPool,
  type TuningConfidence,
} from './result.js';
