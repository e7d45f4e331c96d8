import { bytesOf } from './evidence-items.js';
import type { LintFacts } from './facts.js';
import type { Evidence, Fix } from './finding.js';

/** A pool whose fraction is stated, and whose minimum or maximum decides its size. */
export interface IneffectiveFraction {
  readonly fraction: number;
  readonly uncapped: bigint;
  readonly size: bigint;
  /** The option that decides. */
  readonly limit: string;
  readonly path: string;
  readonly evidence: readonly Evidence[];
  readonly fix?: Fix;
}

/**
 * Where the fraction of a pool is stated in vain; null where it decides, or is not stated.
 * @param step of the pool among the steps of the memory: `network`
 * @param prefix of its options: `taskmanager.memory.network`
 */
export function ineffectiveFraction(
  { config, memory }: LintFacts,
  component: 'taskManager' | 'jobManager',
  step: string,
  prefix: string,
): IneffectiveFraction | null {
  const option = `${prefix}.fraction`;
  const fraction = config.sets(option) ? config.number(option) : null;
  const found = fraction === null ? undefined : memory.step(component, `${component}.${step}`);
  const boundBy = found?.boundBy ?? null;
  if (fraction === null || found === undefined || boundBy === null) return null;
  const [uncapped, size] = [BigInt(found.uncapped ?? 0), BigInt(found.value)];
  const limit = boundBy.replace(/^(?:flink:|\/config\/)/, '');
  const path = config.keyOf(option);
  const fix = { set: {}, unset: [path] };
  const after = memory.after(component, fix);
  const before = memory.of(component);
  const same =
    after !== null &&
    before !== null &&
    after.jvmArgs.join() === before.jvmArgs.join() &&
    sameTotal(after, before);
  return {
    fraction,
    uncapped,
    size,
    limit,
    path,
    evidence: [
      { name: 'fraction', value: fraction, unit: 'ratio', from: `/config/${path}` },
      bytesOf('by the fraction', uncapped, `/config/${path}`),
      bytesOf('in force', size, boundBy.startsWith('/config/') ? boundBy : `/config/${limit}`),
    ],
    ...(same && { fix }),
  };
}

const sameTotal = (a: { totalProcessBytes: bigint }, b: { totalProcessBytes: bigint }): boolean =>
  a.totalProcessBytes === b.totalProcessBytes;
