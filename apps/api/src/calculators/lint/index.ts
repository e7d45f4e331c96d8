import { LintController } from './lint.controller.js';
import { LintResolver } from './lint.resolver.js';

export const LINT_CONTROLLERS = [LintController];
export const LINT_RESOLVERS = [LintResolver];
