export { type Database, openDatabase } from './database.js';
export { databaseModule } from './database.module.js';
export { startEmbedded } from './embedded-postgres.js';
export { EmbeddedRefused } from './embedded-refused.js';
export { WorkspaceTransactions } from './workspace-transactions.js';
