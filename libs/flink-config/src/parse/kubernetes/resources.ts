import {
  type FlinkVersion,
  isFrom,
  type Outcome,
  ok,
  parseFlinkVersion,
  rejected,
  versionText,
} from '@plimsoll/units';
import type { OperatorVersion } from '../../operator/index.js';
import type { ConfigDocument } from '../answer.js';
import { withoutSecrets } from '../refusal.js';
import { Settings } from '../settings.js';
import { LoadFault } from '../yaml/fault.js';
import { flinkConfiguration } from './configuration.js';
import { deploymentFields } from './deployment.js';
import { SPECS, unknownFields } from './fields.js';
import { podTemplate } from './pods.js';
import { fieldAt, type Placed, textAt } from './resource.js';
import { statedDeployment } from './stated.js';
import { type DocumentText, documentTexts } from './texts.js';
import { type Tree, tree } from './tree.js';

/** Every FlinkDeployment and FlinkSessionJob of a text. */
export function flinkResources(
  text: string,
  flinkVersion: string,
  operator: OperatorVersion,
): Outcome<readonly ConfigDocument[]> {
  const documents: ConfigDocument[] = [];
  for (const document of documentTexts(text)) {
    const settings = new Settings();
    const read = readTree(document, settings);
    if (read.kind === 'rejected') return read;
    if (read.value === null) continue;
    const resource = flinkResource(read.value, settings, flinkVersion, operator);
    if (resource !== null) documents.push(resource);
  }
  if (documents.length > 0) return ok(documents);
  return rejected({
    pointer: '/text',
    message: 'holds no FlinkDeployment and no FlinkSessionJob: paste one, with its "kind"',
  });
}

function readTree({ text, linesBefore }: DocumentText, settings: Settings): Outcome<Tree | null> {
  try {
    const twice = (key: string, at: Tree['at']): void =>
      settings.problem('duplicate-key', at, `"${key}" comes twice here; the last counts: remove one.`);
    return ok(tree(text, linesBefore, twice));
  } catch (fault) {
    if (!(fault instanceof LoadFault)) throw fault;
    const line = (fault.mark?.line ?? 0) + linesBefore + 1;
    const where = `line ${line}, column ${(fault.mark?.column ?? 0) + 1}`;
    return rejected({
      pointer: '/text',
      message: `is no YAML at ${where}: ${whatIsWrong(withoutSecrets(text, fault))}`,
    });
  }
}

/** The last sentence of a message of the parser, without the place. */
const whatIsWrong = (message: string | null): string =>
  (message ?? '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' in reader'))
    .at(-1) ?? '';

function flinkResource(
  root: Tree,
  settings: Settings,
  flinkVersion: string,
  operator: OperatorVersion,
): ConfigDocument | null {
  const kind = textAt(root, 'kind')?.text ?? '';
  const known = Object.hasOwn(SPECS, kind) ? SPECS[kind] : undefined;
  if (known === undefined) return null;
  const spec = fieldAt(root, 'spec')?.value ?? root;
  const version = versionOf(settings, spec, flinkVersion, operator);
  unknownFields(settings, spec, known);
  const configuration = fieldAt(spec, 'flinkConfiguration')?.value;
  if (configuration?.kind === 'object') {
    flinkConfiguration(settings, configuration, operator.minor, version);
  } else if (configuration !== undefined && configuration.kind !== 'null') {
    const message = 'The API server refuses flinkConfiguration unless it is a mapping of keys to values.';
    settings.problem('value-not-a-text', configuration.at, message);
  }
  if (kind === 'FlinkDeployment') deploymentFields(settings, spec, version, operator);
  else jobParallelism(settings, spec);
  return {
    kind,
    name: textAt(root, 'metadata', 'name')?.text ?? null,
    flinkVersion: version,
    config: settings.config(),
    problems: settings.problems(),
    positions: settings.positions(),
    ...(kind === 'FlinkDeployment'
      ? {
          pods: {
            jobManager: podTemplate(spec, 'jobManager'),
            taskManager: podTemplate(spec, 'taskManager'),
          },
          deployment: statedDeployment(spec),
        }
      : {}),
  };
}

function jobParallelism(settings: Settings, spec: Tree): void {
  const given = textAt(spec, 'job', 'parallelism');
  if (given !== undefined && /^[1-9]\d*$/.test(given.text))
    settings.set('parallelism.default', given.text, given.at);
}

/** The version that the resource names, else the one that was asked for. */
function versionOf(settings: Settings, spec: Tree, asked: string, operator: OperatorVersion): string {
  const given = textAt(spec, 'flinkVersion');
  if (given === undefined) return asked;
  const named = parseFlinkVersion(given.text.replace(/^v(\d+)_(\d+)$/, '$1.$2'));
  if (named === undefined || !/^v/.test(given.text)) {
    const remedy = 'write v1_20, for example';
    settings.problem(
      'version-not-supported',
      given.at,
      `The operator knows no flinkVersion "${given.text}": ${remedy}.`,
    );
    return asked;
  }
  const version = versionText(named);
  unsupported(settings, given, named, operator);
  const wanted = parseFlinkVersion(asked);
  if (wanted !== undefined && versionText(wanted) !== version) {
    const message = `The resource is of Flink ${version}, not of the ${versionText(wanted)} that was asked for; it is read as what it says.`;
    settings.problem('version-differs', given.at, message);
  }
  return version;
}

/** The newest version of Flink that an operator knows, by its first minor version that does. */
const NEWEST_FLINK: readonly (readonly [operatorMinor: number, newest: FlinkVersion])[] = [
  [13, { major: 2, minor: 2 }],
  [11, { major: 2, minor: 0 }],
  [10, { major: 1, minor: 20 }],
  [7, { major: 1, minor: 19 }],
  [6, { major: 1, minor: 18 }],
  [5, { major: 1, minor: 17 }],
  [0, { major: 1, minor: 16 }],
];
/** From here on operators no longer run Flink 1.13 and 1.14. */
const DROPPED_OLD = 7;

function unsupported(
  settings: Settings,
  given: Placed,
  version: FlinkVersion,
  { minor }: OperatorVersion,
): void {
  const newest = NEWEST_FLINK.find(([from]) => minor >= from)?.[1];
  const tooNew = newest !== undefined && isFrom(version, newest.major, newest.minor + 1);
  const tooOld = !isFrom(version, 1, minor >= DROPPED_OLD ? 15 : 13);
  if (!tooNew && !tooOld) return;
  const range = `1.${minor >= DROPPED_OLD ? 15 : 13} to ${newest === undefined ? '?' : versionText(newest)}`;
  const message = `Operator 1.${minor} does not run Flink ${versionText(version)}: it takes ${range}.`;
  settings.problem('version-not-supported', given.at, message);
}
