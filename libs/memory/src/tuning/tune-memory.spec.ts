import { checkExactSteps } from '@plimsoll/testing';
import type { FlinkConfig, Observed } from '../request.js';
import type { MemoryAnswer } from '../result.js';
import { judgeMemory } from './judge-memory.js';
import { TUNING_PARAMETERS } from './parameters.js';
import type { TuningRequest } from './request.js';
import type { MemoryJudgement, MemoryTuning } from './result.js';
import { tuneMemory } from './tune-memory.js';

const MIB = 2 ** 20;
const DAY = 86_400_000;
const KEY = 'taskmanager.memory';

/** '3 Flink Mistakes': 8 gb, of which 150 + 700 + 2300 MB were not in use. */
const EIGHT_GB: FlinkConfig = { [`${KEY}.process.size`]: '8gb' };
const IN_USE: Observed = {
  heapUsedAfterGcBytes: 1130 * MIB,
  metaspaceUsedBytes: 106 * MIB,
  networkUsedBytes: 12 * MIB,
};
/** What the talk made of it. */
const BY_THE_TALK: FlinkConfig = {
  ...EIGHT_GB,
  [`${KEY}.task.heap.size`]: '1 gb',
  [`${KEY}.managed.size`]: '5800 mb',
  [`${KEY}.network.min`]: '32 mb',
  [`${KEY}.network.max`]: '32 mb',
  [`${KEY}.jvm-metaspace.size`]: '120 mb',
};

const tuning = (request: Partial<TuningRequest>): MemoryTuning =>
  accepted(tuneMemory({ flinkVersion: '1.17', config: EIGHT_GB, observed: IN_USE, ...request }));

function accepted<T>(answer: MemoryAnswer<T>): T {
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
}

const mebibytes = (components: object): Record<string, number> =>
  Object.fromEntries(Object.entries(components).map(([name, bytes]) => [name, Number(bytes) / MIB]));

describe('the job of the talk', () => {
  it('gets everything unused as managed memory, and keeps a fifth of its use as headroom', () => {
    const { after, freedBytes, config } = tuning({});
    expect(mebibytes(after.components)).toEqual({
      frameworkHeapBytes: 128,
      taskHeapBytes: 1356 - 128,
      frameworkOffHeapBytes: 128,
      taskOffHeapBytes: 0,
      networkBytes: 32,
      managedBytes: 5728,
      jvmMetaspaceBytes: 128,
      jvmOverheadBytes: 820,
    });
    expect(Number(freedBytes) / MIB).toBeCloseTo(5728 - 2846.72, 2);
    expect(config).toMatchObject({
      [`${KEY}.process.size`]: '8gb',
      [`${KEY}.managed.size`]: '5728 mb',
      [`${KEY}.task.heap.size`]: '1228 mb',
      [`${KEY}.network.min`]: '32 mb',
      [`${KEY}.network.max`]: '32 mb',
      [`${KEY}.jvm-metaspace.size`]: '128 mb',
    });
  });

  it('says of each change what it frees, which adds up', () => {
    const { changes, freedBytes, before, after } = tuning({});
    const freed = (key: string) => changes.find((change) => change.key === `${KEY}.${key}`)?.freedBytes ?? 0n;
    expect(freed('jvm-metaspace.size')).toBe(BigInt(128 * MIB));
    expect(freed('managed.size')).toBe(-freedBytes);
    const overhead = before.components.jvmOverheadBytes - after.components.jvmOverheadBytes;
    expect(changes.reduce((sum, change) => sum + (change.freedBytes ?? 0n), overhead)).toBe(0n);
  });

  it('is left with 2 % of headroom in the heap and 140.8 MiB too much overhead by the talk’s own proposal', () => {
    const judged: MemoryJudgement = accepted(
      judgeMemory({ flinkVersion: '1.17', config: BY_THE_TALK, observed: IN_USE }),
    );
    expect(Number(judged.memory.components.jvmOverheadBytes) / MIB).toBe(960);
    expect(Number(judged.overheadBeyondDerivedBytes) / MIB).toBeCloseTo(140.8, 1);
    expect(judged.acceptedManaged).toEqual({
      leastBytes: BigInt(5736 * MIB),
      mostBytes: BigInt(6568 * MIB),
    });
    expect(judged.remarks).toEqual([
      'The JVM heap of 1152 MiB has 2 % headroom over the 1130 MiB in use.',
      'JVM metaspace of 120 MiB has 13 % headroom over the 106 MiB in use.',
      'JVM overhead is 140.8 MiB more than Flink would derive: it could be given to a pool.',
      'Beside these sizes Flink accepts 5736 MiB to 6568 MiB of managed memory.',
    ]);
    checkExactSteps(
      judged.steps,
      TUNING_PARAMETERS.map(({ id }) => id),
    );
  });

  it.each([
    ['5736mb', 'ok'],
    ['6568mb', 'ok'],
    ['5700mb', 'refused'],
    ['6569mb', 'refused'],
  ])('is with %s of managed memory %s', (managed, kind) => {
    const config = { ...BY_THE_TALK, [`${KEY}.managed.size`]: managed };
    expect(judgeMemory({ flinkVersion: '1.17', config, observed: IN_USE }).kind).toBe(kind);
  });

  it('is told the same when it asks for a tuning of the talk’s proposal', () => {
    const { remarks, confidence } = tuning({ config: BY_THE_TALK });
    expect(remarks.join()).toContain('As given: The JVM heap of 1152 MiB has 2 % headroom');
    expect(confidence.reasons.join()).toContain('sawtooth');
  });
});

