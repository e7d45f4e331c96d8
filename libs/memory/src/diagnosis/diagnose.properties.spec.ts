import { casesIn, taskManagerConfig } from '@plimsoll/testing';
import fc from 'fast-check';
import { jobManagerMemory, taskManagerMemory } from '../memory.js';
import { patched } from '../patch.js';
import type { FlinkConfig, Observed } from '../request.js';
import type { TaskManagerMemory } from '../result.js';
import { CAUSES } from './causes/index.js';
import { diagnoseMemory } from './diagnose.js';
import type { DiagnosisRequest, Remedy } from './diagnosis.js';

const SIGNS = CAUSES.flatMap(({ signs = [] }) => signs);
const TEXTS = casesIn<{ text?: string }>(new URL('../../vectors/messages.jsonl', import.meta.url)).flatMap(
  ({ text: said }) => said ?? [],
);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(...SIGNS),
  fc.constantFrom(...TEXTS),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...SIGNS),
        fc.string(),
        fc.constantFrom('\n', ' (', ' bytes)', '9'.repeat(40)),
      ),
    )
    .map((parts) => parts.join('')),
);
const symptom = fc.record(
  {
    text,
    exitCode: fc.constantFrom(137, 143, 1, 3, 134, 239, -17, -103, -104, 0, 77),
    reason: fc.constantFrom('OOMKilled', 'Evicted', 'Error', ''),
  },
  { requiredKeys: [] },
);
const versions = fc.constantFrom('1.10', '1.12', '1.15', '1.17', '1.20', '2.0', '2.3');
const shares = fc.record(
  {
    heap: fc.double({ min: 0, max: 1, noNaN: true }),
    metaspace: fc.double({ min: 0, max: 1, noNaN: true }),
    network: fc.double({ min: 0, max: 1, noNaN: true }),
    managed: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: [] },
);
type Shares = { heap?: number; metaspace?: number; network?: number; managed?: number };

const plain = fc.record({
  'taskmanager.memory.process.size': fc.integer({ min: 900, max: 30_000 }).map((mib) => `${mib}m`),
});
const stated = fc.record({
  'taskmanager.memory.task.heap.size': fc.integer({ min: 64, max: 8000 }).map((mib) => `${mib}m`),
  'taskmanager.memory.managed.size': fc.integer({ min: 0, max: 8000 }).map((mib) => `${mib}m`),
});
const config: fc.Arbitrary<FlinkConfig> = fc.oneof(plain, stated, taskManagerConfig());

function observedAs(
  { components, jvmHeapBytes }: TaskManagerMemory,
  { heap, metaspace, network, managed }: Shares,
): Observed {
  const part = (bytes: bigint, share: number | undefined): number | undefined =>
    share === undefined || bytes > 2n ** 50n ? undefined : Math.floor(Number(bytes) * share);
  return {
    heapUsedAfterGcBytes: part(jvmHeapBytes, heap),
    metaspaceUsedBytes: part(components.jvmMetaspaceBytes, metaspace),
    networkUsedBytes: part(components.networkBytes, network),
    managedUsedBytes: part(components.managedBytes, managed),
  };
}

const modelOf = (flinkVersion: string, given: FlinkConfig): TaskManagerMemory | null => {
  const answer = taskManagerMemory({ flinkVersion, config: given }, false);
  return answer.kind === 'ok' ? answer.value : null;
};

const request = fc
  .record({
    flinkVersion: versions,
    config,
    symptom,
    shares,
    limit: fc.option(fc.integer({ min: 1, max: 40_000 }), { nil: undefined }),
  })
  .map(({ flinkVersion, config: given, symptom: seen, shares: used, limit }): DiagnosisRequest => {
    const model = modelOf(flinkVersion, given);
    return {
      flinkVersion,
      config: given,
      symptom: seen,
      ...(model === null ? {} : { observed: observedAs(model, used) }),
      ...(limit === undefined ? {} : { podLimit: `${limit}Mi` }),
    };
  });

/** What it is of a process under the remedy: accepted by Flink, and how large. */
function underRemedy(
  { flinkVersion, config: given = {}, podLimit }: DiagnosisRequest,
  remedy: Remedy,
  jobManager: boolean,
) {
  const model = jobManager ? jobManagerMemory : taskManagerMemory;
  const deployments = ['standalone', 'container'] as const;
  return deployments
    .map((deployment) => model({ flinkVersion, config: patched(given, remedy), deployment }, false))
    .flatMap((answer) => (answer.kind === 'ok' ? [answer.value] : []))
    .filter(
      ({ totalProcessBytes }) =>
        podLimit === undefined || totalProcessBytes <= BigInt(podLimit.slice(0, -2)) * 2n ** 20n,
    );
}

describe('any diagnosis', () => {
  it('is an answer, whatever the text', () => {
    fc.assert(
      fc.property(text, versions, (any, flinkVersion) => {
        const answer = diagnoseMemory({ flinkVersion, symptom: { text: any } });
        if (answer.kind !== 'ok') return any.trim() === '';
        return answer.value.cause === 'no-match'
          ? answer.value.measureNext.length > 0
          : answer.value.evidence.length > 0;
      }),
      { numRuns: 1000 },
    );
  });

  it('has a remedy that Flink accepts and that fits the pod, or says why it has none', () => {
    let remedies = 0;
    fc.assert(
      fc.property(request, (given) => {
        const answer = diagnoseMemory(given);
        if (answer.kind !== 'ok') return true;
        const { remedy, noRemedyReason, component } = answer.value;
        if (remedy === null) return noRemedyReason !== null;
        remedies++;
        return underRemedy(given, remedy, component === 'jobmanager').length > 0;
      }),
      { numRuns: 400 },
    );
    expect(remedies).toBeGreaterThan(40);
  });

  it('never leaves a pool less than was seen in use', () => {
    fc.assert(
      fc.property(request, (given) => {
        const answer = diagnoseMemory(given);
        const after = answer.kind === 'ok' ? answer.value.remedy?.after.taskManager : null;
        if (after === null || after === undefined) return true;
        const { observed = {} } = given;
        const { components, jvmHeapBytes } = after;
        return (
          jvmHeapBytes >= BigInt(observed.heapUsedAfterGcBytes ?? 0) &&
          components.jvmMetaspaceBytes >= BigInt(observed.metaspaceUsedBytes ?? 0) &&
          components.networkBytes >= BigInt(observed.networkUsedBytes ?? 0) &&
          components.managedBytes >= BigInt(observed.managedUsedBytes ?? 0)
        );
      }),
      { numRuns: 400 },
    );
  });
});
