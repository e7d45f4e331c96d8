export { type OperatorMemory, operatorConfigValue, operatorMemory } from './operator-memory.js';
export {
  NEWEST_OPERATOR,
  type OperatorVersion,
  parseOperatorVersion,
  readsQuantities,
} from './operator-version.js';
