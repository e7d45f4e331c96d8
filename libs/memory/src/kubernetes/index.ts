export { KUBERNETES_FORMULAS } from './formulas.js';
export { kubernetesMemory } from './kubernetes-memory.js';
export { milliRemark, parsePodQuantity } from './pod-quantity.js';
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
