declare const brand: unique symbol;

/**
 * Branded quantities. A number of the wrong unit does not compile: `Bytes` is not `BytesPerSecond`.
 * Base units everywhere: bytes, milliseconds, per second. A brand is made by its constructor below, and only there.
 */
export type Quantity<Unit extends string> = number & { readonly [brand]: Unit };

export type Bytes = Quantity<'bytes'>;
export type BytesPerSecond = Quantity<'bytesPerSecond'>;
export type PerSecond = Quantity<'perSecond'>;
export type Millis = Quantity<'ms'>;
export type Count = Quantity<'count'>;
export type Ratio = Quantity<'ratio'>;
export type Cores = Quantity<'cores'>;
export type OperationsPerSecond = Quantity<'operationsPerSecond'>;
export type Micros = Quantity<'micros'>;

/** The unit of each brand, as results name it. */
export interface QuantityOf {
  bytes: Bytes;
  bytesPerSecond: BytesPerSecond;
  perSecond: PerSecond;
  ms: Millis;
  count: Count;
  ratio: Ratio;
  cores: Cores;
  operationsPerSecond: OperationsPerSecond;
  micros: Micros;
}
export type Unit = keyof QuantityOf;

/** Gives a plain number its unit. The one place where a brand is made. */
export const quantity = <U extends Unit>(_unit: U, value: number): QuantityOf[U] => value as QuantityOf[U];

export const bytes = (value: number): Bytes => value as Bytes;
export const bytesPerSecond = (value: number): BytesPerSecond => value as BytesPerSecond;
export const perSecond = (value: number): PerSecond => value as PerSecond;
export const millis = (value: number): Millis => value as Millis;
export const count = (value: number): Count => value as Count;
export const ratio = (value: number): Ratio => value as Ratio;

/** A size is exact as a JSON number up to here; above it travels as a string of digits. */
export const MAX_EXACT = Number.MAX_SAFE_INTEGER;
