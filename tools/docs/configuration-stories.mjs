import { readdirSync, readFileSync } from 'node:fs';
import { lintConfig } from '@plimsoll/rules';

const FOLDER = new URL('../../examples/configurations/', import.meta.url);

const yaml = (config) =>
  ['```yaml', ...Object.entries(config).map(([key, value]) => `${key}: ${value}`), '```'].join('\n');

const beside = ({ flinkVersion: _v, config: _c, ...context }) =>
  Object.keys(context).length === 0 ? [] : [`Known beside it: \`${JSON.stringify(context)}\`\n`];

function story({ title, source, story: text, request, finds }) {
  const answer = lintConfig(request);
  if (answer.kind !== 'ok') throw new Error(`${title}: ${JSON.stringify(answer)}`);
  const { findings, config } = answer.value;
  const told = findings.filter(({ ruleId }) => finds.includes(ruleId));
  const others = findings.length - told.length;
  return [
    `## ${title}\n`,
    `${text} (${source})\n`,
    `### Before, Flink ${request.flinkVersion}\n`,
    `${yaml(request.config)}\n`,
    ...beside(request),
    '### Findings\n',
    ...told.map(
      ({ severity, ruleId, path, message }) =>
        `- **${severity}** [${ruleId}](../rules/${ruleId}.md) at \`${path}\`: ${message}`,
    ),
    `\nand ${others} others.\n`,
    '### After, with every fix that a machine can make\n',
    `${yaml(config)}\n`,
  ].join('\n');
}

/** Each shipped story: the configuration before, what is found, and the configuration after. */
export const configurationStories = () =>
  readdirSync(FOLDER)
    .sort()
    .map((name) => story(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
