import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApiKeys } from './api-keys.js';
import { Authentication } from './authentication.js';
import { DefaultWorkspace } from './default-workspace.js';
import { KeyGuard } from './key.guard.js';
import { KeyLookUp } from './key-look-up.js';
import { Workspaces } from './workspaces.js';

/** Who calls, and on whose behalf: workspaces, their API keys, and the guard before both doors. */
@Global()
@Module({
  providers: [
    Workspaces,
    ApiKeys,
    KeyLookUp,
    DefaultWorkspace,
    Authentication,
    { provide: APP_GUARD, useClass: KeyGuard },
  ],
  exports: [Workspaces, Authentication, ApiKeys, DefaultWorkspace],
})
export class WorkspacesModule {}
