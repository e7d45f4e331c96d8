import { readFileSync } from 'node:fs';
import { operatorConfigValue, operatorMemory } from './operator-memory.js';

/** `configValue` and `bytes` by operator 1.7 and later; `pre17Bytes` by 1.6 and earlier. Null: refused. */
interface Example {
  readonly memory: string;
  readonly pre17Bytes: number | null;
  readonly configValue: string | null;
  readonly bytes: number | null;
}

const json = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const examples: readonly Example[] = JSON.parse(json('./operator-memory-examples.json'));
const vectors: readonly [string, string | null][] = JSON.parse(json('./operator-quantity-vectors.json'));

const bytesBy = (version: string, text: string): number | null => {
  const outcome = operatorMemory(text, version);
  return outcome.kind === 'ok' ? Number(outcome.value.bytes) : null;
};

describe('resource.memory of a FlinkDeployment', () => {
  it.each(examples)('$memory by operator 1.7 and later is $configValue', ({ memory, configValue, bytes }) => {
    expect(operatorConfigValue(memory)).toBe(configValue);
    expect(bytesBy('1.7', memory)).toBe(bytes);
    expect(bytesBy('1.15.0', memory)).toBe(bytes);
  });

  it.each(examples)('$memory by operator 1.6 and earlier is $pre17Bytes bytes', ({ memory, pre17Bytes }) => {
    expect(bytesBy('1.6', memory)).toBe(pre17Bytes);
    expect(bytesBy('1.0.1', memory)).toBe(pre17Bytes);
  });

  it.each(vectors)('%j becomes %j, as the operator’s own classes write it', (text, value) => {
    expect(operatorConfigValue(text)).toBe(value);
  });

  it.each([
    ['1.5Gi', '1.7', '"1610612736.0"', '"1536m"'],
    ['1.5g', '1.7', '"1500000000.0"', '"1536m"'],
    ['2Gi', '1.6', 'passes this on to Flink', '"2g"'],
    ['abc', '1.7', 'neither Flink nor Kubernetes', '"2048m"'],
    ['-1g', '1.7', '"-1000000000"', '"2048m"'],
  ])('%s with operator %s is rejected: %s, write %s', (text, version, what, remedy) => {
    const outcome = operatorMemory(text, version);
    if (outcome.kind === 'ok') throw new Error(`was read as ${outcome.value.bytes}`);
    expect(outcome.rejections).toEqual([
      { pointer: '/resourceMemory', received: text, message: expect.stringContaining(what) },
    ]);
    expect(outcome.rejections[0]?.message).toContain(remedy);
  });

  it.each(['1.16', '2.0', '0.1', '1', 'v1.7', ''])(
    'does not know operator %j and names those it does',
    (version) => {
      const outcome = operatorMemory('2g', version);
      expect(outcome).toMatchObject({
        kind: 'rejected',
        rejections: [
          { pointer: '/operatorVersion', received: version, message: expect.stringContaining('1.0 to 1.15') },
        ],
      });
    },
  );
});
