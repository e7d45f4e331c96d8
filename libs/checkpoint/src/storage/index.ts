export {
  backendKey,
  backendNamed,
  isRead as isBackendNameRead,
  spelled as backendSpelled,
} from './backend-names.js';
export { STORAGE_CATALOGUE } from './catalogue.js';
export * from './request.js';
export * from './result.js';
export { storageAdvice } from './storage-advice.js';
