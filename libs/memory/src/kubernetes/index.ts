export type {
  FlinkComponent,
  KubernetesDeployment,
  KubernetesRequest,
} from './request.js';
export type {
  KubernetesMemory,
  PodMemory,
  ProcessSizeFromLimit,
  ProcessSizeOrigin,
  SlotMemory,
} from './result.js';
