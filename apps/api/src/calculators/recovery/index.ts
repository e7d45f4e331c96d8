export { RecoveryController } from './recovery.controller.js';
export { RecoveryResolver } from './recovery.resolver.js';
