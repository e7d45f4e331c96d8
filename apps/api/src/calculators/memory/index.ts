import { LegacyContainerController } from './legacy-container.controller.js';
import { LegacyContainerResolver } from './legacy-container.resolver.js';
import { MiniClusterController } from './mini-cluster.controller.js';
import { MiniClusterResolver } from './mini-cluster.resolver.js';
import { ProcessMemoryController } from './process-memory.controller.js';
import { ProcessMemoryResolver } from './process-memory.resolver.js';

/** The doors onto the calculators of memory. */
export const MEMORY_CONTROLLERS = [ProcessMemoryController, LegacyContainerController, MiniClusterController];
export const MEMORY_RESOLVERS = [ProcessMemoryResolver, LegacyContainerResolver, MiniClusterResolver];
