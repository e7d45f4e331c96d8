import { type FlinkVersion, parseFlinkVersion } from '@plimsoll/units';
import fc from 'fast-check';
import { optionsOf } from '../catalogue/index.js';
import { readOption } from './index.js';

const of = (text: string): FlinkVersion => parseFlinkVersion(text) ?? { major: 0, minor: 0 };

describe('an option that is read', () => {
  it('says which key won, and which were set in vain', () => {
    const config = { 'web.port': '1', 'jobmanager.web.port': '2', 'rest.port': '3' };
    expect(readOption(config, of('1.20'), 'rest.bind-port')).toMatchObject({
      value: {
        text: '3',
        from: { kind: 'fallback', key: 'rest.port', ignored: ['web.port', 'jobmanager.web.port'] },
      },
    });
  });

  it('has its default where nothing is set', () => {
    expect(readOption({}, of('2.3'), 'heartbeat.timeout')).toMatchObject({
      value: { value: { type: 'Duration', value: 50_000_000_000n }, from: { kind: 'default' }, text: null },
    });
    expect(readOption({}, of('2.3'), 'taskmanager.memory.process.size')).toMatchObject({
      value: { value: null },
    });
  });

  it('is read below a pattern', () => {
    const config = { 'metrics.reporter.prom.interval': '5 s' };
    expect(readOption(config, of('1.20'), 'metrics.reporter.prom.interval')).toMatchObject({
      value: { key: 'metrics.reporter.prom.interval', value: { type: 'Duration', value: 5_000_000_000n } },
    });
  });

  it('that is unknown is refused with what was probably meant', () => {
    expect(readOption({}, of('1.20'), 'taskmanager.process.size')).toEqual({
      kind: 'rejected',
      rejections: [
        {
          pointer: '',
          message:
            'is no option of this version of Flink; probably taskmanager.memory.process.size or taskmanager.heap.size',
          received: 'taskmanager.process.size',
        },
      ],
    });
  });

  it('repeats no secret where it is refused', () => {
    const config = { 'security.delegation.tokens.enabled': 'hunter2' };
    const { rejections } = readOption(config, of('1.20'), 'security.delegation.tokens.enabled') as {
      rejections: readonly object[];
    };
    expect(rejections).toMatchObject([{ received: '******' }]);
    expect(
      JSON.stringify(rejections.map(({ flinkCause: _, ...said }: { flinkCause?: unknown }) => said)),
    ).not.toContain('hunter2');
  });

  it('that holds itself is no list', () => {
    expect(readOption({ 'pipeline.jars': '&x [a, *x]' }, of('2.3'), 'pipeline.jars')).toMatchObject({
      value: { value: { value: [{ value: '&x [a, *x]' }] } },
    });
  });

  it('every default is one, and no text makes it throw', () => {
    const options = ['1.13', '1.19', '2.3'].flatMap((text) =>
      optionsOf(of(text)).map((option) => [of(text), option.key] as const),
    );
    for (const [version, key] of options) expect(readOption({}, version, key).kind).toBe('ok');
    fc.assert(
      fc.property(fc.constantFrom(...options), fc.string({ unit: 'grapheme' }), ([version, key], text) => {
        const { kind } = readOption({ [key]: text }, version, key);
        return kind === 'ok' || kind === 'rejected';
      }),
    );
    for (const text of ['['.repeat(100_000), '{a: '.repeat(50_000), `[${'&a '.repeat(10_000)}]`]) {
      expect(readOption({ 'pipeline.jars': text }, of('2.3'), 'pipeline.jars').kind).toBe('ok');
    }
  });
});