describe('shrinking', () => {
  it('makes the process as small as its use, its headroom and managed memory allow', () => {
    const { after, freedBytes, before } = tuning({ goal: 'shrink' });
    const { managedBytes, jvmOverheadBytes } = after.components;
    expect(managedBytes).toBe(before.components.managedBytes);
    expect(after.totalProcessBytes % BigInt(MIB)).toBe(0n);
    expect(Number(jvmOverheadBytes) / Number(after.totalProcessBytes)).toBeCloseTo(0.1, 3);
    expect(Number(after.totalProcessBytes) / MIB).toBe(4990);
    expect(freedBytes).toBe(before.totalProcessBytes - after.totalProcessBytes);
  });

  it('drops managed memory that is seen to be unused', () => {
    const { after } = tuning({ goal: 'shrink', observed: { ...IN_USE, managedUsedBytes: 0 } });
    expect(after.components.managedBytes).toBe(0n);
    expect(Number(after.totalProcessBytes) / MIB).toBe(1836);
  });

  it('says by how much the limit of the pod can be lowered', () => {
    expect(tuning({ goal: 'shrink', podLimit: '8Gi' }).remarks.join()).toContain(
      '3202 MiB smaller: the limit of 8Gi can be lowered',
    );
  });
});

describe('a process that must become smaller to fit its pod', () => {
  const tight = (managedUsedBytes: number) =>
    tuning({
      config: { [`${KEY}.process.size`]: '5466m', [`${KEY}.managed.fraction`]: '0.42' },
      observed: { heapUsedAfterGcBytes: 2_165_442_263, managedUsedBytes },
      podLimit: '4942Mi',
    });

  it('frees what the process loses, however much of managed memory is in use', () => {
    for (const managedUsed of [1_416_765_063, 700_000_000]) {
      expect(tight(managedUsed).freedBytes).toBe(BigInt((5466 - 4942) * MIB));
    }
    expect(tight(700_000_000).remarks.join()).toContain('524 MiB smaller, as the limit of 4942Mi wants it');
  });

  it('is told where more was resident than it is to have', () => {
    const observed = { ...IN_USE, residentBytes: 7000 * MIB };
    const { after, remarks } = tuning({ goal: 'shrink', observed });
    expect(after.totalProcessBytes < BigInt(observed.residentBytes)).toBe(true);
    expect(remarks.join()).toContain('7000 MiB were resident');
  });
});

