import { casesIn, checkExactSteps } from '@plimsoll/testing';
import { jobManagerMemory, taskManagerMemory } from '../memory.js';
import { patched } from '../patch.js';
import type { FlinkConfig, Observed } from '../request.js';
import { diagnoseMemory } from './diagnose.js';
import type { Diagnosis, DiagnosisRequest, Remedy } from './diagnosis.js';
import { DIAGNOSIS_PARAMETERS } from './parameters.js';

interface Message {
  readonly id: string;
  readonly text?: string;
  readonly exitCode?: number;
  readonly reason?: string;
  readonly recorded: boolean;
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  readonly pool: string;
}

const MESSAGES = casesIn<Message>(new URL('../../vectors/messages.jsonl', import.meta.url));

function diagnosed(request: Omit<DiagnosisRequest, 'flinkVersion'> & { flinkVersion?: string }): Diagnosis {
  const answer = diagnoseMemory({ flinkVersion: '1.20', ...request });
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
}

const pointers = (request: Omit<DiagnosisRequest, 'flinkVersion'> & { flinkVersion?: string }): string[] => {
  const answer = diagnoseMemory({ flinkVersion: '1.20', ...request });
  return answer.kind === 'rejected' ? answer.rejections.map(({ pointer }) => pointer) : [];
};

const GIB = 2n ** 30n;
const MIB = 2n ** 20n;
const tm = (size: string, more: FlinkConfig = {}): FlinkConfig => ({
  'taskmanager.memory.process.size': size,
  ...more,
});
const HEAP = { text: 'java.lang.OutOfMemoryError: Java heap space' };
const METASPACE = { text: 'java.lang.OutOfMemoryError: Metaspace' };
const OOM_KILLED = { reason: 'OOMKilled', exitCode: 137 };

const afterOf = ({ remedy }: Diagnosis) => {
  if (remedy?.after.taskManager == null) throw new Error('no remedy of a TaskManager');
  return remedy.after.taskManager;
};

describe('the recorded messages', () => {
  it('are at least 20, and most of them were made to happen', () => {
    expect(MESSAGES.filter(({ recorded }) => recorded).length).toBeGreaterThan(40);
  });

  it.each(MESSAGES.map((message) => [message.id, message] as const))(
    '%s: the pool is told',
    (_id, message) => {
      const { flinkVersion, config, text, exitCode, reason, pool } = message;
      const diagnosis = diagnosed({ flinkVersion, config, symptom: { text, exitCode, reason } });
      expect(diagnosis.pool).toBe(pool);
      expect(diagnosis.cause).not.toBe('no-match');
      expect(diagnosis.evidence.length).toBeGreaterThan(0);
      expect(diagnosis.notThis.length).toBeGreaterThan(0);
      expect(diagnosis.confidence.reasons.join()).toMatch(/\w{3}/);
      checkExactSteps(
        diagnosis.steps,
        DIAGNOSIS_PARAMETERS.map(({ id }) => id),
      );
      if (text !== undefined) expect(text).toContain(diagnosis.evidence[0]?.quote);
    },
  );

  it.each(MESSAGES.map((message) => [message.id, message] as const))(
    '%s: the remedy is one that Flink accepts, or there is a reason for none',
    (_id, { flinkVersion, config, text, exitCode, reason }) => {
      const { remedy, noRemedyReason, component } = diagnosed({
        flinkVersion,
        config,
        symptom: { text, exitCode, reason },
      });
      if (remedy === null) {
        expect(noRemedyReason).toMatch(/\w{3}/);
        return;
      }
      const model = component === 'taskmanager' ? taskManagerMemory : jobManagerMemory;
      const answer = model({ flinkVersion, config: patched(config, remedy) });
      expect(answer.kind).toBe('ok');
      expect(remedy.changes.map(({ key }) => key)).toEqual([...Object.keys(remedy.set), ...remedy.unset]);
    },
  );

  it.each([
    'java-heap-space',
    'metaspace',
    'direct-memory',
    'network-buffers',
    'managed-reservation',
    'refused-configuration',
  ])('lead from %s to a remedy', (cause) => {
    const remedies = MESSAGES.flatMap(({ flinkVersion, config, text, exitCode, reason }) => {
      const diagnosis = diagnosed({ flinkVersion, config, symptom: { text, exitCode, reason } });
      return diagnosis.cause === cause ? [diagnosis.remedy] : [];
    });
    expect(remedies.length).toBeGreaterThan(0);
    expect(remedies).not.toContain(null);
  });
});

