import { Args, Query, Resolver } from '@nestjs/graphql';
import { legacyContainer } from './legacy-container.js';
import { LegacyContainerMemoryModel, LegacyContainerRequestModel } from './legacy-container.model.js';

@Resolver()
export class LegacyContainerResolver {
  @Query(() => LegacyContainerMemoryModel, { description: 'How Flink 1.3 to 1.9 divides a container.' })
  legacyContainerMemory(@Args('input', { type: () => LegacyContainerRequestModel }) input: unknown): object {
    return legacyContainer(input);
  }
}
