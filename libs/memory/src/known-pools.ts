import { type Known, known } from '@plimsoll/trace';
import type { TaskManagerComponents, TaskManagerMemory } from './result.js';

/** How the steps of a TaskManager's memory name its pools. */
const NAMES: Readonly<Record<keyof TaskManagerComponents, string>> = {
  frameworkHeapBytes: 'framework heap',
  taskHeapBytes: 'task heap',
  frameworkOffHeapBytes: 'framework off heap',
  taskOffHeapBytes: 'task off heap',
  networkBytes: 'network',
  managedBytes: 'managed',
  jvmMetaspaceBytes: 'metaspace',
  jvmOverheadBytes: 'overhead',
};

export type KnownPools = { readonly [Name in keyof TaskManagerComponents]: Known<'bytes'> };

/** The pools of a TaskManager with where each comes from: its step, its option, or Flink's default. */
export function knownPools({ components, steps }: TaskManagerMemory): KnownPools {
  const origins = new Map(
    steps.flatMap(({ inputs }) => inputs.map(({ name, value, from }) => [`${name} ${value}`, from] as const)),
  );
  const pool = (name: keyof TaskManagerComponents): Known<'bytes'> => {
    const bytes = components[name];
    return known('bytes', bytes, origins.get(`${NAMES[name]} ${bytes}`) ?? '');
  };
  return {
    frameworkHeapBytes: pool('frameworkHeapBytes'),
    taskHeapBytes: pool('taskHeapBytes'),
    frameworkOffHeapBytes: pool('frameworkOffHeapBytes'),
    taskOffHeapBytes: pool('taskOffHeapBytes'),
    networkBytes: pool('networkBytes'),
    managedBytes: pool('managedBytes'),
    jvmMetaspaceBytes: pool('jvmMetaspaceBytes'),
    jvmOverheadBytes: pool('jvmOverheadBytes'),
  };
}
