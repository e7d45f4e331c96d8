import { Args, Query, Resolver } from '@nestjs/graphql';
import { CapacityPlanModel } from './capacity-plan.model.js';
import { CapacityRequestModel } from './capacity-request.model.js';
import { exactSizes } from './exact-sizes.js';
import { planCapacity } from './plan-capacity.js';

@Resolver()
export class CapacityResolver {
  @Query(() => CapacityPlanModel, { description: 'Plan the capacity of a cluster for a streaming job.' })
  capacity(@Args('input', { type: () => CapacityRequestModel }) input: unknown): object {
    return exactSizes(planCapacity(input));
  }
}
