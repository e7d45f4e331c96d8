export { diagnoseMemory } from './diagnose.js';
export type {
  AlsoFound,
  Diagnosis,
  DiagnosisEvidence,
  DiagnosisRequest,
  FlinkComponent,
  Measurement,
  MemoryPool,
  NotThis,
  ProcessModel,
  Remedy,
  Symptom,
} from './diagnosis.js';
export { FLINK_COMPONENTS, MEMORY_POOLS } from './diagnosis.js';
export { DIAGNOSIS_FORMULAS } from './formulas.js';
export { DIAGNOSIS_PARAMETERS } from './parameters.js';
