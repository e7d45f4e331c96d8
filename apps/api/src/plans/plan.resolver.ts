import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ConfigFormat } from '@plimsoll/flink-config';
import { CONFIG_FORMAT } from '../calculators/config/file-words.js';
import { RenderedConfigModel } from '../calculators/config/render-config.model.js';
import type { Connection } from '../history/connection.model.js';
import { connectionOf } from '../history/page.js';
import { PageArgs } from '../history/page-arguments.js';
import { pageRequest } from '../history/page-request.js';
import { idempotencyKey } from '../idempotency/key.js';
import { ProfileModel } from '../profiles/profile.model.js';
import { type Caller, CurrentCaller, Scope } from '../workspaces/index.js';
import { comparison } from './comparison.js';
import { ComparisonModel } from './comparison.model.js';
import { PlanConnectionModel, PlanModel } from './plan.model.js';
import { PlanService } from './plan.service.js';
import type { StoredPlan } from './plan-rows.js';
import { readPlanRequest } from './read-plan-request.js';
import { renderedConfigIn } from './rendered-config.js';

const planModel = ({ document }: StoredPlan): PlanModel => JSON.parse(document);

@Resolver(() => PlanModel)
export class PlanResolver {
  constructor(private readonly service: PlanService) {}

  @Query(() => PlanModel, { nullable: true })
  async plan(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<PlanModel> {
    return planModel(await this.service.get(caller.workspaceId, id));
  }

  @Query(() => PlanConnectionModel, {
    nullable: true,
    description: 'The plans of a profile, the youngest first.',
  })
  async plans(
    @CurrentCaller() caller: Caller,
    @Args('profileId', { type: () => ID }) profileId: string,
    @Args() page: PageArgs,
  ): Promise<Connection<PlanModel>> {
    const request = pageRequest('plans', page);
    return connectionOf(await this.service.page(caller.workspaceId, profileId, request), planModel);
  }

  @Query(() => ComparisonModel, { nullable: true, description: 'How the head differs from the base.' })
  async comparePlans(
    @CurrentCaller() caller: Caller,
    @Args('base', { type: () => ID }) base: string,
    @Args('head', { type: () => ID }) head: string,
  ): Promise<ComparisonModel> {
    return comparison(...(await this.service.pair(caller.workspaceId, base, head)));
  }

  @Mutation(() => PlanModel, { description: 'Makes a plan of a profile and stores it; with a key, once.' })
  @Scope('plans:write')
  async createPlan(
    @CurrentCaller() caller: Caller,
    @Args('profileId', { type: () => ID }) profileId: string,
    @Args('profileVersion', { type: () => Int, nullable: true }) profileVersion: number | null,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<PlanModel> {
    const order = { profileId, ...readPlanRequest({ profileVersion }) };
    return planModel(await this.service.create(caller.workspaceId, order, idempotencyKey(key)));
  }
}

@Resolver(() => PlanModel)
export class ConfigOfPlanResolver {
  @ResolveField(() => RenderedConfigModel, {
    nullable: true,
    description: 'The Flink configuration that the plan recommends, as a file.',
  })
  renderedConfig(
    @Parent() plan: PlanModel,
    @Args('format', { type: () => CONFIG_FORMAT.graphql }) format: ConfigFormat,
  ): RenderedConfigModel {
    return renderedConfigIn(plan, format);
  }
}

@Resolver(() => ProfileModel)
export class PlansOfProfileResolver {
  constructor(private readonly service: PlanService) {}

  @ResolveField(() => PlanConnectionModel, { description: 'The plans of all versions, the youngest first.' })
  async plans(
    @CurrentCaller() caller: Caller,
    @Parent() { id }: ProfileModel,
    @Args() page: PageArgs,
  ): Promise<Connection<PlanModel>> {
    return connectionOf(
      await this.service.page(caller.workspaceId, id, pageRequest('plans', page)),
      planModel,
    );
  }
}
