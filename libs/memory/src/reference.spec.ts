import { casesIn } from '@plimsoll/testing';
import { type ExactStep, inWords } from '@plimsoll/trace';
import { type DiagnosisRequest, diagnoseMemory, type Symptom } from './diagnosis/index.js';
import { legacyContainerMemory } from './legacy-container/index.js';
import { jobManagerMemory, taskManagerMemory } from './memory.js';
import { GARBAGE_COLLECTORS, MINI_CLUSTER_JOBS, miniClusterMemory } from './mini-cluster/index.js';
import { MEMORY_FORMULAS, MEMORY_PARAMETERS } from './reference.js';
import type { Deployment, FlinkConfig, MemoryRequest } from './request.js';
import type { MemoryAnswer } from './result.js';
import { TUNING_GOALS, tuneMemory } from './tuning/index.js';

interface Vector {
  readonly version: string;
  readonly component: string;
  readonly deployment: Deployment;
  readonly config: FlinkConfig;
  readonly containerMB: number;
  readonly numSlots: number;
}

const lines = <Line>(name: string): Line[] => casesIn(new URL(`../vectors/${name}.jsonl`, import.meta.url));

type Answer = MemoryAnswer<{ readonly steps: readonly ExactStep[] }>;

const PROCESSES = ['1.10.3', '1.15.4', '2.3.0'].flatMap((version) => lines<Vector>(`dev-${version}`));
const processes = (component: string, calculate: (request: MemoryRequest) => Answer): Answer[] =>
  PROCESSES.filter((vector) => vector.component === component).map(({ version, deployment, config }) =>
    calculate({ flinkVersion: version, deployment, config }),
  );

const EIGHT_GB = { 'taskmanager.memory.process.size': '8gb' };
const OBSERVED = { heapUsedAfterGcBytes: 1.2e9, metaspaceUsedBytes: 1.1e8, networkUsedBytes: 1.2e7 };

const ANSWERS: readonly [calculator: string, answers: () => Answer[]][] = [
  ['taskManagerMemory', () => processes('taskmanager', taskManagerMemory)],
  ['jobManagerMemory', () => processes('jobmanager', jobManagerMemory)],
  [
    'legacyContainerMemory',
    () =>
      ['1.3.3', '1.5.6', '1.9.3'].flatMap((version) =>
        lines<Vector>(`legacy-dev-${version}`).map(({ containerMB, numSlots, config }) =>
          legacyContainerMemory({
            flinkVersion: version,
            containerMegabytes: containerMB,
            slots: numSlots,
            config,
          }),
        ),
      ),
  ],
  [
    'miniClusterMemory',
    () =>
      GARBAGE_COLLECTORS.flatMap((gc) =>
        MINI_CLUSTER_JOBS.flatMap((kind) => [
          miniClusterMemory({ gc, job: { kind } }),
          miniClusterMemory({ gc, job: { kind }, heap: 1e8, networkMemory: 8e6, throughput: 2e7 }),
        ]),
      ),
  ],
  [
    'tuneMemory',
    () =>
      TUNING_GOALS.map((goal) =>
        tuneMemory({ flinkVersion: '1.20', config: EIGHT_GB, observed: OBSERVED, podLimit: '8Gi', goal }),
      ),
  ],
  [
    'diagnoseMemory',
    () =>
      lines<DiagnosisRequest & Symptom>('messages').map(({ flinkVersion, config, text, exitCode, reason }) =>
        diagnoseMemory({ flinkVersion, config, symptom: { text, exitCode, reason } }),
      ),
  ],
];

describe('the formulas of memory', () => {
  it.each(ANSWERS)('are all that a step of %s refers to, and name it', (calculator, answers) => {
    const steps = answers().flatMap((answer) => (answer.kind === 'ok' ? answer.value.steps : []));
    expect(steps.length).toBeGreaterThan(10);
    const missing = new Set<string>();
    for (const { reference, formula } of steps) {
      const entry = MEMORY_FORMULAS.find(({ id }) => id === reference);
      const isKnown = entry?.expressions.some(({ text }) => text === formula) === true;
      if (!isKnown || !entry.usedBy.includes(calculator)) missing.add(`${reference} ${formula}`);
    }
    expect([...missing]).toEqual([]);
  });

  it('have each a use and an expression or a constant', () => {
    const constants = new Set(MEMORY_PARAMETERS.map(({ reference }) => reference));
    for (const { id, expressions, usedBy } of MEMORY_FORMULAS) {
      expect([id, usedBy.length]).not.toEqual([id, 0]);
      if (expressions.length === 0) expect(constants).toContain(id);
    }
  });

  it('name in their text what goes into them', () => {
    for (const { inputs, text } of MEMORY_FORMULAS.flatMap(({ expressions }) => expressions)) {
      for (const { name } of inputs) expect(text).toContain(inWords(name));
    }
  });

  it('rest on constants that stand in the table', () => {
    const ids = new Set(MEMORY_FORMULAS.map(({ id }) => id));
    for (const { reference } of MEMORY_PARAMETERS) expect(ids).toContain(reference);
  });
});
