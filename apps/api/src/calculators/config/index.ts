import { MigrateConfigController } from './migrate-config.controller.js';
import { MigrateConfigResolver } from './migrate-config.resolver.js';

export const CONFIG_CONTROLLERS = [MigrateConfigController];
export const CONFIG_RESOLVERS = [MigrateConfigResolver];
