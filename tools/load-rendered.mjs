import { isDeepStrictEqual } from 'node:util';
import { renderConfig } from '../libs/flink-config/dist/index.js';
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

const flink = new FlinkFiles();
let wrong = 0;
try {
  for (const { version, format, layout } of FILES) check(version, format, layout);
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
