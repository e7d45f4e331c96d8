import { Args, Query, Resolver } from '@nestjs/graphql';
import { MetaspaceGrowthModel, MetaspaceGrowthRequestModel } from './metaspace-growth.model.js';
import { growthOfMetaspace } from './slow-trouble.js';

@Resolver()
export class MetaspaceGrowthResolver {
  @Query(() => MetaspaceGrowthModel, {
    description: 'Whether submissions fill the metaspace of a session cluster, and how often to restart it.',
  })
  metaspaceGrowth(@Args('input', { type: () => MetaspaceGrowthRequestModel }) input: unknown): object {
    return growthOfMetaspace(input);
  }
}
