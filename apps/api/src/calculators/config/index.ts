import { ConfigFilesController } from './config-files.controller.js';
import { ConfigFilesResolver } from './config-files.resolver.js';
import { MigrateConfigController } from './migrate-config.controller.js';
import { MigrateConfigResolver } from './migrate-config.resolver.js';

/** The doors onto configurations: read and write files, and move from version to version. */
export const CONFIG_CONTROLLERS = [ConfigFilesController, MigrateConfigController];
export const CONFIG_RESOLVERS = [ConfigFilesResolver, MigrateConfigResolver];
