import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { CHECKPOINT_FORMULAS, CHECKPOINT_PARAMETERS } from '@plimsoll/checkpoint';
import { MEMORY_FORMULAS, MEMORY_PARAMETERS } from '@plimsoll/memory';
import { FORMULAS, PARAMETERS } from '@plimsoll/planner';
import { EVIDENCE, EVIDENCE_MEANING, joinedTables } from '@plimsoll/trace';
import { configurationStories } from './docs/configuration-stories.mjs';
import { rulePages, stalePages } from './docs/rule-pages.mjs';
import { versionDifferences } from './docs/version-differences.mjs';

/**
 * Writes docs/generated/ and docs/rules/ from the libraries' own tables; with --check only says, by its exit code, what is stale.
 * Run it by `npm run generate` or `npm run generate:check`, which build first.
 */
const DOCS = new URL('../docs/', import.meta.url);
const RULES_FOLDER = new URL('rules/', DOCS);
const check = process.argv.includes('--check');

const HEAD = '<!-- Written by `npm run generate`. Change the code, not this file. -->';
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const evidence = () =>
  [
    'Evidence says how firm a figure is:',
    '',
    ...EVIDENCE.map((mark) => `- **${mark}**: ${EVIDENCE_MEANING[mark]}`),
  ].join('\n');

const inputs = ({ inputs: list }) => list.map(({ name, unit }) => `${name} (${unit})`).join(', ') || '–';

const formulas = () =>
  [
    HEAD,
    '# Formulas',
    'Every formula that a figure may name as its `reference`, with every expression of it that the service computes. The same is',
    'served by `GET /v1/reference/formulas`. Times are in milliseconds; `1 s` in a text is 1000 of them. `D(keys, records)` is the',
    'number of distinct keys that so many uniform draws touch, −K·expm1(n·log1p(−1 ÷ K)); `H(n, s)` is Σ k^−s over k = 1 … n;',
    '`float32(x)` is the nearest 32-bit floating point number, `long(x)` Java’s cast to a 64-bit integer.\n',
    `${evidence()}\n`,
    ...joinedTables(FORMULAS, MEMORY_FORMULAS, CHECKPOINT_FORMULAS).map((formula) =>
      [
        `## ${formula.id} ${formula.title}\n`,
        `Source: ${formula.source}. Evidence: ${formula.evidence}. Used by: ${formula.usedBy.join(', ') || '–'}.\n`,
        table(
          ['gives', 'unit', 'formula', 'inputs', 'evidence'],
          formula.expressions.map((expression) => [
            expression.label,
            expression.unit,
            `\`${expression.text}\``,
            inputs(expression),
            expression.evidence,
          ]),
        ),
        '',
      ].join('\n'),
    ),
  ].join('\n');

const parameters = () =>
  [
    HEAD,
    '# Parameters',
    'The constants that formulas rest on where the caller gives nothing better. The same is served by',
    '`GET /v1/reference/parameters`.\n',
    `${evidence()}\n`,
    table(
      ['id', 'value', 'unit', 'when', 'Flink', 'reference', 'evidence', 'what it is'],
      [...new Set([...PARAMETERS, ...MEMORY_PARAMETERS, ...CHECKPOINT_PARAMETERS])].map((row) => [
        `\`${row.id}\``,
        row.value,
        row.unit,
        row.when ?? 'always',
        row.versions,
        row.reference,
        row.evidence,
        row.description,
      ]),
    ),
    '',
  ].join('\n');

const memoryVersions = () =>
  [
    HEAD,
    '# Where versions of Flink differ in memory',
    'Each question was asked of the calculators for every version; where a version answers as the one before it, it stands with it.',
    'Sizes are of the default configuration but for what the question says.\n',
    table(
      ['question', 'answers'],
      versionDifferences().map(([question, answers]) => [question, answers.join('<br>')]),
    ),
    '',
  ].join('\n');

const stories = () =>
  [
    HEAD,
    '# Configuration stories\n',
    'What teams who run Flink tell of their configurations, as `POST /v1/config/lint` judges it. The requests lie in `examples/configurations/`.\n',
    ...configurationStories(),
  ].join('\n');

const pages = await rulePages();
await mkdir(RULES_FOLDER, { recursive: true });
let stale = 0;
const say = (name, done) =>
  process.stdout.write(check ? `docs/${name} is stale: run npm run generate\n` : `docs/${name} ${done}\n`);
for (const [name, text] of [
  ['generated/formulas.md', formulas()],
  ['generated/parameters.md', parameters()],
  ['generated/memory-versions.md', memoryVersions()],
  ['generated/configuration-stories.md', stories()],
  ...[...pages].map(([page, text]) => [`rules/${page}`, text]),
]) {
  const file = new URL(name, DOCS);
  if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
  stale++;
  say(name, 'written');
  if (!check) await writeFile(file, text);
}
for (const page of stalePages(RULES_FOLDER, pages)) {
  stale++;
  say(`rules/${page}`, 'removed');
  if (!check) await rm(new URL(page, RULES_FOLDER));
}
process.exitCode = check && stale > 0 ? 1 : 0;
