import { PROBLEMS, type ProblemCode, problemType } from './problems.js';

/** One bad field: a JSON pointer into the body (empty: the whole), what is wrong and what would do, and what came. */
export interface FieldError {
  readonly pointer: string;
  readonly message: string;
  readonly received?: unknown;
}

/** RFC 9457 problem details: the body of every error, and `extensions.problem` of every GraphQL error. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
  /** Members of single codes: `flinkException`, `findings`. */
  readonly [member: string]: unknown;
}

export interface ProblemMembers {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly [member: string]: unknown;
}

/** The problem of a code. Members that are undefined are left out. */
export function problem(code: ProblemCode, members: ProblemMembers = {}): Problem {
  const { status, title, detail } = PROBLEMS[code];
  return { type: problemType(code), title, status, detail, code, ...defined(members) };
}

const defined = (members: ProblemMembers): ProblemMembers =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
