import type { Known } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import type { Cutoff } from './cutoff.js';
import type { HeapAndManaged } from './heap.js';
import { javaFloatText } from './java-float-text.js';
import type { LegacyConfiguration } from './legacy-configuration.js';
import {
  CUTOFF_MIN,
  MANAGED_FRACTION,
  MANAGED_SIZE,
  NETWORK_BUFFERS,
  NETWORK_FRACTION,
  NETWORK_MAX,
  NETWORK_MIN,
  YARN_CUTOFF_KEYS,
} from './options.js';
import { startUpFault } from './start-up-faults.js';

interface Figures extends HeapAndManaged {
  readonly container: Known<'bytes'>;
  readonly cut: Cutoff;
  readonly java: Known<'bytes'>;
  readonly network: Known<'bytes'>;
  readonly talk: Known<'bytes'>;
}

const MEGABYTE = 2 ** 20;
/** Bytes of the largest container. */
const MOST = 2 ** 31 * MEGABYTE;

/** A size in megabytes, to three places where it is not whole. */
const megabytes = (bytes: bigint): string => `${Number((Number(bytes) / MEGABYTE).toFixed(3))} MB`;

/** What to know of the figures of a container: where the talk has others, and what is decided or refused later. */
export const remarks = (config: LegacyConfiguration, figures: Figures): string[] =>
  [
    minimumRules(figures),
    networkInHeap(config, figures),
    managedLater(config, figures),
    managedBeyondHeap(config, figures),
    ignoredBuffers(config),
    ignoredYarnKeys(config),
    refusedLater(config, figures),
  ].filter((remark) => remark !== undefined);

function minimumRules({ container, cut, java, heap, talk }: Figures): string | undefined {
  if (cut.size.value === cut.byRatio) return undefined;
  const threshold = Number(cut.minimum.value) / cut.ratio.value;
  const rules =
    threshold <= MOST
      ? ` At this ratio the minimum rules below a container of ${megabytes(BigInt(Math.ceil(threshold)))}.`
      : '';
  return `The talk 'Keep it going' gives a container of ${megabytes(container.value)} a heap of ${megabytes(talk.value)}: its ratio alone cuts off ${megabytes(cut.byRatio)}. Flink cuts off at least ${CUTOFF_MIN.key}, ${megabytes(cut.minimum.value)}, so ${megabytes(java.value)} are left to Java, and the heap is ${megabytes(heap.value)}.${rules}`;
}

function networkInHeap(
  { version }: LegacyConfiguration,
  { java, heap, network }: Figures,
): string | undefined {
  if (isFrom(version, 1, 5)) {
    return `From Flink 1.5 on, network memory (${megabytes(network.value)} here) lies outside the heap; the talk's heap still has it inside.`;
  }
  if (heap.value !== java.value) return undefined;
  return `Up to Flink 1.4, network memory lies inside the heap unless managed memory is off the heap. When the process starts, it takes ${NETWORK_FRACTION.key} of the heap that is free then, so it may get less than the ${megabytes(network.value)} here.`;
}

function managedLater(config: LegacyConfiguration, { managed }: Figures): string | undefined {
  if (managed !== null && managed.value !== 0n) return undefined;
  const reading = config.afresh();
  const size = reading.find(MANAGED_SIZE);
  const fraction = javaFloatText(reading.float(MANAGED_FRACTION).value);
  const share = `${fraction} of the memory that is free when it starts (${MANAGED_FRACTION.key})`;
  if (managed !== null)
    return `Managed memory is sized as 0, which the process takes as not set: it takes ${share}.`;
  const takes =
    size === undefined
      ? share
      : `${MANAGED_SIZE.key} ("${size.text}"), or where that is no size above 0, ${share}`;
  return `Managed memory lies on the heap: the process takes ${takes}.`;
}

function managedBeyondHeap(
  config: LegacyConfiguration,
  { managed, heap, java, network }: Figures,
): string | undefined {
  const isOnHeap =
    isFrom(config.version, 1, 9) &&
    managed !== null &&
    heap.value >> 20n === (java.value - network.value) >> 20n;
  if (!isOnHeap || managed.value < heap.value) return undefined;
  return `Managed memory of ${megabytes(managed.value)} lies on a heap of ${megabytes(heap.value)}, which cannot hold it: the process will run out of memory as it fills.`;
}

function ignoredBuffers(config: LegacyConfiguration): string | undefined {
  const share = [NETWORK_FRACTION, NETWORK_MIN, NETWORK_MAX].find(
    (option) => config.find(option) !== undefined,
  );
  if (share === undefined || config.find(NETWORK_BUFFERS) === undefined) return undefined;
  return `${NETWORK_BUFFERS.key} does not count, since ${share.key} is set.`;
}

function ignoredYarnKeys(config: LegacyConfiguration): string | undefined {
  if (isFrom(config.version, 1, 4)) return undefined;
  const keys = YARN_CUTOFF_KEYS.filter((key) => config.has(key));
  if (keys.length === 0) return undefined;
  return `Flink 1.3 does not read ${keys.join(' and ')} where it sizes a container. On YARN its application master copies them to the keys that begin with containerized. before that; set those to see what comes of it.`;
}

function refusedLater(config: LegacyConfiguration, { managed }: Figures): string | undefined {
  const fault = startUpFault(config, managed);
  if (fault === undefined) return undefined;
  return `Flink sizes the container with this configuration, but the TaskManager in it refuses to start: ${fault.message}`;
}
