import fc from 'fast-check';
import { combined, NO_CHANGE, patched, valueUnder } from './patch.js';
import type { FlinkConfig } from './request.js';

const keys = fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__x');
const configs: fc.Arbitrary<FlinkConfig> = fc
  .array(fc.tuple(keys, fc.constantFrom('1', '2')), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries));
const changes = fc.record({ set: configs, unset: fc.uniqueArray(keys, { maxLength: 3 }) });

describe('a change of a configuration', () => {
  it('is read, key by key, as the configuration that it gives', () => {
    fc.assert(
      fc.property(configs, changes, keys, (config, change, key) => {
        const given = patched(config, change);
        expect(valueUnder(config, change, key)).toBe(Object.hasOwn(given, key) ? given[key] : undefined);
      }),
    );
  });

  it('made after another gives what both give in turn', () => {
    fc.assert(
      fc.property(configs, changes, changes, (config, first, then) => {
        expect(patched(config, combined(first, then))).toEqual(patched(patched(config, first), then));
      }),
    );
  });

  it('of nothing leaves all as it is', () => {
    expect(patched({ a: '1' }, NO_CHANGE)).toEqual({ a: '1' });
  });
});
