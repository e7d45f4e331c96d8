import type { ConfigReader } from '../config-reader.js';
import type { Fix, Severity } from '../finding.js';

/** What to do about an option that is gone, where no other option reads its key. */
export interface Removal {
  readonly advice: string;
  /** null: a rule of its own says more. */
  readonly severity: Severity | null;
  readonly fix?: (config: ConfigReader, text: string) => Fix | undefined;
}

const removal = (severity: Severity | null, advice: string, fix?: Removal['fix']): Removal => ({
  severity,
  advice,
  ...(fix !== undefined && { fix }),
});

const NEEDLESS = 'Flink does this by itself now; take the key out.';
const BUFFERS =
  'Flink counts its buffers itself; taskmanager.memory.network.fraction, min and max say how much memory they get.';
const SERIALIZERS = 'Types and serializers are registered by pipeline.serialization-config.';
const HEAP =
  'Set memory.process.size or memory.flink.size of that process: without any of them Flink does not start.';

/** Takes the key out; what it said in vain is the default or gone. */
const takenOut =
  (key: string): Removal['fix'] =>
  () => ({ set: {}, unset: [key] });

const spreadOut: Removal['fix'] = (config, text) => {
  const set: Record<string, string> =
    text.toLowerCase() === 'true' && !config.sets('taskmanager.load-balance.mode')
      ? { 'taskmanager.load-balance.mode': 'SLOTS' }
      : {};
  return config.knows('taskmanager.load-balance.mode')
    ? { set, unset: ['cluster.evenly-spread-out-slots'] }
    : undefined;
};

/** By key, or by how keys begin where that ends with a dot. */
const REMOVALS: Readonly<Record<string, Removal>> = {
  'cluster.evenly-spread-out-slots': removal(
    'warning',
    'Set taskmanager.load-balance.mode to SLOTS where it was true.',
    spreadOut,
  ),
  'security.ssl.enabled': removal(null, ''),
  'web.ssl.enabled': removal(null, ''),
  'jobmanager.web.ssl.enabled': removal(null, ''),
  'taskmanager.heap.': removal('error', HEAP),
  'jobmanager.heap.': removal('error', HEAP),
  'taskmanager.network.memory.': removal('warning', BUFFERS),
  'taskmanager.network.numberOfBuffers': removal('warning', BUFFERS),
  'taskmanager.network.netty.': removal('info', NEEDLESS),
  'pipeline.registered-': removal('warning', SERIALIZERS),
  'pipeline.default-kryo-serializers': removal('warning', SERIALIZERS),
  'pipeline.auto-type-registration': removal('warning', SERIALIZERS),
  'state.backend.async': removal(
    'info',
    'Snapshots are always asynchronous; take the key out.',
    takenOut('state.backend.async'),
  ),
  'web.backpressure.': removal('info', NEEDLESS),
  'akka.watch.': removal('info', 'heartbeat.interval and heartbeat.timeout notice lost processes now.'),
  'taskmanager.registration.': removal(
    'warning',
    'Set cluster.registration.initial-timeout and max-timeout.',
  ),
  'taskmanager.network.blocking-shuffle.': removal('info', NEEDLESS),
  'execution.checkpointing.force': removal(
    'warning',
    'Checkpoints of iterative jobs cannot be forced any more; such a job has to be written anew.',
  ),
};

const FAMILIES = Object.entries(REMOVALS).filter(([key]) => /[.-]$/.test(key));

/** What to do about a removed option; undefined where nothing is known. */
export const removalOf = (key: string): Removal | undefined =>
  (Object.hasOwn(REMOVALS, key) ? REMOVALS[key] : undefined) ??
  FAMILIES.find(([family]) => key.startsWith(family))?.[1];
