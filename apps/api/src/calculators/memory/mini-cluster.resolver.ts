import { Args, Query, Resolver } from '@nestjs/graphql';
import { miniCluster } from './mini-cluster.js';
import { MiniClusterMemoryModel } from './mini-cluster.model.js';
import { MiniClusterMemoryRequestModel } from './mini-cluster-request.model.js';

@Resolver()
export class MiniClusterResolver {
  @Query(() => MiniClusterMemoryModel, { description: 'The memory of a whole Flink cluster in one JVM.' })
  miniClusterMemory(@Args('input', { type: () => MiniClusterMemoryRequestModel }) input: unknown): object {
    return miniCluster(input);
  }
}
