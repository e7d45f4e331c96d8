import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Severity } from '@plimsoll/rules';
import { JsonScalar } from '../../history/json.js';
import { SEVERITY } from '../capacity/words.js';
import { LintedConfigModel } from './lint.model.js';
import { failsOn, findingsProblem, judgedConfig, mapLinted, sarifOf } from './lint-config.js';
import { LintConfigRequestModel } from './lint-request.model.js';

const FAIL_ON = {
  type: () => SEVERITY.graphql,
  nullable: true,
  description: 'The least severity that is answered with FINDINGS_AT_OR_ABOVE.',
};

@Resolver()
export class LintResolver {
  @Query(() => LintedConfigModel, {
    description: 'What is wrong with a configuration or dangerous about it, and the mended one.',
  })
  lintConfig(
    @Args('input', { type: () => LintConfigRequestModel }) input: unknown,
    @Args('failOn', FAIL_ON) failOn: Severity | null,
  ): object {
    const { linted } = judgedConfig(input);
    if (failOn && failsOn(linted, failOn)) throw findingsProblem(linted, failOn);
    return mapLinted(linted);
  }

  @Query(() => JsonScalar, { description: 'The same as a SARIF 2.1.0 log.' })
  lintConfigSarif(
    @Args('input', { type: () => LintConfigRequestModel }) input: unknown,
    @Args('uri', { type: () => String, nullable: true, description: 'What the file is called.' })
    uri: string | null,
  ): object {
    return sarifOf(judgedConfig(input), uri ?? undefined, null);
  }
}
