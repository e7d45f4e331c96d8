import type { ParsedFormat } from '@plimsoll/flink-config';
import type { LintConfigRequest, RuleChoice, Suppression } from '@plimsoll/rules';
import { ConfigMap, List, Nested, OneOf, Request, Shape, Str } from '../../fields/index.js';
import { FILE_LIMIT } from '../../problem/file-bodies.js';
import { ObservedSeriesModel } from '../../profiles/observed-series.model.js';
import { ClusterModel } from '../capacity/cluster.model.js';
import { SEVERITY } from '../capacity/words.js';
import { WorkloadModel } from '../capacity/workload.model.js';
import { PARSED_FORMAT } from '../config/file-words.js';
import { ObservedModel } from '../memory/observed.model.js';
import { DeploymentModel, EnvironmentModel } from './deployment.model.js';
import { LintJobModel, MeasuredCheckpointsModel } from './job.model.js';
import { RULE_SET } from './words.js';

@Shape('Suppression', 'A rule that is not to speak.')
export class SuppressionModel implements Suppression {
  @Str({ example: 'unknown-key' })
  ruleId: string;

  @Str({ max: 1000, description: 'Why not.', example: 'read by our own launcher' })
  reason: string;
}

@Shape('RuleChoice', 'Which rules speak, and how loud.')
export class RuleChoiceModel implements RuleChoice {
  @OneOf(RULE_SET, { optional: true, description: 'production, unless told.' })
  set?: RuleChoice['set'];

  @List(() => SuppressionModel, { optional: true })
  suppress?: SuppressionModel[];

  @OneOf(SEVERITY, { optional: true, description: 'The least severity that is told; info, unless told.' })
  atLeast?: RuleChoice['atLeast'];
}

@Request('LintConfig', 'A configuration, or a text that holds some, and what is known beside it.')
export class LintConfigRequestModel implements LintConfigRequest {
  @Str({ max: 20, description: 'Of documents that do not say their own.', example: '1.20' })
  flinkVersion: string;

  @ConfigMap({ optional: true, description: 'Instead of a text: what Flink reads of it.' })
  config?: Record<string, string>;

  @OneOf(PARSED_FORMAT, { optional: true, example: 'flink-conf.yaml' })
  format?: ParsedFormat;

  @Str({ optional: true, max: FILE_LIMIT })
  text?: string;

  @Str({ optional: true, max: 20, description: 'Of the Flink Kubernetes operator; the newest, unless told.' })
  operatorVersion?: string;

  @Nested(() => WorkloadModel, { optional: true })
  workload?: WorkloadModel;

  @Nested(() => ClusterModel, { optional: true })
  cluster?: ClusterModel;

  @Nested(() => MeasuredCheckpointsModel, { optional: true })
  checkpointing?: MeasuredCheckpointsModel;

  @Nested(() => ObservedModel, { optional: true })
  observed?: ObservedModel;

  @Nested(() => ObservedSeriesModel, { optional: true })
  series?: ObservedSeriesModel;

  @Nested(() => DeploymentModel, { optional: true })
  deployment?: DeploymentModel;

  @Nested(() => LintJobModel, { optional: true })
  job?: LintJobModel;

  @Nested(() => EnvironmentModel, { optional: true })
  environment?: EnvironmentModel;

  @Nested(() => RuleChoiceModel, { optional: true })
  rules?: RuleChoiceModel;
}
