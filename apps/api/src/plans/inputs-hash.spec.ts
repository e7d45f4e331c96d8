import { inputsHash } from './inputs-hash.js';

describe('the hash of a plan’s inputs', () => {
  it('is SHA-256 over canonical JSON', () => {
    // printf '{"a":1,"b":[2,"é"]}' | sha256sum
    expect(inputsHash({ b: [2, 'é'], a: 1 })).toBe(
      '992f8d0a5d6192a6c1c9dd35a695b4ce8c743eaa26836ab176d7367cf0bd62b1',
    );
  });

  it('does not depend on the order of keys', () => {
    expect(inputsHash({ a: 1, b: { c: 2, d: 3 } })).toBe(inputsHash({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('depends on the order of lists and on every value', () => {
    expect(inputsHash({ a: [1, 2] })).not.toBe(inputsHash({ a: [2, 1] }));
    expect(inputsHash({ a: 1 })).not.toBe(inputsHash({ a: '1' }));
  });
});
