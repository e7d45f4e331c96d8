import { quantity, type Unit } from '@plimsoll/units';
import type { Evidence } from './evidence.js';
import type { LeafFigure } from './figure.js';

/** A constant of ours: never a bare number in a formula, but a row with unit, reference and evidence. */
export interface Parameter<U extends Unit = Unit> {
  readonly id: string;
  readonly unit: U;
  readonly value: number;
  readonly description: string;
  /** Formula or measurement that it comes from. */
  readonly reference: string;
  readonly evidence: Evidence;
  /** Flink versions that it holds for. */
  readonly versions: string;
  /** Condition under which this row applies, where one id has several rows. */
  readonly when?: string;
}

export const parameter = <U extends Unit>(row: Parameter<U>): LeafFigure<U> => ({
  kind: 'parameter',
  unit: row.unit,
  value: quantity(row.unit, row.value),
  from: row.id,
  evidence: row.evidence,
});
