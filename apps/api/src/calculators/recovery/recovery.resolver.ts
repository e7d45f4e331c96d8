import { Args, Query, Resolver } from '@nestjs/graphql';
import { recovery } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { RecoveryModel } from './recovery.model.js';
import { RecoveryRequestModel } from './recovery-request.model.js';

@Resolver()
export class RecoveryResolver {
  @Query(() => RecoveryModel, {
    description: 'How long a job is down after a failure, and when it has caught up.',
  })
  recovery(@Args('input', { type: () => RecoveryRequestModel }) input: unknown): object {
    return accept(RecoveryRequestModel, input, recovery);
  }
}
