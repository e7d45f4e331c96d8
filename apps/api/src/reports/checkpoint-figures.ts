import type { PlanCheckpointing } from '@plimsoll/planner';
import type { CheckpointFigure } from './checkpoint-steps.js';
import { badge } from './evidence-badge.js';
import { type Html, html } from './html.js';
import type { PlanView } from './plan-view.js';

/** A plan whose checkpointing is planned. */
export interface CheckpointView extends PlanView {
  readonly planned: PlanCheckpointing;
}

/** The text as a link to why; as it is where the figure was given or searched for. */
export const whyOf = (view: PlanView, [part, key]: CheckpointFigure, text: string): Html =>
  view.anchors.why(view.checkpointing.keyOf(part, key), text);

/** A figure with its exact value in base units, leading to its why. */
export const dataOf = (view: PlanView, figure: CheckpointFigure, value: number, text: string): Html =>
  html`<data value="${value}">${whyOf(view, figure, text)}</data>`;

/** A badge beside a figure whose own step is no firmer than a rule of thumb. */
export function softness(view: PlanView, [part, key]: CheckpointFigure): Html | null {
  const evidence = view.checkpointing.stepOf(part, key)?.evidence;
  return evidence === 'heuristic' || evidence === 'unverified' ? html` ${badge(evidence)}` : null;
}

/** The interval that is set, in milliseconds; null: none is. */
export const setInterval = ({ planned, plan }: CheckpointView): number | null =>
  planned.current?.pace?.intervalMs ?? plan.inputs.checkpointing?.interval ?? null;
