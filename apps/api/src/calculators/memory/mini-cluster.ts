import { type MiniClusterMemory, miniClusterMemory } from '@plimsoll/memory';
import { memoryAnswer } from './memory-answer.js';
import { MiniClusterMemoryRequestModel } from './mini-cluster-request.model.js';

/** The use case behind both doors: a body as it came to its answer. Throws ProblemException. */
export const miniCluster = (body: unknown): MiniClusterMemory =>
  memoryAnswer(MiniClusterMemoryRequestModel, body, (request) => miniClusterMemory(request));
