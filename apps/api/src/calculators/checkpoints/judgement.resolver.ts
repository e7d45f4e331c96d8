import { Args, Query, Resolver } from '@nestjs/graphql';
import { judgeCheckpoints } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { JudgementModel } from './judgement.model.js';
import { JudgementRequestModel } from './judgement-request.model.js';

@Resolver()
export class JudgementResolver {
  @Query(() => JudgementModel, { description: 'Why measured checkpoints are slow or fail.' })
  judgeCheckpoints(@Args('input', { type: () => JudgementRequestModel }) input: unknown): object {
    return accept(JudgementRequestModel, input, judgeCheckpoints);
  }
}
