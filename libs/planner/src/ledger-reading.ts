import type { Ledger } from './result.js';

/** The figures of a ledger without the names of its measure. */
export interface Reading {
  readonly load: number;
  readonly capacity: number | null;
  readonly peak: number;
  readonly peakMs: number;
  readonly utilization: number | null;
  /** Amount by the flow's id, along the dataflow. */
  readonly flows: ReadonlyMap<string, number>;
}

/** What a ledger of any resource says, for those who treat all resources alike. */
export function reading(ledger: Ledger | undefined): Reading | undefined {
  if (ledger === undefined) return undefined;
  const { utilization, peakMs } = ledger;
  if ('bytesPerSecond' in ledger) {
    const { bytesPerSecond, capacityBytesPerSecond, peakBytesPerSecond } = ledger;
    const flows = new Map(ledger.flows.map((flow) => [flow.id, flow.bytesPerSecond]));
    return of(bytesPerSecond, capacityBytesPerSecond, peakBytesPerSecond, flows);
  }
  if ('operationsPerSecond' in ledger) {
    const { operationsPerSecond, capacityOperationsPerSecond, peakOperationsPerSecond } = ledger;
    const flows = new Map(ledger.flows.map((flow) => [flow.id, flow.operationsPerSecond]));
    return of(operationsPerSecond, capacityOperationsPerSecond, peakOperationsPerSecond, flows);
  }
  if ('cores' in ledger) {
    const flows = new Map(ledger.flows.map((flow) => [flow.id, flow.cores]));
    return of(ledger.cores, ledger.capacityCores, ledger.peakCores, flows);
  }
  const flows = new Map(ledger.flows.map((flow) => [flow.id, flow.bytes]));
  return of(ledger.bytes, ledger.capacityBytes, ledger.peakBytes, flows);

  function of(load: number, capacity: number | null, peak: number, flows: Map<string, number>): Reading {
    return { load, capacity, peak, peakMs, utilization, flows };
  }
}
