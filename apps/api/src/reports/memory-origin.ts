import type { ExactStep } from '@plimsoll/trace';
import type { Pool } from './memory-pools.js';
import { optionOf } from './memory-steps.js';

/** Where the size of a pool comes from: an option, its default, a limit, or what the others leave. */
export interface PoolOrigin {
  /** The step that gives the size, or, where it is stated, one that takes it. */
  readonly step: string | undefined;
  readonly option: string | undefined;
  readonly how: 'stated' | 'default' | 'fraction' | 'limit' | 'rest' | 'sum';
}

/** Reads the origin of a pool's size from the trace of its process (`taskManager`, `jobManager`). */
export function poolOrigin(pool: Pool, process: string, steps: readonly ExactStep[]): PoolOrigin {
  const own = steps.find(({ key }) => key === `${process}.${pool.id}`);
  if (pool.parts.length > 0) return totalOrigin(own, statedTotal(pool, process, steps));
  const user = steps.findLast((step) => inputFrom(step, pool.inputs) !== undefined);
  const from = own?.key ?? (user === undefined ? undefined : inputFrom(user, pool.inputs));
  const giving = own ?? steps.find(({ key }) => key === from);
  if (giving !== undefined) return derived(giving, steps);
  if (from === undefined) return { step: user?.key, option: undefined, how: 'rest' };
  return { step: user?.key, option: optionOf(from), how: from.startsWith('flink:') ? 'default' : 'stated' };
}

const TOTALS: Readonly<Record<string, string>> = { totalProcess: 'process.size', totalFlink: 'flink.size' };

/** The option that states a total, where the trace rests on one. */
function statedTotal(pool: Pool, process: string, steps: readonly ExactStep[]): string | undefined {
  const option = `${process.toLowerCase()}.memory.${TOTALS[pool.id]}`;
  const used = steps.some(({ inputs }) => inputs.some(({ from }) => from === `/config/${option}`));
  return used ? option : undefined;
}

const totalOrigin = (own: ExactStep | undefined, option: string | undefined): PoolOrigin => ({
  step: own?.key,
  option,
  how: option === undefined ? 'sum' : 'stated',
});

const inputFrom = (step: ExactStep, names: readonly string[]): string | undefined =>
  step.inputs.find(({ name }) => names.includes(name))?.from;

function derived(step: ExactStep, steps: readonly ExactStep[]): PoolOrigin {
  const { key, boundBy = null } = step;
  if (boundBy !== null) return { step: key, option: optionOf(boundBy), how: 'limit' };
  const whole = [step, ...steps.filter((other) => other.key === `${key}.uncapped`)];
  const fraction = whole.flatMap(({ inputs }) => inputs).find(({ name }) => name === 'fraction');
  if (fraction !== undefined) return { step: key, option: optionOf(fraction.from), how: 'fraction' };
  const stated = step.inputs.filter(({ from }) => from.startsWith('/config/'));
  const [only] = step.inputs.length === 1 ? stated : [];
  return only === undefined
    ? { step: key, option: undefined, how: 'rest' }
    : { step: key, option: optionOf(only.from), how: 'stated' };
}
