import { readdirSync } from 'node:fs';
import { casesIn, simpleName } from '@plimsoll/testing';
import type { FlinkConfig } from '../request.js';
import { legacyContainerMemory } from './legacy-container.js';

/** What Flink's own classes answered to a container. */
interface Case {
  readonly id: string;
  readonly version: string;
  readonly containerMB: number;
  readonly numSlots: number;
  readonly config: FlinkConfig;
  readonly ok: boolean;
  readonly mb?: Readonly<Record<'cutoff' | 'java' | 'heap' | 'direct', number>>;
  readonly bytes?: { readonly network: number; readonly managed: number | null };
  readonly jvmArgs?: string;
  readonly error?: string;
  readonly message?: string;
  readonly cause?: { readonly error: string; readonly message: string };
  readonly log: readonly string[];
}

const FOLDER = new URL('../../vectors/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => /^legacy-dev-.*\.jsonl$/.test(file));

const exact = (size: number | null): bigint | null => (size === null ? null : BigInt(size));

function wanted({ ok, mb, bytes, jvmArgs, error, message, cause, log }: Case): object {
  if (!ok || mb === undefined || bytes === undefined) {
    return {
      flinkException: simpleName(error),
      flinkMessage: message,
      ...(cause && { flinkCause: { exception: simpleName(cause.error), message: cause.message } }),
    };
  }
  return {
    cutoffMegabytes: BigInt(mb.cutoff),
    javaMegabytes: BigInt(mb.java),
    heapMegabytes: BigInt(mb.heap),
    directMegabytes: mb.direct < 0 ? null : BigInt(mb.direct),
    networkBytes: exact(bytes.network),
    managedBytes: exact(bytes.managed),
    jvmArgs: jvmArgs?.split(' '),
    warnings: log,
  };
}

function answered({ version, containerMB, numSlots, config }: Case): object {
  const request = { flinkVersion: version, containerMegabytes: containerMB, slots: numSlots, config };
  const answer = legacyContainerMemory(request);
  if (answer.kind === 'ok') return answer.value;
  return answer.kind === 'refused' ? answer.refusal : answer.rejections;
}

describe('containers are divided as the classes of Flink divide them', () => {
  it('has answers of every version', () => {
    expect(FILES.map((file) => file.replace(/legacy-dev-|\.\d+\.jsonl/g, ''))).toEqual([
      '1.3',
      '1.4',
      '1.5',
      '1.6',
      '1.7',
      '1.8',
      '1.9',
    ]);
  });

  it.each(FILES)('%s: accepted or refused, each megabyte and byte, arguments, exception and log', (file) => {
    const cases = casesIn<Case>(new URL(file, FOLDER));
    expect(cases.length).toBeGreaterThanOrEqual(120);
    for (const one of cases) {
      expect({ id: one.id, ...answered(one) }).toMatchObject({ id: one.id, ...wanted(one) });
    }
  });
});
