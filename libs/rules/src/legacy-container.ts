import { type LegacyContainerMemory, legacyContainerMemory, type MemoryAnswer } from '@plimsoll/memory';
import { parseJavaInt, parseMemorySize } from '@plimsoll/units';
import type { LintFacts } from './facts.js';

const MEBIBYTE = 2n ** 20n;
const HEAP_SIZE = 'taskmanager.heap.size';
const HEAP_MEGABYTES = 'taskmanager.heap.mb';

/**
 * How Flink before 1.10 divides the container of a TaskManager; null where there is none, or nobody says how large it is.
 */
export function legacyContainer({
  config,
  deployment,
}: LintFacts):
  | (MemoryAnswer<LegacyContainerMemory> & { readonly containerMegabytes: number; readonly key: string })
  | null {
  const container = deployment?.kind === 'Yarn' || deployment?.kind === 'Kubernetes';
  if (config.isFrom(1, 10) || !container) return null;
  const key = Object.hasOwn(config.entries, HEAP_SIZE) ? HEAP_SIZE : HEAP_MEGABYTES;
  const text = config.entries[key];
  const containerMegabytes = text === undefined ? 0 : megabytes(key, text);
  if (containerMegabytes === 0) return null;
  const slots = parseJavaInt(config.entries['taskmanager.numberOfTaskSlots'] ?? '1');
  const answer = legacyContainerMemory(
    {
      flinkVersion: config.flinkVersion,
      containerMegabytes,
      slots: slots.kind === 'value' ? slots.value : 1,
      config: config.entries,
    },
    false,
  );
  return { ...answer, containerMegabytes, key };
}

/** 0 where it is no size. */
function megabytes(key: string, text: string): number {
  if (key === HEAP_MEGABYTES) {
    const count = parseJavaInt(text);
    return count.kind === 'value' && count.value > 0 ? count.value : 0;
  }
  const size = parseMemorySize(text);
  return size.kind === 'value' ? Number(size.value / MEBIBYTE) : 0;
}
