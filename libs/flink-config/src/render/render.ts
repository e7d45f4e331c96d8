import {
  type FlinkVersion,
  isFrom,
  KNOWN_VERSIONS,
  type Outcome,
  ok,
  parseFlinkVersion,
  rejected,
  versionText,
} from '@plimsoll/units';
import { fileRejection } from '../parse/parse.js';
import { comment } from './comment.js';
import type { Entry, RenderedConfig, RenderRequest } from './request.js';
import { unwritable } from './unwritable.js';
import { yamlMapping } from './yaml-mapping.js';
import { flinkValue, quoted, yamlText } from './yaml-scalar.js';

const YAML = 'application/yaml';
const TEXT = 'text/plain; charset=utf-8';
/** What Flink’s parser reads of a file. */
const LONGEST_FILE = 3 * 1024 * 1024;

/**
 * A configuration as a text from which the given version of Flink reads exactly the same keys and values. What it would not read
 * back is rejected by name. Keys are in alphabetical order.
 */
export function renderConfig(request: RenderRequest): Outcome<RenderedConfig> {
  const { format, flinkVersion, config, reasons = {} } = request;
  const version = parseFlinkVersion(flinkVersion);
  if (version === undefined) {
    const message = `is not a known version of Flink; known are ${KNOWN_VERSIONS}`;
    return rejected({ pointer: '/flinkVersion', received: flinkVersion, message });
  }
  const wrongFile = fileRejection(format, version);
  if (wrongFile !== null) return rejected(wrongFile);
  const entries = Object.keys(config)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((key) => ({
      key,
      value: config[key] ?? '',
      reason: Object.hasOwn(reasons, key) ? reasons[key] : undefined,
    }));
  const bad = unwritable(format, version, entries);
  if (bad.length > 0) return rejected(...bad);
  const text = rendered(request, version, entries);
  if (format !== 'config.yaml' || text.length <= LONGEST_FILE) {
    return ok({ text, mediaType: isYaml(format) ? YAML : TEXT });
  }
  return rejected({
    pointer: '/config',
    message: 'makes a file of more than 3 MiB, which Flink does not read',
  });
}

const isYaml = (format: string): boolean => !format.endsWith('-properties');

function rendered(request: RenderRequest, version: FlinkVersion, entries: readonly Entry[]): string {
  const { format, layout = 'dotted' } = request;
  switch (format) {
    case 'flink-conf.yaml':
      return lines(entries.flatMap(({ key, value, reason }) => [...comment(reason), `${key}: ${value}`]));
    case 'config.yaml':
      return lines(yamlMapping(entries, layout, '', flinkValue));
    case 'flink-properties':
      return lines(
        entries.flatMap(({ key, value, reason }) => [
          ...(isFrom(version, 1, 19) ? [] : comment(reason)),
          `${key}: ${value}`,
        ]),
      );
    case 'dynamic-properties':
      return commandLine(entries);
    case 'flinkdeployment':
      return lines(deployment(request, version, entries));
    case 'helm-values':
      return lines([
        `flinkVersion: ${quoted(versionText(version))}`,
        ...flinkConfiguration(request, entries, ''),
      ]);
  }
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/** Texts in quotes throughout: a bare number or boolean is none for Kubernetes. */
function flinkConfiguration(
  { layout = 'dotted' }: RenderRequest,
  entries: readonly Entry[],
  indent: string,
): string[] {
  if (entries.length === 0) return [`${indent}flinkConfiguration: {}`];
  return [`${indent}flinkConfiguration:`, ...yamlMapping(entries, layout, `${indent}  `, quoted)];
}

/** The newest version that the newest operator names. */
const NAMED_BY_OPERATOR = { least: { major: 1, minor: 13 }, most: { major: 2, minor: 2 } };

function deployment(request: RenderRequest, version: FlinkVersion, entries: readonly Entry[]): string[] {
  const { least, most } = NAMED_BY_OPERATOR;
  const named = isFrom(version, least.major, least.minor) && !isFrom(version, most.major, most.minor + 1);
  const versionLine = named
    ? `  flinkVersion: v${version.major}_${version.minor}`
    : `  # No operator up to 1.15 has a flinkVersion for ${versionText(version)}.`;
  const overridden = OVERRIDES.filter(([key]) => entries.some((entry) => entry.key === key)).map(
    ([key, field]) => `  # Where ${field} is set it overrides ${key}.`,
  );
  return [
    'apiVersion: flink.apache.org/v1beta1',
    'kind: FlinkDeployment',
    ...(request.name === undefined ? [] : ['metadata:', `  name: ${yamlText(request.name)}`]),
    'spec:',
    versionLine,
    ...overridden,
    ...flinkConfiguration(request, entries, '  '),
  ];
}

const OVERRIDES = [
  ['jobmanager.memory.process.size', 'jobManager.resource.memory'],
  ['taskmanager.memory.process.size', 'taskManager.resource.memory'],
  ['parallelism.default', 'job.parallelism'],
] as const;

const SAFE_IN_SHELL = /^[\w@%+=:,./-]+$/;

function commandLine(entries: readonly Entry[]): string {
  const reasons = entries.flatMap(({ key, reason }) =>
    comment(reason === undefined ? undefined : `${key}: ${reason}`),
  );
  const options = entries.map(({ key, value }) => shellWord(`-D${key}=${value}`));
  return `${lines(reasons)}${options.join(' \\\n')}${options.length > 0 ? '\n' : ''}`;
}

const shellWord = (text: string): string =>
  SAFE_IN_SHELL.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
