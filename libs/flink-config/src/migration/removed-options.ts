import type { Severity } from './result.js';

/** What to do about an option that a newer Flink has no longer. */
export interface Removal {
  readonly advice: string;
  readonly severity: Severity;
}

const NO_EFFECT = 'It had no effect any more in the older version either; nothing needs to take its place.';
const BUFFERS =
  'The number of buffers is Flink’s own now. What a dataflow needs is set by taskmanager.memory.network.fraction, min and max; with taskmanager.network.memory.buffer-debloat.enabled the data in flight adapts to the throughput.';
const NETTY = 'The network stack sizes itself now; nothing needs to take its place.';
const SERIALIZERS =
  'Types and serializers are registered by pipeline.serialization-config: a list of class: {type: pojo}, {type: kryo} or {type: kryo, kryo-type: default, class: serializer}.';
const FAILURE_DETECTION = 'Flink’s own heartbeat.interval and heartbeat.timeout notice lost processes.';
const LEGACY_HEAP =
  'Set taskmanager.memory.process.size or jobmanager.memory.process.size where the process runs in a container, else …memory.flink.size: without any of them Flink does not start.';

const removal = (severity: Severity, advice: string): Removal => ({ severity, advice });

/** By key; a key that ends with `*` stands for all that begin so. */
const REMOVALS: Readonly<Record<string, Removal>> = {
  '$internal.*': removal('info', 'It was Flink’s own.'),
  'akka.watch.*': removal('info', FAILURE_DETECTION),
  'cluster.declarative-resource-management.enabled': removal(
    'info',
    'Declarative resource management is always on.',
  ),
  'cluster.evenly-spread-out-slots': removal('warning', 'Set taskmanager.load-balance.mode to SLOTS.'),
  'cluster.fine-grained-resource-management.enabled': removal(
    'info',
    'Fine-grained resource management is always on.',
  ),
  'discovery-script.*': removal(
    'warning',
    'Set external-resource.<resource_name>.param.discovery-script.path and .args.',
  ),
  'execution.async-state.*': removal(
    'warning',
    'In 2.x execution.async-state.active-buffer-size, active-buffer-timeout and total-buffer-size have their place.',
  ),
  'execution.checkpointing.force': removal(
    'warning',
    'Checkpoints of iterative jobs cannot be forced any more; such a job has to be rewritten.',
  ),
  'execution.checkpointing.prefer-checkpoint-for-recovery': removal(
    'info',
    'Recovery always takes the newest snapshot.',
  ),
  'fine-grained.shuffle-mode.all-blocking': removal(
    'warning',
    'Set execution.batch-shuffle-mode to ALL_EXCHANGES_BLOCKING.',
  ),
  'hidden.execution.*': removal('info', NO_EFFECT),
  'high-availability.job.delay': removal('info', NO_EFFECT),
  'high-availability.zookeeper.path.*': removal(
    'info',
    'Flink names these nodes itself; high-availability.zookeeper.path.root and high-availability.cluster-id say where they are.',
  ),
  'jobmanager.heap.*': removal('error', LEGACY_HEAP),
  'taskmanager.heap.*': removal('error', LEGACY_HEAP),
  'local.number-resourcemanager': removal('info', NO_EFFECT),
  'metrics.reporter.<name>.class': removal(
    'warning',
    'Set metrics.reporter.<name>.factory.class to the reporter’s factory: without it the reporter does not start.',
  ),
  'pipeline.auto-type-registration': removal(
    'warning',
    `Types are not registered by themselves any more. ${SERIALIZERS}`,
  ),
  'pipeline.default-kryo-serializers': removal('warning', SERIALIZERS),
  'pipeline.registered-*': removal('warning', SERIALIZERS),
  'pipeline.time-characteristic': removal(
    'warning',
    'Jobs run in event time; processing time is chosen in the job by its windows and timers.',
  ),
  'resourcemanager.taskmanager-release.wait.result.consumed': removal(
    'info',
    'TaskManagers are always kept until their results are consumed.',
  ),
  'security.ssl.enabled': removal(
    'error',
    'Set security.ssl.internal.enabled and security.ssl.rest.enabled.',
  ),
  'slotmanager.request-timeout': removal('info', 'slot.request.timeout holds.'),
  'sql-client.display.max-column-width': removal('info', 'Set table.display.max-column-width.'),
  'state.backend.async': removal('info', 'Snapshots are always asynchronous.'),
  'state.backend.changelog.enabled_for_application': removal('info', 'It was Flink’s own.'),
  'state.backend.forst.remote-dir': removal(
    'warning',
    'Set state.backend.forst.primary-dir to where the state is to live.',
  ),
  'table.exec.legacy-transformation-uids': removal(
    'warning',
    'Set table.exec.uid.generation; without the old uids a savepoint of an older plan may not be restored.',
  ),
  'table.exec.shuffle-mode': removal('warning', 'Set execution.batch-shuffle-mode.'),
  'table.optimizer.source.*': removal('info', 'Pushing down into sources is always on.'),
  'table.planner': removal('info', 'There is one planner only.'),
  'taskmanager.exit-on-fatal-akka-error': removal('info', NO_EFFECT),
  'taskmanager.network.batch-shuffle.compression.enabled': removal(
    'warning',
    'Set taskmanager.network.compression.codec to NONE where compression is to be off.',
  ),
  'taskmanager.network.blocking-shuffle.compression.enabled': removal(
    'warning',
    'Set taskmanager.network.compression.codec to NONE where compression is to be off.',
  ),
  'taskmanager.network.blocking-shuffle.type': removal(
    'info',
    'Blocking shuffles are sort-merge shuffles in files.',
  ),
  'taskmanager.network.hybrid-shuffle.*': removal(
    'info',
    'The hybrid shuffle has one mode only, which sizes itself.',
  ),
  'taskmanager.network.max-num-tcp-connections': removal('info', NETTY),
  'taskmanager.network.memory.*': removal('warning', BUFFERS),
  'taskmanager.network.netty.*': removal('info', NETTY),
  'taskmanager.network.numberOfBuffers': removal(
    'warning',
    'Set taskmanager.memory.network.min and max to that many buffers of taskmanager.memory.segment-size.',
  ),
  'taskmanager.network.sort-shuffle.min-parallelism': removal(
    'info',
    'Every blocking shuffle is a sort shuffle.',
  ),
  'taskmanager.registration.*': removal(
    'warning',
    'cluster.registration.initial-timeout, max-timeout and refused-registration-delay hold.',
  ),
  'traces.report-events-as-spans': removal('warning', 'Events go to event reporters: set events.reporters.'),
  'web.backpressure.*': removal('info', 'Back pressure is measured by the tasks themselves.'),
  'web.ssl.enabled': removal('warning', 'Set security.ssl.rest.enabled.'),
};

const FAMILIES = Object.entries(REMOVALS).filter(([key]) => key.endsWith('*'));

/** What to do about a removed option, by its key in the catalogue; undefined where nothing is known. */
export function removalOf(key: string): Removal | undefined {
  if (Object.hasOwn(REMOVALS, key)) return REMOVALS[key];
  return FAMILIES.find(([family]) => key.startsWith(family.slice(0, -1)))?.[1];
}
