import type { DerivedFigure } from '@plimsoll/trace';
import { type Ledger, MEASURES, type Measure, type MeasuredLedger, type Resource } from './result.js';

/** One line of a ledger before its figures carry the name of the measure. */
export interface LedgerLine {
  readonly id: string;
  readonly label: string;
  readonly amount: DerivedFigure<Measure>;
  readonly running: number;
  readonly peak: number;
}

export interface LedgerTotal {
  readonly total: DerivedFigure<Measure>;
  readonly capacity: number | null;
  readonly utilization: number | null;
  readonly peak: number;
  readonly peakMs: number;
}

/** A ledger as results have it: its figures are named by what the resource is measured in. */
export function ledgerShape(resource: Resource, lines: readonly LedgerLine[], total: LedgerTotal): Ledger {
  switch (MEASURES[resource]) {
    case 'bytesPerSecond':
      return inBytesPerSecond(lines, total);
    case 'operationsPerSecond':
      return inOperationsPerSecond(lines, total);
    case 'cores':
      return inCores(lines, total);
    case 'bytes':
      return inBytes(lines, total);
  }
}

const inBytesPerSecond = (
  lines: readonly LedgerLine[],
  of: LedgerTotal,
): MeasuredLedger<'bytesPerSecond'> => ({
  bytesPerSecond: of.total.value,
  capacityBytesPerSecond: of.capacity,
  utilization: of.utilization,
  peakBytesPerSecond: of.peak,
  peakMs: of.peakMs,
  flows: lines.map(({ id, label, amount, running, peak }) => ({
    id,
    label,
    bytesPerSecond: amount.value,
    runningBytesPerSecond: running,
    peakBytesPerSecond: peak,
    formula: amount.formula,
    inputs: amount.inputs,
    reference: amount.reference,
    evidence: amount.evidence,
    step: amount.key,
  })),
  step: of.total.key,
});

const inOperationsPerSecond = (
  lines: readonly LedgerLine[],
  of: LedgerTotal,
): MeasuredLedger<'operationsPerSecond'> => ({
  operationsPerSecond: of.total.value,
  capacityOperationsPerSecond: of.capacity,
  utilization: of.utilization,
  peakOperationsPerSecond: of.peak,
  peakMs: of.peakMs,
  flows: lines.map(({ id, label, amount, running, peak }) => ({
    id,
    label,
    operationsPerSecond: amount.value,
    runningOperationsPerSecond: running,
    peakOperationsPerSecond: peak,
    formula: amount.formula,
    inputs: amount.inputs,
    reference: amount.reference,
    evidence: amount.evidence,
    step: amount.key,
  })),
  step: of.total.key,
});

const inCores = (lines: readonly LedgerLine[], of: LedgerTotal): MeasuredLedger<'cores'> => ({
  cores: of.total.value,
  capacityCores: of.capacity,
  utilization: of.utilization,
  peakCores: of.peak,
  peakMs: of.peakMs,
  flows: lines.map(({ id, label, amount, running, peak }) => ({
    id,
    label,
    cores: amount.value,
    runningCores: running,
    peakCores: peak,
    formula: amount.formula,
    inputs: amount.inputs,
    reference: amount.reference,
    evidence: amount.evidence,
    step: amount.key,
  })),
  step: of.total.key,
});

const inBytes = (lines: readonly LedgerLine[], of: LedgerTotal): MeasuredLedger<'bytes'> => ({
  bytes: of.total.value,
  capacityBytes: of.capacity,
  utilization: of.utilization,
  peakBytes: of.peak,
  peakMs: of.peakMs,
  flows: lines.map(({ id, label, amount, running, peak }) => ({
    id,
    label,
    bytes: amount.value,
    runningBytes: running,
    peakBytes: peak,
    formula: amount.formula,
    inputs: amount.inputs,
    reference: amount.reference,
    evidence: amount.evidence,
    step: amount.key,
  })),
  step: of.total.key,
});
