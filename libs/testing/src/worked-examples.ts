import { readFileSync } from 'node:fs';

/**
 * A formula's worked example: the formula's own inputs and what must come out. The unit is in the ending of a name
 * (`S Ms MB MiB MBps`); without one it is bytes, records per second or a count.
 */
export interface WorkedExample {
  /** `F1.3-1`: the first example of F1.3. */
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  /** Relative. */
  readonly tolerance: number;
}

/** The examples in a JSON file: `new URL('./worked-examples.json', import.meta.url)`. */
export const examplesIn = (file: URL): readonly WorkedExample[] => JSON.parse(readFileSync(file, 'utf8'));

/** Computes what an example expects, from its inputs. May give more than is expected. */
export type ExampleCalculator = (inputs: ExampleInputs) => unknown;

/** The inputs of one example, read by name and type. Every reader throws where there is no such input. */
export class ExampleInputs {
  constructor(
    private readonly id: string,
    private readonly inputs: Readonly<Record<string, unknown>>,
  ) {}

  readonly number = (name: string): number => this.read(name, isNumber, 'number');
  readonly text = (name: string): string => this.read(name, isText, 'text');
  readonly flag = (name: string): boolean => this.read(name, isFlag, 'boolean');
  readonly numbers = (name: string): readonly number[] =>
    this.read(name, isListOf(isNumber), 'list of numbers');

  /** A list of objects, each read in the same way. */
  readonly rows = (name: string): readonly ExampleInputs[] =>
    this.read(name, isListOf(isRow), 'list of objects').map(
      (row, index) => new ExampleInputs(`${this.id} ${name}/${index}`, row),
    );

  /** Whether there is an input of that name that is not null. */
  readonly has = (name: string): boolean => this.inputs[name] !== undefined && this.inputs[name] !== null;

  private read<T>(name: string, is: (value: unknown) => value is T, what: string): T {
    const value = this.inputs[name];
    if (!is(value))
      throw new Error(`${this.id} has no ${what} "${name}" among ${Object.keys(this.inputs).join(', ')}`);
    return value;
  }
}

type Row = Readonly<Record<string, unknown>>;
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every(is);

/**
 * Declares one test per example. An example whose formula (`F1.3` of `F1.3-2`) has no calculator fails, and so does a
 * calculator without an example: the table and the code cover each other.
 */
export function runExamples(
  examples: readonly WorkedExample[],
  calculators: Readonly<Record<string, ExampleCalculator>>,
): void {
  for (const example of examples) {
    it(`${example.id} comes out as worked`, () => {
      const calculator = calculators[formulaOf(example.id)];
      if (calculator === undefined) throw new Error(`nothing computes ${formulaOf(example.id)}`);
      const got = calculator(new ExampleInputs(example.id, example.inputs));
      expect(differences(got, example.expected, example.tolerance)).toEqual([]);
    });
  }
  it('each calculator has an example', () => {
    const worked = new Set(examples.map(({ id }) => formulaOf(id)));
    expect(Object.keys(calculators).filter((formula) => !worked.has(formula))).toEqual([]);
  });
}

const formulaOf = (id: string): string => id.replace(/-\d+$/, '');

/**
 * Where `got` misses `want`, one text each. Numbers may differ by `tolerance` relative to what is wanted; texts, booleans and
 * null are compared exactly. What is not wanted is not looked at.
 */
export function differences(got: unknown, want: unknown, tolerance: number, path = ''): string[] {
  if (isNumber(want)) {
    const near = isNumber(got) && Math.abs(got - want) <= tolerance * Math.max(Math.abs(want), 1e-12);
    return near ? [] : [miss(path, got, want)];
  }
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) return [miss(path, got, want)];
    return want.flatMap((value, index) => differences(got[index], value, tolerance, `${path}/${index}`));
  }
  if (isRow(want)) {
    if (!isRow(got)) return [miss(path, got, want)];
    return Object.entries(want).flatMap(([name, value]) =>
      differences(got[name], value, tolerance, `${path}/${name}`),
    );
  }
  return got === want ? [] : [miss(path, got, want)];
}

const miss = (path: string, got: unknown, want: unknown): string =>
  `${path || 'result'}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`;
