export { withoutBlanks } from './compact.js';
export { renderConfig } from './render.js';
export {
  CONFIG_FORMATS,
  type ConfigFormat,
  KEY_LAYOUTS,
  type KeyLayout,
  type RenderedConfig,
  type RenderRequest,
} from './request.js';
