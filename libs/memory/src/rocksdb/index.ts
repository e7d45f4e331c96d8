export { ROCKSDB_FORMULAS } from './formulas.js';
export { ROCKSDB_PARAMETERS } from './parameters.js';
export {
  EMBEDDED_BACKENDS,
  type EmbeddedBackend,
  MANAGED_MEMORY_CONSUMERS,
  type ManagedMemoryConsumer,
  type RocksDbRequest,
  type StateAccess,
} from './request.js';
export {
  type BloomFilter,
  type CacheHits,
  MEMORY_BUDGETS,
  type MemoryBudget,
  type Memtables,
  type RocksDbMemory,
  type SharedMemory,
} from './result.js';
export { rocksDbMemory } from './rocksdb-memory.js';