describe('fixing an out-of-memory', () => {
  const full: Observed = { ...IN_USE, metaspaceUsedBytes: 256 * MIB };

  it('takes what is short from the pool with the most room', () => {
    const { changes, after, before } = tuning({ goal: 'fix-out-of-memory', observed: full });
    expect(Number(after.components.jvmMetaspaceBytes) / MIB).toBe(308);
    expect(before.components.taskHeapBytes - after.components.taskHeapBytes).toBe(BigInt(52 * MIB));
    expect(after.components.networkBytes).toBe(before.components.networkBytes);
    expect(after.totalProcessBytes).toBe(before.totalProcessBytes);
    const change = changes.find(({ key }) => key === `${KEY}.jvm-metaspace.size`);
    expect(change).toMatchObject({ to: '308 mb', reason: '256 MiB are in use: grows by 52 MiB.' });
  });

  it('lets the process grow where nothing is free, and says what its pod has to allow', () => {
    const { after, remarks } = tuning({ config: BY_THE_TALK, goal: 'fix-out-of-memory' });
    expect(Number(after.jvmHeapBytes) / MIB).toBe(1356);
    expect(Number(after.totalProcessBytes) / MIB).toBe(8264);
    expect(remarks.join()).toContain('the limit of its pod or container has to be at least that');
  });

  it('lets the process grow up to the limit of its pod and no further', () => {
    const request = { config: BY_THE_TALK, goal: 'fix-out-of-memory' as const };
    expect(Number(tuning({ ...request, podLimit: '8264Mi' }).after.totalProcessBytes) / MIB).toBe(8264);
    const short = tuneMemory({ flinkVersion: '1.17', observed: IN_USE, podLimit: '8Gi', ...request });
    expect(short).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/podLimit', message: expect.stringContaining('Raise podLimit to 8264Mi') }],
    });
  });

  it('gives JVM overhead what is resident beyond all pools', () => {
    const observed = { ...IN_USE, residentBytes: 8192 * MIB };
    const { after, before } = tuning({ goal: 'fix-out-of-memory', observed });
    const overhead = Number(after.components.jvmOverheadBytes) / MIB;
    expect(Number(before.components.jvmOverheadBytes) / MIB).toBeCloseTo(819.2, 1);
    expect(overhead).toBeCloseTo(819.2 * 1.2, 0);
    expect(after.totalProcessBytes).toBe(before.totalProcessBytes);
  });

  it('changes no size where no pool lacks its headroom, and points to the diagnosis', () => {
    const { after, before, remarks } = tuning({ goal: 'fix-out-of-memory' });
    expect(after.components).toEqual(before.components);
    expect(remarks.join()).toContain('Give the error to the diagnosis');
  });
});

describe('the pod', () => {
  it('of a process that is too large for it makes the process fit', () => {
    const { after } = tuning({ podLimit: '6Gi' });
    expect(after.totalProcessBytes).toBe(BigInt(6144 * MIB));
    expect(Number(after.components.managedBytes) / MIB).toBe(3885);
  });

  it('that cannot hold what is in use is rejected with the limit that can', () => {
    const answer = tuneMemory({ flinkVersion: '1.17', config: EIGHT_GB, observed: IN_USE, podLimit: '3Gi' });
    expect(answer).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/podLimit', message: expect.stringMatching(/Raise podLimit to \d+Mi/) }],
    });
  });
});

describe('a proposal', () => {
  it('keeps every setting that is not of memory, and drops those that say the same twice', () => {
    const { config, changes } = tuning({
      config: {
        'state.backend.type': 'rocksdb',
        'taskmanager.heap.size': '1g',
        [`${KEY}.flink.size`]: '6g',
        [`${KEY}.managed.fraction`]: '0.5',
        'taskmanager.network.memory.fraction': '0.05',
      },
    });
    expect(config['state.backend.type']).toBe('rocksdb');
    const gone = ['taskmanager.heap.size', `${KEY}.flink.size`, `${KEY}.managed.fraction`];
    for (const key of [...gone, 'taskmanager.network.memory.fraction']) {
      expect(config).not.toHaveProperty([key]);
      expect(changes).toContainEqual(expect.objectContaining({ key, to: null }));
    }
  });

  it('widens the range of JVM overhead where more is resident than it allows', () => {
    const { config, after } = tuning({
      goal: 'fix-out-of-memory',
      observed: { ...IN_USE, residentBytes: 8700 * MIB },
    });
    expect(config[`${KEY}.jvm-overhead.max`]).toBe(`${after.components.jvmOverheadBytes} bytes`);
  });

  it('limits growth to what there is and says that headroom is missing', () => {
    const { after, remarks } = tuning({ config: BY_THE_TALK });
    expect(after.components.managedBytes).toBe(BigInt(5800 * MIB));
    expect(remarks.join()).toContain('Not everything that is in use gets its headroom');
  });

  it('is said to serve nobody where RocksDB does not live in managed memory', () => {
    const config = { ...EIGHT_GB, 'state.backend.rocksdb.memory.managed': 'false' };
    expect(tuning({ config }).remarks.join()).toContain('state.backend.rocksdb.memory.managed is false');
    const { remarks } = tuning({ observed: { ...IN_USE, managedUsedBytes: 0 } });
    expect(remarks.join()).toContain('No managed memory is in use');
  });
});

