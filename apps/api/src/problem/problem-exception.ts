import { HttpException } from '@nestjs/common';
import { type Problem, type ProblemMembers, problem } from './problem.js';
import type { ProblemCode } from './problems.js';

export type ProblemHeaders = Readonly<Record<string, string>>;

/**
 * The one way to refuse a request, through either door. `members` become members of the problem (`detail`, `errors`, and
 * extensions such as `findings`); `headers` go to the response (`Retry-After`, `Allow`).
 */
export class ProblemException extends HttpException {
  readonly problem: Problem;
  readonly headers: ProblemHeaders;

  constructor(code: ProblemCode, about: ProblemMembers & { readonly headers?: ProblemHeaders } = {}) {
    const { headers = {}, ...members } = about;
    const body = problem(code, members);
    super(body, body.status);
    this.problem = body;
    this.headers = headers;
    this.message = `${code}: ${body.detail}`;
  }
}
