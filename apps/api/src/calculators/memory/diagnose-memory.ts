import { type Diagnosis, diagnoseMemory } from '@plimsoll/memory';
import { DiagnoseMemoryRequestModel } from './diagnosis-request.model.js';
import { memoryAnswer } from './memory-answer.js';

/** The use case behind both doors: a body as it came to its answer. Throws ProblemException. */
export const diagnose = (body: unknown): Diagnosis =>
  memoryAnswer(DiagnoseMemoryRequestModel, body, (request) => diagnoseMemory(request));