describe('a text that matches nothing', () => {
  it('is said to match nothing, with what to measure next', () => {
    const { pool, cause, confidence, remedy, noRemedyReason, measureNext } = diagnosed({
      config: tm('4g'),
      symptom: { text: 'java.lang.NullPointerException\n\tat com.example.Job.map(Job.java:7)' },
    });
    expect({ pool, cause, confidence, remedy }).toMatchObject({
      pool: 'unknown',
      cause: 'no-match',
      confidence: { level: 'low' },
      remedy: null,
    });
    expect(noRemedyReason).not.toBeNull();
    expect(measureNext.length).toBeGreaterThan(2);
  });

  it('is still a refused configuration where Flink refuses the one given', () => {
    const { pool, remedy } = diagnosed({ config: tm('100m'), symptom: { text: 'it does not start' } });
    expect(pool).toBe('configuration');
    expect(remedy).not.toBeNull();
  });
});

describe('more heap', () => {
  it('comes out of managed memory that was seen not to be used, in a process as large as it was', () => {
    const diagnosis = diagnosed({ config: tm('4g'), symptom: HEAP, observed: { managedUsedBytes: 0 } });
    const after = afterOf(diagnosis);
    expect(after.totalProcessBytes).toBe(4n * GIB);
    expect(after.jvmHeapBytes).toBeGreaterThanOrEqual(
      ((diagnosis.remedy?.before.taskManager?.jvmHeapBytes ?? 0n) * 5n) / 4n,
    );
  });

  it('comes with a larger process where nothing was seen to be unused, and managed memory stays what it was', () => {
    const diagnosis = diagnosed({ config: tm('4g'), symptom: HEAP });
    const after = afterOf(diagnosis);
    expect(after.totalProcessBytes).toBeGreaterThan(4n * GIB);
    expect(after.components.managedBytes).toBe(diagnosis.remedy?.before.taskManager?.components.managedBytes);
  });

  it('is refused with the pod limit to ask for where the pod may hold no more', () => {
    const { remedy, noRemedyReason } = diagnosed({ config: tm('4g'), symptom: HEAP, podLimit: '4Gi' });
    expect(remedy).toBeNull();
    expect(noRemedyReason).toMatch(/would need \d+ bytes, \d+ more than the pod may hold/);
  });

  it('is at least what was seen in use after a full collection, with headroom', () => {
    const before = taskManagerMemory({ flinkVersion: '1.20', config: tm('4g') });
    const heap = before.kind === 'ok' ? before.value.jvmHeapBytes : 0n;
    const diagnosis = diagnosed({
      config: tm('4g'),
      symptom: HEAP,
      observed: { heapUsedAfterGcBytes: Number(heap) },
    });
    expect(afterOf(diagnosis).jvmHeapBytes).toBeGreaterThanOrEqual((heap * 12n) / 10n);
  });

  it('goes to the option that states it', () => {
    const config = { 'taskmanager.memory.task.heap.size': '1g', 'taskmanager.memory.managed.size': '1g' };
    expect(diagnosed({ config, symptom: HEAP }).remedy?.set).toEqual({
      'taskmanager.memory.managed.size': `${GIB}b`,
      'taskmanager.memory.task.heap.size': `${GIB + (GIB + 128n * MIB) / 4n}b`,
    });
  });
});

describe('a container that was ended for its memory', () => {
  it('whose limit is below the process size gets a process as large as the limit', () => {
    const diagnosis = diagnosed({ config: tm('4g'), symptom: OOM_KILLED, podLimit: '3Gi' });
    expect(diagnosis).toMatchObject({ pool: 'process', confidence: { level: 'high' } });
    expect(diagnosis.remedy?.set).toEqual({ 'taskmanager.memory.process.size': `${3n * GIB}b` });
    expect(diagnosis.explanation).toContain(`${GIB} more than the pod may hold`);
  });

  it('gets more JVM overhead by what it took beyond its size', () => {
    const resident = 4.5 * 2 ** 30;
    const diagnosis = diagnosed({
      config: tm('4g'),
      symptom: { exitCode: -104 },
      observed: { residentBytes: resident },
    });
    const before = diagnosis.remedy?.before.taskManager?.components.jvmOverheadBytes ?? 0n;
    expect(afterOf(diagnosis).components.jvmOverheadBytes).toBeGreaterThanOrEqual(before + GIB / 2n);
    expect(diagnosis.measureNext.map(({ tells }) => tells).join()).toContain('MALLOC_ARENA_MAX');
  });

  it('is first asked to bound RocksDB where the configuration lets it allocate as it likes', () => {
    const { remedy } = diagnosed({
      config: tm('4g', { 'state.backend.rocksdb.memory.managed': 'false' }),
      symptom: OOM_KILLED,
    });
    expect(remedy?.set).toEqual({ 'state.backend.rocksdb.memory.managed': 'true' });
  });

  it('on virtual memory alone is no matter of Flink’s memory', () => {
    const { pool, remedy, noRemedyReason } = diagnosed({ config: tm('4g'), symptom: { exitCode: -103 } });
    expect({ pool, remedy }).toEqual({ pool: 'process', remedy: null });
    expect(noRemedyReason).toContain('yarn.nodemanager.vmem-check-enabled');
  });
});

