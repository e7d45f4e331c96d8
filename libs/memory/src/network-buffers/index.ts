export { networkBuffers } from './network-buffers.js';
export {
  type BufferDataflow,
  type BufferEdge,
  type BufferOperator,
  EXCHANGE_MODES,
  type Exchange,
  type ExchangeMode,
  type NetworkBuffersRequest,
  SHIP_STRATEGIES,
  type ShipStrategy,
} from './request.js';
export type { ExchangeBuffers, InsufficientBuffers, NetworkBuffers, PoolBuffers } from './result.js';
