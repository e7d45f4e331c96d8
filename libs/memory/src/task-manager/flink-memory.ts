import { type Derivation, type Known, known } from '@plimsoll/trace';
import { LONG_MAX, memorySizeForPeople } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { illegalConfiguration } from '../flink-exception.js';
import { checkedSize, checkSize, FRACTION_OF, keysOf } from '../process/arithmetic.js';
import {
  FRAMEWORK_HEAP,
  FRAMEWORK_OFF_HEAP,
  MANAGED_FRACTION,
  MANAGED_SIZE,
  NETWORK_FRACTION,
  TASK_HEAP,
  TASK_MANAGER,
  TASK_OFF_HEAP,
} from '../process/options.js';
import type { FlinkMemory } from '../process/process-memory.js';
import { rangeOf } from '../process/range-option.js';
import { checkNetworkRest, networkMemory } from './network.js';
import { listed, NETWORK_REST, type Pools, TASK_HEAP_REST, WITH_NETWORK, WITHOUT_NETWORK } from './pools.js';

const ALL = known('bytes', LONG_MAX, 'flink:taskmanager.memory.managed.fraction', 'verified');
const NONE = known('bytes', 0n, 'flink:taskmanager.memory.managed.fraction', 'verified');

/** @see org.apache.flink.runtime.util.config.memory.taskmanager.TaskExecutorFlinkMemoryUtils */
export function taskManagerFlinkMemory(derivation: Derivation, reader: ConfigReader): FlinkMemory<Pools> {
  return {
    fromFineGrained: () => fromFineGrained(derivation, reader),
    fromTotal: (total) =>
      reader.has(TASK_HEAP)
        ? withTaskHeap(derivation, reader, total)
        : withoutTaskHeap(derivation, reader, total),
  };
}

type Others = Omit<Pools, 'network'>;

const withNetwork = (
  { frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, managed }: Others,
  network: Known<'bytes'>,
): Pools => ({ frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, network, managed });

const ORDER = ['frameworkHeap', 'frameworkOffHeap', 'taskHeap', 'taskOffHeap', 'managed'] as const;

function othersTotal(derivation: Derivation, others: Others): Known<'bytes'> {
  const sum = derivation.derive('taskManager.withoutNetwork', WITHOUT_NETWORK, others);
  return checkedSize('Flink memory without network memory', sum, Object.values(others));
}

function fromFineGrained(
  derivation: Derivation,
  reader: ConfigReader,
): { parts: Pools; total: Known<'bytes'> } {
  const taskHeap = reader.size(TASK_HEAP);
  const managed = reader.size(MANAGED_SIZE);
  const { frameworkHeap, frameworkOffHeap, taskOffHeap } = framework(reader);
  const others = { frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, managed };
  const sum = othersTotal(derivation, others);
  if (reader.has(TASK_MANAGER.flinkSize)) {
    const total = reader.size(TASK_MANAGER.flinkSize);
    const network = restForNetwork(derivation, reader, total, others, sum);
    return { parts: withNetwork(others, network), total };
  }
  const network = networkMemory(derivation, reader, sum, true);
  const total = derivation.derive('taskManager.totalFlink', WITH_NETWORK, { others: sum, network });
  return {
    parts: withNetwork(others, network),
    total: checkedSize('Total Flink memory', total, [sum, network]),
  };
}

function framework(reader: ConfigReader): Pick<Pools, 'frameworkHeap' | 'frameworkOffHeap' | 'taskOffHeap'> {
  const frameworkHeap = reader.size(FRAMEWORK_HEAP);
  const frameworkOffHeap = reader.size(FRAMEWORK_OFF_HEAP);
  const taskOffHeap = reader.size(TASK_OFF_HEAP);
  return { frameworkHeap, frameworkOffHeap, taskOffHeap };
}

function withTaskHeap(derivation: Derivation, reader: ConfigReader, total: Known<'bytes'>): Pools {
  const { frameworkHeap, frameworkOffHeap, taskOffHeap } = framework(reader);
  const taskHeap = reader.size(TASK_HEAP);
  const managed = managedMemory(derivation, reader, total);
  const others = { frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, managed };
  const sum = othersTotal(derivation, others);
  return withNetwork(others, restForNetwork(derivation, reader, total, others, sum));
}

function restForNetwork(
  derivation: Derivation,
  reader: ConfigReader,
  total: Known<'bytes'>,
  others: Others,
  sum: Known<'bytes'>,
): Known<'bytes'> {
  if (sum.value > total.value)
    throw exceeded(
      ORDER.map((name) => [name, others[name]]),
      sum.value,
      total,
    );
  const network = derivation.derive('taskManager.network', NETWORK_REST, { totalFlink: total, others: sum });
  checkNetworkRest(derivation, reader, network, total);
  return network;
}

function withoutTaskHeap(derivation: Derivation, reader: ConfigReader, total: Known<'bytes'>): Pools {
  const { frameworkHeap, frameworkOffHeap, taskOffHeap } = framework(reader);
  const managed = managedMemory(derivation, reader, total);
  const network = networkMemory(derivation, reader, total, false);
  const rest = derivation.derive('taskManager.taskHeap', TASK_HEAP_REST, {
    totalFlink: total,
    frameworkHeap,
    frameworkOffHeap,
    taskOffHeap,
    managed,
    network,
  });
  const sum = total.value - rest.value;
  checkSize('Flink memory without task heap', sum, [
    frameworkHeap,
    frameworkOffHeap,
    taskOffHeap,
    managed,
    network,
  ]);
  if (rest.value < 0n) {
    throw exceeded(
      [
        ['frameworkHeap', frameworkHeap],
        ['frameworkOffHeap', frameworkOffHeap],
        ['taskOffHeap', taskOffHeap],
        ['managed', managed],
        ['network', network],
      ],
      sum,
      total,
    );
  }
  return { frameworkHeap, frameworkOffHeap, taskHeap: rest, taskOffHeap, network, managed };
}

function managedMemory(derivation: Derivation, reader: ConfigReader, total: Known<'bytes'>): Known<'bytes'> {
  if (reader.has(MANAGED_SIZE)) return reader.size(MANAGED_SIZE);
  const about = { name: 'managed memory', label: 'Managed memory' };
  const { fraction } = rangeOf(reader, about, MANAGED_FRACTION, NONE, ALL, []);
  const managed = derivation.derive('taskManager.managed', FRACTION_OF, { size: total, fraction });
  return checkedSize(about.label, managed, [total, fraction]);
}

function exceeded(
  pools: readonly (readonly [keyof Pools, Known<'bytes'>])[],
  sum: bigint,
  total: Known<'bytes'>,
) {
  const sizes = pools.map(([, size]) => size);
  const raised = total.from === 'taskManager.totalFlink' ? TASK_MANAGER.processSize : TASK_MANAGER.flinkSize;
  const fractions = [NETWORK_FRACTION, MANAGED_FRACTION].flatMap(({ key, oldKeys }) => [key, ...oldKeys]);
  const withoutFractions = { set: {}, unset: fractions };
  return illegalConfiguration(
    `Sum of configured ${listed(pools)} exceed configured Total Flink Memory (${memorySizeForPeople(total.value)}).`,
    {
      keys: [...new Set([raised.key, ...keysOf([total, ...sizes])])],
      detail: `The pools take ${sum} bytes (${pools.map(([name, { value }]) => `${name} ${value}`).join(', ')}), ${
        sum - total.value
      } more than the ${total.value} bytes of Flink memory that ${raised.key} gives.`,
      fixes: [{ raise: raised.key, from: sum }, withoutFractions],
    },
  );
}
