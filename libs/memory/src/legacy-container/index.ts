export {
  type LegacyContainerMemory,
  type LegacyContainerRequest,
  legacyContainerMemory,
} from './legacy-container.js';
