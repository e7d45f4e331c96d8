import type { Unit } from '@plimsoll/units';
import { checkpointingHeadlines } from './checkpointing/compare-checkpointing.js';
import type { ChangeKind } from './compare-inputs.js';
import { difference, memoryHeadlines } from './compare-memory.js';
import { reading } from './ledger-reading.js';
import type { PlanContent } from './plan.js';
import { type CapacityPlan, MEASURES, RESOURCES, type Resource } from './result.js';

/** A headline figure that two plans do not agree on. */
export interface ResultChange {
  /**
   * Where it stands in the plan's `capacity`: `perMachine.networkIn.utilization`. A figure of memory or of checkpointing stands in
   * the plan itself: `memory.taskManager.components.networkBytes`, `checkpointing.intervalMs`.
   */
  readonly key: string;
  readonly unit: Unit;
  /** A bigint where a size of memory is above 2^53 − 1; null where that plan has no such figure. */
  readonly base: number | bigint | null;
  readonly head: number | bigint | null;
  /** head − base; null where one of them is missing. */
  readonly absolute: number | bigint | null;
  /** (head − base) ÷ |base|; null from 0, and where one is missing. */
  readonly relative: number | null;
}

/** A line of a ledger that two plans do not agree on, in the resource's own measure. */
export interface FlowChange {
  readonly resource: Resource;
  readonly id: string;
  readonly change: ChangeKind;
  readonly base: number | null;
  readonly head: number | null;
}

/** What of a capacity plan is compared. */
export type ComparedCapacity = Pick<
  CapacityPlan,
  | 'machines'
  | 'targetUtilization'
  | 'perMachine'
  | 'cluster'
  | 'state'
  | 'checkpoint'
  | 'bottleneck'
  | 'smallest'
>;

/** The figures of a plan that are compared. */
export interface ComparedResults {
  readonly capacity: ComparedCapacity;
  readonly memory?: PlanContent['memory'];
  readonly checkpointing?: PlanContent['checkpointing'];
}

/** The headline figures that differ, in the order in which a plan states them. */
export function resultChanges(base: ComparedResults, head: ComparedResults): ResultChange[] {
  const before = headlines(base);
  const after = headlines(head);
  return [...before.keys()].flatMap((key) => {
    const { unit, value: from } = before.get(key) ?? ABSENT;
    const { value: to } = after.get(key) ?? ABSENT;
    if (from === to) return [];
    const absolute = from === null || to === null ? null : difference(from, to);
    const relative =
      absolute === null || from === null || from === 0 ? null : Number(absolute) / Math.abs(Number(from));
    return [{ key, unit, base: from, head: to, absolute, relative }];
  });
}

/** The flows that differ: ledger by ledger, along the dataflow. */
export function flowChanges(base: ComparedCapacity, head: ComparedCapacity): FlowChange[] {
  return RESOURCES.flatMap((resource) => {
    const before = reading(base.perMachine[resource])?.flows ?? NO_FLOWS;
    const after = reading(head.perMachine[resource])?.flows ?? NO_FLOWS;
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): FlowChange[] => {
      const from = before.get(id) ?? null;
      const to = after.get(id) ?? null;
      if (from === to) return [];
      return [{ resource, id, change: changeOf(from, to), base: from, head: to }];
    });
  });
}

const NO_FLOWS: ReadonlyMap<string, number> = new Map();

const changeOf = (from: number | null, to: number | null): ChangeKind =>
  from === null ? 'added' : to === null ? 'removed' : 'changed';

interface Headline {
  readonly unit: Unit;
  readonly value: number | bigint | null;
}

const ABSENT: Headline = { unit: 'count', value: null };

/** Every plan has the same keys; a figure that it does not have is null. */
function headlines({
  capacity: plan,
  memory = null,
  checkpointing = null,
}: ComparedResults): Map<string, Headline> {
  const found = new Map<string, Headline>();
  const put = (key: string, unit: Unit, value: number | bigint | null | undefined) =>
    found.set(key, { unit, value: value ?? null });
  put('machines', 'count', plan.machines);
  put('targetUtilization', 'ratio', plan.targetUtilization);
  put('bottleneck.utilization', 'ratio', plan.bottleneck?.utilization);
  put('smallest.machines', 'count', plan.smallest.machines);
  put('smallest.bottleneck.utilization', 'ratio', plan.smallest.bottleneck?.utilization);
  for (const resource of RESOURCES) {
    const unit = MEASURES[resource];
    const ledger = reading(plan.perMachine[resource]);
    put(`perMachine.${resource}.${unit}`, unit, ledger?.load);
    put(`perMachine.${resource}.${suffixed('capacity', unit)}`, unit, ledger?.capacity);
    put(`perMachine.${resource}.utilization`, 'ratio', ledger?.utilization);
    put(`perMachine.${resource}.${suffixed('peak', unit)}`, unit, ledger?.peak);
    put(`perMachine.${resource}.peakMs`, 'ms', ledger?.peakMs);
  }
  for (const key of CLUSTER) put(`cluster.${key}`, 'bytesPerSecond', plan.cluster[key]);
  put('state.totalBytes', 'bytes', plan.state.totalBytes);
  put('state.perMachineBytes', 'bytes', plan.state.perMachineBytes);
  put('checkpoint.bytes', 'bytes', plan.checkpoint?.bytes);
  put('checkpoint.perMachineBytes', 'bytes', plan.checkpoint?.perMachineBytes);
  put('checkpoint.intervalMs', 'ms', plan.checkpoint?.intervalMs);
  put('checkpoint.durationMs', 'ms', plan.checkpoint?.durationMs);
  put('checkpoint.dutyRatio', 'ratio', plan.checkpoint?.dutyRatio);
  for (const { key, unit, value } of memoryHeadlines(memory)) put(key, unit, value);
  for (const { key, unit, value } of checkpointingHeadlines(checkpointing)) put(key, unit, value);
  return found;
}

const CLUSTER = [
  'fabricOneWayBytesPerSecond',
  'nicBothEndsBytesPerSecond',
  'talkTotalBytesPerSecond',
  'talkRoundedTotalBytesPerSecond',
] as const;

const suffixed = (prefix: string, measure: string): string =>
  `${prefix}${measure.charAt(0).toUpperCase()}${measure.slice(1)}`;