describe('a container that was not ended for its memory', () => {
  it('is not taken for one that was, though the cluster names the word', () => {
    const text = '"State": { "OOMKilled": false, "ExitCode": 1, "Error": "" }';
    expect(diagnosed({ config: tm('4g'), symptom: { text } }).cause).toBe('no-match');
    expect(diagnosed({ config: tm('4g'), symptom: { text: `${text} reason=OOMKilled` } }).pool).toBe(
      'process',
    );
  });
});

describe('exit code 137', () => {
  const killed = (residentBytes: number): Diagnosis =>
    diagnosed({ config: tm('4g'), symptom: { exitCode: 137 }, observed: { residentBytes }, podLimit: '4Gi' });

  it('is the kernel’s where the resident set had reached the limit', () => {
    expect(killed(Math.floor(0.99 * 2 ** 32))).toMatchObject({
      pool: 'process',
      confidence: { level: 'medium' },
    });
  });

  it('is another’s, a liveness probe’s among them, where it was well below', () => {
    const diagnosis = killed(2 ** 31);
    expect(diagnosis).toMatchObject({ pool: 'none', confidence: { level: 'medium' }, remedy: null });
    expect(diagnosis.explanation).toContain('liveness');
  });

  it('tells nothing by itself', () => {
    expect(diagnosed({ config: tm('4g'), symptom: { exitCode: 137 } })).toMatchObject({
      pool: 'unknown',
      confidence: { level: 'low' },
      remedy: null,
    });
  });
});

describe('a configuration that Flink refuses', () => {
  const refusedBy = (config: FlinkConfig): Remedy | null =>
    diagnosed({ config, symptom: { text: 'Sum of configured … exceed configured Total Flink Memory' } })
      .remedy;

  it('has the option lowered that is too large, not the total raised', () => {
    const remedy = refusedBy(tm('4g', { 'taskmanager.memory.managed.size': '3500m' }));
    expect(Object.keys(remedy?.set ?? {})).toEqual(['taskmanager.memory.managed.size']);
    expect(remedy?.after.taskManager?.components.taskHeapBytes).toBeGreaterThanOrEqual(128n * MIB);
  });

  it('has the total raised where no single option is too large', () => {
    const remedy = refusedBy(tm('800m'));
    expect(Object.keys(remedy?.set ?? {})).toEqual(['taskmanager.memory.process.size']);
  });

  it('leaves a JobManager the off-heap memory that Flink reckons with', () => {
    const config = { 'jobmanager.memory.flink.size': '1g', 'jobmanager.memory.heap.size': '1200m' };
    expect(refusedBy(config)?.set).toEqual({ 'jobmanager.memory.heap.size': `${896n * MIB}b` });
  });

  it('is sought in both kinds of deployment where a heap option of before 1.10 sizes the process', () => {
    const config = { 'taskmanager.heap.size': '24g', 'taskmanager.memory.flink.size': '2560m' };
    const asked = taskManagerMemory({ flinkVersion: '1.20', config, deployment: 'container' });
    const text = asked.kind === 'refused' ? (asked.refusal.flinkMessage ?? '') : '';
    expect(text).toContain('is not in configured JVM Overhead range');
    const { confidence, remedy } = diagnosed({ config, symptom: { text } });
    expect(confidence.level).toBe('high');
    expect(remedy).not.toBeNull();
  });

  it('is not the one given where Flink accepts that', () => {
    const { noRemedyReason, confidence } = diagnosed({
      config: tm('4g'),
      symptom: { text: 'Sum of configured … exceed configured Total Flink Memory' },
    });
    expect(confidence.level).toBe('medium');
    expect(noRemedyReason).toContain('that was refused');
  });
});

