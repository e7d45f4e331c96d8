import { Args, Query, Resolver } from '@nestjs/graphql';
import { planCheckpoints } from '@plimsoll/planner';
import { accept } from '../../fields/index.js';
import { CheckpointTuningModel } from './tuning.model.js';
import { CheckpointTuningRequestModel } from './tuning-request.model.js';

@Resolver()
export class TuningResolver {
  @Query(() => CheckpointTuningModel, {
    description: 'How often a job may checkpoint, and with which settings.',
  })
  tuneCheckpoints(@Args('input', { type: () => CheckpointTuningRequestModel }) input: unknown): object {
    return accept(CheckpointTuningRequestModel, input, planCheckpoints);
  }
}
