export { STORAGE_CATALOGUE } from './catalogue.js';
export { STORAGE_FORMULAS, STORAGE_PARAMETERS } from './reference.js';
export * from './request.js';
export * from './result.js';
export { storageAdvice } from './storage-advice.js';
