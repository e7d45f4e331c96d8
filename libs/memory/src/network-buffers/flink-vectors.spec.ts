import { casesIn } from '@plimsoll/testing';
import type { FlinkConfig } from '../request.js';
import { networkBuffers } from './network-buffers.js';
import type { Exchange } from './request.js';

/** What Flink's own classes made of exchanges and a configuration. */
interface Case {
  readonly version: string;
  readonly networkBytes: string;
  readonly config: FlinkConfig;
  readonly exchanges: readonly Exchange[];
  readonly expected: Refused | Accepted;
}

interface Refused {
  readonly error: string;
  readonly message: string;
}

interface Accepted {
  readonly available: number;
  readonly segment: number;
  readonly exchanges: readonly Readonly<Record<string, number | null>>[];
  readonly failure: string | null;
}

const CASES = casesIn<Case>(new URL('../../vectors/network-buffers.jsonl', import.meta.url));

function ours({ version, networkBytes, config, exchanges }: Case): Refused | Accepted {
  const answer = networkBuffers(
    { flinkVersion: version, networkBytes: BigInt(networkBytes), config, exchanges, slots: 1 },
    false,
  );
  if (answer.kind === 'refused') {
    return { error: answer.refusal.flinkException, message: answer.refusal.flinkMessage ?? '' };
  }
  if (answer.kind === 'rejected') throw new Error(JSON.stringify(answer.rejections));
  const { value } = answer;
  return {
    available: value.availableBuffers ?? 0,
    segment: Number(value.segmentBytes),
    exchanges: value.exchanges.map(({ gate, partition }) => ({
      channels: gate.channels,
      exclusivePerChannel: gate.exclusivePerChannel,
      requiredFloating: gate.requiredFloating,
      targetFloating: gate.targetFloating,
      subpartitions: partition.channels,
      min: partition.required,
      max: partition.target,
      overdraft: partition.overdraft,
    })),
    failure: value.failure?.flinkMessage ?? null,
  };
}

describe.each([...new Set(CASES.map(({ version }) => version))])(
  'the network stack of Flink %s',
  (version) => {
    it.each(
      CASES.filter((one) => one.version === version).map(
        (one, at) => [at, JSON.stringify(one.config), one] as const,
      ),
    )('sizes its pools the same and fails with the same text: %i %s', (_at, _config, one) => {
      expect(ours(one)).toEqual(one.expected);
    });
  },
);