describe('confidence', () => {
  const all: Observed = { ...IN_USE, managedUsedBytes: 2800 * MIB, residentBytes: 5000 * MIB };

  it.each([
    ['nobody knows for how long', undefined, 'low'],
    ['59 minutes', 59 * 60_000, 'low'],
    ['an hour', 3_600_000, 'medium'],
    ['a day', DAY, 'high'],
  ])('after %s is as it should be', (_name, observedForMs, level) => {
    expect(tuning({ observed: { ...all, observedForMs } }).confidence.level).toBe(level);
  });

  it('is not high where a gauge is missing, and names it', () => {
    const { confidence } = tuning({ observed: { ...IN_USE, observedForMs: DAY } });
    expect(confidence.level).toBe('medium');
    expect(confidence.reasons.join()).toContain('managedUsedBytes, residentBytes');
  });
});

describe('observations that contradict', () => {
  it.each<[string, Observed, string, string]>([
    [
      'each other: used above committed',
      { heapCommittedBytes: 1000 * MIB },
      'heapUsedAfterGcBytes',
      'heapCommittedBytes',
    ],
    [
      'each other: resident below the heap in use',
      { residentBytes: 1000 * MIB },
      'heapUsedAfterGcBytes',
      'residentBytes',
    ],
    ['the heap', { heapUsedAfterGcBytes: 3431 * MIB }, 'heapUsedAfterGcBytes', '-Xmx'],
    ['what may be committed', { heapCommittedBytes: 3500 * MIB }, 'heapCommittedBytes', '-Xmx'],
    ['metaspace', { metaspaceUsedBytes: 257 * MIB }, 'metaspaceUsedBytes', 'JVM metaspace'],
    ['network memory', { networkUsedBytes: 712 * MIB }, 'networkUsedBytes', 'network memory'],
    ['managed memory', { managedUsedBytes: 2847 * MIB }, 'managedUsedBytes', 'managed memory'],
    ['the pod', { residentBytes: 8193 * MIB }, 'residentBytes', 'podLimit'],
  ])('%s are rejected by name', (_name, observed, pointer, other) => {
    const answer = tuneMemory({
      flinkVersion: '1.17',
      config: EIGHT_GB,
      observed: { ...IN_USE, ...observed },
      podLimit: '8Gi',
    });
    expect(answer).toMatchObject({
      kind: 'rejected',
      rejections: [
        {
          pointer: `/observed/${pointer}`,
          message: expect.stringMatching(new RegExp(`${pointer} is \\d+ bytes, \\d+ more .*${other}`)),
        },
      ],
    });
  });

  it('not: a heap that the JVM rounds up to whole regions', () => {
    const observed = { ...IN_USE, heapCommittedBytes: 3432 * MIB };
    expect(tuneMemory({ flinkVersion: '1.17', config: EIGHT_GB, observed }).kind).toBe('ok');
  });
});

describe('values that cannot be', () => {
  it('are all told at once', () => {
    const answer = tuneMemory({
      flinkVersion: '1.9',
      config: EIGHT_GB,
      observed: { residentBytes: -1, heapUsedAfterGcBytes: 0.5, observedForMs: Number.NaN },
      podLimit: '8GB',
      headroomRatio: 20,
    });
    if (answer.kind !== 'rejected') throw new Error(`was ${answer.kind}`);
    expect(answer.rejections.map(({ pointer }) => pointer)).toEqual([
      '/flinkVersion',
      '/observed/heapUsedAfterGcBytes',
      '/observed/residentBytes',
      '/observed/observedForMs',
      '/headroomRatio',
      '/podLimit',
    ]);
  });

  it('are none: at least one pool has to be observed', () => {
    const answer = tuneMemory({
      flinkVersion: '1.17',
      config: EIGHT_GB,
      observed: { residentBytes: 5 * MIB },
    });
    expect(answer).toMatchObject({ rejections: [{ pointer: '/observed' }] });
  });

  it('are told as Flink refuses them where Flink does', () => {
    const config = { [`${KEY}.process.size`]: '100m' };
    expect(tuneMemory({ flinkVersion: '1.17', config, observed: { networkUsedBytes: 0 } }).kind).toBe(
      'refused',
    );
  });
});
