import { type ValidationError, validateSync } from 'class-validator';
import fc from 'fast-check';
import { ConfigMap } from './config-map.js';
import { enumeration } from './enumeration.js';
import { neededBy } from './field.js';
import { Ints, List, Nested, Texts } from './nested-fields.js';
import { Bool, Int, Num, OneOf, Str } from './plain-fields.js';
import { Bytes, Count, Duration } from './quantity-fields.js';
import { readBody } from './read-body.js';
import { Shape } from './shapes.js';

const COLOUR = enumeration('SpecColour', ['red', 'dark-blue']);

@Shape('SpecLeaf')
class Leaf {
  @Str({ max: 5 })
  name: string;
}

@Shape('SpecTree')
class Tree {
  @OneOf(COLOUR)
  colour: string;
  @Bytes({ optional: true })
  size?: number | string;
  @Count({ needed: neededBy('colour', 'red') })
  count?: number;
  @Duration({ optional: true })
  time?: number;
  @Int({ optional: true })
  int?: number;
  @Num({ optional: true })
  num?: number;
  @Bool({ optional: true })
  bool?: boolean;
  @Ints({ optional: true })
  ints?: number[];
  @Texts({ optional: true })
  texts?: string[];
  @ConfigMap({ optional: true })
  config?: Record<string, string>;
  @Nested(() => Leaf, { optional: true })
  leaf?: Leaf;
  @List(() => Leaf, { optional: true })
  leaves?: Leaf[];
}

/** What class-validator's own executor thinks of the same body, once nested objects are instances. */
function judgedByExecutor(raw: Record<string, unknown>): string[] {
  const instance = Object.assign(new Tree(), raw);
  if (isPlain(raw.leaf)) Object.assign(instance, { leaf: Object.assign(new Leaf(), raw.leaf) });
  if (Array.isArray(raw.leaves)) {
    const leaves = raw.leaves.map((leaf: unknown) =>
      isPlain(leaf) ? Object.assign(new Leaf(), leaf) : leaf,
    );
    Object.assign(instance, { leaves });
  }
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  return [...errors.map(({ property }: ValidationError) => property), ...notSeenByExecutor(raw)];
}

/** Its known hole: a list in the place of an object, inside a list. The reader has none. */
const notSeenByExecutor = ({ leaves }: Record<string, unknown>): string[] =>
  Array.isArray(leaves) && leaves.some((leaf) => !isPlain(leaf)) ? ['leaves'] : [];

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const leaf = fc.oneof(
  fc.record({ name: fc.oneof(fc.string({ maxLength: 8 }), fc.integer()) }, { requiredKeys: [] }),
  fc.constantFrom<unknown>(null, 1, 'x', []),
);
const body = fc.record(
  {
    colour: fc.constantFrom<unknown>('red', 'dark-blue', 'DARK_BLUE', 1, null),
    size: fc.constantFrom<unknown>(1, '1 kB', '1 kb', -1, true, '9007199254740993', {}),
    count: fc.constantFrom<unknown>(1, '1k', 'k', null),
    time: fc.constantFrom<unknown>(1, '1 min', '1 m', []),
    int: fc.constantFrom<unknown>(1, 1.5, '1', null),
    num: fc.constantFrom<unknown>(1, 1.5, '1', Number.POSITIVE_INFINITY),
    bool: fc.constantFrom<unknown>(true, 'true', 0),
    ints: fc.constantFrom<unknown>([1], [1.5], 1, []),
    texts: fc.constantFrom<unknown>(['a'], [1], 'a'),
    config: fc.constantFrom<unknown>({ a: 'b' }, { a: 1 }, { '': 'x' }, [], 'a: b'),
    leaf,
    leaves: fc.oneof(fc.array(leaf, { maxLength: 3 }), fc.constant<unknown>({ name: 'x' })),
    surprise: fc.constant(1),
  },
  { requiredKeys: [] },
);

describe('the reader of bodies', () => {
  it('judges every field as class-validator does', () => {
    fc.assert(
      fc.property(body, (raw: Record<string, unknown>) => {
        const reading = readBody(Tree, raw);
        const rejections = reading.kind === 'ok' ? reading.unusable : reading.rejections;
        const fields = new Set(rejections.map(({ pointer }) => pointer.split('/')[1]));
        const executor = new Set(judgedByExecutor(raw));
        // An unreadable body hides its unusable values: only then may the reader name fewer.
        if (reading.kind === 'ok') expect([...fields].sort()).toEqual([...executor].sort());
        else for (const field of fields) expect(executor).toContain(field);
      }),
      { numRuns: 2000 },
    );
  });
});
