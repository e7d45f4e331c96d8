import { type ConfigFormat, renderConfig } from '@plimsoll/flink-config';
import { ENGINE_VERSION } from '@plimsoll/planner';
import {
  type LintConfigRequest,
  type LintedConfig,
  lintConfig,
  placesOf,
  RULE_SETS,
  RULES,
  SEVERITIES,
  type Suppression,
  sarifLog,
} from '@plimsoll/rules';
import { commandLine, versionOf, wordOf } from './command-line.js';
import { type ConfigFile, configFile } from './config-file.js';
import { findingsText } from './findings-text.js';
import { type Answer, EXIT, refuse, Unusable } from './outcome.js';

const OPTIONS = {
  'flink-version': { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', default: 'human' },
  'fail-on': { type: 'string', default: 'warning' },
  set: { type: 'string', default: 'production' },
  suppress: { type: 'string', multiple: true, default: [] as string[] },
  'pod-limit': { type: 'string' },
  fix: { type: 'boolean', default: false },
} as const;

/** `plimsoll lint` */
export async function lintCommand(args: readonly string[]): Promise<Answer> {
  const { values, file } = commandLine(args, OPTIONS);
  const flinkVersion = versionOf(values['flink-version']);
  const output = wordOf('output', values.output, ['human', 'json', 'sarif']);
  const failOn = wordOf('fail-on', values['fail-on'], SEVERITIES);
  const read = await configFile(file, values.format);
  const podLimit = values['pod-limit'];
  const linted = lintedOf({
    flinkVersion,
    format: read.format,
    text: read.text,
    rules: { set: wordOf('set', values.set, RULE_SETS), suppress: values.suppress.map(suppression) },
    ...(podLimit !== undefined && { deployment: { kind: 'Kubernetes', taskManager: { podLimit } } }),
  });
  const fails = linted.findings.some(
    ({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn),
  );
  const exit = fails ? EXIT.findings : EXIT.good;
  if (values.fix) return { text: mended(linted, flinkVersion, read.format), exit };
  return { text: written(linted, output, read), exit };
}

function lintedOf(request: LintConfigRequest): LintedConfig {
  const answer = lintConfig(request);
  if (answer.kind === 'rejected') refuse(answer.rejections);
  if (answer.kind === 'refused') {
    const { flinkException, detail, line } = answer.refusal;
    throw new Unusable(
      `Flink does not load this file (${flinkException}${line === null ? '' : `, line ${line}`}): ${detail}`,
    );
  }
  return answer.value;
}

function suppression(text: string): Suppression {
  const [ruleId = '', ...reason] = text.split('=');
  return { ruleId, reason: reason.join('=') };
}

function written(linted: LintedConfig, output: 'human' | 'json' | 'sarif', file: ConfigFile): string {
  if (output === 'human') return findingsText(linted, file.name);
  if (output === 'json') return JSON.stringify(linted, null, 2);
  const { findings, notJudged } = linted;
  const log = sarifLog({
    findings,
    notJudged,
    rules: RULES,
    file: { uri: encodeURI(file.name), places: placesOf(linted) },
    engineVersion: ENGINE_VERSION,
  });
  return JSON.stringify(log, null, 2);
}

function mended({ config }: LintedConfig, flinkVersion: string, format: ConfigFormat): string {
  const rendered = renderConfig({ flinkVersion, format, config });
  if (rendered.kind === 'rejected') refuse(rendered.rejections);
  return rendered.value.text;
}
