import 'reflect-metadata';
import fc from 'fast-check';
import {
  batchBody,
  diagnosisBody,
  legacyBody,
  miniClusterBody,
  mostly,
  processBody,
  tuningBody,
} from '../../../../../test/memory-bodies.js';
import { ProblemException } from '../../problem/problem-exception.js';
import { diagnose } from './diagnose-memory.js';
import { exactJson } from './exact-json.js';
import { legacyContainer } from './legacy-container.js';
import {
  HEAP_SPACE,
  JOB_MANAGER,
  LARGE_ROCKSDB,
  LEGACY_CONTAINER,
  THREE_MISTAKES,
  TINY_FLINK,
} from './memory-examples.js';
import { miniCluster } from './mini-cluster.js';
import { jobManager, jobManagerBatch, taskManager, taskManagerBatch } from './process-memory.js';
import { tune } from './tune-memory.js';

type Answer = (body: unknown) => object | Promise<object>;
const CALCULATORS: readonly [
  name: string,
  answer: Answer,
  bodies: fc.Arbitrary<unknown>,
  good: object,
  statuses: number[],
][] = [
  ['task-manager', taskManager, processBody, LARGE_ROCKSDB, [200, 400, 422]],
  ['job-manager', jobManager, processBody, JOB_MANAGER, [200, 400, 422]],
  ['task-manager/batch', taskManagerBatch, batchBody, { requests: [LARGE_ROCKSDB] }, [200, 400]],
  ['job-manager/batch', jobManagerBatch, batchBody, { requests: [JOB_MANAGER] }, [200, 400]],
  ['legacy-container', legacyContainer, legacyBody, LEGACY_CONTAINER, [200, 400, 422]],
  ['tune', tune, tuningBody, THREE_MISTAKES, [200, 400, 422]],
  ['diagnose', diagnose, diagnosisBody, HEAP_SPACE, [200, 400, 422]],
  ['mini-cluster', miniCluster, miniClusterBody, TINY_FLINK, [200, 400, 422]],
];

/** Names of figures that are NaN or infinite: JSON has no such numbers. */
function noNumbers(value: unknown, name = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [name];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => noNumbers(member, `${name}/${key}`));
}

/** The status of an answer; throws what nobody expects. */
async function statusOf(answer: Answer, body: unknown): Promise<number> {
  try {
    const given = await answer(body);
    expect(noNumbers(given)).toEqual([]);
    expect(JSON.parse(exactJson(given))).toEqual(expect.any(Object));
    return 200;
  } catch (thrown) {
    if (thrown instanceof ProblemException) return thrown.problem.status;
    throw thrown;
  }
}

describe.each(CALCULATORS)('%s', (_name, answer, bodies, good, statuses) => {
  it('answers its own example', async () => {
    expect(await statusOf(answer, good)).toBe(200);
  });

  it('answers any body with a value or a problem that names what is wrong', async () => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(mostly(bodies), async (body) => {
        const status = await statusOf(answer, body);
        expect(statuses).toContain(status);
        seen.add(status);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual(statuses);
  });
});
