export { importJob } from './import-job.js';
export type { JobImportRequest } from './request.js';
export * from './result.js';
