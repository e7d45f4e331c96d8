import { readdirSync } from 'node:fs';
import { casesIn, simpleName } from '@plimsoll/testing';
import { jobManagerMemory, taskManagerMemory } from './memory.js';
import type { Deployment, FlinkConfig } from './request.js';
import type { FlinkRefusal, JobManagerMemory, MemoryAnswer, TaskManagerMemory } from './result.js';

/** What Flink's own classes answered to a configuration. */
interface Case {
  readonly id?: string;
  readonly name?: string;
  readonly version?: string;
  readonly versions?: readonly string[];
  readonly component: string;
  readonly deployment?: Deployment;
  readonly config: FlinkConfig;
  readonly ok: boolean;
  readonly bytes?: Readonly<Record<string, number | string>>;
  readonly jvmArgs?: string;
  readonly dynamicConfigs?: string;
  readonly log?: readonly string[];
  readonly error?: string;
  readonly message?: string | null;
  readonly cause?: { readonly error: string; readonly message: string | null };
}

const FOLDER = new URL('../vectors/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => /^(dev-.*|named)\.jsonl$/.test(file));

const exact = (sizes: Readonly<Record<string, number | string>> = {}): Record<string, bigint> =>
  Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, BigInt(size)]));

/** `-D key=value` texts as a set. */
const settings = (printed: string): string[] =>
  printed
    .trim()
    .split(/ ?-D /)
    .filter((text) => text !== '')
    .sort();

type Model = TaskManagerMemory | JobManagerMemory;

function bytesOf({ components, totalFlinkBytes, totalProcessBytes }: Model): Record<string, bigint> {
  const named = Object.entries(components).map(([name, size]) => [name.replace(/Bytes$/, ''), size]);
  const bytes = {
    ...Object.fromEntries(named),
    totalFlink: totalFlinkBytes,
    totalProcess: totalProcessBytes,
  };
  if (!('jvmHeap' in bytes)) return bytes;
  const { jvmHeap, ...rest } = bytes;
  return { heap: jvmHeap, ...rest };
}

function expectAccepted(want: Case, model: Model): void {
  expect(bytesOf(model)).toEqual(exact(want.bytes));
  expect(model.jvmArgs.join(' ')).toBe(want.jvmArgs);
  if (want.dynamicConfigs !== undefined) {
    const got = Object.entries(model.dynamicConfig).map(([key, value]) => `${key}=${value}`);
    expect(got.sort()).toEqual(settings(want.dynamicConfigs));
  }
  if (want.log !== undefined) expect(model.warnings).toEqual(want.log);
}

function expectRefused(want: Case, refusal: FlinkRefusal): void {
  const { flinkException, flinkMessage, flinkCause } = refusal;
  expect({ flinkException, flinkMessage }).toEqual({
    flinkException: simpleName(want.error ?? ''),
    flinkMessage: want.message,
  });
  if (want.cause === undefined) expect(flinkCause).toBeUndefined();
  else expect(flinkCause).toEqual({ exception: simpleName(want.cause.error), message: want.cause.message });
}

function check(want: Case, flinkVersion: string): void {
  const { component, config, deployment } = want;
  const request = { flinkVersion, config, ...(deployment && { deployment }) };
  const got: MemoryAnswer<Model> =
    component === 'taskmanager' ? taskManagerMemory(request) : jobManagerMemory(request);
  if (got.kind === 'rejected') throw new Error(`rejected: ${JSON.stringify(got.rejections)}`);
  expect(got.kind).toBe(want.ok ? 'ok' : 'refused');
  if (got.kind === 'ok') expectAccepted(want, got.value);
  else expectRefused(want, got.refusal);
}

describe('memory is what Flink’s own classes make of a configuration, to the byte', () => {
  it('has the answers of fifteen versions', () => {
    expect(FILES).toHaveLength(16);
  });

  describe.each(FILES)('%s', (file) => {
    const cases = casesIn<Case>(new URL(file, FOLDER)).filter(
      ({ component }) => component !== 'taskmanager-legacy',
    );
    it('has cases', () => {
      expect(cases.length).toBeGreaterThan(50);
    });
    it.each(cases.map((want) => [`${want.id ?? want.name} ${JSON.stringify(want.config)}`, want] as const))(
      '%s',
      (_name, want) => {
        for (const version of want.versions ?? [want.version ?? '']) check(want, version);
      },
    );
  });
});
