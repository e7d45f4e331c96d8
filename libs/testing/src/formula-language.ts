import {
  addDependencies,
  create,
  divideDependencies,
  type EvalFunction,
  type FactoryFunctionMap,
  isSymbolNode,
  type MathNode,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  subtractDependencies,
  unaryMinusDependencies,
} from 'mathjs/number';

/**
 * What a formula's text may say: the four operations, powers, and the functions below. An expression reaches nothing else,
 * neither a constant of the library nor its means to define or import.
 */
const GRAMMAR: FactoryFunctionMap = Object.assign(
  {},
  addDependencies,
  divideDependencies,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  subtractDependencies,
  unaryMinusDependencies,
);
const math = create(GRAMMAR);

/** A quotient that is whole but for rounding is not rounded up or down once more. */
const WHOLE = 1e-12;
const wholeOr = (value: number, otherwise: (value: number) => number): number => {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= WHOLE * Math.abs(value) ? nearest : otherwise(value);
};

/** F1.6: distinct keys that a number of uniform draws touches, −K·expm1(n·log1p(−1/K)). */
const distinctKeys = (keys: number, records: number): number => {
  if (keys === 1) return records > 0 ? 1 : 0;
  return -keys * Math.expm1(records * Math.log1p(-1 / keys));
};

const SUMMED_ONE_BY_ONE = 100_000;

/** F4.8: Σ k^−exponent over k = 1 … n; beyond the first terms an integral with half of each end. */
const harmonic = (n: number, exponent: number): number => {
  const last = Math.min(Math.floor(n), SUMMED_ONE_BY_ONE);
  let total = 0;
  for (let k = last; k >= 1; k--) total += k ** -exponent;
  if (last < SUMMED_ONE_BY_ONE) return total;
  const power = 1 - exponent;
  const logarithm = Math.log(Math.floor(n) / last);
  const area = power === 0 ? logarithm : (last ** power * Math.expm1(power * logarithm)) / power;
  return total + area + (Math.floor(n) ** -exponent - last ** -exponent) / 2;
};

const ZIPF_ONE_BY_ONE = 20_000;
const ZIPF_PARTS = 20_000;

/** F4.4: keys that so many draws by Zipf's law touch; beyond the first, Simpson's rule over ln k. */
const zipfTouched = (keys: number, exponent: number, draws: number): number => {
  if (draws === 0) return 0;
  const all = harmonic(keys, exponent);
  const touched = (k: number): number => -Math.expm1(draws * Math.log1p(-(k ** -exponent) / all));
  const listed = Math.min(Math.floor(keys), ZIPF_ONE_BY_ONE);
  let total = 0;
  for (let k = listed; k >= 1; k--) total += touched(k);
  if (keys <= listed) return total;
  const first = Math.log(listed + 0.5);
  const step = (Math.log(keys + 0.5) - first) / ZIPF_PARTS;
  for (let at = 0; at <= ZIPF_PARTS; at++) {
    const k = Math.exp(first + at * step);
    const weight = at === 0 || at === ZIPF_PARTS ? 1 : at % 2 === 1 ? 4 : 2;
    total += (weight * step * k * touched(k)) / 3;
  }
  return total;
};

const MOST_TERMS = 1_000_000;

/** F5.1: u = 1 + W₀(−exp(−1 − x)), by halving: −u − ln(1 − u) = x. */
const branchW = (x: number): number => {
  if (x === 0) return 0;
  const excess = (u: number): number => {
    if (u > 0.05) return -u - Math.log1p(-u) - x;
    let total = 0;
    for (let k = 20; k >= 2; k--) total += u ** k / k;
    return total - x;
  };
  let [low, high] = [0, 1];
  for (let step = 0; step < 1100 && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
};

type Scope = Map<string, number>;

/** Σ(i = from … to: term), its arguments unevaluated: the term is evaluated once for each i. */
const series = Object.assign(
  (args: readonly MathNode[], _math: unknown, scope: Scope): number => {
    const [variable, from, to, term] = args;
    if (!isSymbolNode(variable) || from === undefined || to === undefined || term === undefined) {
      throw new Error('a sum needs a variable, both ends and a term');
    }
    const first = Number(from.compile().evaluate(scope));
    const last = Number(to.compile().evaluate(scope));
    if (!(last - first < MOST_TERMS)) throw new Error(`a sum from ${first} to ${last} has too many terms`);
    const compiled: EvalFunction = term.compile();
    const inner: Scope = new Map(scope);
    let total = 0;
    for (let at = first; at <= last; at++) {
      inner.set(variable.name, at);
      total += Number(compiled.evaluate(inner));
    }
    return total;
  },
  { rawArgs: true },
);

const LONG_RANGE = 2 ** 63;

/** Java's cast of a floating point number to a `long`: towards zero, within 64 bits, no number as 0. */
const long = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.min(Math.max(Math.trunc(value), -LONG_RANGE), LONG_RANGE);

const FUNCTIONS = {
  min: (...values: number[]): number => Math.min(...values),
  max: (...values: number[]): number => Math.max(...values),
  clamp: (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high),
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  arccos: Math.acos,
  round: Math.round,
  ceil: (value: number): number => wholeOr(value, Math.ceil),
  floor: (value: number): number => wholeOr(value, Math.floor),
  D: distinctKeys,
  H: harmonic,
  Z: zipfTouched,
  branchW,
  float32: Math.fround,
  long,
};

math.import({ ...FUNCTIONS, series }, { override: true });

/** Names that a formula's text may use besides those of its inputs. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([...Object.keys(FUNCTIONS), 'series']);

/** Compiles an expression over plain names. Throws where it cannot be read. */
export const compileExpression = (expression: string): EvalFunction => math.parse(expression).compile();
