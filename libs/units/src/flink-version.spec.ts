import { parseFlinkVersion } from './flink-version.js';

describe('a version of Flink', () => {
  it.each(['1.3', '1.9', '1.10', '1.20', '1.20.5', '2.0', '2.3', '2.3.0'])('%s is known', (version) => {
    expect(parseFlinkVersion(version) !== undefined).toBe(true);
  });

  it.each([
    '1.2',
    '1.21',
    '2.4',
    '3.0',
    '0.9',
    '1',
    '1.20.',
    '1.20.x',
    'v1.20',
    '1.20-SNAPSHOT',
    '',
    ' 1.20',
    '1.2000',
  ])('%j is not', (version) => {
    expect(parseFlinkVersion(version) !== undefined).toBe(false);
  });
});
