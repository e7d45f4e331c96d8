import type { Position } from '@plimsoll/flink-config';
import { type Finding, inOrder, type Severity } from './finding.js';
import type { NotJudged } from './lint.js';
import type { Rule } from './rule.js';
import { uriReference } from './uri-reference.js';

/** The file that findings are about. */
export interface LintedFile {
  /** As the reader of the log finds it: `conf/flink-conf.yaml`. */
  readonly uri: string;
  readonly places?: ReadonlyMap<Finding, Position>;
}

export interface SarifRequest {
  readonly findings: readonly Finding[];
  readonly notJudged: readonly NotJudged[];
  readonly rules: readonly Rule[];
  readonly file: LintedFile;
  readonly engineVersion: string;
  /** The page of a rule, as an absolute URI. */
  readonly helpUri?: (ruleId: string) => string;
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Findings as a log in SARIF 2.1.0 (Static Analysis Results Interchange Format, OASIS). */
export function sarifLog({
  findings,
  notJudged,
  rules,
  file: named,
  engineVersion,
  helpUri,
}: SarifRequest): object {
  const file = { ...named, uri: uriReference(named.uri) };
  const used = new Set([...findings, ...notJudged].map(({ ruleId }) => ruleId));
  const listed = rules.filter(({ id }) => used.has(id));
  const places = new Map(listed.map(({ id }, at) => [id, at]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plimsoll',
            semanticVersion: engineVersion,
            rules: listed.map((rule) => descriptor(rule, helpUri?.(rule.id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: [{ location: { uri: file.uri } }],
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notJudged.map(({ ruleId, needs }) => ({
              level: 'note',
              message: { text: `${ruleId} was not judged: it needs ${needs.join(', ')}.` },
              associatedRule: { id: ruleId, index: places.get(ruleId) ?? -1 },
            })),
          },
        ],
        results: inOrder(findings).map((finding) => result(finding, places.get(finding.ruleId), file)),
      },
    ],
  };
}

const descriptor = (rule: Rule, helpUri: string | undefined): object => ({
  id: rule.id,
  shortDescription: { text: rule.title },
  fullDescription: { text: rule.why },
  help: { text: `${rule.remedy} (${rule.source}, ${rule.reference})` },
  ...(helpUri !== undefined && { helpUri }),
  defaultConfiguration: { level: LEVELS[rule.severity] },
  properties: { tags: [rule.family] },
});

function result(finding: Finding, ruleIndex: number | undefined, file: LintedFile): object {
  const { ruleId, severity, message, path, evidence, fix } = finding;
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.uri, index: 0 },
          region: regionOf(file.places?.get(finding)),
        },
        logicalLocations: [{ fullyQualifiedName: path }],
      },
    ],
    partialFingerprints: { 'rulePath/v1': `${ruleId}:${path}` },
    properties: { evidence, ...(fix !== undefined && { fix }) },
  };
}

/** What is not in the file is said of its first line. */
const regionOf = (position: Position | undefined): object =>
  position === undefined ? { startLine: 1 } : { startLine: position.line, startColumn: position.column };
