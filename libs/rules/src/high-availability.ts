import type { ConfigReader } from './config-reader.js';
import type { LintFacts } from './facts.js';

/** How the JobManager’s metadata survive it. `class`: by a factory of somebody else. */
export type HighAvailability = 'none' | 'zookeeper' | 'kubernetes' | 'class';

/** The key of the mode in this version. */
export const modeKey = (config: ConfigReader): string =>
  config.named('high-availability.type', 'high-availability');

/** The mode as Flink takes it: a name that it does not know is the name of a class. */
export function highAvailability(config: ConfigReader): HighAvailability {
  const text = config.text(modeKey(config))?.toLowerCase() ?? 'none';
  if (text === 'none' || text === 'standalone') return 'none';
  if (text.endsWith(KUBERNETES_FACTORY)) return 'kubernetes';
  return text === 'zookeeper' || text === 'kubernetes' ? text : 'class';
}

const KUBERNETES_FACTORY = '.kuberneteshaservicesfactory';

/** The configuration is that of a job in a cluster which has its own. */
export const isOfJobAlone = ({ deployment }: LintFacts): boolean => deployment?.kind === 'FlinkSessionJob';

/** Whether the file or the deployment sets an option. */
export const isGiven = ({ config, deployment }: LintFacts, key: string): boolean =>
  config.sets(key) || Object.hasOwn(deployment?.injected ?? {}, key);
