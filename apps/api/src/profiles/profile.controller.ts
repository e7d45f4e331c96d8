import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiPage } from '../history/api-page.js';
import { ApiStoredId } from '../history/api-stored-id.js';
import { restPage } from '../history/page.js';
import { type PageArguments, pageOfQuery } from '../history/page-request.js';
import { ApiIdempotencyKey } from '../idempotency/api-idempotency-key.js';
import { idempotencyKey } from '../idempotency/key.js';
import { type Caller, CurrentCaller, Scope } from '../workspaces/index.js';
import { allowedVersions } from './allowed-versions.js';
import { ApiIfMatch, ApiIfNoneMatch, VERSION_HEADERS } from './api-versions.js';
import { etag, hasAlready, readCondition } from './entity-tags.js';
import { ProfileModel, ProfileRequestModel } from './profile.model.js';
import { ProfileService } from './profile.service.js';
import { ProfilePageModel } from './profile-connection.model.js';
import { EXAMPLE } from './profile-example.js';
import { profileModel } from './profile-mapping.js';
import type { ProfileRow } from './profile-rows.js';
import { readProfile } from './read-profile.js';
import { versionNumber } from './version-number.js';

@ApiTags('Profiles')
@Controller('v1/profiles')
export class ProfileController {
  constructor(private readonly profiles: ProfileService) {}

  @Post()
  @ApiOperation({ operationId: 'createProfile', summary: 'Store a profile' })
  @ApiBody({ type: ProfileRequestModel, examples: { keepItGoing: { value: EXAMPLE } } })
  @ApiCreatedResponse({
    type: ProfileModel,
    headers: { ...VERSION_HEADERS, Location: { schema: { type: 'string' } } },
  })
  @ApiIdempotencyKey()
  @Scope('plans:write')
  async create(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileModel> {
    const once = idempotencyKey(key);
    const profile = await this.profiles.create(caller.workspaceId, readProfile(body), once);
    reply.header('Location', `/v1/profiles/${profile.id}`);
    return tagged(profile, reply);
  }

  @Get()
  @ApiOperation({ operationId: 'profiles', summary: 'Profiles in their newest versions' })
  @ApiPage(ProfilePageModel)
  async list(@CurrentCaller() caller: Caller, @Query() query: PageArguments) {
    const page = await this.profiles.page(caller.workspaceId, pageOfQuery('profiles', query));
    return restPage(page, profileModel);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'profile', summary: 'A profile in its newest version' })
  @ApiStoredId()
  @ApiIfNoneMatch()
  @ApiOkResponse({ type: ProfileModel, headers: VERSION_HEADERS })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileModel | undefined> {
    return unlessKnown(await this.profiles.get(caller.workspaceId, id), known, reply);
  }

  @Put(':id')
  @ApiOperation({ operationId: 'updateProfile', summary: 'Replace the whole document by a new version' })
  @ApiStoredId()
  @ApiIfMatch()
  @ApiBody({ type: ProfileRequestModel })
  @ApiOkResponse({ type: ProfileModel, headers: VERSION_HEADERS })
  @Scope('plans:write')
  async replace(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Headers('if-match') match: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileModel> {
    const allowed = allowedVersions(match);
    return tagged(await this.profiles.replace(caller.workspaceId, id, allowed, readProfile(body)), reply);
  }

  @Delete(':id')
  @ApiOperation({ operationId: 'deleteProfile', summary: 'Hide a profile; its plans stay readable' })
  @ApiStoredId()
  @ApiIfMatch()
  @ApiNoContentResponse({ description: 'It is hidden.' })
  @HttpCode(204)
  @Scope('plans:write')
  async hide(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Headers('if-match') match: string | undefined,
  ): Promise<void> {
    await this.profiles.hide(caller.workspaceId, id, allowedVersions(match));
  }

  @Get(':id/versions')
  @ApiOperation({ operationId: 'profileVersions', summary: 'All versions of a profile' })
  @ApiStoredId()
  @ApiPage(ProfilePageModel)
  async versions(@CurrentCaller() caller: Caller, @Param('id') id: string, @Query() query: PageArguments) {
    const page = await this.profiles.versions(caller.workspaceId, id, pageOfQuery('versions', query));
    return restPage(page, profileModel);
  }

  @Get(':id/versions/:version')
  @ApiOperation({ operationId: 'profileVersion', summary: 'One version of a profile, as it will always be' })
  @ApiStoredId()
  @ApiParam({ name: 'version', schema: { type: 'integer', minimum: 1 } })
  @ApiIfNoneMatch()
  @ApiOkResponse({ type: ProfileModel, headers: VERSION_HEADERS })
  async version(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('version') version: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileModel | undefined> {
    return unlessKnown(await this.profiles.get(caller.workspaceId, id, versionNumber(version)), known, reply);
  }
}

function tagged(profile: ProfileRow, reply: FastifyReply): ProfileModel {
  reply.header('ETag', etag(profile.version));
  return profileModel(profile);
}

function unlessKnown(
  profile: ProfileRow,
  known: string | undefined,
  reply: FastifyReply,
): ProfileModel | undefined {
  const model = tagged(profile, reply);
  if (!hasAlready(readCondition(known), profile.version)) return model;
  reply.status(304);
  return undefined;
}
