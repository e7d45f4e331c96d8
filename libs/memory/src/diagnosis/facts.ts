import { type Derivation, type Known, known } from '@plimsoll/trace';
import { jobManagerMemory, taskManagerMemory } from '../memory.js';
import type { Deployment, FlinkConfig, Observed } from '../request.js';
import type { FlinkRefusal } from '../result.js';
import type { FlinkComponent, ProcessModel } from './diagnosis.js';
import { type PoolName, type Pools } from './pools.js';

type ObservedSize = Exclude<keyof Observed, 'observedForMs'>;

/** All that is known of the process that failed. */
export interface Facts {
  readonly flinkVersion: string;
  readonly component: FlinkComponent;
  readonly deployment: Deployment;
  readonly config: FlinkConfig | null;
  readonly text: string;
  readonly exitCode: number | null;
  readonly observed: { readonly [Name in ObservedSize]?: Known<'bytes'> };
  readonly podLimit: Known<'bytes'> | null;
  /** Of the configuration; null where there is none or Flink refuses it. */
  readonly model: ProcessModel;
  readonly pools: Pools | null;
  readonly refusal: FlinkRefusal | null;
  readonly derivation: Derivation;
}

export const NO_MODEL: ProcessModel = { taskManager: null, jobManager: null };

/** The memory that Flink gives the process under a configuration, or its refusal. */
export function modelOf(
  { flinkVersion, component, deployment }: Pick<Facts, 'flinkVersion' | 'component' | 'deployment'>,
  config: FlinkConfig,
  traced: boolean,
): { readonly model: ProcessModel; readonly refusal: FlinkRefusal | null } {
  const request = { flinkVersion, config, deployment };
  if (component === 'taskmanager') {
    const answer = taskManagerMemory(request, traced);
    if (answer.kind === 'ok')
      return { model: { taskManager: answer.value, jobManager: null }, refusal: null };
    return { model: NO_MODEL, refusal: answer.kind === 'refused' ? answer.refusal : null };
  }
  const answer = jobManagerMemory(request, traced);
  if (answer.kind === 'ok') return { model: { taskManager: null, jobManager: answer.value }, refusal: null };
  return { model: NO_MODEL, refusal: answer.kind === 'refused' ? answer.refusal : null };
}

/** The observation that shows how much of a pool is in use. */
const GAUGES: Readonly<Partial<Record<PoolName, ObservedSize>>> = {
  heap: 'heapUsedAfterGcBytes',
  metaspace: 'metaspaceUsedBytes',
  network: 'networkUsedBytes',
  managed: 'managedUsedBytes',
};

export const observedUse = ({ observed }: Pick<Facts, 'observed'>, pool: PoolName): Known<'bytes'> | null => {
  const gauge = GAUGES[pool];
  return (gauge === undefined ? undefined : observed[gauge]) ?? null;
};

/** A pool's size as a leaf: what Flink derives from the configuration. */
export const poolSize = (pools: Pools, name: keyof Pools): Known<'bytes'> =>
  known('bytes', pools[name], '/config', 'verified');

/** A leaf read from the text of the symptom. */
export const fromText = (bytes: bigint): Known<'bytes'> => known('bytes', bytes, '/symptom/text');

export const keyOf = (facts: Pick<Facts, 'component'>, rest: string): string =>
  `${facts.component}.memory.${rest}`;

export const isSet = ({ config }: Pick<Facts, 'config'>, key: string): boolean =>
  config !== null && Object.hasOwn(config, key);
