import { isFrom, javaDoubleText, parseFlinkVersion, parseJavaDouble } from '@plimsoll/units';
import {
  type OperatorVersion,
  operatorConfigValue,
  operatorMemory,
  readsQuantities,
} from '../../operator/index.js';
import type { Settings } from '../settings.js';
import { countAt, fieldAt, type Placed, textAt } from './resource.js';
import type { Tree } from './tree.js';

const SLOTS = 'taskmanager.numberOfTaskSlots';
const PARALLELISM = 'parallelism.default';

/** What the operator makes of the fields beside `flinkConfiguration`, in its order, so that they win. */
export function deploymentFields(
  settings: Settings,
  spec: Tree,
  flinkVersion: string,
  operator: OperatorVersion,
): void {
  for (const component of ['jobManager', 'taskManager']) {
    const prefix = component.toLowerCase();
    memory(
      settings,
      textAt(spec, component, 'resource', 'memory'),
      `${prefix}.memory.process.size`,
      operator,
    );
    cpu(settings, textAt(spec, component, 'resource', 'cpu'), prefix, flinkVersion);
    templateResources(settings, spec, component);
  }
  replicas(settings, textAt(spec, 'jobManager', 'replicas'), 'kubernetes.jobmanager.replicas');
  parallelism(settings, spec);
  setByOperator(settings, spec);
}

function memory(settings: Settings, given: Placed | undefined, key: string, operator: OperatorVersion): void {
  if (given === undefined) return;
  overridden(settings, key, 'resource.memory');
  const written = readsQuantities(operator) ? operatorConfigValue(given.text) : given.text;
  const read = operatorMemory(given.text, `1.${operator.minor}`);
  if (read.kind === 'rejected') {
    const [{ message } = { message: '' }] = read.rejections;
    settings.problem(
      'resource-memory-unreadable',
      given.at,
      `resource.memory "${given.text}": ${message}.`,
      key,
    );
  }
  if (written !== null) settings.set(key, written, given.at);
}

function overridden(settings: Settings, key: string, field: string): void {
  const position = settings.position(key);
  if (position === undefined) return;
  const message = `The operator overrides "${key}" by ${field}: set one of them only.`;
  settings.problem('overridden-by-resource', position, message, key);
  settings.delete(key);
}

function cpu(settings: Settings, given: Placed | undefined, prefix: string, flinkVersion: string): void {
  if (given === undefined) return;
  const cores = parseJavaDouble(given.text);
  if (cores.kind === 'thrown') return;
  const version = parseFlinkVersion(flinkVersion);
  const old = version !== undefined && !isFrom(version, 1, 17) ? [`kubernetes.${prefix}.cpu`] : [];
  for (const key of [`kubernetes.${prefix}.cpu.amount`, ...old]) {
    overridden(settings, key, 'resource.cpu');
    settings.set(key, javaDoubleText(cores.value), given.at);
  }
}

function templateResources(settings: Settings, spec: Tree, component: string): void {
  for (const path of [['podTemplate'], [component, 'podTemplate']]) {
    const containers = fieldAt(spec, ...path, 'spec', 'containers')?.value;
    if (containers?.kind !== 'list' || (path.length === 1 && component !== 'jobManager')) continue;
    for (const container of containers.items) {
      if (textAt(container, 'name')?.text !== 'flink-main-container') continue;
      for (const [list, resource] of RESOURCES) {
        const field = fieldAt(container, 'resources', list, resource);
        if (field === undefined) continue;
        const remedy = `set resource.${resource} of jobManager or taskManager`;
        const message = `Flink replaces ${list}.${resource} of its own container by what its configuration says: ${remedy}.`;
        settings.problem('field-ignored', field.key, message);
      }
    }
  }
}

const RESOURCES = ['limits', 'requests'].flatMap((list) =>
  ['memory', 'cpu'].map((resource) => [list, resource] as const),
);

function replicas(settings: Settings, given: Placed | undefined, key: string): void {
  if (given === undefined || !/^[1-9]\d*$/.test(given.text)) return;
  overridden(settings, key, 'jobManager.replicas');
  settings.set(key, given.text, given.at);
}

/** TaskManagers times their slots, where their number is given; else what the job says. */
function parallelism(settings: Settings, spec: Tree): void {
  const job = textAt(spec, 'job', 'parallelism');
  const workers = textAt(spec, 'taskManager', 'replicas');
  const count = countAt(spec, 'taskManager', 'replicas');
  if (workers !== undefined && count !== undefined) {
    if (job !== undefined) {
      const message = 'The operator ignores job.parallelism, as taskManager.replicas is set: remove one.';
      settings.problem('field-ignored', job.at, message, PARALLELISM);
    }
    if (fieldAt(spec, 'job') === undefined) return;
    const slots = Number(settings.value(SLOTS) ?? '1');
    overridden(settings, PARALLELISM, 'taskManager.replicas');
    if (Number.isSafeInteger(slots)) settings.set(PARALLELISM, String(count * slots), workers.at);
  } else if (job !== undefined && /^[1-9]\d*$/.test(job.text)) {
    overridden(settings, PARALLELISM, 'job.parallelism');
    settings.set(PARALLELISM, job.text, job.at);
  }
}

const ALWAYS_SET = [
  'kubernetes.namespace',
  'kubernetes.cluster-id',
  'execution.target',
  'high-availability.cluster-id',
];
const SET_FOR_JOBS = ['execution.shutdown-on-application-finish', 'pipeline.jars'];

function setByOperator(settings: Settings, spec: Tree): void {
  const keys = fieldAt(spec, 'job') === undefined ? ALWAYS_SET : [...ALWAYS_SET, ...SET_FOR_JOBS];
  for (const key of keys) {
    const position = settings.position(key);
    if (position === undefined) continue;
    settings.problem('set-by-operator', position, `The operator sets "${key}" itself: leave it out.`, key);
  }
}
