import { casesIn } from '@plimsoll/testing';
import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { LEGACY_CONTAINER } from './memory-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ask = (body: object) => askBoth(client, 'legacyContainerMemory', '/v1/memory/legacy-container', body);

describe('the container of the talk “Keep it going”', () => {
  it.each([
    ['1.3', 1400],
    ['1.9', 1260],
  ])(
    'has in Flink %s a heap of %i and not the 1500 MB of the talk, for a minimum of 600 is cut off',
    async (flinkVersion, heap) => {
      const { status, body } = await ask({ ...LEGACY_CONTAINER, flinkVersion });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        cutoffMegabytes: 600,
        javaMegabytes: 1400,
        heapMegabytes: heap,
        talkHeapMegabytes: 1500,
      });
      expect(body.jvmArgs).toContain(`-Xmx${heap}m`);
      expect(body.remarks.join(' ')).toContain('1500');
    },
  );

  it('has no limit of direct memory in 1.3, whose heap holds the network buffers', async () => {
    const { body } = await ask({ ...LEGACY_CONTAINER, flinkVersion: '1.3' });
    expect(body).toMatchObject({ directMegabytes: null, managedBytes: null });
    expect(body.jvmArgs).toEqual(['-Xms1400m', '-Xmx1400m']);
  });
});

interface Vector {
  readonly id: string;
  readonly version: string;
  readonly containerMB: number;
  readonly numSlots: number;
  readonly config: Record<string, string>;
  readonly ok: boolean;
  readonly mb?: Record<'cutoff' | 'java' | 'heap' | 'direct', number>;
  readonly bytes?: Record<'network' | 'managed', number | null>;
  readonly jvmArgs?: string;
  readonly error?: string;
  readonly message?: string | null;
}

const VECTORS: Vector[] = ['1.4.2', '1.9.3'].flatMap((version) =>
  casesIn<Vector>(
    new URL(`../../../../../libs/memory/vectors/legacy-dev-${version}.jsonl`, import.meta.url),
  ).filter((_vector, at) => at % 9 === 0),
);

describe('what Flink itself answers', () => {
  it.each(VECTORS)('is answered by both doors: $version $id', async (vector) => {
    const { version: flinkVersion, containerMB: containerMegabytes, numSlots: slots, config } = vector;
    const { status, body } = await ask({ flinkVersion, containerMegabytes, slots, config });
    if (vector.ok) {
      expect(status).toBe(200);
      expect(body).toMatchObject({
        cutoffMegabytes: vector.mb?.cutoff,
        javaMegabytes: vector.mb?.java,
        heapMegabytes: vector.mb?.heap,
        directMegabytes: vector.mb?.direct === -1 ? null : vector.mb?.direct,
        networkBytes: vector.bytes?.network,
        managedBytes: vector.bytes?.managed,
      });
      expect(body.jvmArgs.join(' ')).toBe(vector.jvmArgs);
    } else {
      expect(status).toBe(422);
      expect(body).toMatchObject({
        code: 'FLINK_REJECTS_CONFIG',
        flinkException: vector.error?.split('.').at(-1),
        flinkMessage: vector.message,
      });
    }
  });
});

describe('a container that cannot be one', () => {
  it.each([
    ['/containerMegabytes', { containerMegabytes: -1 }],
    ['/containerMegabytes', { containerMegabytes: 0 }],
    ['/containerMegabytes', { containerMegabytes: 1.5 }],
    ['/containerMegabytes', { containerMegabytes: 1e30 }],
    ['/slots', { slots: 0 }],
    ['/slots', { slots: -1 }],
    ['/flinkVersion', { flinkVersion: '1.10' }],
    ['/flinkVersion', { flinkVersion: '1.2' }],
  ])('is 422 at %s: %j', async (pointer, change) => {
    const { status, body } = await ask({ ...LEGACY_CONTAINER, ...change });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'INVALID_VALUE', errors: [{ pointer }] });
  });

  it.each([
    ['/containerMegabytes', { containerMegabytes: '2000' }],
    ['/containerMegabytes', { containerMegabytes: '2 GB' }],
    ['/containerMegabytes', { containerMegabytes: null }],
    ['/slots', { slots: true }],
    ['/config', { config: undefined }],
    ['/config/a', { config: { a: 1 } }],
    ['/deployment', { deployment: 'container' }],
  ])('is 400 at %s: %j', async (pointer, change) => {
    const { status, body } = await ask({ ...LEGACY_CONTAINER, ...change });
    expect(status).toBe(400);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it('has room for the cut-off', async () => {
    const { status, body } = await ask({ ...LEGACY_CONTAINER, containerMegabytes: 500 });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'FLINK_REJECTS_CONFIG', flinkException: 'IllegalArgumentException' });
  });
});
