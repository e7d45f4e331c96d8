import type { FlinkRefusal } from '@plimsoll/memory';
import { ProblemException } from '../../problem/problem-exception.js';

/** FLINK_REJECTS_CONFIG: what Flink would throw, which options are at odds, and the nearest configuration that works. */
export const flinkRejects = (refusal: FlinkRefusal): ProblemException =>
  new ProblemException('FLINK_REJECTS_CONFIG', { ...refusal });
