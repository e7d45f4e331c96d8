import { DiagnoseMemoryController } from './diagnose-memory.controller.js';
import { DiagnoseMemoryResolver } from './diagnose-memory.resolver.js';
import { LegacyContainerController } from './legacy-container.controller.js';
import { LegacyContainerResolver } from './legacy-container.resolver.js';
import { MiniClusterController } from './mini-cluster.controller.js';
import { MiniClusterResolver } from './mini-cluster.resolver.js';
import { ProcessMemoryController } from './process-memory.controller.js';
import { ProcessMemoryResolver } from './process-memory.resolver.js';
import { TuneMemoryController } from './tune-memory.controller.js';
import { TuneMemoryResolver } from './tune-memory.resolver.js';

/** The doors onto the calculators of memory. */
export const MEMORY_CONTROLLERS = [
  ProcessMemoryController,
  LegacyContainerController,
  TuneMemoryController,
  DiagnoseMemoryController,
  MiniClusterController,
];
export const MEMORY_RESOLVERS = [
  ProcessMemoryResolver,
  LegacyContainerResolver,
  TuneMemoryResolver,
  DiagnoseMemoryResolver,
  MiniClusterResolver,
];
