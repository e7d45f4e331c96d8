import { getIntrospectionQuery, parse } from 'graphql';
import { ProblemException } from '../problem/problem-exception.js';
import { weigh } from './query-cost.js';
import { measureText } from './query-text.js';

function codeOf(query: string): string {
  try {
    measureText(query);
    weigh(parse(query));
    return 'runs';
  } catch (error) {
    return error instanceof ProblemException ? error.problem.code : String(error);
  }
}

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const nested = (levels: number): string => `${'{a'.repeat(levels)}${'}'.repeat(levels)}`;
const calculations = (count: number): string => times(count, (i) => `a${i}: capacity { fits }`);
const doubling = (count: number): string =>
  `{ ...F0 } ${times(count, (i) => `fragment F${i} on Query { x ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on Query { y }`;

describe('a query is weighed before it runs', () => {
  it.each([
    ['15 levels', nested(15), 'runs'],
    ['16 levels', nested(16), 'GRAPHQL_TOO_DEEP'],
    ['65 brackets', `{ a(x: ${'['.repeat(64)}${']'.repeat(64)}) }`, 'GRAPHQL_TOO_DEEP'],
    ['30,000 brackets', nested(30_000), 'GRAPHQL_TOO_DEEP'],
    [
      'levels hidden in fragments',
      `{ ...A } fragment A on Q ${nested(15)} fragment B on Q { b { ...A } }`,
      'runs',
    ],
    ['levels added by fragments', `{ b { ...A } } fragment A on Q ${nested(15)}`, 'GRAPHQL_TOO_DEEP'],
    ['50 calculations', `{ ${calculations(50)} }`, 'runs'],
    ['51 calculations', `{ ${calculations(51)} }`, 'GRAPHQL_TOO_MANY_CALCULATIONS'],
    ['two batches', '{ a: oneBatch { x } b: otherBatch { x } }', 'runs'],
    [
      'two batches and one more',
      '{ a: oneBatch { x } oneBatch { x } b { x } }',
      'GRAPHQL_TOO_MANY_CALCULATIONS',
    ],
    ['51 in an inline fragment', `{ ... { ${calculations(51)} } }`, 'GRAPHQL_TOO_MANY_CALCULATIONS'],
    [
      '50 and 1 in a fragment',
      `{ ${calculations(50)} ...F } fragment F on Query { z { fits } }`,
      'GRAPHQL_TOO_MANY_CALCULATIONS',
    ],
    [
      '51 in another operation',
      `query A { x } query B { ${calculations(51)} }`,
      'GRAPHQL_TOO_MANY_CALCULATIONS',
    ],
    ['2 to the 30th by fragments', doubling(30), 'GRAPHQL_TOO_MANY_CALCULATIONS'],
    ['2 to the 30th below the root', `{ a { ...F0 } } ${doubling(30).slice(10)}`, 'GRAPHQL_TOO_MANY_FIELDS'],
    ['2,000 fields', `{ a { ${times(1999, (i) => `b${i}`)} } }`, 'runs'],
    ['2,001 fields', `{ a { ${times(2000, (i) => `b${i}`)} } }`, 'GRAPHQL_TOO_MANY_FIELDS'],
    ['50 directives', `{ a ${times(50, () => '@include(if: true)')} }`, 'runs'],
    ['51 directives', `{ a ${times(51, () => '@include(if: true)')} }`, 'GRAPHQL_TOO_MANY_DIRECTIVES'],
    ['10,000 tokens', `{ a(b: [${times(9991, () => '1')}]) }`, 'runs'],
    ['10,001 tokens', `{ a(b: [${times(9992, () => '1')}]) }`, 'GRAPHQL_TOO_MANY_TOKENS'],
    ['100,001 characters', `{a}${' '.repeat(99_998)}`, 'GRAPHQL_TOO_LONG'],
    ['a fragment that spreads itself', '{ ...A } fragment A on Query { ...A }', 'GRAPHQL_FRAGMENT_CYCLE'],
    [
      'a cycle of fragments',
      '{ ...A } fragment A on Q { b { ...B } } fragment B on Q { ...A }',
      'GRAPHQL_FRAGMENT_CYCLE',
    ],
    [
      'a cycle that nothing uses',
      '{ a } fragment A on Q { ...B } fragment B on Q { ...A }',
      'GRAPHQL_FRAGMENT_CYCLE',
    ],
    [
      'the introspection of every tool',
      getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true }),
      'runs',
    ],
    [
      'an introspection of many',
      `{ __schema { ${times(300, (i) => `t${i}: types { name }`)} } }`,
      'GRAPHQL_TOO_MANY_FIELDS',
    ],
  ])('%s', (_name, query, code) => {
    const started = performance.now();
    expect(codeOf(query)).toBe(code);
    expect(performance.now() - started).toBeLessThan(250);
  });
});
