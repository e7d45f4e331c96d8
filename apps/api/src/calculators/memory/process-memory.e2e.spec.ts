import { casesIn } from '@plimsoll/testing';
import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { JOB_MANAGER, LARGE_ROCKSDB, SMALL_TASK_MANAGER } from './memory-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const TASK_MANAGER = '/v1/memory/task-manager';
const taskManager = (body: object) => askBoth(client, 'taskManagerMemory', TASK_MANAGER, body);
const jobManager = (body: object) => askBoth(client, 'jobManagerMemory', '/v1/memory/job-manager', body);
const MIB = 1024 * 1024;

describe('the memory of a TaskManager', () => {
  it('is divided as Flink’s documentation works out 1728m, by both doors', async () => {
    const { status, body } = await taskManager(SMALL_TASK_MANAGER);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      components: {
        frameworkHeapBytes: 128 * MIB,
        frameworkOffHeapBytes: 128 * MIB,
        taskHeapBytes: 402653174,
        taskOffHeapBytes: 0,
        networkBytes: 134217730,
        managedBytes: 536870920,
        jvmMetaspaceBytes: 256 * MIB,
        jvmOverheadBytes: 192 * MIB,
      },
      totalFlinkBytes: 1280 * MIB,
      totalProcessBytes: 1728 * MIB,
      jvmHeapBytes: 536870902,
      jvmDirectBytes: 268435458,
      jvmArgs: [
        '-Xmx536870902',
        '-Xms536870902',
        '-XX:MaxDirectMemorySize=268435458',
        '-XX:MaxMetaspaceSize=268435456',
      ],
    });
    expect(body.dynamicConfig).toMatchObject({ 'taskmanager.memory.managed.size': '536870920b' });
  });

  it('shows each figure with its reason, and limits that bound', async () => {
    const { body } = await taskManager(SMALL_TASK_MANAGER);
    const overhead = body.steps.find(
      ({ value, uncapped }: { value: number; uncapped?: number }) =>
        value === 192 * MIB && uncapped !== undefined,
    );
    expect(overhead).toMatchObject({
      unit: 'bytes',
      uncapped: 181193935,
      boundBy: expect.stringContaining('taskmanager.memory.jvm-overhead.min'),
    });
    const uncapped = body.steps.find(({ value }: { value: number }) => value === 181193935);
    expect(overhead.inputs).toContainEqual(expect.objectContaining({ from: uncapped.key }));
    expect(uncapped.inputs).toEqual([
      expect.objectContaining({ from: '/config/taskmanager.memory.process.size', value: 1728 * MIB }),
      expect.objectContaining({ from: 'flink:taskmanager.memory.jvm-overhead.fraction', unit: 'ratio' }),
    ]);
  });

  it('leaves 960 MiB of overhead where the talk gives 5800mb to RocksDB', async () => {
    const { body } = await taskManager(LARGE_ROCKSDB);
    expect(body.components).toMatchObject({ jvmOverheadBytes: 960 * MIB, managedBytes: 5800 * MIB });
  });

  it('has sizes above 2^53 − 1 as digits, in steps and their inputs too', async () => {
    const { body } = await taskManager({
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.task.heap.size': '9223372036854775807b',
        'taskmanager.memory.managed.size': '0b',
      },
    });
    expect(body.code).toBe('FLINK_REJECTS_CONFIG');
    const large = await taskManager({
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.task.heap.size': '9007199254740993b',
        'taskmanager.memory.managed.size': '0b',
      },
    });
    expect(large.body.components.taskHeapBytes).toBe('9007199254740993');
    expect(large.body.components.managedBytes).toBe(0);
    expect(large.body.totalFlinkBytes).toMatch(/^\d{16,}$/);
    const values: unknown[] = large.body.steps.flatMap(
      ({ value, inputs }: { value: unknown; inputs: { value: unknown }[] }) => [
        value,
        ...inputs.map((input) => input.value),
      ],
    );
    expect(values).toContain('9007199254740993');
    expect(values.filter((value) => typeof value === 'number' && value > Number.MAX_SAFE_INTEGER)).toEqual(
      [],
    );
  });
});

