import { receivedAt } from './received.js';
import { isSensitiveKey, redactConfig } from './sensitive-keys.js';

describe('what an error repeats of the value that it refuses', () => {
  const DOCUMENT = {
    size: '2 kb',
    many: [1, 2, 3],
    nested: { deep: { secret: 'x' } },
    config: { 's3.secret-key': 'AKIA', 'a/b': 'slash', 'state.backend.type': 5 },
    password: 'hunter2',
    text: 'security.ssl.key-password: hunter2',
    infinite: Number.POSITIVE_INFINITY,
    long: 'x'.repeat(5000),
    half: 'a\ud800',
    nothing: null,
  };

  it.each([
    ['/size', '2 kb'],
    ['/many', 'a list of 3'],
    ['/many/1', 2],
    ['/nested', 'an object'],
    ['/nothing', null],
    ['/infinite', 'Infinity'],
    ['/config/state.backend.type', 5],
    ['/config/a~1b', 'slash'],
    ['/absent', undefined],
    ['/constructor', undefined],
    ['/many/length', undefined],
    ['/half', 'a\ufffd'],
  ])('is enough to recognise it: %s → %j', (pointer, received) => {
    expect(receivedAt(DOCUMENT, pointer)).toEqual(received);
  });

  it.each(['/config/s3.secret-key', '/password', '/text', '/nested/deep/secret'])(
    'is never a secret: %s',
    (pointer) => {
      expect(receivedAt(DOCUMENT, pointer)).toBe('******');
    },
  );

  it('is no more than a line', () => {
    expect(receivedAt(DOCUMENT, '/long')).toBe(`${'x'.repeat(100)}…`);
  });
});

describe('secrets of a configuration', () => {
  it.each([
    'security.ssl.internal.key-password',
    's3.secret-key',
    'S3.SECRET-KEY',
    'security.oauth.token',
    'metrics.reporter.dghttp.apikey',
    'rest.api-key',
    'fs.azure.account.key.acme.blob.core.windows.net',
    'aws.credentials.provider',
    'auth-params',
    'service-key',
    'basic-auth',
    'sasl.jaas.config',
    'http-headers',
  ])('are hidden: %s', (key) => {
    expect(isSensitiveKey(key)).toBe(true);
    expect(redactConfig({ [key]: 'x', 'state.backend.type': 'rocksdb' })).toEqual({
      [key]: '******',
      'state.backend.type': 'rocksdb',
    });
  });

  it('are told from plain values', () => {
    expect(isSensitiveKey('taskmanager.numberOfTaskSlots')).toBe(false);
  });
});
