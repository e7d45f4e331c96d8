import { type LegacyContainerMemory, legacyContainerMemory } from '@plimsoll/memory';
import { LegacyContainerRequestModel } from './legacy-container.model.js';
import { memoryAnswer } from './memory-answer.js';

/** The use case behind both doors: a body as it came to its answer. Throws ProblemException. */
export const legacyContainer = (body: unknown): LegacyContainerMemory =>
  memoryAnswer(LegacyContainerRequestModel, body, (request) => legacyContainerMemory(request));
