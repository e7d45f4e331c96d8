import { requestIdOf } from './request-id.js';

const idOf = (given?: string) => requestIdOf({ headers: { 'x-request-id': given } });

describe('the id of a request', () => {
  it.each(['abc-123', '01J:trace.7~x', 'x'.repeat(128), 'YWJj+/=='])(
    'is the one that the caller gave: %s',
    (given) => {
      expect(idOf(given)).toBe(given);
    },
  );

  it.each([undefined, '', 'x'.repeat(129), 'two words', '{"a":1}', 'é', 'a\tb'])(
    'is made where the caller gave none that fits a log: %j',
    (given) => {
      expect(idOf(given)).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    },
  );
});
