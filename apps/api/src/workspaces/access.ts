import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Caller, ScopeName } from './caller.js';
import { callerOfRequest } from './caller-of-request.js';
import { requestOf } from './request-of.js';

export const SCOPE = 'plimsoll:scope';
export const OPEN = 'plimsoll:open';

/** The scope that a key needs for a controller or resolver, or for one method of it. Without this: `plans:read`. */
export const Scope = (scope: ScopeName): MethodDecorator & ClassDecorator => SetMetadata(SCOPE, scope);

/** Answers without a key. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);

/** The caller of the request, as a parameter of a controller's or resolver's method that is not open. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => callerOfRequest(requestOf(context)),
);
