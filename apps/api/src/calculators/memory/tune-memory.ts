import { tuneMemory } from '@plimsoll/memory';
import { memoryAnswer } from './memory-answer.js';
import { TuneMemoryRequestModel } from './tuning.model.js';
import { withoutSecrets } from './without-secrets.js';

/** The use case behind both doors: a body as it came to its answer, a MemoryTuning. Throws ProblemException. */
export const tune = (body: unknown): object =>
  withoutSecrets(
    memoryAnswer(TuneMemoryRequestModel, body, (request) => tuneMemory(request)),
    body,
  );
