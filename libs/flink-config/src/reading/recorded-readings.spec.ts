import { readFileSync } from 'node:fs';
import { javaDoubleText, parseFlinkVersion } from '@plimsoll/units';
import type { OptionValue } from './option-value.js';
import { type OptionOutcome, readOption } from './read-option.js';

interface Recorded {
  /** `1.20`, and `1.20 flat` for that version after it loaded a flink-conf.yaml. */
  readonly in: readonly string[];
  readonly option: string;
  readonly config: Record<string, string>;
  readonly value?: unknown;
  readonly exception?: string;
  readonly message?: string;
  readonly cause?: string;
  readonly causeMessage?: string | null;
}

const RECORDED: readonly Recorded[] = readFileSync(
  'libs/flink-config/src/reading/recorded-readings.jsonl',
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** A value as the recording writes it. */
function written(value: OptionValue | null): unknown {
  if (value === null) return null;
  switch (value.type) {
    case 'List':
      return value.value.map(written);
    case 'Map':
      return Object.fromEntries([...value.value].sort(([a], [b]) => (a < b ? -1 : 1)));
    case 'Float':
    case 'Double':
      return javaDoubleText(value.value);
    case 'Boolean':
    case 'Integer':
      return value.value;
    default:
      return String(value.value);
  }
}

function answer(outcome: OptionOutcome): object {
  if (outcome.kind === 'ok') {
    return { value: outcome.value.from.kind === 'default' ? null : written(outcome.value.value) };
  }
  const [rejection] = outcome.rejections;
  if (rejection === undefined || !('flinkCause' in rejection)) return { rejection };
  return {
    exception: rejection.flinkException,
    message: rejection.flinkMessage,
    cause: rejection.flinkCause.flinkException,
    causeMessage: rejection.flinkCause.flinkMessage,
  };
}

const VERSIONS = [...new Set(RECORDED.flatMap((record) => record.in))];

describe('what Flink itself read', () => {
  it('was recorded for several versions', () => {
    expect(VERSIONS.length).toBeGreaterThanOrEqual(7);
  });

  it.each(VERSIONS)('is read here as well: %s', (name) => {
    const [text = '', flat] = name.split(' ');
    const version = parseFlinkVersion(text);
    if (version === undefined) throw new Error(text);
    const wrong = RECORDED.filter((record) => record.in.includes(name)).flatMap(
      ({ in: _, option, config, ...recorded }) => {
        const read = answer(readOption(config, version, option, { flat: flat !== undefined }));
        const same = JSON.stringify(read) === JSON.stringify(recorded);
        return same ? [] : [{ option, config, read, recorded }];
      },
    );
    expect(wrong).toEqual([]);
  });
});
