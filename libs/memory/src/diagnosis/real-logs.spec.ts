import { diagnoseMemory } from './diagnose.js';
import type { Diagnosis, DiagnosisRequest } from './diagnosis.js';

const config = { 'taskmanager.memory.process.size': '4g' };

function diagnosed(symptom: DiagnosisRequest['symptom'], more: Record<string, string> = {}): Diagnosis {
  const answer = diagnoseMemory({ flinkVersion: '1.20', config: { ...config, ...more }, symptom });
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
}

describe('a pod that the kubelet evicted', () => {
  it.each([
    'The node was low on resource: ephemeral-storage. Container flink-main-container was using 25Gi, request is 0.',
    'Pod ephemeral local storage usage exceeds the total limit of containers 20Gi.',
    'Usage of EmptyDir volume "flink-tmp" exceeds the limit "10Gi".',
    'The node had condition: [DiskPressure].',
  ])('for something else is not taken for one that was short of memory: %s', (text) => {
    const { pool, remedy, alsoFound } = diagnosed({ text, reason: 'Evicted', exitCode: 137 });
    expect([pool, remedy, alsoFound]).toEqual(['none', null, []]);
  });

  it('is one short of memory where the kubelet says so, or says nothing', () => {
    const text = 'The node was low on resource: memory. Threshold quantity: 100Mi, available: 80Mi.';
    expect(diagnosed({ text, reason: 'Evicted' }).pool).toBe('machine');
    expect(diagnosed({ reason: 'Evicted' }).pool).toBe('machine');
  });
});

describe('a metric of the cluster', () => {
  const line = (value: string) =>
    `kube_pod_container_status_last_terminated_reason{container="flink",reason="OOMKilled"} ${value}`;

  it('that counts no kill is no sign of one', () => {
    expect(diagnosed({ text: line('0') }).cause).toBe('no-match');
    expect(diagnosed({ text: `${line('0')}\n${line('1')}` }).cause).toBe('container-memory-limit');
  });
});

describe('an array that no JVM allocates', () => {
  it.each([
    'java.lang.OutOfMemoryError\n\tat java.io.ByteArrayOutputStream.hugeCapacity(ByteArrayOutputStream.java:123)',
    'java.lang.OutOfMemoryError: Required array length 2147483638 + 9 is too large',
    'java.lang.OutOfMemoryError: Required length exceeds implementation limit',
    'java.lang.OutOfMemoryError: Requested array size exceeds VM limit',
  ])('is not answered by a larger heap: %s', (text) => {
    const { cause, remedy, alsoFound } = diagnosed({ text });
    expect([cause, remedy, alsoFound]).toEqual(['array-size-limit', null, []]);
  });
});

describe('an OutOfMemoryError without a message', () => {
  it('is one of an unknown pool, which is told from a text that says nothing of memory', () => {
    const { cause, pool, remedy } = diagnosed({
      text: 'Caused by: java.lang.OutOfMemoryError\n\tat a.B.c(B.java:1)',
    });
    expect([cause, pool, remedy]).toEqual(['out-of-memory-unnamed', 'unknown', null]);
  });

  it.each(['java.lang.OutOfMemoryErrorGuard registered', '-XX:+ExitOnOutOfMemoryError'])(
    'is not seen in %s',
    (text) => expect(diagnosed({ text }).cause).toBe('no-match'),
  );

  it('adds nothing to one that has a message', () => {
    expect(diagnosed({ text: 'java.lang.OutOfMemoryError: Metaspace' }).alsoFound).toEqual([]);
    expect(diagnosed({ text: 'java.lang.OutOfMemoryError: Java heap space' }).alsoFound).toEqual([]);
  });
});

describe('direct memory by the count of Netty', () => {
  const text =
    'org.apache.flink.shaded.netty4.io.netty.util.internal.OutOfDirectMemoryError: failed to allocate 16777216 byte(s) of direct memory (used: 700000000, max: 704643072)';

  it('grows to what was asked for, and the limit that was met is held against the configured one', () => {
    const { remedy, evidence } = diagnosed({ text });
    expect(remedy?.after.taskManager?.jvmDirectBytes).toBeGreaterThanOrEqual(716_777_216n);
    const limits = evidence.flatMap(({ operands }) => operands).filter(({ name }) => name === 'limit');
    expect(limits.map(({ value }) => Number(value))).toEqual([704_643_072, 704_643_072]);
  });
});

describe('the process that failed', () => {
  const frames = (frame: string) => `java.lang.OutOfMemoryError: Metaspace\n\tat ${frame}(X.java:1)`;
  const both = { 'jobmanager.memory.process.size': '2g' };

  it.each([
    ['org.apache.flink.runtime.dispatcher.StandaloneDispatcher.createJobManagerRunner', 'jobmanager'],
    ['org.apache.flink.runtime.taskmanager.Task.run', 'taskmanager'],
  ])('is the one whose code stands in the stack: %s', (frame, component) => {
    expect(diagnosed({ text: frames(frame) }, both).component).toBe(component);
  });
});
