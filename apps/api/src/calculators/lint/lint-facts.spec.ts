import 'reflect-metadata';
import type {
  DeploymentRequest,
  LintCheckpointing,
  LintEnvironment,
  LintJob,
  LintOperator,
  LintSeries,
} from '@plimsoll/rules';
import type { ObservedSeriesModel } from '../../profiles/observed-series.model.js';
import type { OperatorModel } from '../capacity/operator.model.js';
import type { DeploymentModel, EnvironmentModel } from './deployment.model.js';
import type { LintJobModel, MeasuredCheckpointsModel } from './job.model.js';

type Lacks<Fact, Model> = Exclude<keyof Fact, keyof Model>;
type Lacking = [
  Lacks<LintJob, LintJobModel>,
  Lacks<LintCheckpointing, MeasuredCheckpointsModel>,
  Lacks<LintEnvironment, EnvironmentModel>,
  Lacks<DeploymentRequest, DeploymentModel>,
  Lacks<LintSeries, ObservedSeriesModel>,
  Lacks<LintOperator, OperatorModel>,
];

describe('the facts that rules see', () => {
  it('can all be told through the doors: one without a field there does not compile', () => {
    const complete: Lacking extends never[] ? true : false = true;
    expect(complete).toBe(true);
  });
});
