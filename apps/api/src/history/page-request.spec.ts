import { ProblemException } from '../problem/problem-exception.js';
import { cursorOf } from './cursor.js';
import { pageRequest } from './page-request.js';

const refused = (first: unknown, after?: unknown): unknown => {
  try {
    return pageRequest('versions', { first, after });
  } catch (thrown) {
    return thrown instanceof ProblemException ? thrown.problem.errors?.map(({ pointer }) => pointer) : thrown;
  }
};

describe('a page of a list', () => {
  it.each([
    [undefined, 20],
    [null, 20],
    ['1', 1],
    [100, 100],
  ])('asked for with first %j has at most %d things', (first, most) => {
    expect(pageRequest('versions', { first })).toEqual({ first: most, after: undefined });
  });

  it('begins after the cursor', () => {
    expect(pageRequest('versions', { after: cursorOf('versions', 7) })).toEqual({ first: 20, after: '7' });
  });

  it.each([
    0,
    101,
    '-1',
    '1.5',
    '',
    'ten',
    '1e1',
    ['1'],
    ['1', '2'],
    '0x10',
    '1000',
    1.5,
    Number.NaN,
    Object.create(null),
    true,
  ])('cannot have first %j', (first) => {
    expect(refused(first)).toEqual(['/first']);
  });

  it('cannot begin after anything but a cursor, and all that is wrong is said at once', () => {
    expect(refused(1, 'garbage')).toEqual(['/after']);
    expect(refused(0, ['a', 'b'])).toEqual(['/first', '/after']);
    expect(refused(1, '')).toEqual(['/after']);
  });
});
