import { checkExactSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { patched } from '../patch.js';
import type { FlinkConfig } from '../request.js';
import { legacyContainerMemory } from './legacy-container.js';

const VERSIONS = ['1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9'];
const MEGABYTE = 2n ** 20n;

const GARBAGE = [
  '',
  ' ',
  'abc',
  'NaN',
  'Infinity',
  '-Infinity',
  '-1',
  '-1e30',
  '1e50',
  '0x1p-3',
  '1.5gb',
  '٤٢',
  '2147483648',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775808',
  '4096tb',
  '0.99999997',
];
const garbage = fc.oneof(fc.constantFrom(...GARBAGE), fc.string({ maxLength: 8 }));
const mostly = (value: fc.Arbitrary<string>) => fc.oneof({ weight: 4, arbitrary: value }, garbage);
const whole = (max: number) => mostly(fc.integer({ min: 0, max }).map(String));
const fraction = mostly(fc.integer({ min: 1, max: 999 }).map((thousandths) => `0.${thousandths}`));
const size = mostly(
  fc
    .tuple(fc.integer({ min: 0, max: 3000 }), fc.constantFrom('', 'b', 'kb', ' mb'))
    .map((parts) => parts.join('')),
);

const config: fc.Arbitrary<FlinkConfig> = fc.record(
  {
    'containerized.heap-cutoff-ratio': fraction,
    'containerized.heap-cutoff-min': whole(2000),
    'yarn.heap-cutoff-ratio': fraction,
    'yarn.heap-cutoff-min': whole(2000),
    'taskmanager.memory.off-heap': fc.constantFrom('true', 'TRUE', 'false', 'yes'),
    'taskmanager.memory.size': fc.oneof(whole(3000), size),
    'taskmanager.memory.fraction': fraction,
    'taskmanager.memory.segment-size': fc.oneof(fc.constantFrom('32768', '4kb', '65536'), size),
    'taskmanager.network.memory.fraction': fraction,
    'taskmanager.network.memory.min': fc.oneof(whole(2 ** 30), size),
    'taskmanager.network.memory.max': fc.oneof(whole(2 ** 31), size),
    'taskmanager.network.numberOfBuffers': whole(60_000),
  },
  { requiredKeys: [] },
);

const request = fc.record({
  flinkVersion: fc.constantFrom(...VERSIONS),
  containerMegabytes: fc.oneof(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  slots: fc.integer({ min: 1, max: 16 }),
  config,
});

const RUNS = { numRuns: 1500 };

describe('any container of Flink 1.3 to 1.9', () => {
  it('is divided without remainder, each step by its text, or refused with a nearest configuration that works', () => {
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(request, (asked) => {
        const answer = legacyContainerMemory(asked);
        if (answer.kind === 'rejected') throw new Error(JSON.stringify(answer));
        if (answer.kind === 'refused') {
          refused += 1;
          const { nearest, detail, keys } = answer.refusal;
          expect(detail).toMatch(/\d|cannot be read/);
          expect(keys.length).toBeGreaterThan(0);
          if (nearest === null) throw new Error(`nothing works: ${detail}`);
          const mended = { ...asked, config: patched(asked.config, nearest) };
          expect(legacyContainerMemory(mended).kind).toBe('ok');
          return;
        }
        accepted += 1;
        const { value } = answer;
        expect(value.cutoffMegabytes + value.javaMegabytes).toBe(BigInt(asked.containerMegabytes));
        expect(value.networkBytes < value.javaMegabytes * MEGABYTE).toBe(true);
        expect(value.jvmArgs[1]).toBe(`-Xmx${value.heapMegabytes}m`);
        checkExactSteps(value.steps);
        const figures = value.steps.flatMap((step) => [step, ...step.inputs]);
        expect(figures.every((figure) => Number.isFinite(Number(figure.value)))).toBe(true);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(200);
  });

  it('comes out the same untraced, without steps', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const [traced, plain] = [legacyContainerMemory(asked), legacyContainerMemory(asked, false)];
        if (traced.kind === 'ok') expect(plain).toEqual({ ...traced, value: { ...traced.value, steps: [] } });
        else expect(plain).toEqual(traced);
      }),
      { numRuns: 300 },
    );
  });

  const share = fc.integer({ min: 1, max: 50 }).map((hundredths) => String(hundredths / 100));
  const sane = fc.record(
    {
      'containerized.heap-cutoff-ratio': share,
      'taskmanager.memory.fraction': share,
      'taskmanager.network.memory.fraction': share,
      'taskmanager.memory.off-heap': fc.constantFrom('true', 'false'),
    },
    { requiredKeys: [] },
  );

  it('has no smaller a heap where the container is larger', () => {
    const sizes = fc.tuple(fc.integer({ min: 800, max: 65_536 }), fc.integer({ min: 0, max: 2000 }));
    fc.assert(
      fc.property(fc.constantFrom(...VERSIONS), sane, sizes, (flinkVersion, setting, [least, more]) => {
        const heap = (containerMegabytes: number): bigint => {
          const answer = legacyContainerMemory({
            flinkVersion,
            containerMegabytes,
            slots: 1,
            config: setting,
          });
          if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
          return answer.value.heapMegabytes;
        };
        expect(heap(least + more)).toBeGreaterThanOrEqual(heap(least));
      }),
      RUNS,
    );
  });

  it('has parts that fill the Java memory, but for less than a megabyte of each', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VERSIONS),
        fc.integer({ min: 800, max: 65_536 }),
        (flinkVersion, containerMegabytes) => {
          const offHeap = { 'taskmanager.memory.off-heap': 'true' };
          const asked = { flinkVersion, containerMegabytes, slots: 1, config: offHeap };
          const answer = legacyContainerMemory(asked);
          if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
          const { javaMegabytes, heapMegabytes, networkBytes, managedBytes } = answer.value;
          const parts = heapMegabytes * MEGABYTE + networkBytes + (managedBytes ?? 0n);
          const missing = javaMegabytes * MEGABYTE - parts;
          expect(missing > -MEGABYTE && missing < MEGABYTE).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
