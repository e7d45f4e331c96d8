export { AnswerFields, isObject } from './answer-fields.js';
export { JUDGE_FORMULAS } from './formulas.js';
export { judgeCheckpoints } from './judge.js';
export { JUDGE_PARAMETERS } from './parameters.js';
export { readStatistics } from './read-statistics.js';
export type { CheckpointAnswers, FlinkAnswer, JudgeRequest } from './request.js';
export * from './result.js';
export type { Checkpoint } from './statistics.js';
