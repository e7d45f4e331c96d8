import { examplesIn, runExamples } from '@plimsoll/testing';
import type { FlinkRefusal } from '../result.js';
import {
  type LegacyContainerMemory,
  type LegacyContainerRequest,
  legacyContainerMemory,
} from './legacy-container.js';

const asked = (request: Partial<LegacyContainerRequest>) =>
  legacyContainerMemory({ flinkVersion: '1.9', containerMegabytes: 2000, slots: 4, config: {}, ...request });

function memory(request: Partial<LegacyContainerRequest>): LegacyContainerMemory {
  const answer = asked(request);
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
}

function refused(request: Partial<LegacyContainerRequest>): FlinkRefusal {
  const answer = asked(request);
  if (answer.kind !== 'refused') throw new Error(`${answer.kind} instead of refused`);
  return answer.refusal;
}

describe('worked examples of a container', () => {
  runExamples(examplesIn(new URL('./worked-examples-f7-1.json', import.meta.url)), {
    'F7.1': ({ number, text }) => {
      const bytes = (name: string): string => String(number(name) * 2 ** 20);
      const { cutoffMegabytes, javaMegabytes, heapMegabytes, talkHeapMegabytes } = memory({
        flinkVersion: text('version'),
        containerMegabytes: number('containerMb'),
        config: {
          'containerized.heap-cutoff-ratio': String(number('cutoffRatio')),
          'containerized.heap-cutoff-min': String(number('cutoffMinMb')),
          'taskmanager.network.memory.fraction': String(number('networkFraction')),
          'taskmanager.network.memory.min': bytes('networkMinMb'),
          'taskmanager.network.memory.max': bytes('networkMaxMb'),
        },
      });
      return {
        cutoffMb: Number(cutoffMegabytes),
        javaMemoryMb: Number(javaMegabytes),
        heapMb: Number(heapMegabytes),
        deckHeapMb: talkHeapMegabytes,
      };
    },
  });
});

describe('a container of 2000 MB, as in the talk', () => {
  it.each([
    ['1.3', 1400n, null, null],
    ['1.4', 1400n, null, null],
    ['1.5', 1260n, 740n, null],
    ['1.8', 1260n, 740n, null],
    ['1.9', 1260n, 740n, 924_844_032n],
  ])('has in Flink %s a heap of %d MB, %d MB of direct memory, %d bytes managed', (flinkVersion, ...want) => {
    const { heapMegabytes, directMegabytes, managedBytes } = memory({ flinkVersion });
    expect([heapMegabytes, directMegabytes, managedBytes]).toEqual(want);
  });

  it('has a heap of 1500 MB in the talk, and the answer says that the minimum of 600 MB rules', () => {
    for (const flinkVersion of ['1.3', '1.9']) {
      const { talkHeapMegabytes, heapMegabytes, remarks } = memory({ flinkVersion });
      expect(talkHeapMegabytes).toBe(1500);
      expect(remarks[0]).toContain('a heap of 1500 MB');
      expect(remarks[0]).toContain(
        `containerized.heap-cutoff-min, 600 MB, so 1400 MB are left to Java, and the heap is ${heapMegabytes} MB`,
      );
      expect(remarks[0]).toContain('below a container of 2400 MB');
    }
  });

  it('is told apart from one of 2400 MB, from which on the ratio rules', () => {
    const steps = (containerMegabytes: number) => memory({ containerMegabytes }).steps[0];
    expect(steps(2399)).toMatchObject({ boundBy: 'flink:containerized.heap-cutoff-min' });
    expect(steps(2400)).toMatchObject({ boundBy: null, value: 600n * 2n ** 20n });
    expect(memory({ containerMegabytes: 2399 }).remarks[0]).toContain("The talk 'Keep it going'");
    expect(memory({ containerMegabytes: 2400 }).remarks.join()).not.toContain('at least containerized');
  });

  it('puts managed memory outside the heap where that is asked for', () => {
    const config = { 'taskmanager.memory.off-heap': 'true' };
    expect(memory({ flinkVersion: '1.3', config }).jvmArgs).toEqual([
      '-Xms379m',
      '-Xmx379m',
      '-XX:MaxDirectMemorySize=1021m',
    ]);
    expect(memory({ flinkVersion: '1.4', config }).jvmArgs).toContain('-XX:MaxDirectMemorySize=1621m');
  });
});

describe('options of Flink before 1.10 are read as each version reads them', () => {
  it.each([
    ['1.3', 600n],
    ['1.4', 700n],
  ])('yarn.heap-cutoff-min in %s', (flinkVersion, cutoff) => {
    const { cutoffMegabytes, remarks } = memory({ flinkVersion, config: { 'yarn.heap-cutoff-min': '700' } });
    expect(cutoffMegabytes).toBe(cutoff);
    expect(remarks.some((remark) => remark.includes('yarn.heap-cutoff-min'))).toBe(flinkVersion === '1.3');
  });

  it('a size with a unit is no number up to 1.5, so that the default holds, and is read from 1.6 on', () => {
    const config = { 'taskmanager.network.memory.min': '256 mb' };
    const { networkBytes, warnings } = memory({ flinkVersion: '1.5', config });
    expect([networkBytes, warnings]).toEqual([
      146_800_640n,
      ['WARN Configuration cannot evaluate value 256 mb as a long integer number'],
    ]);
    expect(memory({ flinkVersion: '1.6', config }).networkBytes).toBe(2n ** 28n);
  });

  it('an option that is not needed does no harm, and the answer says that the process will mind', () => {
    const config = { 'taskmanager.memory.fraction': '1.5' };
    const { remarks, warnings } = memory({ flinkVersion: '1.8', config });
    expect(warnings).toEqual([]);
    expect(remarks.at(-1)).toContain('the TaskManager in it refuses to start');
    expect(remarks.at(-1)).toContain('taskmanager.memory.fraction : 1.5');
  });

  it('4096 TB of managed memory overflow the int of 1.6 to 1.8 and count as not set', () => {
    const config = { 'taskmanager.memory.off-heap': 'true', 'taskmanager.memory.size': '4096 tb' };
    const byFraction = memory({ flinkVersion: '1.8', config: { 'taskmanager.memory.off-heap': 'true' } });
    expect(memory({ flinkVersion: '1.8', config }).managedBytes).toBe(byFraction.managedBytes);
    expect(refused({ flinkVersion: '1.9', config }).flinkException).toBe('IllegalConfigurationException');
  });
});

