export { HIDDEN, isSensitiveKey } from './sensitive-keys.js';
