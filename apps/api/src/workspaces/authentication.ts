import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../environment/environment.js';
import { ProblemException } from '../problem/problem-exception.js';
import { type Caller, SCOPES } from './caller.js';
import { knownCaller, rememberCaller } from './caller-of-request.js';
import { DefaultWorkspace } from './default-workspace.js';
import { KeyLookUp } from './key-look-up.js';

const CHALLENGE = 'Bearer realm="plimsoll"';

/** Who sent a request, asked once for each. */
@Injectable()
export class Authentication {
  constructor(
    private readonly environment: Environment,
    private readonly keys: KeyLookUp,
    private readonly defaultWorkspace: DefaultWorkspace,
  ) {}

  /** @throws ProblemException `UNAUTHENTICATED` without a valid key. */
  async callerOf(request: FastifyRequest): Promise<Caller> {
    const known = knownCaller(request);
    if (known) return known;
    const caller = await this.authenticate(request.headers.authorization);
    rememberCaller(request, caller);
    return caller;
  }

  private async authenticate(authorization: string | undefined): Promise<Caller> {
    if (this.environment.auth === 'off') return { workspaceId: this.defaultWorkspace.id, scopes: SCOPES };
    if (authorization === undefined) {
      throw refusal('This needs an API key: send it as Authorization: Bearer <key>.', CHALLENGE);
    }
    const key = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    const caller = key === undefined ? undefined : await this.keys.callerOf(key);
    if (caller) return caller;
    throw refusal(
      key === undefined
        ? 'Authorization must be of the form: Bearer <key>.'
        : 'This API key is not known, or it was revoked.',
      `${CHALLENGE}, error="invalid_token"`,
    );
  }
}

const refusal = (detail: string, challenge: string): ProblemException =>
  new ProblemException('UNAUTHENTICATED', { detail, headers: { 'WWW-Authenticate': challenge } });
