import { checkExactSteps, jobManagerConfig, taskManagerConfig } from '@plimsoll/testing';
import { FLINK_VERSIONS, isFrom, versionText } from '@plimsoll/units';
import fc from 'fast-check';
import { jobManagerMemory, taskManagerMemory } from './memory.js';
import { patched } from './patch.js';
import type { MemoryRequest } from './request.js';
import type { JobManagerMemory, MemoryAnswer, TaskManagerMemory } from './result.js';

const version = (least: number) =>
  fc.constantFrom(...FLINK_VERSIONS.filter((candidate) => isFrom(candidate, 1, least))).map(versionText);

const deployment = fc.constantFrom('standalone' as const, 'container' as const);
const RUNS = { numRuns: 400 };

const withoutSteps = (answer: MemoryAnswer<TaskManagerMemory | JobManagerMemory>) =>
  answer.kind === 'ok' ? { ...answer.value, steps: [] } : answer;

/** The request as it is, or mended where Flink refuses it: so that most runs look at a model. */
function mended(request: MemoryRequest): MemoryRequest {
  const answer = taskManagerMemory(request, false);
  if (answer.kind !== 'refused' || answer.refusal.nearest === null) return request;
  return { ...request, config: patched(request.config, answer.refusal.nearest) };
}

const anyTaskManager = fc.record({ flinkVersion: version(10), config: taskManagerConfig(), deployment });
const taskManager = anyTaskManager.map(mended);
const jobManager = fc.record({ flinkVersion: version(11), config: jobManagerConfig(), deployment });

describe('the memory of a TaskManager', () => {
  it('adds up', () => {
    fc.assert(
      fc.property(taskManager, (request) => {
        const answer = taskManagerMemory(request);
        if (answer.kind !== 'ok') return;
        const {
          components: of,
          totalFlinkBytes,
          totalProcessBytes,
          jvmHeapBytes,
          jvmDirectBytes,
        } = answer.value;
        expect(of.frameworkHeapBytes + of.taskHeapBytes).toBe(jvmHeapBytes);
        expect(of.frameworkOffHeapBytes + of.taskOffHeapBytes + of.networkBytes).toBe(jvmDirectBytes);
        expect(jvmHeapBytes + (jvmDirectBytes ?? 0n) + of.managedBytes).toBe(totalFlinkBytes);
        expect(totalFlinkBytes + of.jvmMetaspaceBytes + of.jvmOverheadBytes).toBe(totalProcessBytes);
        for (const bytes of Object.values(of)) expect(bytes >= 0n).toBe(true);
      }),
      RUNS,
    );
  });

  it('is there for most of what is asked here', () => {
    const answers = fc
      .sample(taskManager, { numRuns: 200, seed: 1 })
      .map((request) => taskManagerMemory(request).kind);
    expect(answers.filter((kind) => kind === 'ok').length).toBeGreaterThan(180);
  });

  it('is the same with and without its steps, and each step gives its figure', () => {
    fc.assert(
      fc.property(taskManager, (request) => {
        const traced = taskManagerMemory(request);
        expect(withoutSteps(taskManagerMemory(request, false))).toEqual(withoutSteps(traced));
        if (traced.kind === 'ok') checkExactSteps(traced.value.steps);
      }),
      RUNS,
    );
  });

  it('offers only changes that Flink accepts, and they change something', () => {
    fc.assert(
      fc.property(anyTaskManager, (request) => {
        const answer = taskManagerMemory(request);
        if (answer.kind !== 'refused' || answer.refusal.nearest === null) return;
        const config = patched(request.config, answer.refusal.nearest);
        expect(config).not.toEqual(request.config);
        expect(taskManagerMemory({ ...request, config }).kind).toBe('ok');
      }),
      RUNS,
    );
  });

  it('comes out the same from the options that it hands to the process', () => {
    fc.assert(
      fc.property(taskManager, (request) => {
        const first = taskManagerMemory(request);
        if (first.kind !== 'ok' || ['1.10', '1.11'].includes(request.flinkVersion)) return;
        const again = taskManagerMemory({
          flinkVersion: request.flinkVersion,
          config: first.value.dynamicConfig,
        });
        expect(again).toMatchObject({ kind: 'ok', value: { components: first.value.components } });
      }),
      RUNS,
    );
  });
});

describe('the memory of a JobManager', () => {
  it('adds up, each step gives its figure, and what is offered is accepted', () => {
    fc.assert(
      fc.property(jobManager, (request) => {
        const answer = jobManagerMemory(request);
        expect(withoutSteps(jobManagerMemory(request, false))).toEqual(withoutSteps(answer));
        if (answer.kind === 'ok') {
          const { components: of, totalFlinkBytes, totalProcessBytes } = answer.value;
          expect(of.jvmHeapBytes + of.offHeapBytes).toBe(totalFlinkBytes);
          expect(totalFlinkBytes + of.jvmMetaspaceBytes + of.jvmOverheadBytes).toBe(totalProcessBytes);
          checkExactSteps(answer.value.steps);
        } else if (answer.kind === 'refused' && answer.refusal.nearest !== null) {
          const config = patched(request.config, answer.refusal.nearest);
          expect(jobManagerMemory({ ...request, config }).kind).toBe('ok');
        }
      }),
      RUNS,
    );
  });
});

describe('a request that is none', () => {
  it.each([
    ['1.9', /legacyContainerMemory/],
    ['1.21', /known here are 1\.10 to 1\.20 and 2\.0 to 2\.3/],
    ['', /known here are/],
  ])('of Flink %j is rejected with what would do', (flinkVersion, message) => {
    expect(taskManagerMemory({ flinkVersion, config: {} })).toMatchObject({
      kind: 'rejected',
      rejections: [
        { pointer: '/flinkVersion', message: expect.stringMatching(message), received: flinkVersion },
      ],
    });
  });

  it('asks for the JobManager of 1.10, which has a heap only', () => {
    expect(jobManagerMemory({ flinkVersion: '1.10', config: {} }).kind).toBe('rejected');
  });
});