describe('a log with several signs', () => {
  it('has the root first and the others after it', () => {
    const text = [
      '2024-06-10 11:20:30,000 ERROR TaskManagerRunner - java.lang.OutOfMemoryError: Metaspace',
      '2024-06-10 11:20:31,000 WARN  x - java.util.concurrent.TimeoutException: Heartbeat of TaskManager with id c_1 timed out.',
      '2024-06-10 11:20:32,000 INFO  y - Container exited with a non-zero exit code 143',
    ].join('\n');
    const { cause, evidence, alsoFound } = diagnosed({ config: tm('4g'), symptom: { text } });
    expect(cause).toBe('metaspace');
    expect(evidence[0]).toMatchObject({ line: 1 });
    expect(alsoFound.map(({ cause: id, line }) => [id, line])).toEqual([
      ['terminated', 3],
      ['lost-task-manager', 2],
    ]);
  });

  it('of a megabyte is read in a moment', () => {
    const line =
      'Sum of configured Framework Heap Memory (A A A (1 bytes AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n';
    const text = line.repeat(2 ** 20 / line.length);
    const began = performance.now();
    expect(diagnosed({ config: tm('4g'), symptom: { text } }).pool).toBe('configuration');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('what contradicts itself', () => {
  const observing = (observed: Observed, podLimit?: string): string[] =>
    pointers({ config: tm('4g'), symptom: HEAP, observed, podLimit });

  it.each<[string, Observed, string | undefined, string]>([
    [
      'heap in use that is not committed',
      { heapUsedAfterGcBytes: 1.2e9, heapCommittedBytes: 1e9 },
      undefined,
      '/observed/heapUsedAfterGcBytes',
    ],
    [
      'heap in use that is not resident',
      { heapUsedAfterGcBytes: 1.5e9, residentBytes: 1e9 },
      undefined,
      '/observed/heapUsedAfterGcBytes',
    ],
    ['metaspace above its limit', { metaspaceUsedBytes: 3e8 }, undefined, '/observed/metaspaceUsedBytes'],
    ['managed memory beyond its size', { managedUsedBytes: 4e9 }, undefined, '/observed/managedUsedBytes'],
    ['network memory beyond its size', { networkUsedBytes: 1e9 }, undefined, '/observed/networkUsedBytes'],
    ['more resident than the pod may hold', { residentBytes: 4e9 }, '2Gi', '/observed/residentBytes'],
    ['a size below zero', { managedUsedBytes: -1 }, undefined, '/observed/managedUsedBytes'],
    ['half a byte', { residentBytes: 0.5 }, undefined, '/observed/residentBytes'],
  ])('is rejected by name: %s', (_what, observed, podLimit, pointer) => {
    expect(observing(observed, podLimit)).toEqual([pointer]);
  });

  it('is accepted where it is equal', () => {
    expect(observing({ heapUsedAfterGcBytes: 1e9, heapCommittedBytes: 1e9, residentBytes: 1e9 })).toEqual([]);
  });
});

describe('a request', () => {
  it.each<[string, DiagnosisRequest, string]>([
    ['without a symptom', { flinkVersion: '1.20', symptom: {} }, '/symptom'],
    ['with a blank one', { flinkVersion: '1.20', symptom: { text: ' \n' } }, '/symptom'],
    ['of a version that has no such memory', { flinkVersion: '1.9', symptom: HEAP }, '/flinkVersion'],
    [
      'with a limit that Kubernetes does not read',
      { flinkVersion: '1.20', symptom: HEAP, podLimit: '8GB' },
      '/podLimit',
    ],
    [
      'with an exit code that is none',
      { flinkVersion: '1.20', symptom: { exitCode: 0.5 } },
      '/symptom/exitCode',
    ],
    [
      'with more than a megabyte of text',
      { flinkVersion: '1.20', symptom: { text: 'x'.repeat(2 ** 20 + 1) } },
      '/symptom/text',
    ],
  ])('%s is rejected', (_what, request, pointer) => {
    expect(pointers(request)).toEqual([pointer]);
  });

  it('without a configuration is diagnosed without a remedy', () => {
    const { pool, remedy, noRemedyReason } = diagnosed({ symptom: METASPACE });
    expect({ pool, remedy }).toEqual({ pool: 'jvmMetaspace', remedy: null });
    expect(noRemedyReason).toContain('give it as config');
  });

  it('is of the process that the text or the configuration names', () => {
    expect(diagnosed({ config: { 'jobmanager.memory.process.size': '2g' }, symptom: HEAP }).component).toBe(
      'jobmanager',
    );
    expect(diagnosed({ symptom: HEAP }).component).toBe('taskmanager');
    const { text = '' } = MESSAGES.find(({ id }) => id === 'jm-metaspace') ?? {};
    expect(diagnosed({ config: tm('4g'), symptom: { text } }).component).toBe('jobmanager');
  });
});
