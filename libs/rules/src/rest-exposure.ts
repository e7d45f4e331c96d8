import type { LintFacts } from './facts.js';
import type { Evidence } from './finding.js';
import { setting, told } from './setting-evidence.js';
import { restAuthenticates } from './ssl.js';

const EXPOSED = 'kubernetes.rest-service.exposed.type';

/** By what others than the team reach the REST port; null where nothing says that they do, or clients show certificates. */
export interface RestExposure {
  readonly how: string;
  readonly path: string;
  readonly evidence: readonly Evidence[];
}

export function restExposure(facts: LintFacts): RestExposure | null {
  const { config, environment, deployment } = facts;
  if (environment?.restReachable === false || restAuthenticates(config)) return null;
  if (environment?.restReachable === true) {
    const path = '/environment/restReachable';
    return {
      how: 'Others than the team reach the REST port',
      path,
      evidence: [told('reachable', true, 'flag', path)],
    };
  }
  const text = config.text(EXPOSED);
  const type = text?.toLowerCase() ?? '';
  const onKubernetes =
    deployment !== undefined && ['FlinkDeployment', 'Kubernetes'].includes(deployment.kind);
  const sure = config.sets(EXPOSED) || (onKubernetes && config.reading(EXPOSED)?.option.notSampled === null);
  if (!sure || (type !== 'loadbalancer' && type !== 'nodeport')) return null;
  const byDefault = config.sets(EXPOSED) ? '' : ', as this version does by itself';
  return {
    how: `${EXPOSED} is ${text}${byDefault}: the REST port can be reached from outside of the Kubernetes cluster`,
    path: EXPOSED,
    evidence: [setting(config, EXPOSED)],
  };
}
