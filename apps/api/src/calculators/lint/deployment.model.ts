import type { DeploymentRequest, LintEnvironment, ProcessRequest } from '@plimsoll/rules';
import { Bool, ConfigMap, Count, Int, List, Nested, Num, OneOf, Shape, Str } from '../../fields/index.js';
import { ATTACHMENT } from '../capacity/words.js';
import { CLUSTER_USE, DEPLOYMENT_KIND, KUBERNETES_MODE, UPGRADE_MODE } from './words.js';

type Volume = NonNullable<DeploymentRequest['volumes']>[number];

@Shape('DeployedProcess', 'The pods of one component.')
export class DeployedProcessModel implements ProcessRequest {
  @Str({ optional: true, max: 100, description: 'Memory, as Kubernetes writes it.', example: '8Gi' })
  podLimit?: string;

  @Str({ optional: true, max: 100, description: 'Memory, as Kubernetes writes it.' })
  podRequest?: string;

  @Num({ optional: true })
  cores?: number;

  @Count({ optional: true })
  replicas?: number;
}

@Shape('ContainerVolume', 'A directory of the containers that lies on a volume of its own.')
export class VolumeModel implements Volume {
  @Str({ max: 4096 })
  path: string;

  @OneOf(ATTACHMENT, { optional: true })
  attachment?: Volume['attachment'];
}

@Shape('LintDeployment', 'How the cluster is deployed.')
export class DeploymentModel implements DeploymentRequest {
  @OneOf(DEPLOYMENT_KIND)
  kind: DeploymentRequest['kind'];

  @OneOf(CLUSTER_USE, { optional: true })
  cluster?: DeploymentRequest['cluster'];

  @OneOf(KUBERNETES_MODE, { optional: true })
  mode?: DeploymentRequest['mode'];

  @OneOf(UPGRADE_MODE, { optional: true })
  upgradeMode?: DeploymentRequest['upgradeMode'];

  @Int({ optional: true })
  parallelism?: number;

  @Nested(() => DeployedProcessModel, { optional: true })
  taskManager?: DeployedProcessModel;

  @Nested(() => DeployedProcessModel, { optional: true })
  jobManager?: DeployedProcessModel;

  @ConfigMap({
    optional: true,
    description: 'Keys that the deployment sets, whatever the configuration says.',
  })
  injected?: Record<string, string>;

  @List(() => VolumeModel, { optional: true })
  volumes?: VolumeModel[];
}

@Shape('LintEnvironment', 'What surrounds the cluster.')
export class EnvironmentModel implements LintEnvironment {
  @Str({ optional: true, max: 50, example: '3.4.6' })
  zooKeeperVersion?: string;

  @Str({ optional: true, max: 50 })
  yarnVersion?: string;

  @Str({ optional: true, max: 50 })
  hadoopVersion?: string;

  @Int({ optional: true, example: 11 })
  javaVersion?: number;

  @Bool({ optional: true, description: 'Whether others than the team reach the REST port.' })
  restReachable?: boolean;

  @Count({ optional: true })
  taskManagers?: number;

  @Count({ optional: true })
  jobs?: number;

  @Count({ optional: true, description: 'net.core.somaxconn of the JobManager’s machine.' })
  somaxconn?: number;
}
