export {
  type ConfigDocument,
  type LoadingRefusal,
  PARSE_PROBLEM_CODES,
  PARSED_FORMATS,
  type ParsedFormat,
  type ParsedText,
  type ParseProblem,
  type ParseProblemCode,
  type Position,
} from './answer.js';
export type { PodTemplate } from './kubernetes/pods.js';
export type { Placed } from './kubernetes/resource.js';
export type { MountedVolume, StatedDeployment } from './kubernetes/stated.js';
export { type ParseAnswer, type ParseRequest, parseConfig } from './parse.js';
