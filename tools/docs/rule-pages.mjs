import { readdirSync } from 'node:fs';
import { FAMILIES, lint, RULE_SETS, RULES } from '@plimsoll/rules';

const RULES_DIST = new URL('../../libs/rules/dist/', import.meta.url);
const HEAD = '<!-- Written by `npm run generate`. Change the code, not this file. -->';

const casesOf = async (id) => (await import(new URL(`${id}/rule.cases.js`, RULES_DIST).href)).cases;

const properties = (config) =>
  Object.keys(config).length === 0
    ? ['(nothing is set)']
    : Object.entries(config).map(([key, value]) => `${key}: ${value}`);

const block = (lines) => ['```yaml', ...lines, '```'].join('\n');

const bigintsAsDigits = (_name, value) => (typeof value === 'bigint' ? String(value) : value);

/** What was known beside the configuration in a case. */
const context = ({ name: _n, flinkVersion: _f, config: _c, path: _p, severity: _s, fix: _x, ...rest }) =>
  Object.keys(rest).length === 0
    ? []
    : ['Known beside it:\n', `\`${JSON.stringify(rest, bigintsAsDigits)}\`\n`];

function example(rule, one) {
  const { name: _n, path, severity: _s, fix: _x, ...request } = one;
  const outcome = lint(request, [rule]);
  const finding =
    outcome.kind === 'ok' ? outcome.value.findings.find((each) => each.path === path) : undefined;
  if (finding === undefined) throw new Error(`${rule.id} does not fire in its own case: ${one.name}`);
  return [
    `### ${one.name[0].toUpperCase()}${one.name.slice(1)}\n`,
    `Flink ${one.flinkVersion}:\n`,
    `${block(properties(one.config))}\n`,
    ...context(one),
    `> **${finding.severity}** at \`${finding.path}\`: ${finding.message}\n`,
    ...(finding.fix === undefined
      ? []
      : [
          'Fix:\n',
          `${block([...properties(finding.fix.set).filter(() => Object.keys(finding.fix.set).length > 0), ...finding.fix.unset.map((key) => `# without ${key}`)])}\n`,
        ]),
  ].join('\n');
}

const versions = ({ since, until }) =>
  since === undefined && until === undefined ? 'all' : `${since ?? '1.3'} to ${until ?? 'the newest'}`;

async function page(rule) {
  const { fires, silent } = await casesOf(rule.id);
  return [
    HEAD,
    `# ${rule.id}\n`,
    `**${rule.title}.** ${rule.severity}, family ${rule.family}, in ${(rule.sets ?? RULE_SETS).join(', ')}; versions: ${versions(rule)}.`,
    `Needs: ${rule.needs.join(', ') || 'nothing beside the configuration'}. Taught by: ${rule.source}. Reference: ${rule.reference}.\n`,
    '## Why\n',
    `${rule.why}\n`,
    '## What to do\n',
    `${rule.remedy}\n`,
    '## It fires where\n',
    ...fires.map((one) => example(rule, one)),
    '## It is silent where\n',
    ...silent.map(({ name }) => `- ${name}`),
    '',
  ].join('\n');
}

const index = () =>
  [
    HEAD,
    '# Rules\n',
    'What `POST /v1/config/lint` and `plimsoll lint` judge a configuration by. The same is served by `GET /v1/reference/rules`.\n',
    ...FAMILIES.flatMap((family) => [
      `## ${family}\n`,
      '| rule | severity | what it finds | needs |',
      '| --- | --- | --- | --- |',
      ...RULES.filter((rule) => rule.family === family).map(
        ({ id, severity, title, needs }) =>
          `| [${id}](${id}.md) | ${severity} | ${title} | ${needs.join(', ') || '–'} |`,
      ),
      '',
    ]),
  ].join('\n');

/** A page for each rule, with its own cases, and their index: names of files to texts. */
export async function rulePages() {
  const pages = await Promise.all(RULES.map(async (rule) => [`${rule.id}.md`, await page(rule)]));
  return new Map([['README.md', index()], ...pages]);
}

/** Files of a folder that are no page of today. */
export const stalePages = (folder, pages) =>
  readdirSync(folder).filter((name) => name.endsWith('.md') && !pages.has(name));
