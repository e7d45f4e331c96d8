export { TooDeep } from './composer.js';
export { LoadFault, type Mark } from './fault.js';
