import type { CapacityPlan, CapacityRequest, Finding } from '@plimsoll/planner';
import type { Evidence } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';
import type { StepAnchors } from './step-anchors.js';

/** What a page reads of a stored plan. */
export interface PlanDocument {
  readonly id: string;
  readonly profileVersion: number;
  readonly createdAt: string;
  readonly engineVersion: string;
  readonly inputsHash: string;
  readonly inputs: Pick<CapacityRequest, 'workload' | 'cluster' | 'checkpointing'> & {
    readonly name?: string;
  };
  readonly capacity: CapacityPlan;
  readonly findings: readonly Finding[];
}

/** The input that the answer rests on most and knows least of, and how far it may move until the verdict turns. */
export interface WeakestInput {
  readonly parameterId: string;
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly evidence: Evidence;
  /** The value at which the verdict turns; null: at none. */
  readonly margin: number | null;
  /** The step that it enters. */
  readonly stepKey: string;
}

/** What is not in the stored plan, but computed beside it by the engine that made it. */
export interface Beside {
  /** The same inputs by the talk's arithmetic. */
  readonly talk?: CapacityPlan | null;
  readonly weakest?: WeakestInput | null;
}

/** All that the parts of one page share. */
export interface PlanView {
  readonly plan: PlanDocument;
  readonly capacity: CapacityPlan;
  readonly talk: CapacityPlan | null;
  readonly weakest: WeakestInput | null;
  readonly anchors: StepAnchors;
}
