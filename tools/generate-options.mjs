import { readFile, writeFile } from 'node:fs/promises';
import { optionRows } from './options/option-rows.mjs';

/**
 * Writes the catalogue of Flink's options into libs/flink-config from the facts beside it; with --check only says, by its exit
 * code, whether what is written is stale. It is part of `npm run generate` and `npm run generate:check`.
 *
 * To refresh it for a new version of Flink: load every class of that version's artifacts whose bytecode mentions ConfigOption, read
 * its static ConfigOption fields by reflection (key, class of the value, default, fallback and deprecated keys, annotations), merge
 * them into facts/options.json, add the version to `flinkVersions`, and run this. The facts are explained in facts/README.md.
 */
const LIB = new URL('../libs/flink-config/', import.meta.url);
const MODULE = new URL('src/catalogue/option-data.ts', LIB);
const check = process.argv.includes('--check');

const facts = async (name) => JSON.parse(await readFile(new URL(`facts/${name}`, LIB), 'utf8'));
const [flink, operator, prefixes, enums] = await Promise.all(
  ['options.json', 'operator-options.json', 'prefixes.json', 'enum-classes.json'].map(facts),
);

const inTemplate = (text) => text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
const lines = (list) => `[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
const { classes, rows } = optionRows(flink, operator, enums);
const data = [
  `{"versions":${JSON.stringify(flink.flinkVersions.map((version) => version.replace(/\.\d+$/, '')))}`,
  `"classes":${lines(classes)}`,
  `"prefixes":${lines(prefixes.patterns)}`,
  `"options":${lines(rows)}}`,
].join(',\n');
const text = `/**
 * Every option of the sampled versions of Flink, as JSON: parsed when it is first asked for. Written by
 * \`npm run generate\` from libs/flink-config/facts; see ./option-record.ts for what a row says.
 */
export const OPTION_DATA = \`${inTemplate(data)}\`;
`;

if ((await readFile(MODULE, 'utf8').catch(() => '')) !== text) {
  process.stdout.write(
    check
      ? 'libs/flink-config/src/catalogue/option-data.ts is stale: run npm run generate\n'
      : 'option-data.ts written\n',
  );
  if (check) process.exitCode = 1;
  else await writeFile(MODULE, text);
}
