import { JobImportController } from './job-import.controller.js';
import { JobImportResolver } from './job-import.resolver.js';

/** The doors onto jobs that run. */
export const JOB_CONTROLLERS = [JobImportController];
export const JOB_RESOLVERS = [JobImportResolver];
