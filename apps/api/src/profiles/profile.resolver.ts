import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '../history/connection.model.js';
import { connectionOf } from '../history/page.js';
import { PageArgs } from '../history/page-arguments.js';
import { pageRequest } from '../history/page-request.js';
import { idempotencyKey } from '../idempotency/key.js';
import { type Caller, CurrentCaller, Scope } from '../workspaces/index.js';
import { ProfileModel, ProfileRequestModel } from './profile.model.js';
import { ProfileService } from './profile.service.js';
import { ProfileConnectionModel } from './profile-connection.model.js';
import { profileModel } from './profile-mapping.js';
import { readProfile } from './read-profile.js';

@Resolver(() => ProfileModel)
export class ProfileResolver {
  constructor(private readonly service: ProfileService) {}

  @Query(() => ProfileModel, { nullable: true, description: 'The newest version, or the one that is named.' })
  async profile(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int, nullable: true }) version: number | null,
  ): Promise<ProfileModel> {
    return profileModel(await this.service.get(caller.workspaceId, id, version ?? undefined));
  }

  @Query(() => ProfileConnectionModel, {
    description: 'Profiles in their newest versions, the youngest first.',
  })
  async profiles(@CurrentCaller() caller: Caller, @Args() page: PageArgs): Promise<Connection<ProfileModel>> {
    return connectionOf(
      await this.service.page(caller.workspaceId, pageRequest('profiles', page)),
      profileModel,
    );
  }

  @ResolveField(() => ProfileConnectionModel, {
    description: 'All versions of the profile, the newest first.',
  })
  async versions(
    @CurrentCaller() caller: Caller,
    @Parent() { id }: ProfileModel,
    @Args() page: PageArgs,
  ): Promise<Connection<ProfileModel>> {
    const request = pageRequest('versions', page);
    return connectionOf(await this.service.versions(caller.workspaceId, id, request), profileModel);
  }

  @Mutation(() => ProfileModel, { description: 'Stores a profile; with a key, once.' })
  @Scope('plans:write')
  async createProfile(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ProfileRequestModel }) input: unknown,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<ProfileModel> {
    const once = idempotencyKey(key);
    return profileModel(await this.service.create(caller.workspaceId, readProfile(input), once));
  }

  @Mutation(() => ProfileModel, { description: 'Replaces the whole document by a new version.' })
  @Scope('plans:write')
  async updateProfile(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
    @Args('input', { type: () => ProfileRequestModel }) input: unknown,
  ): Promise<ProfileModel> {
    const document = readProfile(input);
    return profileModel(await this.service.replace(caller.workspaceId, id, [expectedVersion], document));
  }

  @Mutation(() => ID, { description: 'Hides a profile and gives its id; its plans stay readable.' })
  @Scope('plans:write')
  async deleteProfile(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
  ): Promise<string> {
    await this.service.hide(caller.workspaceId, id, [expectedVersion]);
    return id;
  }
}
