import type { FlinkConfig } from '@plimsoll/flink-config';
import { pointerTo } from '@plimsoll/trace';
import { flinkDurationMs } from '@plimsoll/units';
import type { CapacityRequest, Checkpointing, StateBackend } from './request.js';
import type { Finding } from './result.js';

export type { FlinkConfig };

type Said = string | number | boolean;

/** A field of a plan that a configuration key says too. */
interface Twin {
  readonly pointer: string;
  /** The key first, then its older spellings: the first that is set counts. */
  readonly keys: readonly string[];
  /** undefined: not a value that the field could take. */
  read(text: string): Said | undefined;
  field(request: CapacityRequest): Said | undefined;
}

const OLD_BACKENDS: ReadonlyMap<string, StateBackend> = new Map([
  ['hashmap', 'hashmap'],
  ['jobmanager', 'hashmap'],
  ['filesystem', 'hashmap'],
  ['rocksdb', 'rocksdb'],
  ['forst', 'forst'],
]);

export const wholeNumber = (text: string): number | undefined =>
  /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;

export const flag = (text: string): boolean | undefined => {
  const lower = text.trim().toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
};

const checkpointingField = (name: keyof Checkpointing) => (request: CapacityRequest) =>
  request.checkpointing?.[name];

const TWINS: readonly Twin[] = [
  {
    pointer: '/cluster/stateBackend',
    keys: ['state.backend.type', 'state.backend'],
    read: (text) => OLD_BACKENDS.get(text.trim().toLowerCase()),
    field: (request) => request.cluster.stateBackend,
  },
  {
    pointer: '/cluster/slotsPerTaskManager',
    keys: ['taskmanager.numberOfTaskSlots'],
    read: wholeNumber,
    field: (request) => request.cluster.slotsPerTaskManager,
  },
  {
    pointer: '/checkpointing/interval',
    keys: ['execution.checkpointing.interval'],
    read: flinkDurationMs,
    field: checkpointingField('interval'),
  },
  {
    pointer: '/checkpointing/minPause',
    keys: ['execution.checkpointing.min-pause'],
    read: flinkDurationMs,
    field: checkpointingField('minPause'),
  },
  {
    pointer: '/checkpointing/timeout',
    keys: ['execution.checkpointing.timeout'],
    read: flinkDurationMs,
    field: checkpointingField('timeout'),
  },
  {
    pointer: '/checkpointing/incremental',
    keys: ['execution.checkpointing.incremental', 'state.backend.incremental'],
    read: flag,
    field: checkpointingField('incremental'),
  },
];

export interface WithConfig {
  readonly request: CapacityRequest;
  /** Fields that the configuration gave, to the pointer of its key. */
  readonly origins: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

/**
 * The request with what its configuration says where no explicit field does. An explicit field wins; where the two differ the
 * finding `config-contradicts-profile` names both.
 */
export function withConfig(request: CapacityRequest, config: FlinkConfig): WithConfig {
  const origins: Record<string, string> = {};
  const findings: Finding[] = [];
  let effective = request;
  for (const twin of TWINS) {
    const key = twin.keys.find((candidate) => Object.hasOwn(config, candidate));
    const text = key === undefined ? undefined : config[key];
    const said = text === undefined ? undefined : twin.read(text);
    if (key === undefined || text === undefined || said === undefined) continue;
    const field = twin.field(request);
    if (field === undefined) {
      effective = withField(effective, twin.pointer, said);
      origins[twin.pointer] = pointerTo('/config', key);
    } else if (field !== said) findings.push(contradiction(twin.pointer, field, key, text));
  }
  return { request: withoutHalfCheckpointing(effective), origins, findings };
}

function withField(request: CapacityRequest, pointer: string, value: Said): CapacityRequest {
  const [, part, name = ''] = pointer.split('/');
  return part === 'cluster'
    ? { ...request, cluster: { ...request.cluster, [name]: value } }
    : { ...request, checkpointing: { ...(request.checkpointing ?? { interval: 0 }), [name]: value } };
}

/** Without an interval Flink takes no checkpoints, whatever else is set. */
function withoutHalfCheckpointing(request: CapacityRequest): CapacityRequest {
  if (request.checkpointing === undefined || request.checkpointing.interval > 0) return request;
  return { ...request, checkpointing: undefined };
}

const contradiction = (pointer: string, field: Said, key: string, text: string): Finding => ({
  ruleId: 'config-contradicts-profile',
  severity: 'warning',
  title: 'The configuration says something else',
  message: `${pointer} is ${field}, and ${key} is ${text}. The plan takes the former; make them agree.`,
  path: key,
  evidence: [
    { name: 'profile', value: field, unit: 'text', from: pointer },
    { name: 'configuration', value: text, unit: 'text', from: `/config/${key}` },
  ],
  reference: 'F5.2',
});
