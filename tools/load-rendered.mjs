import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { flinkOption, migrate, renderConfig } from '../libs/flink-config/dist/index.js';
import { taskManagerMemory } from '../libs/memory/dist/index.js';
import { lintConfig } from '../libs/rules/dist/index.js';
import { parseFlinkVersion } from '../libs/units/dist/index.js';
import { CONFIGURATIONS } from './flink-files/configurations.mjs';
import { FlinkFiles, NotAvailable } from './flink-files/loader.mjs';

/**
 * Has real Flink load files that were rendered, and compares every key and value. Needs Java, Maven and the built packages; where
 * Flink’s classes cannot be had it says so and checks nothing.
 *
 * npm run build && node tools/load-rendered.mjs
 */
const FILES = [
  { version: '1.18.1', format: 'flink-conf.yaml' },
  { version: '1.20.5', format: 'flink-conf.yaml' },
  { version: '1.20.5', format: 'config.yaml', layout: 'dotted' },
  { version: '1.20.5', format: 'config.yaml', layout: 'nested' },
  { version: '2.3.0', format: 'config.yaml', layout: 'dotted' },
  { version: '2.3.0', format: 'config.yaml', layout: 'nested' },
];

const STORIES = new URL('../examples/configurations/', import.meta.url);

const flink = new FlinkFiles();
let wrong = 0;
try {
  for (const { version, format, layout } of FILES) check(version, format, layout);
  for (const version of ['1.20.5', '2.3.0']) checkMended(version);
} catch (error) {
  if (!(error instanceof NotAvailable)) throw error;
  console.error(`skipped: ${error.message}`);
} finally {
  flink.end();
}
process.exitCode = wrong === 0 ? 0 : 1;

function check(version, format, layout) {
  const written = CONFIGURATIONS.flatMap(({ config, reasons }) => {
    const rendered = renderConfig({ flinkVersion: version, format, layout, config, reasons });
    return rendered.kind === 'ok' ? [{ config, text: rendered.value.text }] : [];
  });
  const answers = flink.load(
    version,
    format,
    written.map(({ text }) => text),
  );
  const differing = written.filter(
    ({ config }, at) => !answers[at].ok || !isDeepStrictEqual(answers[at].result, { ...config }),
  );
  for (const { text } of differing.slice(0, 5)) console.error(JSON.stringify(text));
  wrong += differing.length;
  const how = layout === undefined ? format : `${format}, ${layout}`;
  const refused = CONFIGURATIONS.length - written.length;
  console.log(
    `Flink ${version}, ${how}: ${written.length} files loaded, ${differing.length} differ, ${refused} were refused`,
  );
}

/**
 * The stories that ship, mended for a version and written: each key is known to it, or told to be none, and its TaskManager starts
 * as computed.
 */
function checkMended(version) {
  const flinkVersion = version.replace(/\.\d+$/, '');
  const parsed = parseFlinkVersion(flinkVersion);
  const mended = readdirSync(STORIES).map((name) => {
    const { request } = JSON.parse(readFileSync(new URL(name, STORIES), 'utf8'));
    const { config } = answerOf(migrate({ ...request, targetVersion: flinkVersion }));
    const { config: linted, findings } = answerOf(lintConfig({ ...request, flinkVersion, config }));
    const told = new Set(findings.map(({ path }) => path));
    const { text } = answerOf(renderConfig({ flinkVersion, format: 'config.yaml', config: linted }));
    return { name, linted, told, text };
  });
  const answers = flink.start(
    version,
    'config.yaml',
    mended.map(({ text }) => text),
  );
  mended.forEach(({ name, linted, told }, at) => {
    const unknown = Object.keys(linted).filter(
      (key) => flinkOption(parsed, key) === undefined && !told.has(key),
    );
    const memory = taskManagerMemory({ flinkVersion, config: linted });
    const computed =
      memory.kind === 'ok' ? String(memory.value.totalProcessBytes) : memory.refusal?.flinkException;
    if (unknown.length === 0 && answers[at] === computed) return;
    wrong++;
    console.error(
      `${name}, Flink ${version}: unknown ${unknown.join(', ') || 'none'}; Flink says ${answers[at]}, computed ${computed}`,
    );
  });
  console.log(`Flink ${version}: ${mended.length} mended files started with`);
}

function answerOf(outcome) {
  if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}