describe('a configuration as a variable of its own in GraphQL', () => {
  const QUERY = `query ($config: ConfigMap!) {
    taskManagerMemory(input: { flinkVersion: "1.20", config: $config, deployment: CONTAINER }) { totalProcessBytes } }`;

  it('is read as any other', async () => {
    const config = { 'taskmanager.heap.size': '2g' };
    const { body } = await client.graphql(QUERY, { config }).expect(200);
    expect(body).toEqual({ data: { taskManagerMemory: { totalProcessBytes: 2048 * MIB } } });
  });

  it.each([{ config: { a: 1 } }, { config: [] }, { config: 'a: b' }])(
    'is refused where it is no map of texts: %j',
    async (variables) => {
      const { body } = await client.graphql(QUERY, variables);
      expect(body.errors[0].extensions).toMatchObject({ code: 'INVALID_REQUEST', problem: { status: 400 } });
      expect(body.errors[0].extensions.problem.errors[0].pointer).toMatch(/^\/config/);
    },
  );
});

describe('the memory of a JobManager', () => {
  it('is divided as Flink’s documentation works out 1600m, by both doors', async () => {
    const { body } = await jobManager(JOB_MANAGER);
    expect(body).toMatchObject({
      components: {
        jvmHeapBytes: 1024 * MIB,
        offHeapBytes: 128 * MIB,
        jvmMetaspaceBytes: 256 * MIB,
        jvmOverheadBytes: 192 * MIB,
      },
      totalFlinkBytes: 1152 * MIB,
      totalProcessBytes: 1600 * MIB,
      jvmDirectBytes: null,
      jvmArgs: ['-Xmx1073741824', '-Xms1073741824', '-XX:MaxMetaspaceSize=268435456'],
    });
  });

  it('is refused where nothing is left for the heap', async () => {
    const { status, body } = await jobManager({
      flinkVersion: '1.20',
      config: { 'jobmanager.memory.flink.size': '128m' },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'FLINK_REJECTS_CONFIG',
      flinkException: 'IllegalConfigurationException',
      keys: expect.arrayContaining(['jobmanager.memory.flink.size']),
    });
  });
});

interface Vector {
  readonly id: string;
  readonly version: string;
  readonly component: string;
  readonly deployment: string;
  readonly config: Record<string, string>;
  readonly ok: boolean;
  readonly bytes?: Record<string, number | string>;
  readonly jvmArgs?: string;
  readonly error?: string;
  readonly message?: string | null;
}

/** A spread of Flink's own answers: every 23rd of each of three versions. */
const VECTORS: Vector[] = ['1.10.3', '1.20.5', '2.3.0'].flatMap((version) =>
  casesIn<Vector>(new URL(`../../../../../libs/memory/vectors/dev-${version}.jsonl`, import.meta.url)).filter(
    (_vector, at) => at % 23 === 0,
  ),
);

describe('what Flink itself answers', () => {
  it('is here accepted and refused', () => {
    expect(VECTORS.filter(({ ok }) => ok).length).toBeGreaterThan(10);
    expect(VECTORS.filter(({ ok }) => !ok).length).toBeGreaterThan(10);
  });

  it.each(VECTORS)('is answered by both doors: $version $id', async (vector) => {
    const { version: flinkVersion, component, deployment, config } = vector;
    const ask = component === 'taskmanager' ? taskManager : jobManager;
    const { status, body } = await ask({ flinkVersion, deployment, config });
    if (vector.ok) {
      expect(status).toBe(200);
      const { totalFlink, totalProcess, ...pools } = vector.bytes ?? {};
      expect(body).toMatchObject({ totalFlinkBytes: totalFlink, totalProcessBytes: totalProcess });
      const named = Object.entries(pools).map(([name, value]) => [
        component === 'jobmanager' && name === 'heap' ? 'jvmHeapBytes' : `${name}Bytes`,
        value,
      ]);
      expect(body.components).toEqual(Object.fromEntries(named));
      expect(body.jvmArgs.join(' ')).toBe(vector.jvmArgs);
    } else {
      expect(status).toBe(422);
      expect(body).toMatchObject({
        code: 'FLINK_REJECTS_CONFIG',
        flinkException: vector.error?.split('.').at(-1),
        flinkMessage: vector.message,
      });
      expect(body.detail.length).toBeGreaterThan(20);
    }
  });
});
