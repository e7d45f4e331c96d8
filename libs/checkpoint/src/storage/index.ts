export { STORAGE_CATALOGUE } from './catalogue.js';
export * from './request.js';
export * from './result.js';
export { storageAdvice } from './storage-advice.js';
