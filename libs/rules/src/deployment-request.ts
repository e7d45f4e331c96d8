import { parsePodQuantity } from '@plimsoll/memory';
import { type Outcome, ok, type Rejection, rejected } from '@plimsoll/units';
import type { DeployedProcess, LintDeployment } from './facts.js';

/** A process of a deployment as a caller states it: memory as Kubernetes quantities. */
export interface ProcessRequest extends Omit<DeployedProcess, 'podLimitBytes' | 'podRequestBytes'> {
  /** `8Gi` */
  readonly podLimit?: string;
  readonly podRequest?: string;
}

export interface DeploymentRequest extends Omit<LintDeployment, 'taskManager' | 'jobManager'> {
  readonly taskManager?: ProcessRequest;
  readonly jobManager?: ProcessRequest;
}

/** A deployment with its memory in bytes; every quantity that Kubernetes does not read is rejected. */
export function deploymentFacts(request: DeploymentRequest): Outcome<LintDeployment> {
  const { taskManager, jobManager, ...rest } = request;
  const rejections: Rejection[] = [];
  const bytes = (text: string | undefined, pointer: string): bigint | undefined => {
    if (text === undefined) return undefined;
    const quantity = parsePodQuantity(text, pointer);
    if (quantity.kind === 'ok') return quantity.value;
    rejections.push(...quantity.rejections);
    return undefined;
  };
  const deployed = (one: ProcessRequest | undefined, name: string): DeployedProcess | undefined => {
    if (one === undefined) return undefined;
    const { podLimit, podRequest, ...known } = one;
    return {
      ...known,
      podLimitBytes: bytes(podLimit, `/deployment/${name}/podLimit`),
      podRequestBytes: bytes(podRequest, `/deployment/${name}/podRequest`),
    };
  };
  const facts = {
    ...rest,
    taskManager: deployed(taskManager, 'taskManager'),
    jobManager: deployed(jobManager, 'jobManager'),
  };
  return rejections.length === 0 ? ok(facts) : rejected(...rejections);
}
