import { chainOf } from './chain.js';

/** Names, each with the name of the operator before it. */
const links = (name: string | null, description: string): string[] => {
  const { operators } = chainOf(name, description);
  return operators.map(({ name: own, after }) =>
    after === null ? own : `${operators[after]?.name} > ${own}`,
  );
};

describe('a chain', () => {
  it.each<[string, string | null, string, string[]]>([
    ['is one operator', 'Map', 'Map\n', ['Map']],
    ['is a line of operators', 'a -> b -> c', 'a\n+- b\n   +- c\n', ['a', 'a > b', 'b > c']],
    ['branches', 'a -> (b -> c, d)', 'a\n:- b\n:  +- c\n+- d\n', ['a', 'a > b', 'b > c', 'a > d']],
    [
      'is read from its name before 1.15',
      'a -> (b -> c, d)',
      'a -> (b -> c, d)',
      ['a', 'a > b', 'b > c', 'a > d'],
    ],
    ['is read from the plan alone', null, 'a -> b', ['a', 'a > b']],
    [
      'is split where commas and arrows within brackets are not',
      'Calc(select=[a, b]) -> Rank(x -> y)',
      'Calc(select=[a, b]) -> Rank(x -> y)',
      ['Calc(select=[a, b])', 'Calc(select=[a, b]) > Rank(x -> y)'],
    ],
    [
      'takes commas in names from the tree',
      'a -> (b, c, d)',
      'a\n:- b, c\n+- d\n',
      ['a', 'a > b, c', 'a > d'],
    ],
    [
      'is named as SQL does where only the description is known',
      null,
      '[6]:GlobalWindowAggregate(groupBy=[x])\n+- takings[8]: Writer\n',
      ['GlobalWindowAggregate[6]', 'GlobalWindowAggregate[6] > takings[8]: Writer'],
    ],
    [
      'may begin with chained sources',
      'Join [Source: a, Source: b] -> c',
      'Join [Source: a, Source: b] -> c',
      ['Join', 'Join > c', 'Source: a', 'Source: b'],
    ],
  ])('%s', (_, name, description, expected) => {
    expect(links(name, description)).toEqual(expected);
  });

  it('keeps descriptions beside names', () => {
    const { operators } = chainOf(
      'TumblingEventTimeWindows',
      'Window(TumblingEventTimeWindows(5000), Sum)\n',
    );
    expect(operators).toMatchObject([
      { name: 'TumblingEventTimeWindows', description: 'Window(TumblingEventTimeWindows(5000), Sum)' },
    ]);
  });

  it.each(['a -> (b', 'a) -> b', '['])('%s, whose brackets do not close, is one operator', (name) => {
    expect(chainOf(name, name)).toMatchObject({ isSplit: false, operators: [{ name }] });
  });

  it('of brackets in brackets without end is refused in bounded depth', () => {
    const name = `${'a -> ('.repeat(100_000)}b${')'.repeat(100_000)}`;
    expect(chainOf(name, name).isSplit).toBe(false);
  });
});
