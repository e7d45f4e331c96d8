import { Args, Query, Resolver } from '@nestjs/graphql';
import { checkpointStorage } from './storage.js';
import { StorageModel } from './storage.model.js';
import { StorageRequestModel } from './storage-request.model.js';

@Resolver()
export class StorageResolver {
  @Query(() => StorageModel, {
    description: 'The cheapest disk that meets a need, and the state backend.',
  })
  checkpointStorage(@Args('input', { type: () => StorageRequestModel }) input: unknown): object {
    return checkpointStorage(input);
  }
}
