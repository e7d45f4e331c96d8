import type { Rejection } from '@plimsoll/units';
import type { DiagnosisRequest } from './diagnosis.js';
import type { Facts } from './facts.js';

type Sizes = Readonly<Record<string, bigint | undefined>>;

/** A size that cannot exceed another one. */
interface Order {
  readonly less: string;
  readonly more: string;
  readonly because: string;
}

const OBSERVED: readonly Order[] = [
  { less: 'heapUsedAfterGcBytes', more: 'heapCommittedBytes', because: 'heap in use is committed' },
  { less: 'heapUsedAfterGcBytes', more: 'residentBytes', because: 'heap in use is resident' },
  { less: 'metaspaceUsedBytes', more: 'residentBytes', because: 'metaspace in use is resident' },
  {
    less: 'residentBytes',
    more: 'podLimit',
    because: 'the kernel ends a process before it holds more than its pod may',
  },
];

const CONFIGURED: readonly Order[] = [
  { less: 'heapUsedAfterGcBytes', more: 'heap', because: '-Xmx is the most that the heap can hold' },
  { less: 'heapCommittedBytes', more: 'heap', because: '-Xmx is the most that is committed' },
  {
    less: 'metaspaceUsedBytes',
    more: 'metaspace',
    because: '-XX:MaxMetaspaceSize is the most that it can hold',
  },
  { less: 'networkUsedBytes', more: 'network', because: 'Flink hands out no more segments than there are' },
  { less: 'managedUsedBytes', more: 'managed', because: 'Flink hands out no more than there is' },
];

const NUMBERS = [
  'heapUsedAfterGcBytes',
  'heapCommittedBytes',
  'metaspaceUsedBytes',
  'networkUsedBytes',
  'managedUsedBytes',
  'residentBytes',
  'observedForMs',
] as const;

/** Values that no process can show. */
export function impossibleNumbers({ observed = {} }: DiagnosisRequest): Rejection[] {
  return NUMBERS.flatMap((name) => {
    const value = observed[name];
    if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return [];
    return [{ pointer: `/observed/${name}`, received: value, message: 'has to be a whole number from 0 up' }];
  });
}

/** Observations that contradict one another, the pod's limit, or the sizes that the configuration gives. */
export function contradictions({ observed, podLimit, pools }: Facts): Rejection[] {
  const sizes: Sizes = {
    ...Object.fromEntries(Object.entries(observed).map(([name, size]) => [name, size?.value])),
    podLimit: podLimit?.value,
  };
  return [
    ...OBSERVED.flatMap((order) => contradiction(order, sizes, sizes, where(order.more))),
    ...(pools === null
      ? []
      : CONFIGURED.flatMap((order) =>
          contradiction(order, sizes, pools, `the ${order.more} memory that Flink derives from /config`),
        )),
  ];
}

const where = (name: string): string => (name === 'podLimit' ? '/podLimit' : `/observed/${name}`);

function contradiction(
  { less, more, because }: Order,
  small: Sizes,
  large: Sizes,
  named: string,
): Rejection[] {
  const smaller = small[less];
  const larger = large[more];
  if (smaller === undefined || larger === undefined || smaller <= larger) return [];
  return [
    {
      pointer: where(less),
      received: Number(smaller),
      message: `contradicts ${named}: ${smaller} bytes is ${smaller - larger} more than ${larger}, but ${because}; give figures of one process, taken under this configuration`,
    },
  ];
}
