import { casesIn } from '@plimsoll/testing';
import type { FlinkConfig } from '../request.js';
import type { EmbeddedBackend, ManagedMemoryConsumer } from './request.js';
import { rocksDbMemory } from './rocksdb-memory.js';

/** What Flink's own classes made of a configuration. */
interface Case {
  readonly version: string;
  readonly backend: EmbeddedBackend;
  readonly managedBytes: string;
  readonly slots: number;
  readonly consumers: readonly ManagedMemoryConsumer[];
  readonly config: FlinkConfig;
  readonly expected: Refused | Accepted;
}

interface Refused {
  readonly error: string;
  readonly message: string;
}

interface Accepted {
  readonly budget: string;
  readonly fraction: number;
  readonly perSlot: string;
  readonly arena: string;
  /** From here on absent where nothing bounds the databases. */
  readonly total?: string;
  readonly cache?: string;
  readonly writeBufferManager?: string;
  readonly mutableLimit?: string;
  readonly arenaOk?: boolean;
}

const CASES = casesIn<Case>(new URL('../../vectors/rocksdb-memory.jsonl', import.meta.url));

function ours({ version, backend, managedBytes, ...rest }: Case): Refused | Accepted {
  const answer = rocksDbMemory(
    { flinkVersion: version, stateBackend: backend, managedBytes: BigInt(managedBytes), states: 1, ...rest },
    false,
  );
  if (answer.kind === 'refused') {
    return { error: answer.refusal.flinkException, message: answer.refusal.flinkMessage ?? '' };
  }
  if (answer.kind === 'rejected') throw new Error(JSON.stringify(answer.rejections));
  const { shared, memtables, budget, stateBackendFraction, managedPerSlotBytes } = answer.value;
  return {
    budget,
    fraction: stateBackendFraction,
    perSlot: String(managedPerSlotBytes),
    arena: String(memtables.arenaBlockBytes),
    ...(shared !== null && {
      total: String(shared.totalBytes),
      cache: String(shared.cacheBytes),
      writeBufferManager: String(shared.writeBufferManagerBytes),
      mutableLimit: String(shared.mutableLimitBytes),
      arenaOk: memtables.warning === null,
    }),
  };
}

describe.each([...new Set(CASES.map(({ version }) => version))])(
  'the state backend of Flink %s',
  (version) => {
    it.each(
      CASES.filter((one) => one.version === version).map((one) => [JSON.stringify(one.config), one] as const),
    )('has the same memory, to the byte, or refuses with the same text: %s', (_config, one) => {
      expect(ours(one)).toEqual(one.expected);
    });
  },
);
