import { TooMuch } from '../too-much.js';
import type { Mark } from './fault.js';
import { DEEPEST } from './node.js';
import type { ScalarStyle } from './token.js';

/** A value as Java holds it after loading; its text is what Flink makes of it. */
export type YamlValue =
  | { readonly kind: 'null' }
  | {
      readonly kind: 'text' | 'boolean' | 'integer' | 'decimal' | 'binary';
      readonly text: string;
      readonly from?: Spelled;
    }
  | ListValue
  | MapValue;

/** How a value stands in the file. */
export interface Spelled {
  readonly text: string;
  readonly style: ScalarStyle;
  readonly start: Mark;
  readonly end: Mark;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: YamlValue[];
}

export interface MapValue {
  readonly kind: 'map' | 'set';
  /** By the identity of the key. */
  readonly entries: Map<string, { readonly key: YamlValue; readonly value: YamlValue; readonly mark: Mark }>;
}

/** The class of a value in Java. */
export function javaClass(value: YamlValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'text':
      return 'java.lang.String';
    case 'boolean':
      return 'java.lang.Boolean';
    case 'integer':
      return integerClass(BigInt(value.text));
    case 'decimal':
      return 'java.lang.Double';
    case 'binary':
      return '[B';
    case 'list':
      return 'java.util.ArrayList';
    case 'map':
      return 'java.util.LinkedHashMap';
    case 'set':
      return 'java.util.LinkedHashSet';
  }
}

function integerClass(value: bigint): string {
  if (BigInt.asIntN(32, value) === value) return 'java.lang.Integer';
  return BigInt.asIntN(64, value) === value ? 'java.lang.Long' : 'java.math.BigInteger';
}

/** A text that two values share when Java takes them for equal keys. Throws TooMuch where a key is no end of lists. */
export const identity = (value: YamlValue): string => `${javaClass(value)} ${javaText(value)}`;

/** `Object#toString` of a value. */
export const javaText = (value: YamlValue): string => new JavaText().of(value, 0);

const MOST_VALUES = 100_000;

class JavaText {
  private values = 0;

  of(value: YamlValue, depth: number): string {
    this.values += 1;
    if (this.values > MOST_VALUES || depth > DEEPEST) throw new TooMuch('has a key that holds too much');
    const nested = (inner: YamlValue): string => this.of(inner, depth + 1);
    switch (value.kind) {
      case 'null':
        return 'null';
      case 'list':
        return `[${value.items.map(nested).join(', ')}]`;
      case 'map':
        return `{${entriesOf(value)
          .map(({ key, value: held }) => `${nested(key)}=${nested(held)}`)
          .join(', ')}}`;
      case 'set':
        return `[${entriesOf(value)
          .map(({ key }) => nested(key))
          .join(', ')}]`;
      default:
        return value.text;
    }
  }
}

const entriesOf = ({ entries }: MapValue) => [...entries.values()];
