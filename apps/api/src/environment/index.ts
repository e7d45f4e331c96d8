export { Environment } from './environment.js';
export { environmentModule } from './environment.module.js';
export { readEnvironment } from './read-environment.js';
