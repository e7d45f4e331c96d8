import { type Known, known, knownDefault, knownParameter, knownSize } from '@plimsoll/trace';
import { JVM_ROWS } from './jvm-parameters.js';
import { MEASURED_ROWS } from './measured-parameters.js';
import type { GarbageCollector, MiniClusterJobKind, MiniClusterRequest } from './request.js';

interface Job {
  readonly kind: MiniClusterJobKind;
  readonly tasks: Known<'count'>;
  readonly consumers: Known<'count'>;
  readonly producers: Known<'count'>;
}

/** A request with its defaults. */
export interface Setting {
  readonly job: Job;
  readonly gc: GarbageCollector;
  readonly stackSize: Known<'bytes'>;
  readonly networkMemory: Known<'bytes'>;
  readonly cores: Known<'count'>;
  /** 1 where REST requests are answered, else 0. */
  readonly restRequests: Known<'count'>;
}

const NETWORK_MEMORY = 64n * 1024n * 1024n;

/** @param request has passed `requestFaults` */
export function settingOf(request: MiniClusterRequest): Setting {
  const { gc = 'g1', stackSize, networkMemory, cores, restRequests = false } = request;
  return {
    job: jobOf(request),
    gc,
    stackSize:
      stackSize === undefined
        ? knownSize(JVM_ROWS.stackSize)
        : known('bytes', BigInt(stackSize), '/stackSize'),
    networkMemory:
      networkMemory === undefined
        ? knownDefault('bytes', NETWORK_MEMORY, 'taskmanager.memory.network.max')
        : known('bytes', BigInt(networkMemory), '/networkMemory'),
    cores: cores === undefined ? knownParameter(MEASURED_ROWS.cores) : known('count', cores, '/cores'),
    restRequests: known('count', restRequests ? 1 : 0, '/restRequests'),
  };
}

function jobOf({ job }: MiniClusterRequest): Job {
  const kind = job?.kind ?? 'none';
  const byKind = job === undefined ? '/job' : '/job/kind';
  const counted = (
    name: 'tasks' | 'kafkaConsumers' | 'kafkaProducers',
    byDefault: number,
  ): Known<'count'> => {
    const given = job?.[name];
    return given === undefined ? known('count', byDefault, byKind) : known('count', given, `/job/${name}`);
  };
  const tasks = counted('tasks', kind === 'none' ? 0 : 1);
  const clients = kind === 'kafka-filter-kafka' ? tasks.value : 0;
  return {
    kind,
    tasks,
    consumers: counted('kafkaConsumers', clients),
    producers: counted('kafkaProducers', clients),
  };
}
