import {
  type ConfigDocument,
  type FlinkConfig,
  type LoadingRefusal,
  type ParsedFormat,
  type ParseProblem,
  type Position,
  parseConfig,
} from '@plimsoll/flink-config';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { type DeploymentRequest, deploymentFacts } from './deployment-request.js';
import type { LintContext, LintDeployment } from './facts.js';
import { type Finding, inOrder } from './finding.js';
import { type Lint, lint, type NotJudged, type RuleChoice, type Suppressed } from './lint.js';
import { Spellings } from './spellings.js';

/** A configuration, or a text that holds one or several, and what is known beside it. */
export interface LintConfigRequest extends Omit<LintContext, 'deployment' | 'problems'> {
  readonly flinkVersion: string;
  readonly config?: FlinkConfig;
  readonly format?: ParsedFormat;
  readonly text?: string;
  /** Of the Flink Kubernetes operator; the newest, unless told. */
  readonly operatorVersion?: string;
  readonly deployment?: DeploymentRequest;
  readonly rules?: RuleChoice;
}

/** One document of a text, or the configuration itself. */
export interface LintedDocument extends Lint {
  /** `FlinkDeployment`, `FlinkSessionJob`, or the format of a file; `config` where that was given. */
  readonly kind: string;
  readonly name: string | null;
  readonly flinkVersion: string;
  readonly problems: readonly ParseProblem[];
  readonly positions: Readonly<Record<string, Position>>;
}

export interface LintedConfig {
  /** Of all documents. */
  readonly findings: readonly Finding[];
  /** The first document's, with the fixes of its findings applied. */
  readonly config: FlinkConfig;
  readonly suppressed: readonly Suppressed[];
  /** Rules that could not be judged in every document. */
  readonly notJudged: readonly NotJudged[];
  readonly documents: readonly LintedDocument[];
}

/** Findings; or what Flink throws where it would not even load the text; or what is wrong with the request. */
export type LintConfigAnswer =
  | Outcome<LintedConfig>
  | { readonly kind: 'refused'; readonly refusal: LoadingRefusal };

/** What is wrong with a configuration or dangerous about it, in each document of a text. */
export function lintConfig(request: LintConfigRequest): LintConfigAnswer {
  const { config, format, text, operatorVersion, deployment, rules, flinkVersion, ...context } = request;
  const stated = deployment === undefined ? ok(undefined) : deploymentFacts(deployment);
  if (stated.kind === 'rejected') return stated;
  const documents = documentsOf(request);
  if (documents.kind !== 'ok') return documents;
  const spellings = new Spellings();
  const linted: LintedDocument[] = [];
  for (const document of documents.value) {
    const { kind, name, positions, problems } = document;
    const asked = {
      ...context,
      flinkVersion: document.flinkVersion,
      config: document.config,
      deployment: deploymentOf(document, stated.value),
      ...(problems.length > 0 && { problems }),
      ...(rules !== undefined && { rules }),
    };
    const answer = lint(asked, undefined, spellings);
    if (answer.kind === 'rejected') return answer;
    linted.push({ kind, name, flinkVersion: document.flinkVersion, problems, positions, ...answer.value });
  }
  return ok(together(linted));
}

/** Where the key of each finding stands in the text; what is said of no key of it has no place. */
export function placesOf({ documents }: LintedConfig): ReadonlyMap<Finding, Position> {
  const places = new Map<Finding, Position>();
  for (const { findings, positions } of documents) {
    for (const finding of findings) {
      const position = Object.hasOwn(positions, finding.path) ? positions[finding.path] : undefined;
      if (position !== undefined) places.set(finding, position);
    }
  }
  return places;
}

type Documents = Outcome<readonly ConfigDocument[]> | Extract<LintConfigAnswer, { kind: 'refused' }>;

function documentsOf({ flinkVersion, config, format, text, operatorVersion }: LintConfigRequest): Documents {
  if (config !== undefined && text === undefined && format === undefined) {
    return ok([{ kind: 'config', name: null, flinkVersion, config, problems: [], positions: {} }]);
  }
  if (text === undefined || format === undefined || config !== undefined) {
    const message = 'give either config, or text with its format';
    return rejected({ pointer: config === undefined ? '' : '/config', message });
  }
  const parsed = parseConfig({ flinkVersion, format, text, operatorVersion });
  return parsed.kind === 'ok' ? ok(parsed.value.documents) : parsed;
}

/** What a caller states of the deployment; else what the resource itself says. */
function deploymentOf(
  { kind, deployment }: ConfigDocument,
  stated: LintDeployment | undefined,
): LintDeployment | undefined {
  if (stated !== undefined) return stated;
  if (kind === 'FlinkDeployment') return { kind, ...deployment };
  return kind === 'FlinkSessionJob' ? { kind, cluster: 'session' } : undefined;
}

function together(documents: readonly LintedDocument[]): LintedConfig {
  const suppressed = new Map<string, Suppressed>();
  for (const one of documents.flatMap((document) => document.suppressed)) {
    const findings = (suppressed.get(one.ruleId)?.findings ?? 0) + one.findings;
    suppressed.set(one.ruleId, { ...one, findings });
  }
  const notJudged = new Map(
    documents.flatMap((document) => document.notJudged).map((one) => [one.ruleId, one]),
  );
  return {
    findings: inOrder(documents.flatMap(({ findings }) => findings)),
    config: documents[0]?.config ?? {},
    suppressed: [...suppressed.values()],
    notJudged: [...notJudged.values()],
    documents,
  };
}
