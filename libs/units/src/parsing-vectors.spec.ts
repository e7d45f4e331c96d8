import { casesIn, simpleName } from '@plimsoll/testing';
import { flinkDurationText, parseFlinkDuration } from './flink-duration.js';
import { type FlinkVersion, parseFlinkVersion } from './flink-version.js';
import type { JavaResult } from './java.js';
import { memorySizeForPeople, memorySizeText, parseMemorySize } from './memory-size.js';

/** What Flink's own classes answered. */
interface Answer {
  readonly id: string;
  readonly versions: readonly string[];
  readonly kind: 'memory' | 'memory-format' | 'duration';
  readonly text: string;
  readonly ok: boolean;
  readonly bytes?: number | string;
  readonly nanos?: number | string;
  readonly string?: string | null;
  readonly stringError?: string;
  readonly human?: string;
  readonly error?: string;
  readonly message?: string;
}

const answers = casesIn<Answer>(new URL('../vectors/parsing.jsonl', import.meta.url));

function size({ ok, text, kind, bytes, string, human, error, message }: Answer): void {
  const parsed = parseMemorySize(text);
  if (!ok) {
    expect(parsed).toEqual({ kind: 'thrown', exception: simpleName(error), message });
    return;
  }
  const value = kind === 'memory-format' ? BigInt(text) : BigInt(bytes ?? -1);
  if (kind === 'memory') expect(parsed).toEqual({ kind: 'value', value });
  expect([memorySizeText(value), memorySizeForPeople(value)]).toEqual([string, human]);
}

function duration(answer: Answer, version: FlinkVersion): void {
  const parsed = parseFlinkDuration(answer.text, version);
  if (!answer.ok) {
    expect(parsed).toEqual({ kind: 'thrown', exception: simpleName(answer.error), message: answer.message });
    return;
  }
  const value = BigInt(answer.nanos ?? -1);
  expect(parsed).toEqual({ kind: 'value', value });
  if (answer.string === undefined) return;
  const written: JavaResult<string> = flinkDurationText(value, version);
  if (answer.string === null) expect(written).toMatchObject({ exception: simpleName(answer.stringError) });
  else expect(written).toEqual({ kind: 'value', value: answer.string });
}

describe('sizes and durations are read and written as Flink does', () => {
  it('has answers of Flink to compare with', () => {
    expect(answers.length).toBeGreaterThan(150);
  });

  it.each(answers.map((answer) => [answer.id, JSON.stringify(answer.text), answer] as const))(
    '%s %s',
    (_id, _text, answer) => {
      for (const text of answer.versions) {
        const version = parseFlinkVersion(text);
        if (version === undefined) throw new Error(`${text} is no version`);
        if (answer.kind === 'duration') duration(answer, version);
        else size(answer);
      }
    },
  );
});
