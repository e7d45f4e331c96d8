export type { CheckpointAnswers, FlinkAnswer, JudgeRequest } from './request.js';
export * from './result.js';
