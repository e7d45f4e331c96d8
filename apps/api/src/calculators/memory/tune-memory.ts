import { type MemoryTuning, tuneMemory } from '@plimsoll/memory';
import { memoryAnswer } from './memory-answer.js';
import { TuneMemoryRequestModel } from './tuning.model.js';

/** The use case behind both doors: a body as it came to its answer. Throws ProblemException. */
export const tune = (body: unknown): MemoryTuning =>
  memoryAnswer(TuneMemoryRequestModel, body, (request) => tuneMemory(request));
