import { cpus } from 'node:os';
import { capacityRoute } from './capacity-route.mjs';
import { checkpointTuning } from './checkpoint-tuning.mjs';
import { createPlan } from './create-plan.mjs';
import { library } from './library.mjs';
import { lintBench } from './lint.mjs';
import { memory } from './memory.mjs';
import { startUp } from './start-up.mjs';
import { timeline } from './timeline.mjs';

/**
 * Measures, each beside its reference in one run. `npm run bench` measures all; `npm run bench -- library` one group of:
 */
const GROUPS = {
  library,
  memory,
  timeline,
  'checkpoint-tuning': checkpointTuning,
  lint: lintBench,
  'capacity-route': capacityRoute,
  'create-plan': createPlan,
  'start-up': startUp,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: not one of ${Object.keys(GROUPS).join(', ')}`);
  process.exit(1);
}
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const [name, measure] of Object.entries(GROUPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  await measure();
}
process.exit(0);
