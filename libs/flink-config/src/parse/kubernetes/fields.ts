import type { Settings } from '../settings.js';
import type { Field, Tree } from './tree.js';

/** Names of the fields of operator 1.15; what else stands there the API server drops. */
interface Known {
  readonly [name: string]: Known | null;
}

const names = (text: string): Known => Object.fromEntries(text.split(' ').map((name) => [name, null]));

const JOB = names(
  'allowNonRestoredState args autoscalerResetNonce checkpointTriggerNonce entryClass initialSavepointPath jarURI parallelism savepointRedeployNonce savepointTriggerNonce state upgradeMode',
);
const COMPONENT: Known = {
  ...names('podTemplate replicas'),
  resource: names('cpu ephemeralStorage memory'),
};
const SESSION_JOB: Known = { ...names('deploymentName flinkConfiguration restartNonce'), job: JOB };
const DEPLOYMENT: Known = {
  ...names(
    'flinkConfiguration flinkVersion image imagePullPolicy ingress logConfiguration mode podTemplate restartNonce serviceAccount',
  ),
  job: JOB,
  jobManager: COMPONENT,
  taskManager: COMPONENT,
};

export const SPECS: Readonly<Record<string, Known>> = {
  FlinkDeployment: DEPLOYMENT,
  FlinkSessionJob: SESSION_JOB,
};

/** Says which fields of a resource the operator does not know. */
export function unknownFields(settings: Settings, spec: Tree, known: Known, path = 'spec'): void {
  if (spec.kind !== 'object') return;
  for (const [name, field] of spec.fields) {
    const below = Object.hasOwn(known, name) ? known[name] : undefined;
    if (below === undefined) ignored(settings, `${path}.${name}`, field, known);
    else if (below !== null) unknownFields(settings, field.value, below, `${path}.${name}`);
  }
}

function ignored(settings: Settings, path: string, { key }: Field, known: Known): void {
  const remedy = name(path).includes('.')
    ? `options of Flink belong under spec.flinkConfiguration`
    : `known here are ${Object.keys(known).toSorted().join(', ')}`;
  settings.problem('field-ignored', key, `Kubernetes drops ${path}, which is no field of it: ${remedy}.`);
}

const name = (path: string): string => path.replace(/^spec\.(?:\w+\.)?/, '');
