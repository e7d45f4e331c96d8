import fc from 'fast-check';
import { type InputChange, inputChanges, namedPath } from './compare-inputs.js';

const source = (id: string, more: object = {}) => ({ id, kind: 'source', recordsPerSecond: 1000, ...more });
const inputs = (operators: object[], more: object = {}) => ({ workload: { operators, edges: [] }, ...more });

describe('the changes between the inputs of two plans', () => {
  it('names a changed figure by its pointer, with both values', () => {
    expect(inputChanges(inputs([source('a')]), inputs([source('a', { recordsPerSecond: 2000 })]))).toEqual([
      { path: '/workload/operators/0/recordsPerSecond', change: 'changed', base: 1000, head: 2000 },
    ]);
  });

  it('sees one addition where an operator is put in front of the others', () => {
    expect(inputChanges(inputs([source('a')]), inputs([source('new'), source('a')]))).toEqual([
      { path: '/workload/operators/0', change: 'added', base: null, head: source('new') },
    ]);
  });

  it('points into the head where an operator has moved, and into the base where it is gone', () => {
    const base = inputs([source('gone'), source('a')]);
    const head = inputs([source('a', { keys: 5 })]);
    expect(inputChanges(base, head)).toEqual([
      { path: '/workload/operators/0', change: 'removed', base: source('gone'), head: null },
      { path: '/workload/operators/0/keys', change: 'added', base: null, head: 5 },
    ]);
  });

  it('matches edges by what they join, the second between the same two by its turn', () => {
    const edge = (from: string, shipStrategy: string) => ({ from, to: 'sink', shipStrategy });
    const base = { workload: { edges: [edge('a', 'HASH'), edge('a', 'FORWARD')] } };
    const head = { workload: { edges: [edge('b', 'HASH'), edge('a', 'HASH'), edge('a', 'REBALANCE')] } };
    expect(inputChanges(base, head)).toEqual([
      { path: '/workload/edges/2/shipStrategy', change: 'changed', base: 'FORWARD', head: 'REBALANCE' },
      { path: '/workload/edges/0', change: 'added', base: null, head: edge('b', 'HASH') },
    ]);
  });

  it('takes the subtasks of a placement as one value', () => {
    const placed = (...subtasks: number[]) => ({ cluster: { placement: [{ operator: 'a', subtasks }] } });
    expect(inputChanges(placed(1, 2), placed(2, 1))).toEqual([
      { path: '/cluster/placement/0/subtasks', change: 'changed', base: [1, 2], head: [2, 1] },
    ]);
  });

  it('escapes configuration keys in pointers', () => {
    expect(inputChanges({ config: { 'a/b~c': '1' } }, { config: { 'a/b~c': '2' } })).toEqual([
      { path: '/config/a~1b~0c', change: 'changed', base: '1', head: '2' },
    ]);
  });

  it('keeps keys apart that every object of JavaScript inherits', () => {
    const base = JSON.parse('{"config":{"__proto__":"1","constructor":"x"}}');
    expect(inputChanges(base, { config: {} })).toEqual([
      { path: '/config/__proto__', change: 'removed', base: '1', head: null },
      { path: '/config/constructor', change: 'removed', base: 'x', head: null },
    ]);
  });

  const json = fc.jsonValue({ maxDepth: 3 });
  const documents = fc.record(
    {
      name: fc.string(),
      workload: fc.record({
        operators: fc.uniqueArray(
          fc.record({ id: fc.string(), keys: fc.nat(), more: json }, { requiredKeys: ['id'] }),
          { selector: ({ id }) => id, maxLength: 5 },
        ),
        edges: fc.array(
          fc.record({
            from: fc.string({ maxLength: 1 }),
            to: fc.string({ maxLength: 1 }),
            share: fc.double({ noNaN: true }),
          }),
          { maxLength: 4 },
        ),
      }),
      config: fc.dictionary(fc.string(), fc.string()),
    },
    { requiredKeys: ['workload'] },
  );

  it('finds none between a document and its copy', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(inputChanges(document, structuredClone(document))).toEqual([]);
      }),
    );
  });

  it('gives the inverse when base and head are swapped', () => {
    const inverse = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    const unplaced = ({ change, base, head }: InputChange) => JSON.stringify([change, base, head]);
    fc.assert(
      fc.property(documents, documents, (base, head) => {
        const there = inputChanges(base, head);
        const back = inputChanges(head, base).map((row) => ({
          ...row,
          change: inverse[row.change],
          base: row.head,
          head: row.base,
        }));
        expect(back.map(unplaced).sort()).toEqual(there.map(unplaced).sort());
      }),
    );
  });

  it('points at the very value that it shows', () => {
    fc.assert(
      fc.property(documents, documents, (base, head) => {
        for (const row of inputChanges(base, head)) {
          const [document, shown] = row.change === 'removed' ? [base, row.base] : [head, row.head];
          expect(resolve(document, row.path)).toEqual(shown);
        }
      }),
    );
  });
});

describe('a pointer with names in place of indexes', () => {
  it('is the same for an operator that stands elsewhere', () => {
    const base = namedPath('/workload/operators/0/keys', inputs([source('a')]));
    const head = namedPath('/workload/operators/1/keys', inputs([source('new'), source('a')]));
    expect(head).toBe(base);
    expect(namedPath('/workload/operators/0/keys', inputs([source('new')]))).not.toBe(base);
  });

  it('leaves configuration keys and pointers past the document as they are', () => {
    expect(namedPath('state.backend.type', {})).toBe('state.backend.type');
    expect(namedPath('/workload/operators/9/keys', inputs([]))).toBe('/workload/operators/9/keys');
  });
});

function resolve(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([name]) => name === key)?.[1]
          : undefined,
      document,
    );
}

describe('the sides of a join', () => {
  const inputs = (...from: string[]) => ({
    workload: {
      operators: [
        { id: 's', kind: 'source' },
        { id: 't', kind: 'source' },
        { id: 'j', kind: 'join' },
      ],
      edges: from.map((id) => ({ from: id, to: 'j', shipStrategy: 'HASH' })),
    },
  });

  it('are swapped where the order of its edges differs', () => {
    expect(inputChanges(inputs('s', 't'), inputs('t', 's'))).toEqual([
      { path: '/workload/edges/0', change: 'changed', base: ['s', 't'], head: ['t', 's'] },
    ]);
  });

  it('are the same where it does not', () => {
    expect(inputChanges(inputs('s', 't'), inputs('s', 't'))).toEqual([]);
  });
});
