import { Injectable } from '@nestjs/common';
import { ENGINE_VERSION, talkBeside, weakestInput } from '@plimsoll/planner';
import type { StoredPlan } from '../plans/plan-rows.js';
import { renderPlanPage } from './plan-page.js';
import type { Beside, PlanDocument } from './plan-view.js';

/** Pages that are kept: this many, none longer than this (in characters). */
const KEPT = 64;
const LONGEST_KEPT = 1_000_000;
/** Finding how far the weakest input may move plans a job over and over: for larger jobs that takes seconds. */
const LARGEST_QUESTIONED = 60;

/**
 * Pages of stored plans. A plan never changes and a page follows from it, so the latest pages are kept by the plan's id.
 * Whoever asks has been given the plan before: nothing is looked up here.
 */
@Injectable()
export class StoredPages {
  private readonly pages = new Map<string, string>();

  of(stored: StoredPlan): string {
    const kept = this.pages.get(stored.id);
    if (kept !== undefined) return kept;
    const plan: PlanDocument = JSON.parse(stored.document);
    const page = renderPlanPage(plan, besideOf(plan));
    if (page.length <= LONGEST_KEPT) this.keep(stored.id, page);
    return page;
  }

  private keep(id: string, page: string): void {
    const [oldest] = this.pages.keys();
    if (this.pages.size >= KEPT && oldest !== undefined) this.pages.delete(oldest);
    this.pages.set(id, page);
  }
}

/** Another engine than the one that made the plan would compute other figures: then nothing stands beside it. */
function besideOf({ engineVersion, inputs }: PlanDocument): Beside {
  if (engineVersion !== ENGINE_VERSION) return {};
  const small = inputs.workload.operators.length <= LARGEST_QUESTIONED;
  return { talk: talkBeside(inputs), weakest: small ? weakestInput(inputs) : null };
}
