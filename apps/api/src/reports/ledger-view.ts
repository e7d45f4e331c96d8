import { type Ledgers, MEASURES, type Measure, RESOURCES, type Resource } from '@plimsoll/planner';

/** A ledger of any resource, its figures named alike: in the unit of its measure. */
export interface LedgerView {
  readonly resource: Resource;
  readonly measure: Measure;
  readonly load: number;
  readonly peak: number;
  readonly peakMs: number;
  /** null: not given. */
  readonly capacity: number | null;
  readonly utilization: number | null;
  readonly flows: readonly FlowView[];
  readonly step: string;
}

export interface FlowView {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly running: number;
  readonly step: string;
}

/** The ledger of a resource, or undefined where its load is not known. */
export function ledgerView(ledgers: Ledgers, resource: Resource): LedgerView | undefined {
  const ledger = ledgers[resource];
  if (ledger === undefined || ledger === null) return undefined;
  const measure = MEASURES[resource];
  return {
    resource,
    measure,
    load: numberAt(ledger, measure) ?? 0,
    peak: numberAt(ledger, named('peak', measure)) ?? 0,
    peakMs: ledger.peakMs,
    capacity: numberAt(ledger, named('capacity', measure)),
    utilization: ledger.utilization,
    step: ledger.step,
    flows: ledger.flows.map((flow) => ({
      id: flow.id,
      label: flow.label,
      value: numberAt(flow, measure) ?? 0,
      running: numberAt(flow, named('running', measure)) ?? 0,
      step: flow.step,
    })),
  };
}

export const ledgerViews = (ledgers: Ledgers): LedgerView[] =>
  RESOURCES.flatMap((resource) => ledgerView(ledgers, resource) ?? []);

const named = (prefix: string, measure: Measure): string =>
  `${prefix}${measure.charAt(0).toUpperCase()}${measure.slice(1)}`;

/** A size above 2^53 − 1 is a string of digits. */
function numberAt(of: object, name: string): number | null {
  const value: unknown = Reflect.get(of, name);
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : null;
}
