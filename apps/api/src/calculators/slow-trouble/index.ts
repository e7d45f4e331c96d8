import { MetaspaceGrowthController } from './metaspace-growth.controller.js';
import { MetaspaceGrowthResolver } from './metaspace-growth.resolver.js';
import { WindowsKeptController } from './windows-kept.controller.js';
import { WindowsKeptResolver } from './windows-kept.resolver.js';

/** The doors onto trouble that takes days to show. */
export const SLOW_TROUBLE_CONTROLLERS = [MetaspaceGrowthController, WindowsKeptController];
export const SLOW_TROUBLE_RESOLVERS = [MetaspaceGrowthResolver, WindowsKeptResolver];
