import { checkExactSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import type { MemoryAnswer } from '../result.js';
import { kubernetesMemory } from './kubernetes-memory.js';
import type { KubernetesRequest } from './request.js';
import type { KubernetesMemory } from './result.js';

const MIB = 2n ** 20n;
const GIB = 2n ** 30n;
const PROCESS = 'taskmanager.memory.process.size';
const FACTOR = 'kubernetes.taskmanager.memory.limit-factor';

const native = (
  config: Record<string, string>,
  more: Partial<KubernetesRequest> = {},
): KubernetesRequest => ({
  flinkVersion: '1.20',
  deployment: 'native',
  config,
  ...more,
});
const standalone = (
  config: Record<string, string>,
  more: Partial<KubernetesRequest> = {},
): KubernetesRequest => ({
  ...native(config, more),
  deployment: 'standalone',
});

const acceptedOf = (answer: MemoryAnswer<KubernetesMemory>): KubernetesMemory => {
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
};
const kubernetes = (request: KubernetesRequest): KubernetesMemory => acceptedOf(kubernetesMemory(request));

const messages = (request: KubernetesRequest): readonly string[] => {
  const answer = kubernetesMemory(request);
  if (answer.kind !== 'rejected') throw new Error(`was ${answer.kind}`);
  return answer.rejections.map(({ pointer, message }) => `${pointer}: ${message}`);
};

describe('a pod that Flink makes', () => {
  it('asks for the process size, as request and as limit', () => {
    expect(kubernetes(native({ [PROCESS]: '8g' })).pod).toEqual({
      requestBytes: 8n * GIB,
      limitBytes: 8n * GIB,
      headroomBytes: 0n,
      requestText: '8192Mi',
      limitText: '8192Mi',
    });
  });

  it.each([
    ['1.0', '8192Mi'],
    ['1.25', '10240Mi'],
    ['1.1', '9011Mi'],
    ['1.00001', '8192Mi'],
    ['2', '16384Mi'],
  ])('has a limit of the request times %s, whole mebibytes: %s', (factor, limitText) => {
    const { pod } = kubernetes(native({ [PROCESS]: '8g', [FACTOR]: factor }));
    expect(pod).toMatchObject({ requestText: '8192Mi', limitText });
  });

  it('drops what is no whole mebibyte of the process, and says so', () => {
    const { pod, processSizeBytes, remarks } = kubernetes(native({ [PROCESS]: `${8n * GIB + 1000n}` }));
    expect(processSizeBytes).toBe(8n * GIB + 1000n);
    expect(pod).toMatchObject({ requestBytes: 8n * GIB, headroomBytes: -1000n });
    expect(remarks).toEqual([expect.stringContaining('1000 bytes less')]);
  });

  it('is not refused for the limit that Flink itself has rounded down', () => {
    const config = { [PROCESS]: `${8n * GIB + 1000n}` };
    expect(kubernetesMemory(native(config, { podLimit: '8Gi' })).kind).toBe('ok');
    expect(kubernetesMemory(native(config, { podLimit: '8191Mi' })).kind).toBe('rejected');
  });

  it.each(['0.9', 'NaN', '0.999999'])('is refused by Flink with a limit factor of %s', (factor) => {
    const answer = kubernetesMemory(native({ [PROCESS]: '8g', [FACTOR]: factor }));
    expect(answer).toMatchObject({
      kind: 'refused',
      refusal: {
        flinkException: 'IllegalArgumentException',
        flinkMessage: `${FACTOR} should be greater or equal to 1.`,
        keys: [FACTOR],
        nearest: { set: { [FACTOR]: '1.0' }, unset: [] },
      },
    });
  });

  it('is refused by Flink where the limit factor is no number', () => {
    expect(kubernetesMemory(native({ [PROCESS]: '8g', [FACTOR]: '120%' }))).toMatchObject({
      refusal: { flinkMessage: `Could not parse value '120%' for key '${FACTOR}'.` },
    });
  });

  it('has no limit factor before Flink 1.15', () => {
    const { pod, remarks } = kubernetes(native({ [PROCESS]: '8g', [FACTOR]: '2' }, { flinkVersion: '1.14' }));
    expect(pod.limitText).toBe('8192Mi');
    expect(remarks.join()).toContain('1.15');
  });

  it('replaces the limit of a pod template', () => {
    const { pod, remarks } = kubernetes(native({ [PROCESS]: '4g' }, { podLimit: '8Gi' }));
    expect(pod.limitText).toBe('4096Mi');
    expect(remarks.join()).toContain('8Gi in a pod template is replaced');
  });

  it('is rejected where Flink’s 32 bits do not hold its mebibytes', () => {
    expect(messages(native({ [PROCESS]: `${2n ** 51n}` }))).toEqual([expect.stringContaining('32 bits')]);
    expect(messages(native({ [PROCESS]: '8g', [FACTOR]: '1e9' }))).toEqual([
      expect.stringContaining('32 bits'),
    ]);
  });

  it('reads the heap options of Flink before 1.10 as those of a container', () => {
    expect(kubernetes(native({ 'taskmanager.heap.size': '4g' })).processSizeBytes).toBe(4n * GIB);
  });
});

describe('a pod of the Flink Kubernetes operator', () => {
  it('gets resource.memory over the process size of the configuration', () => {
    const { config, processSizeOrigin, processSizeBytes, remarks } = kubernetes(
      native({ [PROCESS]: '8g' }, { resourceMemory: '2Gi', operatorVersion: '1.7' }),
    );
    expect(config[PROCESS]).toBe('2147483648');
    expect(processSizeOrigin).toBe('resource.memory');
    expect(processSizeBytes).toBe(2n * GIB);
    expect(remarks).toEqual([expect.stringContaining('"2Gi"')]);
  });

  it('is sized by the operator in standalone mode too', () => {
    const { pod } = kubernetes(standalone({}, { resourceMemory: '2048m' }));
    expect(pod).toMatchObject({ requestText: '2048Mi', limitText: '2048Mi' });
  });

  it('cannot be written in the units of Kubernetes up to operator 1.6', () => {
    expect(messages(native({}, { resourceMemory: '2Gi', operatorVersion: '1.6' }))).toEqual([
      expect.stringContaining('/resourceMemory'),
    ]);
  });

  it('names resource.memory, not the option that it sets, as where the steps begin', () => {
    const { steps } = kubernetes(native({}, { resourceMemory: '2Gi' }));
    const origins = steps.flatMap(({ inputs }) => inputs.map(({ from }) => from));
    expect(origins).toContain('/resourceMemory');
    expect(origins).not.toContain(`/config/${PROCESS}`);
  });

  it('does the same for a JobManager', () => {
    const { config, pod, perSlot } = kubernetes(
      native(
        { 'kubernetes.jobmanager.memory.limit-factor': '1.5' },
        { component: 'jobmanager', resourceMemory: '2g' },
      ),
    );
    expect(config['jobmanager.memory.process.size']).toBe('2 gb');
    expect(pod).toMatchObject({ requestText: '2048Mi', limitText: '3072Mi' });
    expect(perSlot).toBeNull();
  });
});

describe('a pod that a person sizes', () => {
  it.each<[string, string]>([
    ['8Gi', '0'],
    ['10Gi', `${2n * GIB}`],
    ['10G', `${10n ** 10n - 8n * GIB}`],
  ])('with a limit of %s leaves %s bytes beside a process of 8 gb', (podLimit, headroom) => {
    const { pod } = kubernetes(standalone({ [PROCESS]: '8g' }, { podLimit }));
    expect(String(pod.headroomBytes)).toBe(headroom);
  });

  it('would be OOM-killed with a limit below the process size, and is rejected with both numbers and the remedy', () => {
    const [message = ''] = messages(standalone({ [PROCESS]: '8g' }, { podLimit: '6Gi' }));
    expect(message).toContain('/podLimit');
    expect(message).toContain('6442450944 bytes (6144Mi)');
    expect(message).toContain('8589934592 (8192Mi)');
    expect(message).toContain('OOMKilled');
    expect(message).toContain(`Raise the limit to 8192Mi, or lower ${PROCESS} to 6144Mi`);
  });

  it('is rejected for a single byte', () => {
    const request = (limit: bigint) => standalone({ [PROCESS]: '8g' }, { podLimit: `${limit}` });
    expect(kubernetesMemory(request(8n * GIB - 1n)).kind).toBe('rejected');
    expect(kubernetesMemory(request(8n * GIB)).kind).toBe('ok');
  });

  it('takes 8G for less than 8 gb, as Kubernetes does', () => {
    expect(messages(standalone({ [PROCESS]: '8g' }, { podLimit: '8G' }))[0]).toContain(
      '589934592 bytes below',
    );
  });

  it('requests its limit where no request is made, and may request less', () => {
    expect(kubernetes(standalone({ [PROCESS]: '8g' }, { podLimit: '8Gi' })).pod.requestText).toBe('8192Mi');
    const { pod, remarks } = kubernetes(
      standalone({ [PROCESS]: '8g' }, { podLimit: '8Gi', podRequest: '4Gi' }),
    );
    expect(pod.requestText).toBe('4096Mi');
    expect(remarks.join()).toContain('evicted');
  });

  it('is not judged where no limit is known', () => {
    const { pod, remarks } = kubernetes(standalone({ [PROCESS]: '8g' }));
    expect(pod.limitBytes).toBeNull();
    expect(remarks.join()).toContain('No limit is known');
  });
});

describe('a process size that follows the limit of the pod', () => {
  it('is the limit where the configuration states no total', () => {
    const { processSizeBytes, processSizeOrigin, config } = kubernetes(standalone({}, { podLimit: '8Gi' }));
    expect(processSizeBytes).toBe(8n * GIB);
    expect(processSizeOrigin).toBe('podLimit');
    expect(config).toEqual({ [PROCESS]: '8 gb' });
  });

  it('keeps a share of the limit free where one is asked for', () => {
    const { pod } = kubernetes(standalone({}, { podLimit: '8Gi', headroomRatio: 0.1 }));
    expect(pod.headroomBytes).toBe(820n * MIB);
  });

  it('is offered beside a size that the limit has left behind', () => {
    const { fromPodLimit } = kubernetes(
      standalone({ [PROCESS]: '4g', 'taskmanager.memory.flink.size': '3g' }, { podLimit: '16Gi', slots: 4 }),
    );
    expect(fromPodLimit).toEqual({
      processSizeBytes: 16n * GIB,
      patch: { set: { [PROCESS]: '16 gb' }, unset: ['taskmanager.memory.flink.size'] },
    });
  });

  it('never exceeds the limit and fits the pod', () => {
    fc.assert(
      fc.property(
        fc.bigInt(2n * GIB, 2n ** 45n),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (limit, headroomRatio) => {
          const { processSizeBytes, pod } = kubernetes(
            standalone({}, { podLimit: `${limit}`, headroomRatio }),
          );
          expect(processSizeBytes <= limit).toBe(true);
          expect(processSizeBytes % MIB).toBe(0n);
          expect((pod.headroomBytes ?? -1n) + processSizeBytes).toBe(limit);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('slots', () => {
  it('divide the pools of the TaskManager evenly', () => {
    const { perSlot, memory } = kubernetes(native({ [PROCESS]: '8g' }, { slots: 3 }));
    expect(memory.components).toMatchObject({ managedBytes: 2_985_002_310n });
    expect(perSlot).toMatchObject({ slots: 3, managedBytes: 995_000_770n, networkBytes: 248_750_192n });
  });

  it('come from the configuration where none are asked for', () => {
    const config = { [PROCESS]: '8g', 'taskmanager.numberOfTaskSlots': '2' };
    expect(kubernetes(native(config)).perSlot?.slots).toBe(2);
    expect(kubernetes(native(config, { slots: 4 })).remarks.join()).toContain('says 2');
    expect(kubernetes(native({ [PROCESS]: '8g' })).perSlot?.slots).toBe(1);
  });
});

it('says everything that is wrong with a request at once', () => {
  const wrong = standalone(
    {},
    {
      flinkVersion: '3.0',
      podLimit: '8gb',
      podRequest: '0',
      resourceMemory: '1.5g',
      operatorVersion: '1.99',
      slots: 0,
      headroomRatio: 1,
    },
  );
  expect(messages(wrong).map((message) => message.split(':')[0])).toEqual([
    '/flinkVersion',
    '/podLimit',
    '/podRequest',
    '/operatorVersion',
    '/slots',
    '/headroomRatio',
  ]);
});

it('rejects a request above the limit and a limit in thousandths', () => {
  expect(messages(standalone({ [PROCESS]: '1g' }, { podLimit: '8Gi', podRequest: '9Gi' }))[0]).toContain(
    '/podRequest',
  );
  expect(messages(standalone({ [PROCESS]: '1g' }, { podLimit: '8192m' }))[0]).toContain('"8192Mi"');
});

it('gives Flink’s own refusal where Flink would not start', () => {
  expect(kubernetesMemory(native({ [PROCESS]: '300m' })).kind).toBe('refused');
});

describe('the steps of a pod', () => {
  it.each<[string, KubernetesRequest]>([
    ['that Flink makes', native({ [PROCESS]: `${8n * GIB + 77n}`, [FACTOR]: '1.3' }, { slots: 3 })],
    ['of the operator', native({}, { resourceMemory: '5000Mi', podLimit: '6Gi', headroomRatio: 0.07 })],
    ['of which only the limit is stated', standalone({}, { podLimit: '7001M', headroomRatio: 0.15 })],
    [
      'of a JobManager',
      standalone({ 'jobmanager.memory.heap.size': '1g' }, { component: 'jobmanager', podLimit: '3Gi' }),
    ],
  ])('%s have texts that give their values', (_name, request) => {
    const { steps } = kubernetes(request);
    expect(steps.length).toBeGreaterThan(3);
    checkExactSteps(steps, []);
  });
});
