import type { CapacityPlan, Finding, PlanContent, PlanInputs, WeakestInput } from '@plimsoll/planner';
import type { Step } from '@plimsoll/trace';
import type { CheckpointSteps } from './checkpoint-steps.js';
import type { MemorySteps } from './memory-steps.js';
import type { StepAnchors } from './step-anchors.js';

/** What a page reads of a stored plan. */
export interface PlanDocument {
  readonly id: string;
  readonly profileVersion: number;
  readonly createdAt: string;
  readonly engineVersion: string;
  readonly inputsHash: string;
  readonly inputs: PlanInputs;
  readonly capacity: CapacityPlan;
  readonly memory: PlanContent['memory'];
  readonly checkpointing: PlanContent['checkpointing'];
  readonly findings: readonly Finding[];
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
  /** The steps of the capacity that have a place on the page. */
  readonly steps: readonly Step[];
  readonly memory: MemorySteps;
  readonly checkpointing: CheckpointSteps;
  readonly anchors: StepAnchors;
}
