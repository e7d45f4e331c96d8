import { ConfigFilesController } from './config-files.controller.js';
import { ConfigFilesResolver } from './config-files.resolver.js';

/** The doors onto files of configuration. */
export const FILE_CONTROLLERS = [ConfigFilesController];
export const FILE_RESOLVERS = [ConfigFilesResolver];
