import { RULE_SETS } from '@plimsoll/rules';
import { enumeration } from '../../fields/index.js';

export const RULE_SET = enumeration('RuleSet', RULE_SETS, 'Which rules speak.');
export const DEPLOYMENT_KIND = enumeration('DeploymentKind', [
  'FlinkDeployment',
  'FlinkSessionJob',
  'Kubernetes',
  'Yarn',
  'Standalone',
]);
export const CLUSTER_USE = enumeration(
  'ClusterUse',
  ['application', 'session'],
  'Whether a cluster runs one job or many.',
);
export const KUBERNETES_MODE = enumeration(
  'KubernetesMode',
  ['native', 'standalone'],
  'Who asks for the pods: Flink itself, or somebody else.',
);
export const UPGRADE_MODE = enumeration('UpgradeMode', ['stateless', 'savepoint', 'last-state']);
export const JOB_TYPE = enumeration('JobType', ['streaming', 'batch']);
export const DELIVERY_GUARANTEE = enumeration('DeliveryGuarantee', ['exactly-once', 'at-least-once', 'none']);
