export { ProblemFilter } from './problem.filter.js';
export { type FieldError, type Problem, problem } from './problem.js';
export { ProblemModule } from './problem.module.js';
export { ProblemException } from './problem-exception.js';
export { refusalOf } from './problem-from.js';
export { problemOf } from './problem-of.js';
export { PROBLEM_CODES, PROBLEMS, type ProblemCode } from './problems.js';
export { HIDDEN, isSensitiveKey, redactConfig } from './sensitive-keys.js';
export { APPLICATION_OPTIONS, BODY_LIMIT, prepareServer, SERVER_OPTIONS } from './server.js';
