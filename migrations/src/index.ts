export { APPLICATION_ROLE } from './application-role.js';
export { DatabaseRefused } from './database-refused.js';
export { migrate } from './migrate.js';