describe('what Flink refuses', () => {
  it.each<[string, Partial<LegacyContainerRequest>, string, string, object]>([
    [
      'a minimum as large as the container',
      { containerMegabytes: 600 },
      'IllegalArgumentException',
      'cuts 600 MB off a container of 600 MB and leaves nothing: 1 MB are missing',
      { set: { 'containerized.heap-cutoff-min': '150' }, unset: [] },
    ],
    [
      'an old spelling of the minimum',
      { config: { 'yarn.heap-cutoff-min': '2500' } },
      'IllegalArgumentException',
      '501 MB are missing',
      { set: { 'containerized.heap-cutoff-min': '500' }, unset: ['yarn.heap-cutoff-min'] },
    ],
    [
      'a ratio of 1',
      { config: { 'containerized.heap-cutoff-ratio': '1' } },
      'IllegalArgumentException',
      'containerized.heap-cutoff-ratio is 1.0',
      { set: {}, unset: ['containerized.heap-cutoff-ratio'] },
    ],
    [
      'network memory that leaves nothing',
      { containerMegabytes: 660 },
      'IllegalConfigurationException',
      'must be less than the Java memory, 62914560 bytes: it is 4194305 bytes too large',
      { set: { 'taskmanager.network.memory.min': '6291456' }, unset: [] },
    ],
    [
      'too many network buffers',
      { config: { 'taskmanager.network.numberOfBuffers': '44800' } },
      'IllegalConfigurationException',
      'Up to 44799 buffers are accepted',
      { set: { 'taskmanager.network.numberOfBuffers': '4480' }, unset: [] },
    ],
    [
      'managed memory outside the heap that leaves none',
      { config: { 'taskmanager.memory.off-heap': 'true', 'taskmanager.memory.size': '1260' } },
      'IllegalConfigurationException',
      'it is 1 bytes too large',
      { set: { 'taskmanager.memory.size': '882' }, unset: [] },
    ],
    [
      'a size that is none, with the size that was meant',
      { config: { 'taskmanager.memory.size': '1.5gb' } },
      'IllegalConfigurationException',
      '"1.5gb" in taskmanager.memory.size cannot be read as a size',
      { set: { 'taskmanager.memory.size': '1610612736b' }, unset: [] },
    ],
    [
      'a segment that is no power of two',
      { config: { 'taskmanager.memory.segment-size': '40kb' } },
      'IllegalConfigurationException',
      '40960 bytes, 8192 more than the power of two below it, 32768 bytes',
      { set: { 'taskmanager.memory.segment-size': '32768' }, unset: [] },
    ],
  ])('%s', (_, request, exception, detail, nearest) => {
    const refusal = refused(request);
    expect(refusal.flinkException).toBe(exception);
    expect(refusal.detail).toContain(detail);
    expect(refusal.nearest).toEqual(nearest);
  });
});

describe('what is no request', () => {
  it.each([
    [{ flinkVersion: '1.10' }, '/flinkVersion', 'taskManagerMemory'],
    [{ flinkVersion: '2.3.0' }, '/flinkVersion', 'taskManagerMemory'],
    [{ flinkVersion: '1.2' }, '/flinkVersion', '1.3 to 1.9 have this container model'],
    [{ containerMegabytes: 0 }, '/containerMegabytes', 'from 1 to 2147483647'],
    [{ containerMegabytes: 1.5 }, '/containerMegabytes', 'a whole number'],
    [{ containerMegabytes: Number.NaN }, '/containerMegabytes', 'a whole number'],
    [{ containerMegabytes: 2 ** 31 }, '/containerMegabytes', 'from 1 to 2147483647'],
    [{ slots: 0 }, '/slots', 'the number of slots'],
    [{ slots: -1 }, '/slots', 'from 1 to 2147483647'],
  ])('%j is rejected with its field, its value and what would do', (request, pointer, message) => {
    expect(asked(request)).toMatchObject({
      kind: 'rejected',
      rejections: [
        { pointer, message: expect.stringContaining(message), received: Object.values(request)[0] },
      ],
    });
  });

  it('has all its faults at once', () => {
    const answer = asked({ flinkVersion: '1.20', containerMegabytes: -5, slots: 0 });
    expect(answer.kind === 'rejected' && answer.rejections.map(({ pointer }) => pointer)).toEqual([
      '/flinkVersion',
      '/containerMegabytes',
      '/slots',
    ]);
  });
});
