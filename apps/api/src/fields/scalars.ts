import { MAX_EXACT } from '@plimsoll/units';
import { GraphQLScalarType, type ValueNode, valueFromASTUntyped } from 'graphql';

/**
 * The scalars of quantities. On the way in they let any value through: the reader of the body judges it, so that both
 * doors give the same problem with the same pointer. On the way out a number is a number, and a size above 2^53 − 1 is a
 * string of digits.
 */
const quantityScalar = (name: string, description: string): GraphQLScalarType<unknown, unknown> =>
  new GraphQLScalarType({
    name,
    description,
    serialize: withoutBigint,
    parseValue: (value) => value,
    parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
  });

export const BytesScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'Bytes',
  description:
    'A size: bytes as a number, or text such as "2 kB" or "2 KiB". Above 2^53 − 1 a string of digits.',
  serialize: exactSize,
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
});

export const BytesPerSecondScalar = quantityScalar(
  'BytesPerSecond',
  'A bandwidth: bytes per second as a number, or text such as "10 Gbit/s" or "500 MB/s".',
);
export const RecordsPerSecondScalar = quantityScalar(
  'RecordsPerSecond',
  'A rate: records per second as a number, or text such as "1M/s" or "60k/min".',
);
export const DurationScalar = quantityScalar(
  'Duration',
  'A time: milliseconds as a number, or text such as "1 min" or "500 ms".',
);
export const CountScalar = quantityScalar('Count', 'A count as a number, or text such as "500M" or "10k".');
export const QuantityScalar = quantityScalar(
  'Quantity',
  'A number in the unit that stands beside it; a size above 2^53 − 1 is a string of digits.',
);
export const ConfigMapScalar = quantityScalar('ConfigMap', 'Keys of a Flink configuration to strings.');

/** A size as it travels: a number while that is exact, else its digits. */
export function exactSize(size: unknown): unknown {
  if (typeof size === 'bigint') return size > MAX_EXACT || size < -MAX_EXACT ? size.toString() : Number(size);
  return typeof size === 'number' && Number.isFinite(size) && Math.abs(size) > MAX_EXACT
    ? BigInt(Math.round(size)).toString()
    : size;
}

/** What is counted to the byte is a `bigint` in the libraries; everything else is as it travels already. */
export function withoutBigint(value: unknown): unknown {
  return typeof value === 'bigint' ? exactSize(value) : value;
}
