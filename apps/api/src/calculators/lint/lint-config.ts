import { ENGINE_VERSION } from '@plimsoll/planner';
import {
  type LintedConfig,
  type LintedDocument,
  lintConfig,
  placesOf,
  RULES,
  SEVERITIES,
  type Severity,
  sarifLog,
} from '@plimsoll/rules';
import { ok } from '@plimsoll/units';
import { accept } from '../../fields/index.js';
import { ProblemException } from '../../problem/problem-exception.js';
import { LintConfigRequestModel } from './lint-request.model.js';

/** A body that was judged, with what of it names the text. */
export interface Judged {
  readonly linted: LintedConfig;
  readonly format: string | undefined;
}

/** The use case behind both doors. Throws ProblemException; FLINK_REJECTS_CONFIG where Flink would not load the text. */
export function judgedConfig(body: unknown): Judged {
  let format: string | undefined;
  const answer = accept(LintConfigRequestModel, body, (request) => {
    format = request.format;
    const linted = lintConfig(request);
    return linted.kind === 'rejected' ? linted : ok(linted);
  });
  if (answer.kind === 'refused') throw new ProblemException('FLINK_REJECTS_CONFIG', { ...answer.refusal });
  return { linted: answer.value, format };
}

/** Whether a pipeline is to stop: a finding is as severe as asked for, or worse. */
export const failsOn = ({ findings }: LintedConfig, least: Severity): boolean =>
  findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least));

/** FINDINGS_AT_OR_ABOVE, with every finding. */
export const findingsProblem = ({ findings }: LintedConfig, failOn: Severity): ProblemException =>
  new ProblemException('FINDINGS_AT_OR_ABOVE', {
    detail: `There are findings of severity ${failOn} or worse.`,
    findings,
  });

/** The findings as SARIF. The file is called by its format where the caller does not say otherwise. */
export const sarifOf = ({ linted, format }: Judged, uri: string | undefined, origin: string | null): object =>
  sarifLog({
    findings: linted.findings,
    notJudged: linted.notJudged,
    rules: RULES,
    file: { uri: uri ?? format ?? 'config', places: placesOf(linted) },
    engineVersion: ENGINE_VERSION,
    ...(origin !== null && { helpUri: (ruleId: string) => `${origin}/v1/reference/rules/${ruleId}` }),
  });

/** As both doors answer it: without what only SARIF needs. */
export const mapLinted = ({ documents, ...linted }: LintedConfig): object => ({
  ...linted,
  documents: documents.map(mapDocument),
});

const mapDocument = ({ kind, name, flinkVersion, findings, config }: LintedDocument): object => ({
  kind,
  name,
  flinkVersion,
  findings,
  config,
});
