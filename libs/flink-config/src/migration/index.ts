export { migrate } from './migrate.js';
export { removalOf } from './removed-options.js';
export type {
  ConfigChange,
  ConfigPatch,
  FindingEvidence,
  Migration,
  MigrationFinding,
  MigrationRequest,
  Severity,
} from './result.js';
export { type Succession, successionOf } from './succession.js';
