export { dataflowBuffers, exchangesOn } from './dataflow-buffers.js';
export { NETWORK_BUFFER_FORMULAS } from './formulas.js';
export { networkBuffers } from './network-buffers.js';
export { NETWORK_BUFFER_PARAMETERS } from './parameters.js';
export {
  type BufferDataflow,
  type BufferEdge,
  type BufferOperator,
  type DataflowBuffersRequest,
  EXCHANGE_MODES,
  type Exchange,
  type ExchangeMode,
  type NetworkBuffersRequest,
  SHIP_STRATEGIES,
  type ShipStrategy,
} from './request.js';
export type {
  DataflowBuffers,
  ExchangeBuffers,
  InsufficientBuffers,
  NetworkBuffers,
  PoolBuffers,
} from './result.js';
