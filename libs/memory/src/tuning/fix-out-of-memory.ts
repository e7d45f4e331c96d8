import type { Known } from '@plimsoll/trace';
import { type Allocated, allocated, sumOf, tooSmall } from './allocation.js';
import { DIFFERENCE, SUM, TAKEN, WHOLE_PROCESS } from './formulas.js';
import type { Need, Needs, TuningScope } from './needs.js';

type Size = Known<'bytes'>;

/**
 * Pools that lack room for their headroom get it from those that have room, the roomiest first; where that is not enough, the
 * process grows, up to the pod's limit.
 */
export function fixOutOfMemory(scope: TuningScope, needs: Needs): Allocated {
  const { derivation, podLimit } = scope;
  const { heap, metaspace, network, managed, overhead, processSize, budget } = needs;
  const all = [heap, metaspace, network, managed, overhead];
  const short = all.filter(({ shortage }) => shortage.value > 0n);
  const cut = derivation.derive('tuning.cut', DIFFERENCE, { one: processSize, other: budget });
  let missing = sumOf(
    scope,
    'tuning.missing',
    cut,
    short.map(({ shortage }) => shortage),
  );
  const sizes = new Map<Need, Size>(
    all.map((need) => [need, need.shortage.value > 0n ? need.wanted : need.size]),
  );
  for (const need of roomiest(all)) {
    const { pool, size, wanted } = need;
    if (missing.value === 0n) break;
    const taken = derivation.derive(`tuning.${pool}.taken`, TAKEN, { size, wanted, missing });
    sizes.set(need, derivation.derive(`tuning.${pool}.left`, DIFFERENCE, { one: size, other: taken }));
    missing = derivation.derive(`tuning.${pool}.stillMissing`, DIFFERENCE, { one: missing, other: taken });
  }
  if (podLimit !== null && budget.value + missing.value > podLimit) {
    return tooSmall(needs, scope, budget.value + missing.value - podLimit);
  }
  const sizeOf = (need: Need): Size => sizes.get(need) ?? need.size;
  const grown = missing.value === 0n ? budget : grownProcess(scope, budget, missing);
  return allocated(
    scope,
    needs,
    {
      processSize: grown,
      heap: sizeOf(heap),
      metaspace: sizeOf(metaspace),
      network: sizeOf(network),
      managed: sizeOf(managed),
    },
    [...shortRemarks(short), ...(missing.value === 0n ? [] : [grownRemark(missing.value, grown.value)])],
  );
}

/** In whole mebibytes where the pod allows it. */
function grownProcess({ derivation, podLimit }: TuningScope, one: Size, other: Size): Size {
  const whole = derivation.derive('tuning.wholeProcess', WHOLE_PROCESS, { one, other });
  if (podLimit === null || whole.value <= podLimit) return whole;
  return derivation.derive('tuning.grownProcess', SUM, { one, other });
}

const room = ({ size, wanted }: Need): bigint => size.value - wanted.value;

const roomiest = (needs: readonly Need[]): readonly Need[] =>
  needs
    .filter((need) => room(need) > 0n)
    .sort((a, b) => (room(b) > room(a) ? 1 : room(b) < room(a) ? -1 : 0));

const shortRemarks = (short: readonly Need[]): readonly string[] =>
  short.length > 0
    ? [
        `Without its headroom: ${short.map(({ pool }) => pool).join(', ')}. A pool at its limit hides how much it would use: observe again after the change.`,
      ]
    : [
        'No pool lacks its headroom by what was observed: what ran out of memory is not shown here. Give the error to the diagnosis.',
      ];

const grownRemark = (missing: bigint, grown: bigint): string =>
  `Nothing is free for the last ${missing} bytes: the process grows to ${grown} bytes, and the limit of its pod or container has to be at least that.`;
