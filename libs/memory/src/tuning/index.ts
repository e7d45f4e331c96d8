export { acceptedManaged } from './accepted-managed.js';
export { TUNING_FORMULAS } from './formulas.js';
export { type JudgementRequest, judgeMemory } from './judge-memory.js';
export { TUNING_PARAMETERS } from './parameters.js';
export { TUNING_GOALS, type TuningGoal, type TuningRequest } from './request.js';
export {
  type AcceptedManaged,
  type MemoryJudgement,
  type MemoryTuning,
  type PoolUse,
  TUNED_POOLS,
  type TunedPool,
} from './result.js';
export { tuneMemory } from './tune-memory.js';
