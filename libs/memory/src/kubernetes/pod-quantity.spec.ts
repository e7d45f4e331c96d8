import fc from 'fast-check';
import { milliRemark, parsePodQuantity } from './pod-quantity.js';

const bytesOf = (text: string): bigint | null => {
  const outcome = parsePodQuantity(text);
  return outcome.kind === 'ok' ? outcome.value : null;
};

describe('a Kubernetes quantity of memory', () => {
  it.each<[string, bigint]>([
    ['8Gi', 8_589_934_592n],
    ['2048Mi', 2_147_483_648n],
    ['2G', 2_000_000_000n],
    ['1.5Gi', 1_610_612_736n],
    ['2147483648', 2_147_483_648n],
    ['2e9', 2_000_000_000n],
    ['2E9', 2_000_000_000n],
    ['2e+3', 2000n],
    ['1500e-1', 150n],
    ['128974848', 128_974_848n],
    ['129e6', 129_000_000n],
    ['129M', 129_000_000n],
    ['128974848000m', 128_974_848n],
    ['123Mi', 128_974_848n],
    ['512k', 512_000n],
    ['512Ki', 524_288n],
    ['1Ti', 2n ** 40n],
    ['1Pi', 2n ** 50n],
    ['1P', 10n ** 15n],
    ['1E', 10n ** 18n],
    ['1Ei', 2n ** 60n],
    ['0', 0n],
    ['+1Gi', 2n ** 30n],
    ['.5Gi', 2n ** 29n],
    ['1.Gi', 2n ** 30n],
    ['007Mi', 7n * 2n ** 20n],
  ])('%s is %d bytes', (text, bytes) => {
    expect(bytesOf(text)).toBe(bytes);
  });

  it.each<[string, bigint]>([
    ['100m', 1n],
    ['1001m', 2n],
    ['1n', 1n],
    ['0.1', 1n],
    ['1.0000001Ki', 1025n],
    ['1e-90', 1n],
    ['0e-90', 0n],
  ])('%s is rounded up to %d bytes, as Kubernetes does', (text, bytes) => {
    expect(bytesOf(text)).toBe(bytes);
  });

  it.each(['8Ei', '9.3E', '9223372036854775808', '1e99', '1e9999999999'])(
    '%s is held at 2^63 − 1',
    (text) => {
      expect(bytesOf(text)).toBe(2n ** 63n - 1n);
    },
  );

  it.each([
    ['8gb', '"8Gi"'],
    ['8GB', '"8Gi"'],
    ['8GiB', '"8Gi"'],
    ['8g', '"8Gi"'],
    ['8 Gi', '"8Gi"'],
    ['8Gi ', '"8Gi"'],
    ['1,5Gi', '"1.5Gi"'],
    ['8K', '"8Ki"'],
    ['8KI', '"8Ki"'],
    ['8b', '"8"'],
    ['', 'powers of 1024'],
    ['Gi', 'powers of 1024'],
    ['.', 'powers of 1024'],
    ['1e', '"1Ei"'],
    ['1.2.3Gi', 'powers of 1024'],
    ['٨Gi', 'powers of 1024'],
    ['1e3Gi', 'powers of 1024'],
    ['-1Gi', 'from 0 up'],
    ['1'.repeat(101), '100 characters'],
  ])('%j is rejected with what would do: %s', (text, remedy) => {
    const outcome = parsePodQuantity(text, '/podLimit');
    if (outcome.kind === 'ok') throw new Error(`was read as ${outcome.value}`);
    expect(outcome.rejections).toEqual([
      { pointer: '/podLimit', received: text, message: expect.stringContaining(remedy) },
    ]);
  });

  it('reads back what it is told in any binary unit', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 7n), fc.constantFrom('Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'), (count, unit) => {
        const factor = 1024n ** BigInt(['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].indexOf(unit) + 1);
        expect(bytesOf(`${count}${unit}`)).toBe(count * factor);
      }),
    );
  });

  it('says that m is thousandths, and nothing of other units', () => {
    expect(milliRemark('2048m')).toContain('"2048Mi"');
    expect(milliRemark('2048Mi')).toBeNull();
  });
});
