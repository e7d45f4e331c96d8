import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ProblemException } from '../problem/problem-exception.js';
import { OPEN, SCOPE } from './access.js';
import { Authentication } from './authentication.js';
import type { ScopeName } from './caller.js';
import { requestOf } from './request-of.js';

/** Stands before every controller and every resolver: no key, no answer; no scope, no answer either. */
@Injectable()
export class KeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const marked = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN, marked)) return true;
    const caller = await this.authentication.callerOf(requestOf(context));
    const scope = this.reflector.getAllAndOverride<ScopeName | undefined>(SCOPE, marked) ?? 'plans:read';
    if (caller.scopes.includes(scope)) return true;
    throw new ProblemException('FORBIDDEN', {
      detail: `This needs a key with the scope ${scope}; yours has ${caller.scopes.join(', ')}.`,
      headers: {
        'WWW-Authenticate': `Bearer realm="plimsoll", error="insufficient_scope", scope="${scope}"`,
      },
    });
  }
}
