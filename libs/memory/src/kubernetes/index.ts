export type {
  KubernetesDeployment,
  KubernetesRequest,
  PodProcess,
} from './request.js';
export type {
  KubernetesMemory,
  PodMemory,
  ProcessSizeFromLimit,
  ProcessSizeOrigin,
  SlotMemory,
} from './result.js';
