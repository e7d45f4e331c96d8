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
import type { FastifyReply } from 'fastify';
import { restPage } from '../history/page.js';
import { type PageArguments, pageOfQuery } from '../history/page-request.js';
import { idempotencyKey } from '../idempotency/key.js';
import { type Caller, CurrentCaller, Scope } from '../workspaces/index.js';
import { allowedVersions } from './allowed-versions.js';
import { etag, hasAlready, readCondition } from './entity-tags.js';
import type { ProfileModel } from './profile.model.js';
import { ProfileService } from './profile.service.js';
import { profileModel } from './profile-mapping.js';
import type { ProfileRow } from './profile-rows.js';
import { readProfile } from './read-profile.js';
import { versionNumber } from './version-number.js';

@Controller('v1/profiles')
export class ProfileController {
  constructor(private readonly profiles: ProfileService) {}

  @Post()
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
  async list(@CurrentCaller() caller: Caller, @Query() query: PageArguments) {
    const page = await this.profiles.page(caller.workspaceId, pageOfQuery('profiles', query));
    return restPage(page, profileModel);
  }

  @Get(':id')
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileModel | undefined> {
    return unlessKnown(await this.profiles.get(caller.workspaceId, id), known, reply);
  }

  @Put(':id')
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
  async versions(@CurrentCaller() caller: Caller, @Param('id') id: string, @Query() query: PageArguments) {
    const page = await this.profiles.versions(caller.workspaceId, id, pageOfQuery('versions', query));
    return restPage(page, profileModel);
  }

  @Get(':id/versions/:version')
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
