export { RULES } from './catalogue.js';
export { ConfigReader } from './config-reader.js';
export { type DeploymentRequest, deploymentFacts, type ProcessRequest } from './deployment-request.js';
export type * from './facts.js';
export { type Evidence, type Finding, type Fix, inOrder, SEVERITIES, type Severity } from './finding.js';
export { allFixed, fixed } from './fixes.js';
export {
  type Lint,
  type LintRequest,
  lint,
  type NotJudged,
  type RuleChoice,
  type Suppressed,
  type Suppression,
} from './lint.js';
export {
  type LintConfigAnswer,
  type LintConfigRequest,
  type LintedConfig,
  type LintedDocument,
  lintConfig,
  placesOf,
} from './lint-config.js';
export {
  FAMILIES,
  type Family,
  NEEDS,
  type Need,
  RULE_SETS,
  type Rule,
  type RuleSet,
  type Violation,
} from './rule.js';
export { type LintedFile, type SarifRequest, sarifLog } from './sarif.js';
