import { readFileSync } from 'node:fs';
import { taskManagerMemory } from '@plimsoll/memory';
import { startFlinkClasses } from './flink/flink-classes.mjs';
import { byTurns, rateOf, report } from './measure.mjs';

const VECTORS = new URL('../libs/memory/vectors/dev-1.20.5.jsonl', import.meta.url);
const BATCH = 200;
const WARM_UP_MS = 8000;

/** TaskManager configurations that Flink 1.20 accepts without the heap options of Flink before 1.10. */
const configurations = () =>
  readFileSync(VECTORS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ component, ok, config }) => component === 'taskmanager' && ok && !hasLegacyHeap(config))
    .map(({ config }) => config);

const hasLegacyHeap = (config) => Object.keys(config).some((key) => key.startsWith('taskmanager.heap.'));

/** TaskManager models on one core, JVM arguments and dynamic configuration included; beside them Flink's own classes. */
export async function memory() {
  const configs = configurations();
  const requests = configs.map((config) => ({ flinkVersion: '1.20', config }));
  const models = (traced) => {
    let at = 0;
    return () => {
      const answer = taskManagerMemory(requests[at++ % requests.length], traced);
      if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
    };
  };
  const rate = (traced) => rateOf(models(traced), { batch: BATCH });
  rate(false);
  rate(true);
  const flink = await startFlinkClasses(configs);
  if (typeof flink === 'string') console.log(`Flink’s own classes are not measured: ${flink}`);
  else await flink.modelsPerSecond(WARM_UP_MS);
  const { untraced, traced, classes } = await byTurns(3, {
    untraced: () => rate(false),
    traced: () => rate(true),
    classes: () => (typeof flink === 'string' ? Number.NaN : flink.modelsPerSecond()),
  });
  if (typeof flink !== 'string') await flink.close();
  row('TaskManager memory, untraced', untraced, 100_000, classes);
  row('TaskManager memory, every step shown', traced, 20_000, classes);
}

function row(what, measured, target, classes) {
  const beside = Number.isNaN(classes)
    ? {}
    : { reference: { what: 'Flink’s own classes', value: classes, unit: '/s' }, ratio: measured / classes };
  report({
    what,
    unit: 'models/s',
    measured,
    ...beside,
    target: `≥ ${target.toLocaleString('en')}/s, ratio ≥ 0.5`,
    reached: measured >= target && (Number.isNaN(classes) || measured / classes >= 0.5),
  });
}
