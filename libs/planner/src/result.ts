import type { Evidence, Step, StepInput } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';
import type { Model, OperatorKind } from './request.js';

/** In the order in which ties of the bottleneck are broken. */
export const RESOURCES = [
  'networkIn',
  'networkOut',
  'diskRead',
  'diskWrite',
  'diskIops',
  'cpu',
  'memory',
  'diskSpace',
] as const;
export type Resource = (typeof RESOURCES)[number];

/** What a ledger of each resource measures. */
export const MEASURES = {
  networkIn: 'bytesPerSecond',
  networkOut: 'bytesPerSecond',
  diskRead: 'bytesPerSecond',
  diskWrite: 'bytesPerSecond',
  diskIops: 'operationsPerSecond',
  cpu: 'cores',
  memory: 'bytes',
  diskSpace: 'bytes',
} as const satisfies Record<Resource, Unit>;

export type Measure = (typeof MEASURES)[Resource];

/** One line of a ledger: what it is, how much, the total so far, its peak, and why. The figures are named by the measure. */
export type FlowOf<M extends Measure> = Readonly<
  Record<M | `running${Capitalize<M>}` | `peak${Capitalize<M>}`, number>
> & {
  /** `source-read:events`, `shuffle-in:events->perUser`. */
  readonly id: string;
  readonly label: string;
  readonly formula: string;
  readonly inputs: readonly StepInput[];
  readonly reference: string;
  readonly evidence: Evidence;
  /** The step that derives it. */
  readonly step: string;
};

/** What one machine carries of one resource: the sum of its flows. */
export type MeasuredLedger<M extends Measure> = Readonly<Record<M | `peak${Capitalize<M>}`, number>> &
  /** null: not given; then it never binds. */
  Readonly<Record<`capacity${Capitalize<M>}`, number | null>> & {
    readonly utilization: number | null;
    /** How long the peak lasts; 0 where the load is even. */
    readonly peakMs: number;
    readonly flows: readonly FlowOf<M>[];
    /** The step that derives the total. */
    readonly step: string;
  };

export type Flow = { [M in Measure]: FlowOf<M> }[Measure];
export type LedgerOf<R extends Resource> = MeasuredLedger<(typeof MEASURES)[R]>;
export type Ledger = { [M in Measure]: MeasuredLedger<M> }[Measure];
export type Ledgers = { readonly [R in Resource]?: LedgerOf<R> };

export interface Bottleneck {
  readonly resource: Resource;
  readonly utilization: number;
}

export interface RejectedCount extends Bottleneck {
  readonly machines: number;
}

/** The load at another number of machines: the busiest machine's networks, and what binds there. */
export interface Alternative {
  readonly machines: number;
  readonly fits: boolean;
  readonly bottleneck: Bottleneck | null;
  readonly networkInBytesPerSecond: number;
  readonly networkInUtilization: number;
  readonly networkOutBytesPerSecond: number;
  readonly networkOutUtilization: number;
}

export interface Spread {
  /** How many machines carry this load. */
  readonly machines: number;
  readonly networkInBytesPerSecond: number;
  readonly networkOutBytesPerSecond: number;
}

/** What flows through one operator, over the whole cluster. */
export interface OperatorLoad {
  readonly id: string;
  readonly kind: OperatorKind;
  readonly parallelism: number;
  readonly recordsInPerSecond: number;
  readonly bytesInPerSecond: number;
  readonly recordsOutPerSecond: number;
  readonly bytesOutPerSecond: number;
  /** Entries that its state holds just before a firing; null without state. */
  readonly stateEntries: number | null;
  readonly stateBytes: number | null;
  readonly firing: Firing | null;
  /** Parallelism that takes the burst of the windows above at the target utilization; null: no burst, or its CPU cost is not given. */
  readonly burstParallelism: number | null;
}

/** A window's output comes in bursts: all windows of one slide fire on the same watermark. */
export interface Firing {
  readonly keys: number;
  readonly everyMs: number;
  readonly drainMs: number;
  /** The shortest drain that the network out allows; null: nothing is left for it. */
  readonly minDrainMs: number | null;
  readonly feasible: boolean;
}

export interface FindingEvidence {
  readonly name: string;
  readonly value: number | string | boolean;
  readonly unit: string;
  readonly from: string;
}

export interface Finding {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly message: string;
  /** A JSON pointer when it begins with `/`, else a configuration key. */
  readonly path: string;
  readonly evidence: readonly FindingEvidence[];
  readonly fix?: { readonly set: Readonly<Record<string, string>>; readonly unset: readonly string[] };
  /** Formula number. */
  readonly reference: string;
}

export interface CheckpointLoad {
  readonly bytes: number;
  readonly perMachineBytes: number;
  readonly intervalMs: number;
  /** How long an upload takes; null: no bandwidth is left for it. */
  readonly durationMs: number | null;
  readonly dutyRatio: number | null;
}

export interface CapacityPlan {
  readonly model: Model;
  readonly machines: number;
  readonly targetUtilization: number;
  readonly fits: boolean;
  /** The machine with the highest binding utilization. A resource whose load is not known is left out. */
  readonly perMachine: Ledgers;
  readonly cluster: {
    readonly fabricOneWayBytesPerSecond: number;
    readonly nicBothEndsBytesPerSecond: number;
    readonly talkTotalBytesPerSecond: number | null;
    readonly talkRoundedTotalBytesPerSecond: number | null;
    readonly spread: readonly Spread[];
  };
  readonly state: { readonly totalBytes: number; readonly perMachineBytes: number };
  readonly checkpoint: CheckpointLoad | null;
  /** null: no capacity was given for any resource that carries load. */
  readonly bottleneck: Bottleneck | null;
  readonly smallest: {
    readonly machines: number | null;
    readonly bottleneck: Bottleneck | null;
    readonly rejected: readonly RejectedCount[];
  };
  readonly alternatives: readonly Alternative[];
  readonly operators: readonly OperatorLoad[];
  readonly findings: readonly Finding[];
  readonly steps: readonly Step[];
}
