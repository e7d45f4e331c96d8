import { checkpointAnswer } from './checkpoint-answer.js';
import { checkpointConfig } from './checkpoint-config.js';
import { checkpointDuration } from './checkpoint-duration.js';
import { checkpointKafka } from './checkpoint-kafka.js';
import { intervalRange } from './checkpoint-range.js';
import { checkpointRecovery } from './checkpoint-recovery.js';
import { settingsTable } from './checkpoint-settings.js';
import { checkpointSlowTrouble } from './checkpoint-slow-trouble.js';
import { checkpointStorage } from './checkpoint-storage.js';
import { checkpointTimeline } from './checkpoint-timeline.js';
import { type Html, html } from './html.js';
import type { PlanView } from './plan-view.js';

/** How the job may checkpoint: the interval, its range, the first checkpoints, what one takes, and what a failure costs. */
export function checkpointSection(view: PlanView): Html | null {
  const { checkpointing: planned } = view.plan;
  if (planned === null) return null;
  const about = { ...view, planned };
  const parts = [
    intervalRange(about),
    html`<div class="ck-pair ck-set-pair">${settingsTable(about)}${checkpointDuration(about)}</div>`,
    checkpointTimeline(about),
    checkpointRecovery(about),
    checkpointConfig(about),
    checkpointKafka(about),
    checkpointStorage(about),
    checkpointSlowTrouble(about),
  ].filter((part) => part !== null);
  return html`<section class="checkpoints" aria-labelledby="checkpoints">
${checkpointAnswer(about)}${parts.map(
  (part) => html`<div class="ck-part">
${part}</div>
`,
)}</section>
`;
}
