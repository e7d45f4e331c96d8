export type { LegacyContainerMemory, LegacyContainerRequest } from './legacy-container.js';
